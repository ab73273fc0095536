"""Kit: paints a scene: body, region tints, inner lines, then everything that is marked."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from mesodesk.domain.bodymap.drawing import MapRegion
from mesodesk.domain.bodymap.picture import SHAPES
from mesodesk.ui.kit.bodymap.camera import Camera
from mesodesk.ui.kit.bodymap.marks import paint_ghost, paint_mark, paint_number
from mesodesk.ui.kit.bodymap.scene import Scene
from mesodesk.ui.kit.bodymap.shapes import Inks

_WEIGHTS = {"contour": 1.25, "fine": 0.85, "faint": 0.7}


class Painting:
    """One paint run over a scene."""

    def __init__(self, painter: QPainter, scene: Scene, camera: Camera, inks: Inks) -> None:
        self._painter, self._scene, self._camera, self._inks = painter, scene, camera, inks
        span = scene.body_map.height * camera.scale
        self._weight = min(max(span / 620, 0.85), 1.7)
        self._radius = min(max(2.2 * camera.scale, 2.4), 6.0)

    def body(self, has_focus: bool) -> None:
        """The drawing itself, with the regions that are lit, focused or chosen."""
        self._painter.save()
        self._painter.setTransform(self._camera.transform(), True)
        for outline in self._scene.paths.outlines:
            self._painter.fillPath(outline, self._inks.skin)
        self._regions()
        self._details()
        for outline in self._scene.paths.outlines:
            self._stroke(outline, self._inks.line, 1.5)
        self._chosen_edge()
        if has_focus:
            self._focus()
        self._painter.restore()

    def marks(self, font: QFont) -> None:
        """Ghosts of last time, other zones, the points at hand, the lasso and the crosshair."""
        for place in self._scene.places(self._scene.ghosts):
            paint_ghost(self._painter, self._pixel(place), self._radius * 1.5, self._inks.fine)
        for zone in self._scene.zones:
            for place in self._scene.places(zone.points):
                at = self._pixel(place)
                ink, ground = self._inks.line, self._inks.paper
                paint_mark(self._painter, zone.shape, at, self._radius * 0.85, ink, ground)
        shape = SHAPES[(self._scene.point_number - 1) % len(SHAPES)]
        for place in self._scene.places(self._scene.points):
            at, ink = self._pixel(place), self._inks.accent
            paint_mark(self._painter, shape, at, self._radius, ink, self._inks.paper)
        self._numbers(font)
        self._lasso()
        self._crosshair()

    def sides(self, words: dict[str, str], room: QRectF) -> None:
        """The patient's right and left, in the upper corners on which they lie."""
        middle = self._scene.body_map.width / 2
        self._painter.setPen(self._inks.fine)
        for side, word in words.items():
            xs = [r.centre[0] for r in self._scene.body_map.regions if r.side == side]
            if xs and self._scene.body_map.mirror_name == self._scene.body_map.name:
                is_left = sum(xs) / len(xs) < middle
                flag = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
                corner = room.adjusted(12, 8, -12, -8)
                self._painter.drawText(corner, flag | Qt.AlignmentFlag.AlignTop, word)

    def caption(self, words: str, room: QRectF) -> None:
        """The name of the region under the pointer or the focus, at the lower edge."""
        if not words:
            return
        metrics = self._painter.fontMetrics()
        wide, high = metrics.horizontalAdvance(words) + 20.0, metrics.height() + 8.0
        plate = QRectF(room.center().x() - wide / 2, room.bottom() - high - 4, wide, high)
        self._painter.setPen(QPen(self._inks.faint, 1))
        self._painter.setBrush(self._inks.paper)
        self._painter.drawRoundedRect(plate, high / 2, high / 2)
        self._painter.setPen(self._inks.line)
        self._painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)

    def _regions(self) -> None:
        codes: dict[str, int] = {}
        pairs = zip(self._scene.body_map.regions, self._scene.paths.regions, strict=True)
        for region, path in pairs:
            number = codes.setdefault(region.code, len(codes))
            self._painter.fillPath(path, self._tint(region, number))
            self._stroke(path, self._inks.skin, 1.3)

    def _tint(self, region: MapRegion, number: int) -> QColor:
        if region is self._scene.chosen:
            return self._inks.chosen
        if region is self._scene.lit:
            return self._inks.lit
        return self._inks.tints[number % len(self._inks.tints)]

    def _details(self) -> None:
        colours = {"contour": self._inks.line, "fine": self._inks.fine, "faint": self._inks.faint}
        for kind, path in self._scene.paths.details:
            if kind == "solid":
                self._painter.fillPath(path, self._inks.fine)
            else:
                self._stroke(path, colours[kind], _WEIGHTS[kind])

    def _chosen_edge(self) -> None:
        path = self._path_of(self._scene.chosen)
        if path is not None:
            self._stroke(path, self._inks.accent, 1.8)

    def _focus(self) -> None:
        path = self._path_of(self._scene.focused)
        if path is not None:
            self._stroke(path, self._inks.paper, 3.6)
            self._stroke(path, self._inks.line, 2.0, Qt.PenStyle.DashLine)

    def _path_of(self, region: MapRegion | None) -> QPainterPath | None:
        if region is None or region not in self._scene.body_map.regions:
            return None
        return self._scene.paths.regions[self._scene.body_map.regions.index(region)]

    def _stroke(
        self,
        path: QPainterPath,
        ink: QColor,
        weight: float,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        pen = QPen(ink, weight * self._weight, style, round_cap, round_join)
        pen.setCosmetic(True)
        self._painter.strokePath(path, pen)

    def _numbers(self, font: QFont) -> None:
        for zone in self._scene.zones:
            region = self._scene.body_map.region(zone.code, zone.side)
            places = self._scene.places(zone.points)
            if region is not None:
                spot = QPointF(*region.label_point)
            elif places:
                spot = places[0]
            else:
                continue
            at = self._pixel(spot)
            ink, ground = self._inks.line, self._inks.paper
            paint_number(self._painter, zone.number, at, font, ink, ground)

    def _lasso(self) -> None:
        if len(self._scene.lasso) > 1:
            self._painter.setPen(QPen(self._inks.accent, 1.6, Qt.PenStyle.DashLine))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawPolygon(QPolygonF([self._pixel(p) for p in self._scene.lasso]))

    def _crosshair(self) -> None:
        if self._scene.crosshair is None:
            return
        at = self._pixel(self._scene.crosshair)
        for ink, weight in ((self._inks.paper, 4.0), (self._inks.line, 1.6)):
            self._painter.setPen(QPen(ink, weight))
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                self._painter.drawLine(at + QPointF(dx * 5, dy * 5), at + QPointF(dx * 16, dy * 16))

    def _pixel(self, place: QPointF) -> QPointF:
        return self._camera.to_pixel(place.x(), place.y())
