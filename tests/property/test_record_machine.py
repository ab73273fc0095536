"""Property test: whatever a clinic does in whatever order, the record holds together.

A model of plain dictionaries stands beside the real encrypted record; after each step the record
must say what the model says.
"""

import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import ChangedSinceOpened, Refused, WrongPassword
from mesodesk.core.ids import PatientId, SessionId
from mesodesk.domain.clinic import Clinic
from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.domain.screening.answers import MedicineAnswer, Page, deny_all
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.questions import shown_questions
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.treatments import Session
from mesodesk.services import patients, sign_in, upkeep
from mesodesk.services.screening import medicines
from mesodesk.services.screening.reading import screenings_of
from mesodesk.services.screening.signing import sign_screening, void_screening
from mesodesk.services.screening.starting import start_screening
from mesodesk.services.treatments.drafts import drafts_of, new_session, open_draft, save_draft
from mesodesk.services.treatments.gates import start_session
from mesodesk.services.treatments.reading import signed_session
from mesodesk.services.treatments.signing import (
    add_addendum,
    missing_at_signing,
    sign_session,
    void_session,
)
from mesodesk.store import audit
from mesodesk.store.keys import Cost
from tests.unit.services.treatments.visits import add_course, zone

PASSWORD = "a calm river at dawn"
CHEAP = Cost(passes=1, memory_kib=64, lanes=1)
NAMES = ("Okonjo", "Žižková", "Ó Briain", "王", "Ferreira-Müller", "الزهراء", "Smith")
GIVEN = ("Zoë", "Ingrid", "小明", "Rui", "Fátima", "Jo")
REGIONS = ("abdomen", "outer_thigh", "flank")

details = st.builds(
    lambda family, given, days: PatientDetails(
        family, given, date(1950, 1, 1) + timedelta(days=days), Sex.FEMALE
    ),
    st.sampled_from(NAMES),
    st.sampled_from(GIVEN),
    st.integers(0, 20_000),
)


