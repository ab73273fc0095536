"""Kit: the body map: one view at a time; regions to choose, points to place, nothing decided.

Keyboard: Tab and arrows walk the regions, Enter or Space chooses; P starts the crosshair (arrows
move it, Shift in wide steps, Enter places, Delete removes, Escape ends); + - 0 zoom; Ctrl+arrows
pan; Ctrl+Z and Ctrl+Shift+Z undo and redo. Mouse: click chooses a region and then places points
in it; right click removes; Shift+drag marks an area; wheel zooms; middle button or Space+drag pans.
"""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mesodesk.domain.bodymap.drawing import BodyMap, MapRegion
from mesodesk.domain.bodymap.layout import grid_points, hatch_points
from mesodesk.domain.bodymap.points import MapPoint, mirror, mirror_region, place, region_of
from mesodesk.domain.bodymap.polygon import Polygon
from mesodesk.ui.kit.bodymap.camera import Camera
from mesodesk.ui.kit.bodymap.editor import PointEditor
from mesodesk.ui.kit.bodymap.keys import Keys
from mesodesk.ui.kit.bodymap.marks import ZoneMarks
from mesodesk.ui.kit.bodymap.painting import Painting
from mesodesk.ui.kit.bodymap.pointer import Pointer
from mesodesk.ui.kit.bodymap.scene import Scene, next_region, scene_of
from mesodesk.ui.kit.bodymap.shapes import inks
from mesodesk.ui.kit.bodymap.spoken import spoken_map, tell_focus, tell_marks, tell_view
from mesodesk.ui.kit.bodymap.words import view_word

Label = Callable[[str, str], str]  # code and side of a region -> its name for the user


