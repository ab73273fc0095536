"""What a scanner types becomes a lot number."""

import pytest

from mesodesk.domain.scans import lot_number_in


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
