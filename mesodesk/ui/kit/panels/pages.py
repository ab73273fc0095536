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
        return page.minimumSizeHint() if page else super().minimumSizeHint()

    def sizeHint(self) -> QSize:
        """What the page in sight would like."""
        page = self.currentWidget()
        return page.sizeHint() if page else super().sizeHint()
