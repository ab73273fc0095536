"""Columns: quantities as whole thousandths, moments as text that sorts by time."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from sqlalchemy.dialects import sqlite

from mesodesk.models.columns import Micrograms, Microlitres, Moment

DIALECT = sqlite.dialect()


@pytest.mark.parametrize(
    ("volume_ml", "kept"), [("0.05", 50), ("1.2", 1200), ("2500", 2_500_000), ("0", 0)]
)
def test_that_a_volume_is_whole_microlitres_and_comes_back(volume_ml: str, kept: int) -> None:
    column = Microlitres()
    assert column.process_bind_param(Decimal(volume_ml), DIALECT) == kept
    assert column.process_result_value(kept, DIALECT) == Decimal(volume_ml)


def test_that_a_round_number_has_no_exponent() -> None:
    assert str(Micrograms().process_result_value(2_500_000, DIALECT)) == "2500"


def test_that_a_finer_amount_is_refused_and_never_rounded() -> None:
    with pytest.raises(ValueError, match=r"0\.0005 is finer than a whole microlitre"):
        Microlitres().process_bind_param(Decimal("0.0005"), DIALECT)


def test_that_nothing_stays_nothing() -> None:
    assert Microlitres().process_bind_param(None, DIALECT) is None
    assert Microlitres().process_result_value(None, DIALECT) is None
    assert Moment().process_bind_param(None, DIALECT) is None
    assert Moment().process_result_value(None, DIALECT) is None


def test_that_a_moment_is_kept_in_utc() -> None:
    winter = timezone(timedelta(hours=1))
    kept = Moment().process_bind_param(datetime(2026, 3, 14, 10, 30, tzinfo=winter), DIALECT)
    assert kept == "2026-03-14T09:30:00.000000Z"
    assert Moment().process_result_value(kept, DIALECT) == datetime(2026, 3, 14, 9, 30, tzinfo=UTC)


def test_that_a_moment_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        Moment().process_bind_param(datetime(2026, 3, 14, 9, 30), DIALECT)  # noqa: DTZ001
