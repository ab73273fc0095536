"""Kit: the body map by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from mesodesk.ui.kit.bodymap.board import Board
from mesodesk.ui.kit.bodymap.scene import region_towards

_Key = Qt.Key
_STEPS = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}
_NEAR_MM, _FAR_MM, _PAN_PX = 1.0, 10.0, 60


class Keys(QObject):
    """Turns key presses on a map into its intents."""

    def __init__(self, widget: QWidget, view: Board) -> None:
        super().__init__(widget)
        self._view = view
        self.is_space_held = False
        self.has_panned = False  # by the mouse, since Space went down
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean something here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._is_history(event):
                event.accept()
            return False
        if isinstance(event, QKeyEvent) and event.key() == _Key.Key_Space:
            return self._space(event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return super().eventFilter(watched, event)

    def _space(self, event: QKeyEvent) -> bool:
        """Held for panning with the mouse; tapped it chooses, as Enter does."""
        if event.isAutoRepeat():
            return True
        self.is_space_held = event.type() == QEvent.Type.KeyPress
        if self.is_space_held:
            self.has_panned = False
        elif not self.has_panned:
            self._enter()
            self._view.update()
        return True

    def _press(self, event: QKeyEvent) -> bool:
        if self._is_history(event):
            return self._history(event)
        step = _STEPS.get(_Key(event.key()))
        if step is not None:
            return self._arrow(event, *step)
        action = self._actions().get(event.key())
        if action is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        handled = action()
        self._view.update()
        return handled is not False

    def _actions(self) -> dict[int, Callable[[], bool | None]]:
        camera = self._view.camera
        return {
            _Key.Key_Return: self._enter,
            _Key.Key_Enter: self._enter,
            _Key.Key_P: self._start_crosshair,
            _Key.Key_Escape: self._escape,
            _Key.Key_Delete: self._remove,
            _Key.Key_Backspace: self._remove,
            _Key.Key_Plus: lambda: camera.zoom_by(1.25),
            _Key.Key_Equal: lambda: camera.zoom_by(1.25),
            _Key.Key_Minus: lambda: camera.zoom_by(0.8),
            _Key.Key_0: camera.fit,
            _Key.Key_M: self._view.mirror_points,
        }

    def _is_history(self, event: QKeyEvent) -> bool:
        standard = QKeySequence.StandardKey
        return event.matches(standard.Undo) or event.matches(standard.Redo)

    def _history(self, event: QKeyEvent) -> bool:
        editor = self._view.editor
        if event.matches(QKeySequence.StandardKey.Undo):
            editor.undo()
        else:
            editor.redo()
        return True

    def _arrow(self, event: QKeyEvent, dx: int, dy: int) -> bool:
        view, scene = self._view, self._view.scene
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            view.camera.pan_by(-dx * _PAN_PX, -dy * _PAN_PX)
        elif scene.crosshair is not None:
            wide = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            reach = (_FAR_MM if wide else _NEAR_MM) / float(scene.body_map.mm_per_unit)
            scene.crosshair += QPointF(dx * reach, dy * reach)
            view.centre_on_crosshair()
        else:
            region = region_towards(scene, dx, dy)
            if region is not None:
                view.focus_region(region)
        view.update()
        return True

    def _enter(self) -> None:
        scene = self._view.scene
        if scene.crosshair is not None:
            self._view.place_at(scene.crosshair.x(), scene.crosshair.y())
        elif scene.focused is not None:
            self._view.choose(scene.focused.code, scene.focused.side)

    def _start_crosshair(self) -> None:
        scene = self._view.scene
        if scene.chosen is not None:
            scene.crosshair = QPointF(*scene.chosen.label_point)
            self._view.centre_on_crosshair()

    def _escape(self) -> bool:
        scene = self._view.scene
        had = scene.crosshair is not None or bool(scene.lasso)
        scene.crosshair = None
        scene.lasso.clear()
        return had

    def _remove(self) -> None:
        scene = self._view.scene
        if scene.crosshair is None:
            return
        found = scene.nearest_point(scene.crosshair.x(), scene.crosshair.y(), 8.0)
        if found is not None:
            self._view.editor.remove(found)
