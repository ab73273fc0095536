"""Kit: the names of pages in a row: closer together where they would not fit, then with arrows."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from mesodesk.ui.kit.theme.dressing import set_state
from mesodesk.ui.kit.theme.theme import theme

# The padding of a tab on both sides, as the stylesheet has it, at 100 % text.
_PADDING = 2 * 16


class Tabs(QTabBar):
    """As Qt's own; what does not fit is reached by the arrows, by keys, or by the wheel."""

    def __init__(self) -> None:
        super().__init__()
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        theme().changed.connect(self._fit)
        theme().changed.connect(self._fit_later)

    @property
    def is_dense(self) -> bool:
        """Whether the names stand closer together than usual."""
        return bool(self.property("dense") == "true")

    def minimumSizeHint(self) -> QSize:
        """It never pushes a page wide: what does not fit is scrolled."""
        return QSize(theme().px(120), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the room there is."""
        super().resizeEvent(event)
        self._fit()

    def tabInserted(self, index: int) -> None:
        """One more has to fit."""
        super().tabInserted(index)
        self._fit()

    def tabRemoved(self, index: int) -> None:
        """The others may have more room."""
        super().tabRemoved(index)
        self._fit()

    def _fit(self) -> None:
        is_dense = self._liked_width() > self.width()
        if is_dense != self.is_dense:
            set_state(self, "dense", "true" if is_dense else "false")
            # Qt measures its names anew only when it hears of another style.
            QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))
            self.updateGeometry()

    def _fit_later(self) -> None:
        """By then the crosses know how large their icons are."""
        QTimer.singleShot(0, self, self._fit_crosses)

    def _fit_crosses(self) -> None:
        for number in range(self.count()):
            cross: QWidget | None = self.tabButton(number, QTabBar.ButtonPosition.RightSide)
            if cross is not None:
                cross.resize(cross.sizeHint())
        QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))
        self._fit()

    def _liked_width(self) -> int:
        """The width of all names, their crosses and their usual padding."""
        return sum(self._liked_by(number) for number in range(self.count()))

    def _liked_by(self, number: int) -> int:
        letters = self.fontMetrics().horizontalAdvance(self.tabText(number))
        # Qt gives None where a name has no cross, though its stubs deny it.
        cross: QWidget | None = self.tabButton(number, QTabBar.ButtonPosition.RightSide)
        beside = cross.sizeHint().width() if cross is not None else 0
        return letters + theme().px(_PADDING) + beside
