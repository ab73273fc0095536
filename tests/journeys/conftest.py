"""Journeys: an empty home, a started program, and a clinic that was set up the day before."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Protocol

import pytest
from pytestqt.qtbot import QtBot

from mesodesk.core.clock import SetClock, SystemClock
from mesodesk.domain.clinic import Clinic
from mesodesk.services.desk import Desk
from mesodesk.services.sign_in import FirstClinician, set_up_clinic
from mesodesk.store.keys import Cost
from tests.journeys.program import Program

PASSWORD = "a calm river at dawn"
CHEAP = Cost(passes=1, memory_kib=64, lanes=1)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "home"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """The folder in which the printer lays what it prints, as PDF."""
    folder = tmp_path / "paper"
    folder.mkdir()
    return folder


@pytest.fixture
def program(qtbot: QtBot, home: Path, paper: Path) -> Iterator[Program]:
    """The program, not started yet; it is left at the end of the test."""
    before = list(logging.getLogger("mesodesk").handlers)
    made = Program(qtbot, home, paper)
    yield made
    made.leave()
    for handler in set(logging.getLogger("mesodesk").handlers) - set(before):
        logging.getLogger("mesodesk").removeHandler(handler)
        handler.close()


class SetUp(Protocol):
    """Makes the clinic's record; see the fixture `set_up`."""

    def __call__(self, days_ago: int = 0) -> tuple[Desk, str]:
        """Its open desk, and the recovery key."""


@pytest.fixture
def set_up(home: Path) -> SetUp:
    """Makes the clinic's record with a cheap password; returns its open desk, and the recovery key.

    `days_ago` is where the desk's clock stands. Close the desk before the program is started.
    """

    def make(days_ago: int = 0) -> tuple[Desk, str]:
        clinic = Clinic("Harbour Clinic", ("1 Quay St",), country="IE")
        person = FirstClinician("Dr Ana Lindqvist", "7654321", PASSWORD, PASSWORD, "MD")
        clock = SetClock(SystemClock().now() - timedelta(days=days_ago)) if days_ago else None
        return set_up_clinic(home, clock or SystemClock(), clinic, person, CHEAP)

    return make
