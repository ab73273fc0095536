"""Unit: path text becomes curves, and curves become polygons."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mesodesk.domain.bodymap.path import Cubic, UnreadablePath, read_curve


def test_that_straight_lines_give_their_corners() -> None:
    curve = read_curve("M0,0 L10,0 L10,5Z")
    assert curve.is_closed
    assert curve.polygon() == ((0, 0), (10, 0), (10, 5))


def test_that_an_open_line_keeps_both_its_ends() -> None:
    curve = read_curve("M1,2 L3,4")
    assert not curve.is_closed
    assert curve.polygon() == ((1, 2), (3, 4))


def test_that_the_middle_of_a_cubic_is_an_eighth_three_eighths_three_eighths_an_eighth() -> None:
    # (0 + 3*0 + 3*8 + 8) / 8 = 4 across, (0 + 3*8 + 3*8 + 0) / 8 = 6 down
    assert Cubic((0, 0), (0, 8), (8, 8), (8, 0)).at(0.5) == (4, 6)


def test_that_a_bent_segment_is_cut_until_it_is_as_close_as_asked() -> None:
    # The handles bend by |(8, -8)| = 11.31; sqrt(0.75 * 11.31 / 0.6) = 3.76, so 4 pieces.
    curve = read_curve("M0,0 C0,8 8,8 8,0")
    dots = curve.polygon(0.6)
    assert len(dots) == 5
    for i in range(4):
        x, y = curve.segments[0].at((i + 0.5) / 4)
        mid = (dots[i][0] + dots[i + 1][0]) / 2, (dots[i][1] + dots[i + 1][1]) / 2
        assert math.dist((x, y), mid) <= 0.6


def test_that_a_cubic_command_may_carry_several_segments() -> None:
    curve = read_curve("M0,0 C0,1 1,2 2,2 3,2 4,1 4,0Z")
    assert [segment.start for segment in curve.segments] == [(0, 0), (2, 2), (4, 0)]
    assert curve.segments[-1].end == (0, 0)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "starts with M"),
        ("L0,0 L1,1", "starts with M"),
        ("M0,0", "at least one segment"),
        ("M0,0 L1", "followed by 1 numbers"),
        ("M0,0 C1,1 2,2", "followed by 4 numbers"),
        ("M0,0 L1,1 M2,2 L3,3", "one M"),
        ("M0,0 A1,1 0 0 0 2,2", "'A' is not used"),
    ],
)
def test_that_what_a_map_does_not_use_is_refused_in_words(text: str, reason: str) -> None:
    with pytest.raises(UnreadablePath, match=reason):
        read_curve(text)


_NUMBER = st.integers(-500, 500)
_DOT = st.tuples(_NUMBER, _NUMBER)


@given(st.lists(_DOT, min_size=2, max_size=8, unique=True))
def test_that_the_corners_written_are_the_corners_read(dots: list[tuple[int, int]]) -> None:
    text = "M" + " L".join(f"{x},{y}" for x, y in dots)
    assert read_curve(text).polygon() == tuple((float(x), float(y)) for x, y in dots)


def test_that_a_line_is_known_as_straight_and_a_bend_is_not() -> None:
    assert read_curve("M0,0 L9,6").segments[0].is_straight()
    assert not read_curve("M0,0 C0,8 8,8 8,0").segments[0].is_straight()
