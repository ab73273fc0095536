"""Rules: the list of all rules with its search and filters, and the rule that is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from mesodesk.domain.rulebook.differences import RuleLine, Standing
from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.rules import RuleClass
from mesodesk.services.rules.names import RuleNames
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.drop_down import DropDown
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Heading, words
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import ListPanel, RowsTable
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.rules.filtering import FOUNDING, NOT_SHIPPED, Wanted, filtered
from mesodesk.ui.rules.presenter import Shown
from mesodesk.ui.rules.reader import RuleReader
from mesodesk.ui.rules.wording import SEVERITIES, class_name, page_name, standing_name, tier_name


class BrowsePage(QWidget):
    """`new_wanted`, `text_wanted`, `review_wanted`, `versions_wanted`; the reader has verbs of
    its own."""

    new_wanted = Signal()
    text_wanted = Signal()
    review_wanted = Signal()
    versions_wanted = Signal()

    def __init__(self, language: str, names: RuleNames) -> None:
        super().__init__()
        self._language = language
        self._shown: Shown | None = None
        self.heading = Heading(self.tr("Screening rules"), role="heading")
        # A line of its own: beside the buttons it has no room in large type.
        self.version = words("", "soft")
        self.waiting, self.notice = Banner(), Banner()
        self.notice.hide()
        self.waiting.hide()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the rules: a word, an ATC code"))
        self.search.setAccessibleName(self.tr("Search the rules"))
        self.search.setClearButtonEnabled(True)
        self.kinds = self._box(self.tr("Class"), self._classes())
        self.pages = self._box(self.tr("Page"), self._page_names())
        self.standings = self._box(self.tr("Standing"), self._standings())
        self.sources = self._box(self.tr("Source"), ((self.tr("Every source"), ""),))
        self.table: RowsTable[RuleLine] = RowsTable(
            self.tr("Rules"), self._columns(), key=lambda line: line.code
        )
        empty = EmptyState("screening", self.tr("No rule fits"), self.tr("Search for less."))
        self.list = ListPanel(self.table, empty)
        self.reader = RuleReader(language, names)
        self._lay_out()
        self._connect()

    def show_rules(self, shown: Shown) -> None:
        """Show all the rules as the text of changes would have them."""
        self._shown = shown
        self.version.setText(self.tr("In force: {version}").format(version=shown.version))
        self._offer_sources(shown)
        self._show_waiting(shown)
        self._refresh()

    def highlight(self, code: str) -> None:
        """Choose a rule of the list."""
        self.table.highlight(lambda line: line.code == code)

    def say(self, severity: Severity, said: str) -> None:
        """Say something above the list."""
        self.notice.say(severity, said, can_dismiss=True)
        self.notice.show()

    def _show_waiting(self, shown: Shown) -> None:
        mistake = shown.checked.mistake
        self.waiting.setVisible(shown.sheet.is_changed or mistake is not None)
        if mistake is not None:
            told = self.tr("Line {n} of your changes cannot be read: {reason}.")
            self.waiting.say(
                Severity.STOP,
                told.format(n=mistake.line, reason=mistake.reason),
                self.tr("Nothing is lost. Mend it in the text; until then the old rules stand."),
                self.tr("Open the text"),
            )
        elif shown.sheet.is_changed:
            count = len(shown.checked.changed)
            one = self.tr("One changed rule is not in force yet.")
            told = one if count == 1 else self.tr("{n} changed rules are not in force yet.")
            if not count:
                told = self.tr("Your text differs from what is in force, but no rule does.")
            self.waiting.say(
                Severity.INFO,
                told.format(n=count),
                self.tr("Kept as a draft: screenings go by the old rules until you sign."),
                self.tr("Review and sign"),
            )

    def _on_waiting(self) -> None:
        is_broken = self._shown is not None and self._shown.checked.mistake is not None
        (self.text_wanted if is_broken else self.review_wanted).emit()

    def _refresh(self) -> None:
        if self._shown is None:
            return
        wanted = Wanted(
            words=self.search.text(),
            rule_class=self.kinds.currentData(),
            page=self.pages.currentData(),
            standing=self.standings.currentData(),
            source=self.sources.currentData(),
        )
        found = filtered(self._shown.checked.lines, wanted)
        self.list.set_rows(found)
        if found and not self.table.selectionModel().hasSelection():
            self.table.selectRow(max(0, self.table.currentIndex().row()))
        self.reader.show_line(self.table.highlighted() if found else None, self._shown)

    def _offer_sources(self, shown: Shown) -> None:
        kept = self.sources.currentData()
        used = {key for line in shown.checked.lines for key in line.rule.sources}
        self.sources.blockSignals(True)
        self.sources.clear()
        self.sources.addItem(self.tr("Every source"), "")
        for tier in ("GK", "CLINIC"):
            self.sources.addItem(tier_name(tier), tier)
        for key in sorted(used):
            self.sources.addItem(tier_name(key) if key == "SEED" else key, key)
        self.sources.setCurrentIndex(max(0, self.sources.findData(kept)))
        self.sources.blockSignals(False)

    def _columns(self) -> tuple[Column[RuleLine], ...]:
        return (
            Column(
                self.tr("Rule"),
                lambda line: line.rule.name.told(self._language),
                stretches=True,
                is_strong=True,
                detail=lambda line: page_name(line.rule.page),
            ),
            Column(
                self.tr("Class"),
                lambda line: class_name(line.rule.rule_class),
                15,
                severity=lambda line: SEVERITIES[line.rule.rule_class],
                detail=self._detail,
            ),
        )

    def _detail(self, line: RuleLine) -> str:
        if line.standing is Standing.SHIPPED:
            return self.tr("founding") if line.rule.is_founding else ""
        return {
            Standing.CHANGED: self.tr("changed"),
            Standing.OWN: self.tr("the clinic's own"),
        }.get(line.standing, self.tr("switched off"))

    def _classes(self) -> tuple[tuple[str, str], ...]:
        every = ((self.tr("Every class"), ""), (self.tr("Founding stops"), FOUNDING))
        return (*every, *((class_name(one), one.value) for one in RuleClass))

    def _page_names(self) -> tuple[tuple[str, str], ...]:
        return ((self.tr("Every page"), ""), *((page_name(one), one.value) for one in Page))

    def _standings(self) -> tuple[tuple[str, str], ...]:
        every = ((self.tr("Every rule"), ""), (self.tr("All the clinic's"), NOT_SHIPPED))
        kinds = (Standing.CHANGED, Standing.OWN, Standing.OFF)
        return (*every, *((standing_name(one), one.value) for one in kinds))

    def _box(self, name: str, choices: tuple[tuple[str, str], ...]) -> QComboBox:
        box = DropDown()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        for text, key in choices:
            box.addItem(text, key)
        return box

    def _connect(self) -> None:
        self.search.textChanged.connect(self._refresh)
        for box in (self.kinds, self.pages, self.standings, self.sources):
            box.currentIndexChanged.connect(self._refresh)
        self.table.row_highlighted.connect(lambda line: self.reader.show_line(line, self._shown))
        self.table.row_chosen.connect(lambda _line: self.reader.edit_button.click())
        self.waiting.action_chosen.connect(self._on_waiting)
        self.notice.dismissed.connect(self.notice.hide)

    def _lay_out(self) -> None:
        new = button(self.tr("&New rule"), Kind.PLAIN, "add", "Ctrl+N")
        text = button(self.tr("As &text"), Kind.PLAIN, "document", "Ctrl+T")
        versions = button(self.tr("Ver&sions"), Kind.PLAIN, "clock")
        versions.clicked.connect(self.versions_wanted)
        new.clicked.connect(self.new_wanted)
        text.clicked.connect(self.text_wanted)
        self.new_button, self.text_button, self.versions_button = new, text, versions
        for one in (versions, text, new):
            self.heading.add(one)
        boxes = QGridLayout()
        boxes.setSpacing(8)
        for place, box in enumerate((self.kinds, self.pages, self.standings, self.sources)):
            boxes.addWidget(box, place // 2, place % 2)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addLayout(boxes)
        column.addWidget(self.list, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(left)
        self._split.addWidget(self.reader)
        self._split.setStretchFactor(0, 5)
        self._split.setStretchFactor(1, 6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.heading)
        head.addWidget(self.version)
        whole.addLayout(head)
        for part in (self.waiting, self.notice):
            whole.addWidget(part)
        whole.addWidget(self._split, 1)
        self.setFocusProxy(self.search)
