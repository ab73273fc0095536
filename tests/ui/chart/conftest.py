"""The chart before a real, encrypted record."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from mesodesk.core.ids import PatientId
from mesodesk.domain.course_line import CourseLine, HeadFact, HeadFacts, Visit, VisitState, Weight
from mesodesk.domain.patients import PatientDetails
from mesodesk.services.desk import Desk
from mesodesk.services.patients import register_patient
from mesodesk.ui.chart.view import ChartRoom
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.scripted import ScriptedPrompter


@pytest.fixture
def prompter() -> ScriptedPrompter:
    """Gives prepared answers."""
    return ScriptedPrompter()


@pytest.fixture
def zoe(desk: Desk) -> PatientId:
    """A patient with an alert."""
    details = PatientDetails(
        "Ó Briain-Žižková", "Zoë", date(1980, 3, 14), alerts=("Faints at needles",)
    )
    return register_patient(desk, details).patient.id


def facts(_patient_id: str) -> HeadFacts:
    """What the screening says."""
    return HeadFacts(HeadFact(Weight.WARNING, "Suitable with precautions", date(2026, 2, 1)))


def lines(_patient_id: str) -> tuple[CourseLine, ...]:
    """A course of two sessions, one done."""
    visits = (
        Visit(1, date(2026, 3, 1), VisitState.DONE, session_id="s1"),
        Visit(2, date(2026, 3, 15), VisitState.PLANNED),
    )
    return (CourseLine("c1", "Skin ageing, face", 2, visits),)


@pytest.fixture
def room(qtbot: QtBot, desk: Desk, prompter: ScriptedPrompter) -> ChartRoom:
    """The room, no chart open yet."""
    runner, announcer = DirectRunner(), Announcer()
    made = ChartRoom(desk, runner, announcer, prompter, (), facts, lines)
    announcer.announced.connect(lambda changes, _: made.on_changes(changes))
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    qtbot.waitExposed(made)
    return made
