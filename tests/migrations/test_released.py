"""Tests: a record that a released program wrote opens here, is brought up to date, and is whole."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import WrongPassword
from mesodesk.core.ids import PatientId
from mesodesk.domain.consents import Consent
from mesodesk.domain.healing.observation import Observation
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.treatments import Session
from mesodesk.services import chart, consents, healing, patients, signing, upkeep
from mesodesk.services.desk import Desk
from mesodesk.services.screening.reading import screenings_of
from mesodesk.services.sign_in import sign_in, unlock
from mesodesk.store import schema
from mesodesk.store.treatments.reading import sessions_of
from tests.migrations.released_record import PASSWORD, PIN, write

RELEASED = Path(__file__).parent / "released"
REVISIONS = sorted(one.name for one in RELEASED.iterdir())
CLOCK = SetClock(datetime(2026, 3, 17, 9, 0, tzinfo=UTC))


@pytest.fixture(params=[*REVISIONS, "now"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """The record of a release, copied and opened; and the one this program would leave behind."""
    home = tmp_path / "home"
    if request.param == "now":
        write(home)
    else:
        shutil.copytree(RELEASED / request.param, home)
    desk = sign_in(home, unlock(home, PASSWORD, CLOCK), CLOCK)
    yield desk
    desk.close()


def person(desk: Desk, family: str) -> PatientId:
    """The patient of that name."""
    (row,) = patients.find_patients(desk, family)
    return row.id


def session(desk: Desk) -> Session:
    """The one session."""
    with desk.store.reading(desk.author) as reading:
        (one,) = sessions_of(reading, person(desk, "Žižková"))
    return one


def test_that_every_release_left_a_record_behind() -> None:
    assert REVISIONS[0] == "0006"
    assert set(REVISIONS) <= set(schema.KNOWN)


@pytest.mark.parametrize("revision", REVISIONS)
def test_that_its_stretching_is_the_cheapest_so_that_tests_stay_quick(revision: str) -> None:
    slots = json.loads((RELEASED / revision / "keys.json").read_text("utf-8"))["slots"]
    assert {(one["passes"], one["memory_kib"], one["lanes"]) for one in slots} == {(1, 64, 1)}


@pytest.mark.parametrize("revision", REVISIONS)
def test_that_the_file_as_it_was_stays_beside_the_migrated_one(
    revision: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(RELEASED / revision, home)
    sign_in(home, unlock(home, PASSWORD, CLOCK), CLOCK).close()
    kept = home / f"record.before-{schema.HEAD}.db"
    assert kept.read_bytes() == (RELEASED / revision / "record.db").read_bytes()


def test_that_an_old_record_is_brought_up_to_date_and_every_check_passes(old: Desk) -> None:
    assert schema.revision(old.store.engine) == schema.HEAD
    assert {one.name: one.wrong for one in upkeep.verify(old) if one.wrong} == {}


def test_that_its_clinic_clinician_and_numbers_are_found(old: Desk) -> None:
    me = upkeep.clinician(old)
    assert (old.clinic.name, me.name, me.registration_number) == (
        "Harbour Clinic", "Dr Ana Lindqvist", "7654321",
    )  # fmt: skip
    assert old.settings.recent_cancer_years == 7


def test_that_its_password_and_pin_still_sign(old: Desk) -> None:
    signing.check_signature(old, PASSWORD)
    signing.check_signature(old, PIN)
    with pytest.raises(WrongPassword):
        signing.check_signature(old, "4712")


def test_that_its_patients_and_their_charts_are_found(old: Desk) -> None:
    assert patients.patient_count(old) == 3
    (allergy,) = chart.allergies(old, person(old, "Ferrer"))
    assert allergy.substance == "Soya"
    (medicine,) = chart.medicines(old, person(old, "Haddad"))
    assert medicine.atc == "B01AA03"


def test_that_its_screenings_are_found_as_they_were_signed(old: Desk) -> None:
    (good,) = screenings_of(old, person(old, "Žižková"))
    (stopped,) = screenings_of(old, person(old, "Haddad"))
    assert (good.judgement.verdict, good.decision.kind) == (
        Verdict.SUITABLE_WITH_PRECAUTIONS, DecisionKind.PROCEED,
    )  # fmt: skip
    assert stopped.judgement.verdict is Verdict.NOT_SUITABLE
    assert stopped.decision.kind is DecisionKind.DO_NOT_TREAT
    assert stopped.judgement.has_founding_stop()
    assert {one.signed_by_name for one in (good, stopped)} == {"Dr Ana Lindqvist"}


def test_that_its_consent_still_matches_its_text(old: Desk) -> None:
    ((given, is_bound),) = consents.consents_of(old, person(old, "Žižková"))
    assert isinstance(given, Consent)
    assert is_bound
    assert consents.signed_sheet(old, given).pdf.startswith(b"%PDF")


def test_that_its_session_is_found_to_the_microlitre(old: Desk) -> None:
    given = session(old)
    assert [zone.volume_per_point_ml for zone in given.zones] == [Decimal("0.1")] * 2
    assert [zone.point_count for zone in given.zones] == [12, 12]
    assert given.components[0].lot_number == "PR-2604"
    assert given.note == "Both thighs"
    assert given.signed_by_name == "Dr Ana Lindqvist"


def test_that_its_observation_is_found(old: Desk) -> None:
    (seen,) = healing.healing_of_session(old, session(old).id).observations
    noted: Observation = seen.observation
    assert (noted.swelling, noted.bruising, noted.pain) == (1, 2, None)
