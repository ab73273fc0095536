"""Kit: the body map by mouse."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from mesodesk.ui.kit.bodymap.board import Board
from mesodesk.ui.kit.bodymap.keys import Keys

_Button = Qt.MouseButton
_REACH_PX = 9.0
_NOTCH = 120


class Pointer(QObject):
    """Turns hovering, clicks, drags and the wheel on a map into its intents."""

    def __init__(self, widget: QWidget, view: Board, keys: Keys) -> None:
        super().__init__(widget)
        self._view, self._keys = view, keys
        self._pan_from: QPointF | None = None
        self._is_marking = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what the mouse does."""
        kind = event.type()
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QMouseEvent):
            if kind == QEvent.Type.MouseButtonPress:
                return self._press(event)
            if kind == QEvent.Type.MouseMove:
                return self._move(event)
            if kind == QEvent.Type.MouseButtonRelease:
                return self._release()
        if kind == QEvent.Type.Leave:
            self._light(None)
        return super().eventFilter(watched, event)

    def _wheel(self, event: QWheelEvent) -> bool:
        turns = event.angleDelta().y() / _NOTCH
        self._view.camera.zoom_by(1.2**turns, event.position())
        self._view.update()
        return True

    def _press(self, event: QMouseEvent) -> bool:
        at, button = event.position(), event.button()
        pans = button == _Button.MiddleButton or (
            button == _Button.LeftButton and self._keys.is_space_held
        )
        place = self._view.camera.to_map(at)
        if pans:
            self._pan_from = at
            self._keys.has_panned = True
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif button == _Button.RightButton:
            self._remove(place)
        elif button == _Button.LeftButton:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._is_marking = True
                self._view.scene.lasso = [place]
            else:
                self._click(place)
        return True

    def _click(self, place: QPointF) -> None:
        scene = self._view.scene
        region = scene.body_map.region_at(place.x(), place.y())
        if region is None:
            return
        if region is scene.chosen:
            self._view.place_at(place.x(), place.y())
        else:
            self._view.choose(region.code, region.side)

    def _remove(self, place: QPointF) -> None:
        reach = _REACH_PX / self._view.camera.scale
        found = self._view.scene.nearest_point(place.x(), place.y(), reach)
        if found is not None:
            self._view.editor.remove(found)

    def _move(self, event: QMouseEvent) -> bool:
        at = event.position()
        if self._pan_from is not None:
            step = at - self._pan_from
            self._view.camera.pan_by(step.x(), step.y())
            self._pan_from = at
            self._view.update()
        elif self._is_marking:
            self._view.scene.lasso.append(self._view.camera.to_map(at))
            self._view.update()
        else:
            self._light(self._view.camera.to_map(at))
        return True

    def _release(self) -> bool:
        self._pan_from, self._is_marking = None, False
        self._view.unsetCursor()
        return True

    def _light(self, place: QPointF | None) -> None:
        scene = self._view.scene
        found = scene.body_map.region_at(place.x(), place.y()) if place is not None else None
        if found is not scene.lit:
            scene.lit = found
            self._view.update()