class BodyMapView(QWidget):
    """Shows a view, emits what the user wants; the caller decides and shows it back."""

    region_chosen = Signal(str, str)  # code, side
    points_changed = Signal(object)  # tuple[MapPoint, ...]
    mirror_wanted = Signal(str, str, object)  # code, other side, tuple[MapPoint, ...]
    map_shown = Signal(str)

    def __init__(
        self, maps: tuple[BodyMap, ...], label: Label, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._maps = {each.name: each for each in maps}
        self._label = label
        self.camera = Camera()
        self.editor = PointEditor(self)
        self.scene: Scene = scene_of(maps[0])
        # What a screen reader says of a region besides its name, where the caller knows more.
        self.note: Label | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.editor.changed.connect(self._on_points_changed)
        self._keys = Keys(self, self)
        self._pointer = Pointer(self, self, self._keys)
        self.show_map(maps[0].name)

    def show_map(self, name: str) -> None:
        """Change to another view; marks stay with the view they belong to. KeyError if unknown."""
        old, body_map = self.scene, self._maps[name]
        self.scene = scene_of(body_map)
        self.scene.points, self.scene.point_number = old.points, old.point_number
        self.scene.zones, self.scene.ghosts = old.zones, old.ghosts
        if old.chosen is not None:
            self.scene.chosen = body_map.region(old.chosen.code, old.chosen.side)
        self.camera.look_at(body_map.width, body_map.height)
        self.setAccessibleName(self.tr("Body map: ") + view_word(name))
        tell_view(self, self)
        self.update()
        if old.body_map.name != name:
            self.map_shown.emit(name)

    def set_points(self, points: tuple[MapPoint, ...], number: int = 1) -> None:
        """Take up the points of the zone at hand, which has `number` in the list."""
        self.editor.load(points)
        self.scene.points, self.scene.point_number = points, number
        self.update()

    def set_marks(self, zones: tuple[ZoneMarks, ...]) -> None:
        """Show the other zones."""
        self.scene.zones = zones
        tell_marks(self, self)
        self.update()

    def set_ghosts(self, points: tuple[MapPoint, ...]) -> None:
        """Show last time's points as open rings."""
        self.scene.ghosts = points
        self.update()

    def choose(self, code: str, side: str, tells: bool = True) -> None:
        """Choose a region, or none by ""; `tells` emits region_chosen. A region this view lacks
        is only noted."""
        region = self.scene.body_map.region(code, side)
        self.scene.chosen = region
        if region is not None:
            self.focus_region(region)
        tell_marks(self, self)
        self.update()
        if tells:
            self.region_chosen.emit(code, side)

    def focus_region(self, region: MapRegion) -> None:
        """Put the keyboard's mark on a region and say so to assistive technology."""
        self.scene.focused = region
        tell_focus(self, self)
        self.update()

    def lay_grid(self, spacing_mm: Decimal) -> None:
        """A grid in the marked area or the chosen region. BadInput if the spacing cannot be."""
        self._lay(grid_points, spacing_mm)

    def lay_hatch(self, spacing_mm: Decimal) -> None:
        """A nappage hatch in the marked area or the chosen region. BadInput as for a grid."""
        self._lay(hatch_points, spacing_mm)

    def mirror_points(self) -> None:
        """Offer the points of this view for the other side of the body."""
        region, here = self.scene.chosen, self.scene.body_map
        points = tuple(p for p in self.editor.points if p.map_name == here.name)
        if region is not None and points:
            code, side = mirror_region(region)
            self.mirror_wanted.emit(code, side, tuple(mirror(here, p) for p in points))

    def place_at(self, x: float, y: float) -> None:
        """Place a point, in map units, if it lies in the chosen region."""
        if self.scene.chosen is not None and self.scene.chosen.holds(x, y):
            point = place(self.scene.body_map, x, y)
            if region_of(self.scene.body_map, point) is not None:
                self.editor.add((point,))

    def caption(self) -> str:
        """The name of the region under the pointer, else of the focused one."""
        region = self.scene.lit or (self.scene.focused if self.hasFocus() else None)
        return self.name_of(region) if region is not None else ""

    def name_of(self, region: MapRegion) -> str:
        """A region in words, with its side."""
        return self._label(region.code, region.side)

    def note_of(self, region: MapRegion) -> str:
        """What `note` says of a region; without it the number of its zone and of its points."""
        tell = self.note or self._marked
        return tell(region.code, region.side)

    def _marked(self, code: str, side: str) -> str:
        chosen = self.scene.chosen
        found = [
            (z.number, len(z.points)) for z in self.scene.zones if (z.code, z.side) == (code, side)
        ]
        if chosen is not None and (chosen.code, chosen.side) == (code, side):
            found.append((self.scene.point_number, len(self.scene.points)))
        words = (
            self.tr("zone {n}").format(n=number) + ", " + self.tr("%n point(s)", "", points)
            for number, points in sorted(found)
        )
        return "; ".join(words)

    def _lay(self, rule: Callable[..., tuple[MapPoint, ...]], spacing_mm: Decimal) -> None:
        region = self.scene.chosen
        if region is None:
            return
        marked: Polygon = tuple((p.x(), p.y()) for p in self.scene.lasso)
        area = marked if len(marked) > 2 else region.polygon
        laid = rule(self.scene.body_map, area, spacing_mm, region.polygon)
        self.scene.lasso.clear()
        self.editor.add(laid)
        self.update()

    def _on_points_changed(self, points: tuple[MapPoint, ...]) -> None:
        self.scene.points = points
        self.update()
        said = self.tr("%n point(s)", "", len(points))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.points_changed.emit(points)

    # ------------------------------------------------------------------ what Qt asks for

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scene."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = inks(self.palette())
        painter.fillRect(self.rect(), colours.paper)
        painting = Painting(painter, self.scene, self.camera, colours)
        painting.body(self.hasFocus())
        painting.marks(self.font())
        painter.setFont(self.font())
        painting.sides({"right": self.tr("Right"), "left": self.tr("Left")}, QRectF(self.rect()))
        painting.caption(self.caption(), QRectF(self.rect()))
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on a screen reader may ask."""
        super().showEvent(event)
        spoken_map(self, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is in the middle in the middle."""
        self.camera.resize(event.size().width(), event.size().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say on which region the keyboard's mark stands."""
        super().focusInEvent(event)
        tell_focus(self, self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks the regions, and leaves the map after the last."""
        region = next_region(self.scene, 1 if forward else -1)
        if region is not None and self.hasFocus():
            self.focus_region(region)
            return True
        self.scene.focused = None
        return super().focusNextPrevChild(forward)

    def sizeHint(self) -> QSize:
        """Room for a body at a readable size."""
        return QSize(460, 640)

    def minimumSizeHint(self) -> QSize:
        """A map can still be read at 300 pixels."""
        return QSize(240, 300)

    def centre_on_crosshair(self) -> None:
        """Bring the keyboard's crosshair back into sight when it has left it."""
        if self.scene.crosshair is None:
            return
        at = self.camera.to_pixel(self.scene.crosshair.x(), self.scene.crosshair.y())
        if not self.rect().adjusted(20, 20, -20, -20).contains(at.toPoint()):
            middle = QPointF(self.rect().center())
            self.camera.pan_by(middle.x() - at.x(), middle.y() - at.y())
