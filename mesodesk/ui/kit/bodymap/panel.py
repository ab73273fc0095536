"""Kit: the body map with its view switch and its tools, as a session uses it."""

from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from mesodesk.core.errors import BadInput
from mesodesk.domain.bodymap.drawing import BodyMap
from mesodesk.domain.bodymap.points import MapPoint
from mesodesk.ui.kit.bodymap.spacing import SpacingField
from mesodesk.ui.kit.bodymap.switcher import ViewSwitcher
from mesodesk.ui.kit.bodymap.view import BodyMapView, Label
from mesodesk.ui.kit.buttons import icon_button
from mesodesk.ui.kit.theme.dressing import with_role


class BodyMapPanel(QWidget):
    """`view` carries the signals; the panel only wires switch and tools to it."""

    def __init__(
        self, maps: tuple[BodyMap, ...], label: Label, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.view = BodyMapView(maps, label, self)
        self.switcher = ViewSwitcher(tuple(each.name for each in maps), self)
        self.spacing = SpacingField(self)
        self.trouble = with_role(QLabel(self), "problem")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.switcher)
        across.addWidget(self.view, 1)
        column.addLayout(across, 1)
        column.addLayout(self._tools())
        column.addWidget(self.trouble)
        self.switcher.view_chosen.connect(self.view.show_map)
        self.view.map_shown.connect(self.switcher.show_view)
        self.view.points_changed.connect(self._on_points_changed)
        self.view.region_chosen.connect(self._refresh)
        self._refresh()

    def set_spacing(self, spacing_mm: Decimal) -> None:
        """Offer another spacing, such as that of the zone's technique."""
        self.spacing.set_value(spacing_mm)

    def refresh(self) -> None:
        """Bring the tools into step after points were loaded from outside."""
        self._refresh()

    def _tools(self) -> QHBoxLayout:
        view, row = self.view, QHBoxLayout()
        row.setSpacing(4)
        self.grid = _tool(self.tr("Lay a grid of points"), "grid", row)
        self.hatch = _tool(self.tr("Lay a nappage hatch"), "hatch", row)
        row.addWidget(self.spacing)
        self.mirror = _tool(self.tr("Mirror to the other side"), "mirror", row)
        row.addStretch(1)
        self.undo = _tool(self.tr("Undo"), "undo", row)
        self.redo = _tool(self.tr("Redo"), "redo", row)
        self.ghosts = _tool(self.tr("Show last time's points as rings"), "repeat", row)
        self.ghosts.setCheckable(True)
        self.ghosts.setChecked(True)
        self.ghosts.hide()
        row.addStretch(1)
        for name, picture, factor in (
            (self.tr("Zoom out"), "zoom_out", 0.8),
            (self.tr("Zoom in"), "zoom_in", 1.25),
        ):
            _tool(name, picture, row).clicked.connect(lambda _=False, f=factor: self._zoom(f))
        _tool(self.tr("Show the whole map"), "fit", row).clicked.connect(lambda: self._zoom(None))
        self.grid.clicked.connect(lambda: self._lay(is_hatch=False))
        self.hatch.clicked.connect(lambda: self._lay(is_hatch=True))
        self.mirror.clicked.connect(view.mirror_points)
        self.undo.clicked.connect(view.editor.undo)
        self.redo.clicked.connect(view.editor.redo)
        return row

    def _zoom(self, factor: float | None) -> None:
        if factor is None:
            self.view.camera.fit()
        else:
            self.view.camera.zoom_by(factor)
        self.view.update()

    def _lay(self, is_hatch: bool) -> None:
        self.trouble.hide()
        try:
            spacing_mm = self.spacing.value()
            if is_hatch:
                self.view.lay_hatch(spacing_mm)
            else:
                self.view.lay_grid(spacing_mm)
        except BadInput as trouble:
            self.trouble.setText(" ".join(problem.message for problem in trouble.problems))
            self.trouble.show()

    def _on_points_changed(self, _points: tuple[MapPoint, ...]) -> None:
        self.trouble.hide()
        self._refresh()

    def _refresh(self) -> None:
        has_region = self.view.scene.chosen is not None
        for tool in (self.grid, self.hatch):
            tool.setEnabled(has_region)
        self.mirror.setEnabled(has_region and bool(self.view.editor.points))
        self.undo.setEnabled(self.view.editor.can_undo)
        self.redo.setEnabled(self.view.editor.can_redo)


def _tool(name: str, picture: str, row: QHBoxLayout) -> QToolButton:
    made = icon_button(name, picture)
    row.addWidget(made)
    return made
