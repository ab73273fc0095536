"""What a scanner types becomes a lot number."""

from datetime import date

import pytest

from mesodesk.domain.scans import Scanned, Unreadable, lot_number_in, scanned_lot


@pytest.mark.parametrize(
    ("scanned", "lot"),
    [
        (" CAF-101 ", "CAF-101"),
        ("(01)09506000134352(17)270108(10)CAF-101", "CAF-101"),
        ("(01)09506000134352(10)CAF-101(17)270108", "CAF-101"),
        ("]d2010950600013435217270108" + "10CAF-101", "CAF-101"),
        ("0109506000134352" + "17270100" + "10AB12\x1d21SERIAL", "AB12"),
        ("0109506000134352" + "10AB12", "AB12"),
        ("0109506000134352" + "17279999" + "10AB12", "010950600013435217279999" + "10AB12"),
        ("01095060", "01095060"),
        ("", ""),
    ],
)
def test_that_the_lot_is_found_in_what_was_scanned(scanned: str, lot: str) -> None:
    assert lot_number_in(scanned) == lot


# 0 9506000 13435 2: 3*(0+5+6+0+1+4+5) + (9+0+0+0+3+3+2) = 63 + 17 = 80, a multiple of ten
@pytest.mark.parametrize(
    ("scanned", "found"),
    [
        ("(01)09506000134352(17)270108(10)CAF-101", Scanned("CAF-101", date(2027, 1, 8))),
        ("]d20109506000134352" + "17270108" + "10CAF-101", Scanned("CAF-101", date(2027, 1, 8))),
        ("0109506000134352" + "10AB12\x1d17280229", Scanned("AB12", date(2028, 2, 29))),
        ("0109506000134352" + "17280200" + "10A", Scanned("A", date(2028, 2, 29))),
        ("0109506000134352" + "11250101" + "17270100" + "10A", Scanned("A", date(2027, 1, 31))),
        ("0109506000134352" + "10AB12", Scanned("AB12")),
        ("(10)AB12", Scanned("AB12")),
        ("CAF-101", None),
        ("10AB12", None),
        ("01095060", None),
    ],
)
def test_that_lot_and_expiry_are_both_in_the_code(scanned: str, found: Scanned | None) -> None:
    assert scanned_lot(scanned) == found


@pytest.mark.parametrize(
    "scanned",
    [
        "0109506000134353" + "17270108" + "10A",  # the check digit is 2
        "0109506000134352" + "17271301" + "10A",
        "0109506000134352" + "17270230" + "10A",
        "0109506000134352" + "1727",
        "0109506000134352" + "17270108" + "99A",
        "0109506000134352" + "10" + 21 * "A",
        "(01)0950600013435(10)A",
        "(17)2701(10)A",
    ],
)
def test_that_a_code_misread_or_cut_short_is_not_trusted(scanned: str) -> None:
    with pytest.raises(Unreadable):
        scanned_lot(scanned)
    assert lot_number_in(scanned) == scanned
