"""Setting up, signing in, and the keys: what is asked, refused and noted."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mesodesk.app import opened
from mesodesk.core.clock import SetClock
from mesodesk.core.errors import AlreadyOpen, BadInput, DamagedRecord, WrongPassword
from mesodesk.domain.clinic import Clinic
from mesodesk.services import recovery, sign_in
from mesodesk.services.demo import making as demo
from mesodesk.services.desk import Desk
from mesodesk.services.doorstep import is_given_away
from mesodesk.services.screening.questionnaire import hand_over
from mesodesk.services.screening.starting import start_screening
from mesodesk.services.sign_in import FirstClinician
from mesodesk.store import audit
from tests import visit
from tests.fresh import CHEAP, PASSWORD, open_fresh

NEW = "a second river at dusk"
PERSON = FirstClinician("Dr Ana Lindqvist", "7654321", PASSWORD, PASSWORD)


def newest_verbs(desk: Desk, count: int) -> list[str]:
    """What the audit chain noted last, oldest first."""
    with desk.store.reading(desk.author) as reading:
        return [event.verb for event in reversed(audit.events(reading, limit=count))]


@pytest.mark.parametrize(
    ("clinic", "changed", "fields"),
    [
        ("Harbour Clinic", {"password": "short", "password_again": "short"}, ["password"]),
        ("Harbour Clinic", {"password_again": "another river"}, ["password_again"]),
        (" ", {}, ["clinic_name"]),
        ("Harbour Clinic", {"name": " "}, ["name"]),
        ("", {"name": "", "password": "x"}, ["password", "password_again", "clinic_name", "name"]),
    ],
)
def test_that_what_is_missing_on_the_first_start_is_said_at_once_and_nothing_is_made(
    tmp_path: Path, clock: SetClock, clinic: str, changed: dict[str, str], fields: list[str]
) -> None:
    with pytest.raises(BadInput) as caught:
        sign_in.set_up_clinic(
            tmp_path / "home", clock, Clinic(clinic), replace(PERSON, **changed), CHEAP
        )
    assert [problem.field for problem in caught.value.problems] == fields
    assert not sign_in.exists(tmp_path / "home")
    assert not (tmp_path / "home").exists()


def test_that_a_second_record_is_never_made_over_the_first(desk: Desk, clock: SetClock) -> None:
    with pytest.raises(FileExistsError):
        sign_in.set_up_clinic(desk.folder, clock, Clinic("Other Clinic"), PERSON, CHEAP)
    assert sign_in.unlock(desk.folder, PASSWORD, clock).record == desk.store.keys.record


def test_that_a_failed_sign_in_is_in_the_chain_after_the_next_good_one(
    tmp_path: Path, clock: SetClock
) -> None:
    folder = tmp_path / "home"
    open_fresh(folder, Clinic("Harbour Clinic")).close()
    for wrong in ("a calm river at dusk", ""):
        with pytest.raises(WrongPassword):
            sign_in.unlock(folder, wrong, clock)
    with pytest.raises(WrongPassword):
        sign_in.unlock_with_recovery(folder, "AAAA-BBBB", clock)
    again = sign_in.sign_in(folder, sign_in.unlock(folder, PASSWORD, clock), clock)
    assert newest_verbs(again, 4) == ["fail_sign_in"] * 3 + ["sign_in"]
    assert again.author.name == "Dr Ana Lindqvist"
    assert not (folder / "failed-sign-ins.jsonl").exists()
    again.close()


def test_that_the_password_is_changed_with_the_old_one_and_the_record_stays(
    desk: Desk, clock: SetClock
) -> None:
    sign_in.set_password(desk, PASSWORD, NEW, NEW)
    assert sign_in.unlock(desk.folder, NEW, clock).record == desk.store.keys.record
    with pytest.raises(WrongPassword):
        sign_in.unlock(desk.folder, PASSWORD, clock)
    assert newest_verbs(desk, 1) == ["set_password"]


def test_that_a_weak_or_mistyped_password_changes_nothing(desk: Desk, clock: SetClock) -> None:
    with pytest.raises(BadInput) as caught:
        sign_in.set_password(desk, PASSWORD, "short", "shorter")
    fields = [problem.field for problem in caught.value.problems]
    assert fields == ["password", "password_again"]
    with pytest.raises(WrongPassword):
        sign_in.set_password(desk, "a calm river at dusk", NEW, NEW)
    assert sign_in.unlock(desk.folder, PASSWORD, clock).record == desk.store.keys.record


def test_that_the_recovery_key_opens_and_sets_a_new_password(
    tmp_path: Path, clock: SetClock
) -> None:
    desk, written = sign_in.set_up_clinic(
        tmp_path / "home", clock, Clinic("Harbour Clinic"), PERSON, CHEAP
    )
    typed = written.lower().replace("-", " ")
    keys = sign_in.unlock_with_recovery(desk.folder, typed, clock)
    assert keys.record == desk.store.keys.record
    sign_in.set_password(desk, written, NEW, NEW, recovery=True)
    assert sign_in.unlock(desk.folder, NEW, clock).record == keys.record
    desk.close()


def test_that_a_new_recovery_key_opens_and_the_old_one_no_longer_does(
    tmp_path: Path, clock: SetClock
) -> None:
    desk, old = sign_in.set_up_clinic(
        tmp_path / "home", clock, Clinic("Harbour Clinic"), PERSON, CHEAP
    )
    with pytest.raises(WrongPassword):
        recovery.new_recovery_key(desk, "a calm river at dusk")
    key = recovery.new_recovery_key(desk, PASSWORD)
    assert sign_in.unlock_with_recovery(desk.folder, old, clock).record == desk.store.keys.record
    with pytest.raises(WrongPassword):
        recovery.use_recovery_key(desk, "a calm river at dusk", key)
    recovery.use_recovery_key(desk, PASSWORD, key)
    typed = key.lower().replace("-", " ")
    assert sign_in.unlock_with_recovery(desk.folder, typed, clock).record == desk.store.keys.record
    with pytest.raises(WrongPassword):
        sign_in.unlock_with_recovery(desk.folder, old, clock)
    assert sign_in.unlock(desk.folder, PASSWORD, clock).record == desk.store.keys.record
    with desk.store.reading(desk.author) as reading:
        verbs = [one.verb for one in audit.events(reading)]
    assert {"fail_signature", "renew"} <= set(verbs)
    desk.close()


def test_that_a_key_without_its_record_says_so(tmp_path: Path, clock: SetClock) -> None:
    folder = tmp_path / "home"
    open_fresh(folder, Clinic("Harbour Clinic")).close()
    keys = sign_in.unlock(folder, PASSWORD, clock)
    (folder / "record.db").rename(folder / "gone.db")
    with pytest.raises(DamagedRecord, match="the record is not"):
        sign_in.sign_in(folder, keys, clock)


def test_that_a_key_file_that_is_damaged_says_so(desk: Desk, clock: SetClock) -> None:
    path = desk.folder / "keys.json"
    path.write_text(json.dumps({"slots": 3}), encoding="utf-8")
    with pytest.raises(DamagedRecord):
        sign_in.unlock(desk.folder, PASSWORD, clock)


def test_that_one_folder_has_one_window(tmp_path: Path) -> None:
    held = sign_in.FolderHold(tmp_path)
    with pytest.raises(AlreadyOpen):
        sign_in.FolderHold(tmp_path)
    held.release()
    with sign_in.holding(tmp_path), pytest.raises(AlreadyOpen), sign_in.holding(tmp_path):
        pass
    sign_in.FolderHold(tmp_path).release()


def test_that_the_time_zone_is_the_workstations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Dublin")
    assert sign_in.local_time_zone() == "Europe/Dublin"
    monkeypatch.setenv("TZ", "Nowhere/Land")
    assert "Nowhere" not in sign_in.local_time_zone()


def test_that_a_demo_given_to_a_patient_opens_again_only_with_a_password(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sign_in, "is_demo", lambda _folder: True)
    assert opened.demo_password(desk.folder) == demo.PASSWORD
    patient_id = visit.register(desk)
    hand_over(desk, start_screening(desk, patient_id).draft)
    assert opened.demo_password(desk.folder) == ""
    with pytest.raises(WrongPassword):
        sign_in.change_places(desk, "a wrong river")
    assert opened.demo_password(desk.folder) == ""
    sign_in.change_places(desk, PASSWORD)
    assert opened.demo_password(desk.folder) == demo.PASSWORD


def test_that_signing_in_after_a_restart_takes_the_screen_back(tmp_path: Path) -> None:
    desk = open_fresh(tmp_path / "home", Clinic("Harbour Clinic"))
    patient_id = visit.register(desk)
    hand_over(desk, start_screening(desk, patient_id).draft)
    desk.close()
    assert is_given_away(desk.folder)
    opened.sign_in(desk.folder, PASSWORD).close()
    assert not is_given_away(desk.folder)
