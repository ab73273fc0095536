"""The body map on paper: points stay apart, numbers stay readable."""

from dataclasses import replace

import pytest

from mesodesk.documents.mapdrawing import MapDrawing
from mesodesk.domain.sheets.picture import Mark
from tests.unit.documents.samples import PICTURE


def size(step: float, scale: float) -> float:
    marks = tuple(Mark(0, "circle", step * at, 0) for at in range(4))
    return MapDrawing(replace(PICTURE, marks=marks), 100 * scale, 120 * scale).point_size


def test_that_a_map_keeps_its_proportions_in_its_place() -> None:
    assert MapDrawing(PICTURE, 200, 120).scale == 1
    assert MapDrawing(PICTURE, 50, 1000).scale == 0.5


def test_that_distant_points_are_as_large_as_points_get() -> None:
    assert size(step=20, scale=1) == 1.7


def test_that_close_points_shrink_until_there_is_white_between_them() -> None:
    # 4 units apart at one point a unit: a point of 1.2 either way leaves 1.6 between two
    assert size(step=4, scale=1) == pytest.approx(1.2)
    assert size(step=4, scale=0.5) == pytest.approx(0.6)


def test_that_points_never_shrink_out_of_sight() -> None:
    assert size(step=0.1, scale=1) == 0.5


def test_that_a_map_without_points_or_with_two_in_one_place_is_drawn() -> None:
    here = Mark(0, "circle", 5, 5)
    for marks in ((), (here,), (here, here)):
        assert MapDrawing(replace(PICTURE, marks=marks), 100, 120).point_size == 1.7
