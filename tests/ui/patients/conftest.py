"""The patients room before a real, encrypted record."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from mesodesk.domain.patients import PatientDetails
from mesodesk.services.desk import Desk
from mesodesk.services.patients import register_patient
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.patients.view import PatientsRoom


@pytest.fixture
def prompter() -> ScriptedPrompter:
    """Gives prepared answers."""
    return ScriptedPrompter()


@pytest.fixture
def room(qtbot: QtBot, desk: Desk, prompter: ScriptedPrompter) -> PatientsRoom:
    """The room with two patients registered, on screen."""
    register_patient(
        desk,
        PatientDetails("Ó Briain-Žižková", "Zoë", date(1980, 3, 14), phones=("07700 900123",)),
    )
    register_patient(desk, PatientDetails("الأحمد", "فاطمة", date(1988, 6, 9)))
    made = PatientsRoom(desk, DirectRunner(), Announcer(), prompter)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made
