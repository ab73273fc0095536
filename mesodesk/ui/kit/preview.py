"""Kit: shows the pages of a sheet as it will print, drawn by whoever can, page by page."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QKeySequence,
    QPixmap,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from mesodesk.ui.kit.buttons import icon_button
from mesodesk.ui.kit.runner import Job, Runner
from mesodesk.ui.kit.theme.dressing import with_role

# (page counted from 0, pixels per point) -> the page as PNG bytes
PageDrawer = Callable[[int, float], bytes]
_STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_PIXELS_PER_POINT = 96 / 72
_A4_POINTS = 595.28
_FIT = -1  # instead of a step: as wide as there is room
_SETTLE_MS = 120


class Preview(QWidget):
    """One page at a time, with page and zoom controls; PageUp, PageDown, Ctrl++ and Ctrl+-.

    A sheet begins as wide as there is room, and stays so until it is zoomed.

    The drawer runs in the runner's pool; a page that is no longer wanted is cancelled.
    """

    page_shown = Signal(int)

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._drawer: PageDrawer | None = None
        self._job: Job | None = None
        self._pages, self._page, self._zoom = 0, 0, _FIT
        self._points = _A4_POINTS
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self._draw)
        self._paper = QLabel()
        self._paper.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._paper.setMinimumSize(QSize(200, 200))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._paper)
        self._scroll.setAccessibleName(self.tr("Page as it will print"))
        self._where = with_role(QLabel(), "soft")
        self._lay_out()
        self._add_keys()
        self.clear()

    @property
    def page(self) -> int:
        """The page shown, counted from 0."""
        return self._page

    def show_pages(
        self, drawer: PageDrawer, pages: int, page: int = 0, points: float = _A4_POINTS
    ) -> None:
        """Show a sheet of `pages` pages, each `points` wide, beginning with `page`."""
        self._drawer, self._pages, self._points = drawer, pages, points
        self._page = min(max(page, 0), max(pages - 1, 0))
        self._draw()

    def clear(self) -> None:
        """Show nothing."""
        if self._job is not None:
            self._job.cancel()
        self._drawer, self._pages, self._page = None, 0, 0
        self._paper.clear()
        self._settle()

    def turn(self, pages: int) -> None:
        """Turn over so many pages, forwards or back."""
        wanted = min(max(self._page + pages, 0), max(self._pages - 1, 0))
        if wanted != self._page:
            self._page = wanted
            self._draw()

    def zoom(self, steps: int) -> None:
        """Larger or smaller by so many steps."""
        wanted = min(max(self._nearest_step() + steps, 0), len(_STEPS) - 1)
        if wanted != self._zoom:
            self._zoom = wanted
            self._draw()

    def fit(self) -> None:
        """As wide as there is room."""
        self._zoom = _FIT
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitted page follows, once the window has settled."""
        super().resizeEvent(event)
        if self._zoom == _FIT and self._drawer is not None and self.isVisible():
            self._settling.start()

    def showEvent(self, event: QShowEvent) -> None:
        """A page that was drawn for nobody is fitted to the room there is now."""
        super().showEvent(event)
        if self._zoom == _FIT and self._drawer is not None:
            self._settling.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is drawn for nobody."""
        super().hideEvent(event)
        self._settling.stop()

    def _nearest_step(self) -> int:
        if self._zoom != _FIT:
            return self._zoom
        scale = self._scale()
        return min(range(len(_STEPS)), key=lambda step: abs(_STEPS[step] - scale))

    def _scale(self) -> float:
        """How much larger than on paper, at 96 pixels to the inch."""
        if self._zoom != _FIT:
            return _STEPS[self._zoom]
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        room = self._scroll.width() - bar - 4
        return max(room / (self._points * _PIXELS_PER_POINT), _STEPS[0])

    def _draw(self) -> None:
        self._settle()
        if self._drawer is None:
            return
        if self._job is not None:
            self._job.cancel()
        ratio = self.devicePixelRatioF()
        scale = self._scale() * _PIXELS_PER_POINT * ratio
        drawer, page = self._drawer, self._page
        self._job = self._runner.compute(
            lambda: drawer(page, scale), lambda png: self._show(png, page, ratio)
        )

    def _show(self, png: bytes, page: int, ratio: float) -> None:
        image = QImage.fromData(png)
        drawn = QPixmap.fromImage(image)
        drawn.setDevicePixelRatio(ratio)
        self._paper.setPixmap(drawn)
        self._paper.setMinimumSize(drawn.deviceIndependentSize().toSize())
        self._scroll.verticalScrollBar().setValue(0)
        self.page_shown.emit(page)

    def _settle(self) -> None:
        self._bar.setVisible(self._pages > 0)
        shown = self.tr("Page {n} of {m}").format(n=self._page + 1, m=self._pages)
        self._where.setText(shown if self._pages else "")
        self._back.setEnabled(self._page > 0)
        self._next.setEnabled(self._page + 1 < self._pages)
        self._fitting.setEnabled(bool(self._pages) and self._zoom != _FIT)
        self._smaller.setEnabled(bool(self._pages) and self._zoom != 0)
        self._larger.setEnabled(bool(self._pages) and self._zoom < len(_STEPS) - 1)

    def _lay_out(self) -> None:
        self._back = icon_button(self.tr("Previous page"), "back")
        self._next = icon_button(self.tr("Next page"), "next")
        self._smaller = icon_button(self.tr("Smaller"), "zoom_out")
        self._larger = icon_button(self.tr("Larger"), "zoom_in")
        self._back.clicked.connect(lambda: self.turn(-1))
        self._next.clicked.connect(lambda: self.turn(1))
        self._smaller.clicked.connect(lambda: self.zoom(-1))
        self._larger.clicked.connect(lambda: self.zoom(1))
        self._fitting = icon_button(self.tr("As wide as there is room"), "fit")
        self._fitting.clicked.connect(self.fit)
        bar = QHBoxLayout()
        bar.setSpacing(4)
        for part in (self._back, self._where, self._next):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self._fitting)
        bar.addWidget(self._smaller)
        bar.addWidget(self._larger)
        self._bar = QWidget()
        self._bar.setLayout(bar)
        bar.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._bar)
        column.addWidget(self._scroll, 1)

    def _add_keys(self) -> None:
        keys = (("PgDown", 1, 0), ("PgUp", -1, 0), ("Ctrl++", 0, 1), ("Ctrl+-", 0, -1))
        for keys_text, pages, steps in keys:
            shortcut = QShortcut(QKeySequence(keys_text), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(
                lambda pages=pages, steps=steps: self.turn(pages) if pages else self.zoom(steps)
            )
