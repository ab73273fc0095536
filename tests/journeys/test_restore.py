"""A backup is a whole record: its folder opens with the same password."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.services import upkeep
from mesodesk.services.patients import find_patients, patient_count, register_patient
from tests.journeys.conftest import PASSWORD, SetUp
from tests.journeys.program import Program


def test_that_a_backup_made_from_the_window_opens_as_the_record_with_the_same_password(
    program: Program, set_up: SetUp, home: Path, tmp_path: Path
) -> None:
    shelf = tmp_path / "other disk"
    shelf.mkdir()
    desk, _ = set_up()
    register_patient(desk, PatientDetails("Okonjo", "Ingrid", date(1986, 2, 3), Sex.FEMALE))
    upkeep.change_settings(desk, replace(desk.settings, backup_folder=str(shelf)))
    desk.close()
    program.start()
    program.sign_in(PASSWORD)
    program.hands.press("Ctrl+Shift+B")
    program.until(lambda: list(shelf.glob("mesodesk-*/record.db")))
    program.until(lambda: upkeep.backup_age(program.desk).made_at is not None)
    program.leave()

    shutil.rmtree(home)  # the computer is gone
    (copy,) = shelf.iterdir()
    shutil.copytree(copy, home)
    program.start()
    program.sign_in(PASSWORD)
    assert [row.family_name for row in find_patients(program.desk, "ingrid")] == ["Okonjo"]
    assert patient_count(program.desk) == 1
    assert [one for one in upkeep.verify(program.desk) if one.wrong] == []
    register_patient(program.desk, PatientDetails("Ferreira", "Rui", date(1990, 5, 6), Sex.MALE))
    assert patient_count(program.desk) == 2
