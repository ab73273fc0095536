"""Opening hours, on a calendar: 14 March 2026 is a Saturday; the clinic opens Monday to Friday."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from mesodesk.domain.clinic import Settings
from mesodesk.domain.opening import next_open

LONDON = ZoneInfo("Europe/London")
HOURS = Settings().opening_hours


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        # Saturday morning: Monday at nine.
        (datetime(2026, 3, 14, 9, 30, tzinfo=UTC), datetime(2026, 3, 16, 9, tzinfo=LONDON)),
        # Monday night, an hour after midnight: nine o'clock of the same day.
        (datetime(2026, 3, 16, 1, 0, tzinfo=UTC), datetime(2026, 3, 16, 9, tzinfo=LONDON)),
        # Within the hours: at once.
        (datetime(2026, 3, 16, 11, 5, tzinfo=UTC), datetime(2026, 3, 16, 11, 5, tzinfo=LONDON)),
        # The closing hour itself is closed.
        (datetime(2026, 3, 16, 18, 0, tzinfo=UTC), datetime(2026, 3, 17, 9, tzinfo=LONDON)),
        # Friday evening over the weekend in which summer time begins: nine in summer time.
        (datetime(2026, 3, 27, 20, 0, tzinfo=UTC), datetime(2026, 3, 30, 9, tzinfo=LONDON)),
    ],
)
def test_that_a_moment_is_moved_to_when_somebody_is_there(
    moment: datetime, opens: datetime
) -> None:
    assert next_open(moment, HOURS, LONDON) == opens


def test_that_a_clinic_without_hours_moves_nothing() -> None:
    moment = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
    assert next_open(moment, ((),) * 7, LONDON) == moment
