"""Sources in words, and the clinic's own time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from mesodesk.core.clock import SetClock
from mesodesk.domain.phrases import Basis
from mesodesk.ui.kit import clinic_time
from mesodesk.ui.kit.form.saved_label import SavedLabel
from mesodesk.ui.kit.sources import say_basis

# At half past ten in the evening in London it is tomorrow morning in Tokyo.
LATE = datetime(2026, 3, 14, 22, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_tokyo() -> Iterator[None]:
    clinic_time.follow(lambda: ZoneInfo("Asia/Tokyo"))
    yield
    clinic_time.follow(lambda: None)


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        (Basis("SEED", "SEED"), "founding document"),
        (Basis("SEED; general knowledge", "SEED"), "founding document; general knowledge"),
        (Basis("KYB, KYB3", "A"), "law, label, guideline or study: KYB, KYB3"),
        (Basis("YANJI", "B"), "training or trade: YANJI"),
        (Basis("MWZA", "C"), "clinic or vendor, not established: MWZA"),
        (Basis("clinical notes, section 4", "GK"), "general knowledge, no source"),
        (Basis("limits of the product", "CLINIC"), "limits of the product"),
    ],
)
def test_that_a_source_is_said_in_words(basis: Basis, said: str) -> None:
    assert say_basis(basis) == said


def test_that_today_is_the_clinics_day() -> None:
    assert clinic_time.today(SetClock(LATE)) == date(2026, 3, 15)


def test_that_saved_is_said_in_the_clinics_time(qtbot: QtBot) -> None:
    label = SavedLabel()
    qtbot.addWidget(label)
    label.show_saved(LATE)
    assert label.text() == "Saved 07:30"
