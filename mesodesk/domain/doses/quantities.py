"""Domain: exact conversions between what a clinician reads and the whole units that are kept.

Millilitres, milligrams and millimetres are Decimal; microlitres, micrograms and micrometres are
whole numbers. A fraction finer than the whole unit is refused, never rounded away.
"""

from decimal import Decimal, InvalidOperation
from fractions import Fraction

from mesodesk.core.errors import BadInput, Problem

_THOUSAND = Decimal(1000)
_LARGEST = 6  # digits after the first: nothing injected is measured in millions
_FINER = Fraction(1, 2)


def microlitres(volume_ml: Decimal, field: str = "volume_ml") -> int:
    """Whole microlitres in `volume_ml`. Raises BadInput if it is finer, negative or no number."""
    return _whole(volume_ml, field, "mL")


def millilitres(volume_ul: int) -> Decimal:
    """The millilitres in whole microlitres."""
    return Decimal(volume_ul) / _THOUSAND


def micrograms(mass_mg: Decimal, field: str = "mass_mg") -> int:
    """Whole micrograms in `mass_mg`. Raises BadInput if it is finer, negative or no number."""
    return _whole(mass_mg, field, "mg")


def milligrams(mass_ug: int) -> Decimal:
    """The milligrams in whole micrograms."""
    return Decimal(mass_ug) / _THOUSAND


def micrometres(length_mm: Decimal, field: str = "depth_mm") -> int:
    """Whole micrometres in `length_mm`. Raises BadInput if it is finer, negative or no number."""
    return _whole(length_mm, field, "mm")


def millimetres(length_um: int) -> Decimal:
    """The millimetres in whole micrometres."""
    return Decimal(length_um) / _THOUSAND


def read_amount(typed: str, field: str, unit: str) -> Decimal:
    """The number a person typed, with a point or a comma. Raises BadInput with what to do."""
    words = typed.strip().removesuffix(unit).strip().replace(",", ".", 1)
    try:
        amount = Decimal(words)
    except InvalidOperation:
        raise BadInput(Problem(field, f"Type a number of {unit}, such as 0.1.")) from None
    _whole(amount, field, unit)
    return amount


def plain(amount: Decimal, places: int = 0) -> str:
    """A number as it is read aloud: no exponent, no idle zeros beyond `places` decimals."""
    words = f"{amount.normalize():f}"
    whole, _, fraction = words.partition(".")
    fraction = fraction.ljust(places, "0")
    return f"{whole}.{fraction}" if fraction else whole


def _whole(amount: Decimal, field: str, unit: str) -> int:
    if not amount.is_finite() or amount < 0:
        raise BadInput(Problem(field, f"This must be zero {unit} or more."))
    if amount.adjusted() > _LARGEST:
        raise BadInput(Problem(field, f"This is too large for an amount in {unit}."))
    # A Fraction is exact where a product of Decimals would be rounded to the context.
    thousandths = Fraction(amount) * 1000 if amount.adjusted() >= -3 or not amount else _FINER
    if thousandths.denominator != 1:
        raise BadInput(Problem(field, f"This is finer than 0.001 {unit}; round it to that."))
    return int(thousandths)
