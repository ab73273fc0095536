"""Screening: the pages at the side: which are answered, which are blank, which have findings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.theme.dressing import set_state, with_role
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.screening.shown import PageState, Progress, Shown
from mesodesk.ui.screening.wording import (
    PAGES,
    REVIEW,
    SEVERITIES,
    findings_words,
    page_title,
)

_WIDTH = 200
_ACROSS = 3
# Qt's own word for "no limit" is not exported to Python.
_UNBOUND = 16_777_215


class PageEntry(QWidget):
    """One page: its name with its key, and how it stands."""

    chosen = Signal(str)

    def __init__(self, page: str, number: int) -> None:
        super().__init__()
        self.page = page
        key = f"F{number + 1}"
        self.button = QPushButton()
        self.button.setText(page_title(page))
        self.button.setCheckable(True)
        with_role(self.button, "page")
        self.button.setAutoDefault(False)
        self.button.setSizePolicy(
            self.button.sizePolicy().Policy.Expanding, self.button.sizePolicy().Policy.Fixed
        )
        self.button.clicked.connect(lambda: self.chosen.emit(self.page))
        self._icon = IconLabel("clock", "ink_soft", 16)
        self._state = words("", "small")
        self._key = with_role(QLabel(key), "key")
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.button, 1)
        head.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        self._below = below = QHBoxLayout()
        below.setContentsMargins(8, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._state, 1)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addLayout(head, 1)
        self._box.addLayout(below)

    def show_compact(self, is_compact: bool) -> None:
        """Its name and its icon on one line; the words stay in the tip."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(across if is_compact else down)
        middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
        self._below.setAlignment(self._icon, middle if is_compact else top)
        self._key.setVisible(not is_compact)
        self._state.setVisible(not is_compact)

    def show_state(self, state: PageState, is_current: bool) -> None:
        """Say how the page stands, in icon and words."""
        self.button.setChecked(is_current)
        icon, tint = {
            Progress.BLANK: ("clock", "ink_soft"),
            Progress.TO_REVIEW: ("patient", "info"),
            Progress.PARTLY: ("clock", "info"),
            Progress.ANSWERED: ("check", "ok"),
        }[state.progress]
        if state.findings:
            worst = max(state.findings, key=lambda one: one.weight.rank)
            icon = tint = SEVERITIES[worst.weight].value
        self._icon.show_icon(icon, tint)
        set_state(self._state, "severity", tint if state.findings else "")
        self._state.setText(self._words(state))
        self.button.setAccessibleDescription(self._words(state))
        self.button.setToolTip(f"{self._words(state)} ({self._key.text()})")

    def _words(self, state: PageState) -> str:
        if self.page == REVIEW:
            return self.tr("{n} open").format(n=state.left) if state.left else self.tr("ready")
        parts = []
        if state.findings:
            parts.append(findings_words(len(state.findings)))
        if state.progress is Progress.BLANK:
            parts.append(self.tr("not answered"))
        elif state.progress is Progress.TO_REVIEW:
            parts.append(self.tr("to go through"))
        elif state.left:
            parts.append(self.tr("{n} to answer").format(n=state.left))
        return ", ".join(parts) or self.tr("answered")


class PageList(QWidget):
    """`page_chosen(page)`."""

    page_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Pages of the screening"))
        self.entries: dict[str, PageEntry] = {}
        self._group = QButtonGroup(self)
        self.is_compact = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for number, page in enumerate(PAGES, 1):
            entry = PageEntry(page, number)
            entry.chosen.connect(self.page_chosen)
            self._group.addButton(entry.button)
            self.entries[page] = entry
        theme().changed.connect(self._fit)
        self._fit()

    def show_state(self, shown: Shown) -> None:
        """Show how each page stands."""
        for page, entry in self.entries.items():
            entry.show_state(shown.state_of(page), page == shown.draft.page)

    def show_compact(self, is_compact: bool) -> None:
        """Two rows above the page instead of a column beside it."""
        if is_compact != self.is_compact:
            self.is_compact = is_compact
            self._fit()

    def _fit(self) -> None:
        columns = _ACROSS if self.is_compact else 1
        for number, entry in enumerate(self.entries.values()):
            entry.show_compact(self.is_compact)
            self._grid.addWidget(entry, number // columns, number % columns)
        self._grid.setVerticalSpacing(4 if self.is_compact else 12)
        self._grid.setHorizontalSpacing(24)
        self._grid.setRowStretch(len(self.entries), 0 if self.is_compact else 1)
        self.setMinimumWidth(0 if self.is_compact else theme().px(_WIDTH))
        self.setMaximumWidth(_UNBOUND if self.is_compact else theme().px(_WIDTH))
