"""Unit: area, centre and inside of polygons."""

from hypothesis import given
from hypothesis import strategies as st

from mesodesk.domain.bodymap.polygon import bounds, centre, holds, inner_point, signed_area

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
# An L of three 10 x 10 squares: its centre of gravity (8.33, 8.33) lies inside it.
ELL = ((0.0, 0.0), (20.0, 0.0), (20.0, 10.0), (10.0, 10.0), (10.0, 20.0), (0.0, 20.0))
# A thin horseshoe, open to the right: its centre of gravity lies in the opening.
SHOE = (
    (0.0, 0.0), (30.0, 0.0), (30.0, 2.0), (2.0, 2.0),
    (2.0, 18.0), (30.0, 18.0), (30.0, 20.0), (0.0, 20.0),
)  # fmt: skip


def test_that_area_is_base_times_height_and_its_sign_tells_the_turn() -> None:
    assert signed_area(SQUARE) == 100
    assert signed_area(tuple(reversed(SQUARE))) == -100


def test_that_the_centre_of_an_ell_is_the_mean_of_its_three_squares() -> None:
    x, y = centre(ELL)
    assert (round(x, 3), round(y, 3)) == (8.333, 8.333)


def test_that_points_without_area_have_the_mean_as_centre() -> None:
    assert centre(((0.0, 0.0), (4.0, 4.0), (8.0, 8.0))) == (4, 4)


def test_that_bounds_are_left_top_right_bottom() -> None:
    assert bounds(ELL) == (0, 0, 20, 20)


def test_that_the_notch_of_an_ell_is_outside() -> None:
    assert holds(ELL, 5, 15)
    assert not holds(ELL, 15, 15)
    assert not holds(ELL, 25, 5)


def test_that_a_label_point_is_inside_even_where_the_centre_is_not() -> None:
    assert not holds(SHOE, *centre(SHOE))
    assert holds(SHOE, *inner_point(SHOE))


def test_that_a_label_point_is_the_centre_where_that_is_inside() -> None:
    assert inner_point(SQUARE) == (5, 5)


@given(st.floats(-50, 50), st.floats(-50, 50))
def test_that_inside_a_square_is_inside_on_both_axes(x: float, y: float) -> None:
    if min(abs(x), abs(x - 10), abs(y), abs(y - 10)) > 1e-9:
        assert holds(SQUARE, x, y) == (0 < x < 10 and 0 < y < 10)
