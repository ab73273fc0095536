"""A prepared visit, and the session room on it, answering at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from mesodesk.core.clock import SetClock
from mesodesk.core.ids import ZoneId, new_id
from mesodesk.services.desk import Desk
from mesodesk.services.signing import set_pin
from mesodesk.services.treatments.signing import sign_session
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.session.view import SessionRoom
from tests.unit.services.treatments.visits import (
    PASSWORD,
    Visit,
    add_screening,
    prepare_visit,
    zone,
)

PIN = "4711"
SIX = [(region, side) for region in ("buttock", "outer_thigh", "hip") for side in ("right", "left")]


@dataclass
class Scene:
    """The room with all it was given, and where it wanted to lead."""

    desk: Desk
    clock: SetClock
    visit: Visit
    room: SessionRoom
    prompter: ScriptedPrompter
    announced: list[object] = field(default_factory=list)
    led: list[Destination] = field(default_factory=list)


@pytest.fixture
def visit(desk: Desk) -> Visit:
    """A patient with course, screening, consent, stock, and a PIN set by the clinician."""
    set_pin(desk, PASSWORD, PIN)
    return prepare_visit(desk)


@pytest.fixture
def scene(qtbot: QtBot, desk: Desk, visit: Visit) -> Iterator[Scene]:
    """The room, shown, with nobody in it yet."""
    assert isinstance(desk.clock, SetClock)
    prompter, announcer = ScriptedPrompter(), Announcer()
    room = SessionRoom(desk, DirectRunner(), announcer, prompter)
    made = Scene(desk, desk.clock, visit, room, prompter)
    announcer.announced.connect(lambda changes, _: made.announced.append(changes))
    room.destination_chosen.connect(made.led.append)
    qtbot.addWidget(room)
    room.resize(1280, 640)
    with qtbot.waitActive(room):
        room.show()
    yield made
    room.presenter.book.close()


@pytest.fixture
def returning(scene: Scene) -> Scene:
    """A week after a signed session of six zones and two lots; today's screening is done."""
    zones = tuple(replace(zone(*where), id=ZoneId(new_id())) for where in SIX)
    sign_session(scene.desk, replace(scene.visit.session, zones=zones), PASSWORD)
    scene.clock.advance(timedelta(days=7))
    add_screening(scene.desk, scene.visit.patient_id)
    return scene
