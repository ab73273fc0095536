"""A patient after a visit, and the room of consents and sheets, on a real record."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mesodesk.core.ids import PatientId, SessionId
from mesodesk.domain.courses.course import Course
from mesodesk.services.desk import Desk
from mesodesk.store import audit
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.printing import FilePrinters
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.sheets.view import SheetsRoom
from tests import visit


@dataclass
class Visit:
    """Who came, what was agreed and done, and the room that shows it."""

    desk: Desk
    patient_id: PatientId
    course: Course
    session_id: SessionId
    room: SheetsRoom
    prompter: ScriptedPrompter
    paper: Path

    def verbs(self, count: int) -> list[str]:
        """The verbs of the newest events of the audit chain, oldest first."""
        with self.desk.store.reading(self.desk.author) as reading:
            newest = list(audit.events(reading))[:count]
        return [event.verb for event in reversed(newest)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The desk of a new clinic."""
    opened = visit.open_clinic(tmp_path / "home")
    yield opened
    opened.close()


@pytest.fixture
def seen(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[Visit]:
    """A patient who speaks French, treated once; the room is shown and active."""
    who = visit.register(desk, language="fr")
    course, shelf = visit.plan(desk, who), visit.shelve(desk)
    visit.consent(desk, course, photographs=False)
    session = visit.treat(desk, course, shelf)
    paper = tmp_path / "paper"
    paper.mkdir()
    announcer, prompter = Announcer(), ScriptedPrompter()
    room = SheetsRoom(desk, DirectRunner(), announcer, prompter, FilePrinters(paper))
    announcer.announced.connect(lambda changes, _origin: room.on_changes(changes))
    qtbot.addWidget(room)
    room.resize(1100, 640)
    with qtbot.waitActive(room):
        room.show()
        room.activateWindow()
    room.show_patient(who)
    yield Visit(desk, who, course, session, room, prompter, paper)
    room.filling.leave()
    room.close()
