"""Kit: reads and writes decimal numbers as people type them, comma or point. Pure and exact."""

import re
from decimal import Decimal

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)")


def read_decimal(text: str) -> Decimal | None:
    """The number that was written, with a comma or a point; None if it is none."""
    compact = re.sub(r"[\s\u00a0\u202f]", "", text)
    if not _NUMBER.fullmatch(compact):
        return None
    return Decimal(compact.replace(",", "."))


def show_decimal(value: Decimal, separator: str = ".") -> str:
    """The number without an exponent or needless zeros: 0.50 becomes 0.5, 1E+1 becomes 10."""
    plain = f"{value:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.replace(".", separator)


def decimal_places(value: Decimal) -> int:
    """How many places stand behind the point, needless zeros not counted."""
    plain = show_decimal(value)
    return len(plain.partition(".")[2])
