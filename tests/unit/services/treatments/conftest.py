"""A visit for which every gate is open, on a real record."""

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.services.desk import Desk
from tests.unit.services.treatments.visits import Visit, prepare_visit


@pytest.fixture
def clock(desk: Desk) -> SetClock:
    """The very clock of the desk."""
    assert isinstance(desk.clock, SetClock)
    return desk.clock


@pytest.fixture
def visit(desk: Desk) -> Visit:
    """A patient with course, screening, consent and stock, and a session ready to start."""
    return prepare_visit(desk)
