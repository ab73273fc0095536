"""The screening room on a real record, without threads, with prepared answers to its questions."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from mesodesk.core.ids import ItemId, PatientId
from mesodesk.domain.patients import Measurement, PatientDetails, Sex
from mesodesk.services.chart import save_item
from mesodesk.services.desk import Desk
from mesodesk.services.patients import register_patient
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.screening.room import ScreeningRoom


@pytest.fixture
def patient_id(desk: Desk) -> PatientId:
    """A woman of 41, 62 kg and 168 cm, of whom nothing else is known."""
    details = PatientDetails("Okafor", "Ngozi", date(1984, 5, 2), Sex.FEMALE, phototype=2)
    made = register_patient(desk, details).patient.id
    measured = Measurement(ItemId(""), 0, date(2026, 3, 1), Decimal(62), Decimal(168))
    save_item(desk, made, measured)
    return made


@pytest.fixture
def prompter() -> ScriptedPrompter:
    """Answers what a test has prepared."""
    return ScriptedPrompter()


@pytest.fixture
def room(
    qtbot: QtBot, desk: Desk, patient_id: PatientId, prompter: ScriptedPrompter
) -> Iterator[ScreeningRoom]:
    """The room, shown with the patient."""
    made = ScreeningRoom(desk, DirectRunner(), Announcer(), prompter)
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show_patient(patient_id)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.presenter.leave()
