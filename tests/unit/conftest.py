"""A real record for tests below the window: encrypted, on disk, with cheap password stretching."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mesodesk.domain.clinic import Clinic
from mesodesk.services.desk import Desk
from tests.fresh import CHEAP, PASSWORD, open_fresh

__all__ = ["CHEAP", "PASSWORD", "desk"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The desk of a new clinic, at half past nine on 14 March 2026 (UTC)."""
    opened = open_fresh(tmp_path / "home", Clinic("Harbour Clinic", ("1 Quay St",)))
    yield opened
    opened.close()
