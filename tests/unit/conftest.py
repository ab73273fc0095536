"""A real record for tests below the window: encrypted, on disk, with cheap password stretching."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.domain.clinic import Clinic
from mesodesk.services.desk import Desk
from mesodesk.services.sign_in import FirstClinician, set_up_clinic
from mesodesk.store.keys import Cost

PASSWORD = "a calm river at dawn"
CHEAP = Cost(passes=1, memory_kib=64, lanes=1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The desk of a new clinic, at half past nine on 14 March 2026 (UTC)."""
    clock = SetClock(datetime(2026, 3, 14, 9, 30, tzinfo=UTC))
    person = FirstClinician("Dr Ana Lindqvist", "7654321", PASSWORD, PASSWORD, "MD")
    opened, _recovery = set_up_clinic(
        tmp_path / "home", clock, Clinic("Harbour Clinic", ("1 Quay St",)), person, CHEAP
    )
    yield opened
    opened.close()
