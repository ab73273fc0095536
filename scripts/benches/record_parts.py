"""Bench: what is done with the record: searching, opening a chart, signing, setting a sheet."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from mesodesk.core.ids import SessionId, ZoneId, new_id
from mesodesk.domain.names.folding import fold
from mesodesk.domain.treatments import Session
from mesodesk.services import chart, consents, patients
from mesodesk.services.course_lines import timelines
from mesodesk.services.desk import Desk
from mesodesk.services.screening.reading import verdict_on_file
from mesodesk.services.sheets.printing import sheet_of
from mesodesk.services.treatments.reading import session_start
from mesodesk.services.treatments.signing import sign_session
from mesodesk.store.copying import table_counts
from mesodesk.store.folder import RECORD_FILE
from mesodesk.store.treatments import reading as treatments
from scripts.benches.bare import canvas as bare_canvas
from scripts.benches.bare import chart as bare_chart
from scripts.benches.bare import commit as bare_commit
from scripts.benches.bare import search as bare_search
from scripts.benches.cabinet import LONG, PASSWORD, USUAL, Cabinet, details, patient_named
from scripts.benches.measuring import Line, seconds, side_by_side, timed

# Typed letter by letter; then what a search box is given besides a name from its beginning.
_TYPED = ("müller", "okonkwo", "nguyen thi", "garcia lucia")
_GIVEN = ("Mulelr", "1980", "12 Mar 1971", "85 012", "M-00123", "zoe o briain", "Παπαδ", "Сокол")
_REASONS = dict.fromkeys(
    ("today_not_asked", "too_soon", "allergy", "maximum_reached", "prohibited"), "The bench signs"
)


def keystrokes() -> tuple[str, ...]:
    """Every state of the search box, in the order of typing."""
    return (*(word[:end] for word in _TYPED for end in range(1, len(word) + 1)), *_GIVEN)


def search(cabinet: Cabinet, scratch: Path, rounds: int) -> Iterator[Line]:
    """Search as you type against a prefix in an indexed column; each keystroke by itself."""
    connection = bare_search.fill(scratch / "people.db", _people(cabinet.patients))
    with closing(cabinet.open()) as desk, closing(connection):
        pairs = [
            side_by_side(
                timed(lambda typed=typed: patients.find_patients(desk, typed)),  # type: ignore[misc]
                timed(lambda typed=typed: bare_search.find(connection, fold(typed))),  # type: ignore[misc]
                rounds,
            )
            for typed in keystrokes()
        ]
    mean, bare = (sum(times) / len(pairs) for times in zip(*pairs, strict=True))
    slowest = max(pairs)[0]
    against = "raw prefix lookup, indexed"
    count = cabinet.patients
    yield Line("search as you type, a keystroke", count, mean, bare, against=against)
    yield Line("search as you type, the slowest", count, slowest, bare, against=against)


def opening(cabinet: Cabinet, scratch: Path, rounds: int) -> Iterator[Line]:
    """Opening the chart of a patient with a hundred sessions, then its page of sessions."""
    connection = bare_chart.fill(scratch / "visits.db", visits=100, parts=7)
    with closing(cabinet.open()) as desk, closing(connection):
        who = patient_named(desk, LONG)

        def open_chart() -> None:
            chart.open_chart(desk, who)
            verdict_on_file(desk, who)
            consents.photo_consent(desk, who)
            timelines(desk, who)

        bare = timed(lambda: bare_chart.read(connection))
        for measure, ours in (
            ("opening a chart with 100 sessions", open_chart),
            ("its page of sessions", lambda: session_start(desk, who)),
        ):
            times = side_by_side(timed(ours), bare, rounds)
            yield Line(measure, cabinet.patients, *times, against="raw query of the same rows")


def signing(cabinet: Cabinet, scratch: Path, rounds: int) -> Iterator[Line]:
    """Signing a session against a raw durable commit of as many rows; the password costs nothing
    here, because the bench's record stretches it hardly at all."""
    connection = bare_commit.open_file(scratch / "rows.db")
    with closing(cabinet.open()) as desk, closing(connection):
        before = _row_count(desk)
        _sign(desk)
        rows = _row_count(desk) - before
        ours, bare = side_by_side(
            lambda: _sign(desk), timed(lambda: bare_commit.commit(connection, rows)), rounds
        )
    against = f"raw durable commit of {rows} rows"
    yield Line("signing a session", cabinet.patients, ours, bare, against=against)


def consent(cabinet: Cabinet, _scratch: Path, rounds: int) -> Iterator[Line]:
    """A consent that is not signed yet, as a PDF in memory."""
    with closing(cabinet.open()) as desk:
        who = patient_named(desk, USUAL)

        def blank() -> int:
            # In French no consent was signed, so the sheet is set anew.
            return sheet_of(desk, who, "consent", "fr").page_count

        pages = blank()
        ours, bare = side_by_side(timed(blank), timed(lambda: bare_canvas.pages(pages)), rounds)
    against = f"bare canvas of {pages} pages"
    yield Line("consent PDF", cabinet.patients, ours, bare, against=against)


def _people(count: int) -> Iterator[tuple[str, str, str, str]]:
    for index in range(count):
        one = details(index)
        name = fold(one.family_name)
        yield name, one.given_names, one.birth_date.isoformat(), one.phones[0]


def _sign(desk: Desk) -> float:
    """Sign one more session like the patient's last; how long the signing alone took."""
    session = _next_session(desk)
    return seconds(lambda: sign_session(desk, session, PASSWORD, _REASONS))


def _next_session(desk: Desk) -> Session:
    with desk.store.reading(desk.author) as reading:
        last = treatments.sessions_of(reading, patient_named(desk, USUAL))[-1]
    return replace(
        last,
        id=SessionId(new_id()),
        treated_at=desk.clock.now(),
        zones=tuple(replace(zone, id=ZoneId(new_id())) for zone in last.zones),
        drawn_up_ml=sum((part.volume_ml for part in last.components), Decimal(0)),
        screening_id=None,
        consent_id=None,
        exceptions=(),
        signed_at=None,
        signed_by=None,
        signed_by_name="",
    )


def _row_count(desk: Desk) -> int:
    return sum(table_counts(desk.folder / RECORD_FILE, desk.store.keys.record).values())
