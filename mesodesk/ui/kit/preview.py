"""Kit: shows the pages of a sheet as it will print, drawn by whoever can, page by page."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from mesodesk.ui.kit.buttons import icon_button
from mesodesk.ui.kit.runner import Job, Runner
from mesodesk.ui.kit.theme.dressing import with_role

# (page counted from 0, pixels per point) -> the page as PNG bytes
PageDrawer = Callable[[int, float], bytes]
_STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_PIXELS_PER_POINT = 96 / 72


class Preview(QWidget):
    """One page at a time, with page and zoom controls; PageUp, PageDown, Ctrl++ and Ctrl+-.

    The drawer runs in the runner's pool; a page that is no longer wanted is cancelled.
    """

    page_shown = Signal(int)

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._drawer: PageDrawer | None = None
        self._job: Job | None = None
        self._pages, self._page, self._zoom = 0, 0, 2
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

    def show_pages(self, drawer: PageDrawer, pages: int) -> None:
        """Show a sheet of `pages` pages, beginning with the first."""
        self._drawer, self._pages, self._page = drawer, pages, 0
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
        wanted = min(max(self._zoom + steps, 0), len(_STEPS) - 1)
        if wanted != self._zoom:
            self._zoom = wanted
            self._draw()

    def _draw(self) -> None:
        self._settle()
        if self._drawer is None:
            return
        if self._job is not None:
            self._job.cancel()
        ratio = self.devicePixelRatioF()
        scale = _STEPS[self._zoom] * _PIXELS_PER_POINT * ratio
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
        shown = self.tr("Page {n} of {m}").format(n=self._page + 1, m=self._pages)
        self._where.setText(shown if self._pages else "")
        self._back.setEnabled(self._page > 0)
        self._next.setEnabled(self._page + 1 < self._pages)
        self._smaller.setEnabled(bool(self._pages) and self._zoom > 0)
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
        bar = QHBoxLayout()
        bar.setSpacing(4)
        for part in (self._back, self._where, self._next):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self._smaller)
        bar.addWidget(self._larger)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(bar)
        column.addWidget(self._scroll, 1)

    def _add_keys(self) -> None:
        keys = (("PgDown", 1, 0), ("PgUp", -1, 0), ("Ctrl++", 0, 1), ("Ctrl+-", 0, -1))
        for keys_text, pages, steps in keys:
            shortcut = QShortcut(QKeySequence(keys_text), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(
                lambda pages=pages, steps=steps: self.turn(pages) if pages else self.zoom(steps)
            )
