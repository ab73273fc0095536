"""Whether two patients may be one person: twins and families are not, slips and exchanges are."""

from datetime import date

import pytest

from mesodesk.domain.names.likeness import Known, likeness
from mesodesk.domain.patients import Likeness

BORN = date(1980, 3, 4)
ZOE = Known("Ó Briain", "Zoë", "", BORN, ("07700 900123",))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (Known("O Briain", "Zoe", "", BORN), Likeness.SAME_BIRTH_SAME_NAME),
        (Known("Zoe", "O'Briain", "", BORN), Likeness.SAME_BIRTH_SAME_NAME),
        (Known("O Briain", "Zoe Anne", "", BORN), Likeness.SAME_BIRTH_SAME_NAME),
        (Known("O Brian", "Zoe", "", BORN), Likeness.SAME_BIRTH_NEAR_NAME),
        (Known("O Briain", "Zoey", "", BORN), Likeness.SAME_BIRTH_NEAR_NAME),
        (Known("Novak", "Zoe", "Ó Briain", BORN), Likeness.SAME_BIRTH_NEAR_NAME),
        (Known("O Briain", "Zoe", "", date(1980, 4, 3)), Likeness.SWAPPED_BIRTH_SAME_NAME),
        (Known("O Brian", "Zoe", "", None, ("+44 7700 900123",)), Likeness.SAME_PHONE_NEAR_NAME),
        (Known("O Briain", "Liam", "", BORN), None),
        (Known("O Briain", "Tom", "", date(2010, 1, 1), ("07700 900123",)), None),
        (Known("O Briain", "Zoe", "", date(1981, 3, 4)), None),
        (Known("Smith", "Zoe", "", BORN), None),
        (Known("", "", "", BORN), None),
    ],
)
def test_that_likeness_needs_a_like_given_name_too(other: Known, expected: Likeness | None) -> None:
    assert likeness(ZOE, other) is expected
    assert likeness(other, ZOE) is expected
