"""Kit: pages one behind the other, as large as the one in sight needs."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Pages(QStackedWidget):
    """Unlike Qt's own stack, a page that is not in sight asks for no room."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """What the page in sight needs at the least."""
        page = self.currentWidget()
        if page is None:
            return super().minimumSizeHint()
        return page.minimumSizeHint().expandedTo(page.minimumSize())

    def sizeHint(self) -> QSize:
        """What the page in sight would like."""
        page = self.currentWidget()
        return page.sizeHint() if page else super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Whether the page in sight is the higher, the narrower it is."""
        page = self.currentWidget()
        return bool(page and page.hasHeightForWidth())

    def heightForWidth(self, width: int) -> int:
        """The height that the page in sight needs at this width."""
        page = self.currentWidget()
        return page.heightForWidth(width) if page else super().heightForWidth(width)
