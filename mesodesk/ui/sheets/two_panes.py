"""Sheets: a page of two panes: beside each other where there is room, else below each other."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from mesodesk.ui.kit.theme.theme import theme

# At 100 % text. Narrower than this, words of one pane would be cut by the other.
_ROOMY = 640
_LEAST_HEIGHT = 240
# Qt's own word for "no limit" is not exported to Python.
_UNBOUND = 16_777_215


class TwoPanes(QWidget):
    """A page lays its panes out by `put`, once; without `choices` they have equal shares."""

    def put(
        self, first: QWidget, second: QWidget, choices: QWidget | None = None, choices_px: int = 0
    ) -> None:
        """Lay out two panes; `choices` is the one that keeps `choices_px` beside the sheet."""
        self._panes, self._choices, self._choices_px = (first, second), choices, choices_px
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        for pane in self._panes:
            self._box.addWidget(pane, 0 if pane is choices else 1)
        theme().changed.connect(self.measure)

    @property
    def is_narrow(self) -> bool:
        """Whether the panes stand below each other."""
        return self.width() < theme().px(_ROOMY)

    def minimumSizeHint(self) -> QSize:
        """One pane's width is enough; the height is that of the panes as they stand."""
        widest = max(pane.minimumSizeHint().width() for pane in self._panes)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panes follow the room there is."""
        super().resizeEvent(event)
        self.measure()

    def measure(self) -> None:
        """Beside each other, the choices never taking half of the page; or below each other."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        is_narrow = self.is_narrow
        self._box.setDirection(below if is_narrow else beside)
        for pane in self._panes:
            # The choices say themselves how high they are: where the page is low, as high as all.
            is_bound = is_narrow and pane is not self._choices
            pane.setMinimumHeight(theme().px(_LEAST_HEIGHT) if is_bound else 0)
        if self._choices is not None:
            least = min(theme().px(self._choices_px), round(self.width() * 0.5))
            self._choices.setMinimumWidth(0 if is_narrow else least)
            self._choices.setMaximumWidth(_UNBOUND if is_narrow else least)
