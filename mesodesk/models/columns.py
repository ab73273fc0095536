"""Models: column types. Quantities become whole micro-units, moments become sortable text."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """An aware datetime as UTC text, `2026-03-14T09:30:00.000000Z`, which sorts by time."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """To text; a naive datetime is a bug, said as ValueError."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        utc = value.astimezone(UTC).replace(tzinfo=None)
        return utc.isoformat(timespec="microseconds") + "Z"

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Back to an aware datetime in UTC."""
        if value is None:
            return None
        return datetime.fromisoformat(str(value).removesuffix("Z")).replace(tzinfo=UTC)


class _Whole(TypeDecorator[Decimal]):
    """A Decimal kept as a whole number of its thousandths: exact, or refused."""

    impl = BigInteger
    cache_ok = True
    unit = ""

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        """To whole thousandths; a finer fraction would be lost, so it is a ValueError."""
        if value is None:
            return None
        scaled = Decimal(value).scaleb(3)
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{value} is finer than a whole {self.unit}")
        return int(scaled)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Back to a Decimal, without trailing zeros."""
        if value is None:
            return None
        number = Decimal(int(value)).scaleb(-3).normalize()
        exponent = number.as_tuple().exponent
        return number.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else number


class Microlitres(_Whole):
    """Millilitres as whole microlitres."""

    cache_ok = True
    unit = "microlitre"


class Micrometres(_Whole):
    """Millimetres as whole micrometres."""

    cache_ok = True
    unit = "micrometre"


class Micrograms(_Whole):
    """Milligrams (or mg/mL) as whole micrograms (or micrograms per mL)."""

    cache_ok = True
    unit = "microgram"


class Grams(_Whole):
    """Kilograms as whole grams."""

    cache_ok = True
    unit = "gram"
