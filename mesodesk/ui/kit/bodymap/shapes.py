"""Kit: the curves of a body map as Qt paths, and its colours mixed from the palette."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath, QPalette, QPolygonF

from mesodesk.domain.bodymap.drawing import BodyMap
from mesodesk.domain.bodymap.path import Curve
from mesodesk.domain.bodymap.polygon import Polygon

_Role = QPalette.ColorRole


def qt_path(curve: Curve) -> QPainterPath:
    """The curve in map units."""
    path = QPainterPath(QPointF(*curve.segments[0].start))
    for piece in curve.segments:
        if piece.is_straight():
            path.lineTo(*piece.end)
        else:
            path.cubicTo(QPointF(*piece.first), QPointF(*piece.second), QPointF(*piece.end))
    if curve.is_closed:
        path.closeSubpath()
    return path


def qt_polygon(polygon: Polygon) -> QPolygonF:
    """A polygon in map units."""
    return QPolygonF([QPointF(x, y) for x, y in polygon])


@dataclass(frozen=True)
class Paths:
    """A map's curves, ready to paint."""

    outlines: tuple[QPainterPath, ...]
    regions: tuple[QPainterPath, ...]
    details: tuple[tuple[str, QPainterPath], ...]


def paths_of(body_map: BodyMap) -> Paths:
    """The curves of one map."""
    return Paths(
        outlines=tuple(qt_path(curve) for curve in body_map.outlines),
        regions=tuple(qt_path(region.curve) for region in body_map.regions),
        details=tuple((each.kind, qt_path(each.curve)) for each in body_map.details),
    )


@dataclass(frozen=True)
class Inks:
    """The colours of a drawing. They follow light and dark because the palette does."""

    paper: QColor
    skin: QColor
    line: QColor
    fine: QColor
    faint: QColor
    tints: tuple[QColor, ...]
    lit: QColor
    chosen: QColor
    accent: QColor
    accent_ink: QColor


def inks(palette: QPalette) -> Inks:
    """Mixed from Base, Text and Highlight alone."""
    paper, ink = palette.color(_Role.Base), palette.color(_Role.Text)
    accent = palette.color(_Role.Highlight)
    return Inks(
        paper=paper,
        skin=mixed(paper, ink, 0.025),
        line=mixed(paper, ink, 0.78),
        fine=mixed(paper, ink, 0.58),
        faint=mixed(paper, ink, 0.34),
        tints=tuple(mixed(paper, turned(accent, step), 0.17) for step in (0, 35, 215, 60, 180)),
        lit=mixed(paper, accent, 0.22),
        chosen=mixed(paper, accent, 0.24),
        accent=accent,
        accent_ink=palette.color(_Role.HighlightedText),
    )


def mixed(ground: QColor, over: QColor, share: float) -> QColor:
    """`share` (0 to 1) of one colour laid over another."""
    rest = 1 - share
    return QColor.fromRgbF(
        ground.redF() * rest + over.redF() * share,
        ground.greenF() * rest + over.greenF() * share,
        ground.blueF() * rest + over.blueF() * share,
    )


def turned(colour: QColor, degrees: int) -> QColor:
    """The colour's neighbour on the wheel, no more saturated than a printed tint."""
    hue = (max(colour.hslHue(), 0) + degrees) % 360
    return QColor.fromHsl(hue, min(colour.hslSaturation(), 85), 128)
