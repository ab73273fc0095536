"""Unit: the picture of a body map that a printed sheet draws."""

from mesodesk.domain.bodymap.drawing import BodyMap, read_map
from mesodesk.domain.bodymap.picture import MarkedZone, picture_of
from mesodesk.domain.bodymap.points import MapPoint

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" data-name="face_front"
 data-version="1" data-mm-per-unit="1">
<path class="outline" d="M0,0 L200,0 L200,100 L0,100Z"/>
<path class="region" data-code="cheek" data-side="right" d="M10,10 L50,10 L50,50 L10,50Z"/>
<path class="fine" d="M90,20 C90,30 110,30 110,20"/>
</svg>"""


def a_map() -> BodyMap:
    return read_map(SVG, "test.svg")


def test_that_a_zone_prints_its_points_and_its_number_in_its_region() -> None:
    zone = MarkedZone(2, "cheek", "right", (MapPoint("face_front", 1, 1000, 2000),))
    picture = picture_of(a_map(), "Face", (zone,))
    assert [(m.number, m.shape, m.x, m.y) for m in picture.marks] == [
        (0, "square", 20, 20),
        (2, "square", 30, 30),
    ]
    assert len(picture.regions) == 1
    assert (picture.width, picture.height, picture.title) == (200, 100, "Face")


def test_that_a_free_area_carries_its_number_at_its_first_point() -> None:
    zone = MarkedZone(1, "free_area", "midline", (MapPoint("face_front", 1, 5000, 5000),))
    picture = picture_of(a_map(), "Face", (zone,))
    assert [(m.number, m.x, m.y) for m in picture.marks] == [(0, 100, 50), (1, 100, 50)]
    assert picture.regions == ()


def test_that_a_zone_without_points_is_on_each_view_of_its_region() -> None:
    assert MarkedZone(1, "cheek", "right", ()).is_on(a_map())
    assert not MarkedZone(1, "cheek", "left", ()).is_on(a_map())


def test_that_a_zone_of_another_view_is_left_out() -> None:
    zone = MarkedZone(1, "cheek", "right", (MapPoint("face_right", 1, 10, 10),))
    picture = picture_of(a_map(), "Face", (zone,))
    assert not list(picture.marks)
    assert not list(picture.regions)


def test_that_curves_keep_their_handles_and_whether_they_close() -> None:
    picture = picture_of(a_map(), "Face", ())
    detail = picture.details[0]
    assert list(detail.start) == [90, 20]
    assert [list(piece) for piece in detail.pieces] == [[(90, 30), (110, 30), (110, 20)]]
    assert not detail.is_closed
    assert picture.outlines[0].is_closed
