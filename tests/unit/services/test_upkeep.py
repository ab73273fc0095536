"""Upkeep: backups that are reopened and counted, verification, the clinic's own numbers."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import BadInput
from mesodesk.services import colleagues, upkeep
from mesodesk.services.desk import Desk
from mesodesk.services.sign_in import sign_in, unlock

PASSWORD = "a calm river at dawn"


def test_that_a_backup_is_noted_with_its_age_and_grows_overdue(desk: Desk, tmp_path: Path) -> None:
    assert upkeep.backup_age(desk).is_overdue
    target = tmp_path / "usb"
    target.mkdir()
    made = upkeep.back_up(desk, target)
    assert upkeep.backup_age(desk).made_at == made.finished_at
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(days=7))
    assert not upkeep.backup_age(desk).is_overdue
    desk.clock.advance(timedelta(seconds=1))
    assert upkeep.backup_age(desk).is_overdue


def test_that_a_backup_opens_as_a_record_of_its_own(desk: Desk, tmp_path: Path) -> None:
    sha256 = desk.store.content.add(b"%PDF-1.7 scan", "application/pdf", desk.clock.now())
    made = upkeep.back_up(desk, tmp_path)
    copy = sign_in(made.folder, unlock(made.folder, PASSWORD, desk.clock), desk.clock)
    assert copy.clinic.name == "Harbour Clinic"
    assert copy.store.content.get(sha256).data == b"%PDF-1.7 scan"
    copy.close()


def test_that_a_backup_says_how_far_it_is_up_to_the_whole(desk: Desk, tmp_path: Path) -> None:
    desk.store.content.add(3_000_000 * b"x", "application/pdf", desk.clock.now())
    told: list[int] = []
    upkeep.back_up(desk, tmp_path, lambda: False, told.append)
    assert told == sorted(set(told))  # never back, nothing twice
    assert told[-3:] == [80, 90, 100]  # copied, the record checked, all checked
    assert len(told) > 5


def test_that_a_cancelled_backup_leaves_no_folder_behind(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "usb"
    target.mkdir()
    with pytest.raises(InterruptedError):
        upkeep.back_up(desk, target, lambda: True)
    assert list(target.iterdir()) == []


@pytest.mark.parametrize("where", ["home", "nowhere"])
def test_that_a_backup_wants_another_folder_that_exists(
    desk: Desk, tmp_path: Path, where: str
) -> None:
    with pytest.raises(BadInput) as caught:
        upkeep.back_up(desk, tmp_path / where)
    assert caught.value.problems[0].field == "backup_folder"


def test_that_verify_passes_an_untouched_record(desk: Desk) -> None:
    assert [check.name for check in upkeep.verify(desk) if check.wrong] == []
    assert len(upkeep.verify(desk)) == 7


def test_that_a_threshold_outside_its_range_is_refused_beside_its_field(desk: Desk) -> None:
    with pytest.raises(BadInput) as caught:
        upkeep.change_settings(desk, replace(desk.settings, swelling_hours=37, bruise_days=0))
    assert {problem.field for problem in caught.value.problems} == {"swelling_hours", "bruise_days"}


def test_that_a_changed_threshold_holds_from_the_next_sign_in_too(desk: Desk) -> None:
    upkeep.change_settings(desk, replace(desk.settings, recent_cancer_years=10))
    again = sign_in(desk.folder, desk.store.keys, desk.clock)
    assert again.settings.recent_cancer_years == 10
    again.close()


def test_that_a_new_letterhead_is_a_new_version(desk: Desk) -> None:
    upkeep.change_clinic(desk, replace(desk.clinic, name="Harbour Skin Clinic"))
    assert (desk.clinic.name, desk.clinic.version) == ("Harbour Skin Clinic", 2)


def test_that_a_clinician_cannot_be_left_without_a_name(desk: Desk) -> None:
    with pytest.raises(BadInput):
        colleagues.change_colleague(desk, replace(upkeep.clinician(desk), name=" "))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "clinic_name"),
        ({"paper": "A3"}, "paper"),
        ({"time_zone": "Europe/Nowhere"}, "time_zone"),
    ],
)
def test_that_a_letterhead_that_cannot_be_used_is_refused_beside_its_field(
    desk: Desk, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(BadInput) as caught:
        upkeep.change_clinic(desk, replace(desk.clinic, **changes))
    assert [problem.field for problem in caught.value.problems] == [field]


@pytest.mark.parametrize("span", [(9, 9), (18, 9), (9, 25)])
def test_that_opening_hours_must_open_before_they_close(desk: Desk, span: tuple[int, int]) -> None:
    hours = (span, *desk.settings.opening_hours[1:])
    with pytest.raises(BadInput) as caught:
        upkeep.change_settings(desk, replace(desk.settings, opening_hours=hours))
    assert caught.value.problems[0].field == "opening_0"


def test_that_a_changed_name_signs_from_then_on(desk: Desk) -> None:
    colleagues.change_colleague(
        desk, replace(upkeep.clinician(desk), name="Dr Ana Lindqvist-Moreau")
    )
    assert desk.author.name == "Dr Ana Lindqvist-Moreau"
