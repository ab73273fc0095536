"""App: what the typed commands do. Nothing here needs Qt."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mesodesk.core.clock import SystemClock
from mesodesk.core.errors import BadInput, EnvironmentTrouble, MesoDeskError, NotFound, Problem
from mesodesk.domain.stock import Lot
from mesodesk.services import languages, patients, sign_in, stock, upkeep
from mesodesk.services.demo import making as demo
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.printing import sheet_of


def known_password(home: Path) -> str:
    """The password of the demo clinic, where the folder holds it; else nothing.

    Raises NotFound where there is no record that a password could open.
    """
    _refuse_empty(home)
    return demo.PASSWORD if sign_in.is_demo(home) else ""


def make_demo(home: Path, *, wipe: bool) -> tuple[str, ...]:
    """Make the demo clinic in an empty folder, or wipe it. Refuses beside an open window."""
    with sign_in.holding(home):
        if wipe:
            demo.wipe(home)
            return ("The demo clinic was wiped.",)
        made = demo.make(home, SystemClock())
        count = patients.patient_count(made)
        made.close()
    return (
        f"A demo clinic with {count} fictional patients is in {home}.",
        f"Its password is: {demo.PASSWORD}",
        f"The second clinician's is: {demo.COLLEAGUES_PASSWORD}",
    )


def find(home: Path, password: str, text: str) -> tuple[str, ...]:
    """Patients, then lots, one line each."""
    with _signed_in(home, password) as desk:
        people = [
            f"{row.chart_number}  {row.family_name}, {row.given_names}  {row.birth_date}"
            for row in patients.find_patients(desk, text)
        ]
        lots = [
            f"lot {lot.number}  expires {lot.expires_on}  {name}" for lot, name in _lots(desk, text)
        ]
    return tuple(people + lots) or ("Nothing was found.",)


def verify(home: Path, password: str) -> tuple[tuple[str, ...], bool]:
    """Each check with its outcome, and whether all of them passed."""
    with _signed_in(home, password) as desk:
        checks = upkeep.verify(desk)
    lines = tuple(f"{one.name}: {one.wrong or 'good'}" for one in checks)
    return lines, not any(one.wrong for one in checks)


def back_up(home: Path, password: str, folder: Path) -> tuple[str, ...]:
    """Copy the record below `folder`, and check the copy."""
    with _signed_in(home, password) as desk:
        made = upkeep.back_up(desk, folder)
    return (
        f"Backed up to {made.folder}: {made.row_count} rows, {made.byte_count} bytes, "
        "reopened, counted and compared.",
    )


def print_sheet(
    home: Path, password: str, sheet: str, patient: str, *, language: str, out: Path | None
) -> tuple[str, ...]:
    """Make a patient's sheet; print it on the system's printer, or write it to `out`."""
    _refuse_unknown(language)
    with _signed_in(home, password) as desk:
        found = patients.find_patients(desk, patient)
        rows = [row for row in found if row.chart_number.casefold() == patient.casefold()]
        if not rows:
            raise NotFound(f"No patient has the chart number {patient}.")
        made = sheet_of(desk, rows[0].id, sheet, language)
        made.note_leaving(desk, "export" if out else "print")
        try:
            _let_go(made.pdf, out)
        except MesoDeskError:
            made.note_outcome(desk, "failed")
            raise
        made.note_outcome(desk, "written" if out else "sent to the printer")
    return (f"Written to {out}." if out else "Sent to the printer.",)


def _refuse_unknown(language: str) -> None:
    known = languages.languages()
    if language and language not in known:
        words = f"There are no sheets in {language}: choose {' or '.join(known)}."
        raise BadInput(Problem("language", words))


def _let_go(pdf: bytes, out: Path | None) -> None:
    if out is None:
        _to_printer(pdf)
        return
    try:
        out.write_bytes(pdf)
    except OSError as wrong:
        raise EnvironmentTrouble(f"{out} could not be written: {wrong.strerror}.") from wrong


def _lots(desk: Desk, text: str) -> list[tuple[Lot, str]]:
    names = {product.id: product.name for product in stock.products(desk, archived=True)}
    return [(lot, names[lot.product_id]) for lot in stock.find_lots(desk, text)]


def _to_printer(pdf: bytes) -> None:
    """Hand the bytes to the system's print queue; no file of ours is written."""
    try:
        done = subprocess.run(["lp"], input=pdf, capture_output=True, check=False)
    except FileNotFoundError:
        raise NotFound("There is no print queue here (no `lp`): use --out FILE.") from None
    if done.returncode != 0:
        raise NotFound(done.stderr.decode(errors="replace").strip() or "Nothing was printed.")


@contextmanager
def _signed_in(home: Path, password: str) -> Iterator[Desk]:
    """The record, opened beside a window that may have it open too."""
    _refuse_empty(home)
    clock = SystemClock()
    keys = sign_in.unlock(home, password, clock)
    desk = sign_in.sign_in(home, keys, clock, may_migrate=False)
    try:
        yield desk
    finally:
        desk.close()


def _refuse_empty(home: Path) -> None:
    if not sign_in.exists(home):
        raise NotFound(f"There is no record in {home}.")