class ClinicMachine(RuleBasedStateMachine):
    """Registers, changes, archives, screens, writes, signs, adds and voids; time only goes on."""

    people = Bundle("people")
    writings = Bundle("writings")
    done = Bundle("done")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = SetClock(datetime(2026, 3, 14, 9, 30, tzinfo=UTC))
        self.versions: dict[PatientId, int] = {}
        self.charts: dict[PatientId, str] = {}
        self.stands: dict[PatientId, PatientDetails] = {}
        self.archived: set[PatientId] = set()
        self.drafts: dict[SessionId, Session] = {}
        self.signed: dict[SessionId, Session] = {}
        self.addenda: dict[SessionId, list[str]] = {}
        self.voided: set[SessionId] = set()
        self.screenings: dict[PatientId, list[SignedScreening]] = {}
        self.events = 0

    @initialize(target=writings)
    def set_up(self) -> object:
        """A clinic with one patient, whose session is being written."""
        person = sign_in.FirstClinician("Dr Ana Lindqvist", "7654321", PASSWORD, PASSWORD)
        home = Path(self.folder.name) / "home"
        clinic = Clinic("Harbour Clinic")
        self.desk, _ = sign_in.set_up_clinic(home, self.clock, clinic, person, CHEAP)
        who = self.register(PatientDetails("Okonjo", "Ingrid", date(1986, 2, 3), Sex.FEMALE))
        return self.write(who, 2)

    def teardown(self) -> None:
        """The whole record is good, and good again when it is opened the next day."""
        if hasattr(self, "desk"):
            assert [one for one in upkeep.verify(self.desk) if one.wrong] == []
            self.reopen()
            assert [one for one in upkeep.verify(self.desk) if one.wrong] == []
            self.holds()
            self.desk.close()
        self.folder.cleanup()

    def reopen(self) -> None:
        """Close the record and open it with the password."""
        home = self.desk.folder
        self.desk.close()
        keys = sign_in.unlock(home, PASSWORD, self.clock)
        self.desk = sign_in.sign_in(home, keys, self.clock)

    # ------------------------------------------------------------ patients

    @rule(target=people, typed=details)
    def register(self, typed: PatientDetails) -> PatientId:
        """Somebody new."""
        made = patients.register_patient(self.desk, typed).patient
        assert made.id not in self.versions
        assert made.chart_number not in self.charts.values()
        self.versions[made.id], self.charts[made.id] = made.version, made.chart_number
        self.stands[made.id] = made.details
        return made.id

    @rule(who=people, typed=details, is_stale=st.booleans())
    def change(self, who: PatientId, typed: PatientDetails, is_stale: bool) -> None:
        """Details change; what was typed from an older version is refused."""
        base = self.versions[who]
        if is_stale:
            with pytest.raises(ChangedSinceOpened):
                patients.change_patient(self.desk, who, typed, base - 1)
            return
        made = patients.change_patient(self.desk, who, typed, base).patient
        assert made.version == base + (made.details != self.stands[who])
        self.versions[who], self.stands[who] = made.version, made.details

    @rule(who=people)
    def archive_or_restore(self, who: PatientId) -> None:
        """Into the archive, or out of it."""
        is_in = who in self.archived
        verb = patients.restore_patient if is_in else patients.archive_patient
        made = verb(self.desk, who, self.versions[who]).patient
        assert made.version == self.versions[who] + 1
        self.versions[who] = made.version
        self.archived ^= {who}

    # ------------------------------------------------------------ screening

    @rule(who=people, takes=st.sampled_from(("", "warfarin", "aspirin")))
    def screen(self, who: PatientId, takes: str) -> None:
        """A blood thinner is never suitable; nothing at all is."""
        started = start_screening(self.desk, who)
        answers = replace(started.draft.answers, indications=("cellulite",), medicines=())
        for page in Page:
            shown = shown_questions(started.basis.book, page, answers, started.basis.facts)
            answers = deny_all(answers, page, [one.code for one in shown])
        if takes:
            found: tuple[MedicineAnswer, ...] = medicines.recognise(takes).medicines
            answers = replace(answers, medicines=found, none_stated=False)
        draft = replace(started.draft, answers=answers, is_list_confirmed=True)
        kind = DecisionKind.DO_NOT_TREAT if takes else DecisionKind.PROCEED
        if takes:
            with pytest.raises(Refused):
                sign_screening(self.desk, draft, DecisionKind.PROCEED, "all the same", PASSWORD)
        self.pass_time()
        made = sign_screening(self.desk, draft, kind, "as judged", PASSWORD).screening
        # Weight and photo type are not on record, which calls for care.
        careful = Verdict.SUITABLE_WITH_PRECAUTIONS
        assert made.judgement.verdict is (Verdict.NOT_SUITABLE if takes else careful)
        self.screenings.setdefault(who, []).insert(0, made)

    @rule(who=people)
    def void_last_screening(self, who: PatientId) -> None:
        """The newest one that stands."""
        stand = [n for n, one in enumerate(self.screenings.get(who, ())) if not one.is_voided]
        if stand:
            theirs = self.screenings[who]
            void_screening(self.desk, theirs[stand[0]].id, "wrong patient", PASSWORD)
            theirs[stand[0]] = screenings_of(self.desk, who)[stand[0]]
            assert theirs[stand[0]].is_voided

    # ------------------------------------------------------------ sessions

    @rule(target=writings, who=people, count=st.integers(1, 3))
    def write(self, who: PatientId, count: int) -> SessionId:
        """A session is begun, and kept as a draft."""
        course = add_course(self.desk, who)
        fresh = new_session(self.desk, who, course.id)
        zones = tuple(zone(one, "left") for one in REGIONS[:count])
        session = replace(fresh, identity_confirmed=True, zones=zones)
        save_draft(self.desk, session, "Cellulite", {"zone": zones[-1].id})
        self.drafts[session.id] = session
        return session.id

    @rule(session_id=writings, note=st.text("abc é王", max_size=20))
    def write_on(self, session_id: SessionId, note: str) -> None:
        """What is typed is kept over what was typed before."""
        if session_id in self.drafts:
            changed = replace(self.drafts[session_id], note=note)
            save_draft(self.desk, changed, "Cellulite", {})
            self.drafts[session_id] = changed

    @rule(session_id=writings)
    def try_to_start(self, session_id: SessionId) -> None:
        """No lot and no consent: the gates refuse, whoever was screened."""
        if session_id in self.drafts:
            with pytest.raises(Refused):
                start_session(self.desk, self.drafts[session_id])

    @rule(target=done, session_id=writings, is_wrong=st.booleans())
    def sign(self, session_id: SessionId, is_wrong: bool) -> object:
        """Signed with its exceptions; not by a wrong password, and not without the reasons."""
        if session_id not in self.drafts:
            return multiple()
        session = self.drafts[session_id]
        missing = missing_at_signing(self.desk, session)
        reasons = {code: "as it happened" for code, _words in missing}
        if is_wrong:
            with pytest.raises(WrongPassword):
                sign_session(self.desk, session, "a calm river at dusk", reasons)
            return multiple()
        with pytest.raises(Refused):
            sign_session(self.desk, session, PASSWORD)
        self.pass_time()
        made = sign_session(self.desk, session, PASSWORD, reasons).session
        assert {one.code for one in made.exceptions} == set(reasons)
        self.signed[session_id] = made
        del self.drafts[session_id]
        return session_id

    @rule(session_id=done)
    def sign_again(self, session_id: SessionId) -> None:
        """What is signed cannot be signed with something else in it."""
        other = replace(self.signed[session_id], zones=(), exceptions=(), note="never happened")
        missing = missing_at_signing(self.desk, other)
        with pytest.raises(Refused):
            sign_session(self.desk, other, PASSWORD, {code: "so" for code, _ in missing})

    @rule(session_id=done, text=st.sampled_from(("Rang: all well.", "حضر", "A second look.")))
    def add(self, session_id: SessionId, text: str) -> None:
        """An addendum."""
        self.pass_time()
        add_addendum(self.desk, session_id, text, PASSWORD)
        self.addenda.setdefault(session_id, []).append(text)

    @rule(session_id=done)
    def void(self, session_id: SessionId) -> None:
        """Void, once."""
        if session_id in self.voided:
            with pytest.raises(Refused):
                void_session(self.desk, session_id, "entered twice", PASSWORD)
            return
        void_session(self.desk, session_id, "entered twice", PASSWORD)
        self.voided.add(session_id)

    # ------------------------------------------------------------ time

    @rule()
    def pass_time(self) -> None:
        """Ten minutes."""
        self.clock.moment += timedelta(minutes=10)

    @rule()
    @precondition(lambda self: self.events > 1)
    def close_and_open(self) -> None:
        """The program is left and started again."""
        self.reopen()

    # ------------------------------------------------------------ what always holds

    @invariant()
    def holds(self) -> None:
        """The record says what the model says, and its chain only grows."""
        with self.desk.store.reading(self.desk.author) as reading:
            assert audit.first_break(reading) == ""
            events = audit.count(reading)
        assert events >= self.events
        self.events = events
        self.patients_hold()
        self.sessions_hold()

    def patients_hold(self) -> None:
        """Everybody is there in their version, and found unless archived."""
        assert patients.patient_count(self.desk) == len(self.versions)
        for who, version in self.versions.items():
            stands = patients.patient(self.desk, who)
            assert (stands.version, stands.details) == (version, self.stands[who])
            number = self.charts[who]
            found = [row.id for row in patients.find_patients(self.desk, number)]
            assert (who in found) is (who not in self.archived)
            shelved = patients.find_patients(self.desk, number, with_archived=True)
            assert who in [row.id for row in shelved]
            assert list(screenings_of(self.desk, who)) == self.screenings.get(who, [])

    def sessions_hold(self) -> None:
        """Drafts as last typed; signed sessions as signed, with their addenda; voids marked."""
        offered = {SessionId(one.id) for one in drafts_of(self.desk)}
        assert offered == set(self.drafts)
        for one, draft in self.drafts.items():
            found = open_draft(self.desk, one)
            assert found is not None and found[0] == draft
        for one, signed in self.signed.items():
            picture = signed_session(self.desk, one)
            assert picture.session.is_voided is (one in self.voided)
            assert replace(picture.session, is_voided=False) == signed
            assert [note.text for note in picture.addenda] == self.addenda.get(one, [])


ClinicMachine.TestCase.settings = settings(
    max_examples=5,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestTheRecord = ClinicMachine.TestCase
