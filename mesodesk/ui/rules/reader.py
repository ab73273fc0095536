"""Rules: one rule to be read in plain words, with what the clinic can do about it."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mesodesk.domain.rulebook.differences import RuleLine, Standing
from mesodesk.domain.screening.rules import Rule
from mesodesk.domain.screening.wording import Wording
from mesodesk.services.rules.names import RuleNames
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.flow import FlowLayout
from mesodesk.ui.kit.panels.cards import Badge, Card, scrolling, words
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.rules import plain_words
from mesodesk.ui.rules.presenter import Shown
from mesodesk.ui.rules.wording import (
    SEVERITIES,
    class_meaning,
    class_name,
    class_words,
    page_name,
    part_name,
    standing_name,
)


class RuleReader(QWidget):
    """`edit_wanted(Rule)`, `text_wanted(Rule)`, `off_wanted(code)`, `shipped_wanted(code)`."""

    edit_wanted = Signal(object)
    text_wanted = Signal(object)
    off_wanted = Signal(str)
    shipped_wanted = Signal(str)

    def __init__(self, language: str, names: RuleNames) -> None:
        super().__init__()
        self._language, self._names = language, names
        self._line: RuleLine | None = None
        self._card = Card()
        self._title = with_role(words(""), "heading")
        self._body = QVBoxLayout()
        self._body.setSpacing(10)
        self.edit_button = button(self.tr("&Edit"), Kind.PLAIN, "edit", "Ctrl+E")
        self.text_button = button(self.tr("Edit as te&xt"), Kind.PLAIN, "document")
        self.off_button = button(self.tr("Switch &off"), Kind.PLAIN, "stop")
        self.shipped_button = button(self.tr("&Return to shipped"), Kind.PLAIN, "undo")
        self.edit_button.clicked.connect(lambda: self._emit_rule(self.edit_wanted))
        self.text_button.clicked.connect(lambda: self._emit_rule(self.text_wanted))
        self.off_button.clicked.connect(lambda: self.off_wanted.emit(self._code))
        self.shipped_button.clicked.connect(lambda: self.shipped_wanted.emit(self._code))
        self._lay_out()

    def show_line(self, line: RuleLine | None, shown: Shown | None) -> None:
        """Show a rule, or nothing."""
        self._line = line
        self._card.setVisible(line is not None)
        if line is None or shown is None:
            return
        rule = line.rule
        self._title.setText(_capital(rule.name.told(self._language)))
        self._card.setAccessibleName(self._title.text())
        self._empty_body()
        self._tell(line, shown)
        is_off = line.standing is Standing.OFF
        is_fixed = rule.is_founding or rule.special is not None
        self.edit_button.setVisible(not is_off)
        self.text_button.setVisible(not is_off)
        self.off_button.setVisible(line.shipped is not None and not is_off and not is_fixed)
        self.shipped_button.setVisible(line.standing is not Standing.SHIPPED)
        self.shipped_button.setText(self._verb(line.standing))

    def _verb(self, standing: Standing) -> str:
        if standing is Standing.OFF:
            return self.tr("Switch &on again")
        if standing is Standing.OWN:
            return self.tr("Take this rule &out")
        return self.tr("&Return to shipped")

    def _tell(self, line: RuleLine, shown: Shown) -> None:
        rule, book = line.rule, shown.checked.book
        self._body.addWidget(Badge(SEVERITIES[rule.rule_class], class_name(rule.rule_class)))
        self._body.addWidget(words(class_meaning(rule)))
        found = plain_words.triggers(rule, book, shown.years, self._language)
        self._add(self.tr("Set off by"), *found)
        self._add(self.tr("Concerns"), plain_words.concerns(rule, self._names))
        self._add(self.tr("Waiting time"), *plain_words.wait(rule, shown.today))
        self._add(self.tr("For the clinician"), *self._texts(rule.wording))
        self._add(self.tr("For the patient"), *self._texts(rule.patient))
        self._add(self.tr("Source"), *plain_words.sources(rule, book))
        self._add(self.tr("Page"), page_name(rule.page))
        self._add(self.tr("Code and version"), f"{rule.code}, {shown.version}")
        self._add(self.tr("Standing"), standing_name(line.standing))
        if line.standing is Standing.CHANGED and line.shipped is not None:
            self._compare(line, line.shipped, shown)

    def _compare(self, line: RuleLine, shipped: Rule, shown: Shown) -> None:
        """The shipped rule beside the clinic's, in the parts that differ."""
        parts = ", ".join(part_name(part) for part in line.differs)
        self._add(self.tr("Differs from shipped in"), parts)
        told = [class_words(shipped)]
        told += plain_words.triggers(shipped, shown.checked.book, shown.years, self._language)
        told += [plain_words.concerns(shipped, self._names)]
        told += plain_words.wait(shipped, shown.today)
        told += [shipped.wording.told(self._language), shipped.patient.told(self._language)]
        self._add(self.tr("As shipped"), *told)

    def _texts(self, wording: Wording) -> tuple[str, ...]:
        known = {"en": self.tr("English"), "fr": self.tr("French")}
        return tuple(f"{known.get(code, code)}: {text}" for code, text in wording.texts)

    def _add(self, label: str, *told: str) -> None:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(with_role(QLabel(label), "label"))
        for text in told:
            column.addWidget(words(_breakable(text)))
        self._body.addWidget(block)

    def _empty_body(self) -> None:
        while self._body.count():
            taken = self._body.takeAt(0)
            widget = taken.widget() if taken else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _emit_rule(self, wanted: SignalInstance) -> None:
        if self._line is not None and self._line.now is not None:
            wanted.emit(self._line.now)

    @property
    def _code(self) -> str:
        return "" if self._line is None else self._line.code

    def _lay_out(self) -> None:
        verbs = FlowLayout(gap=8)
        for one in (self.edit_button, self.text_button, self.off_button, self.shipped_button):
            verbs.addWidget(one)
        page = QVBoxLayout()
        page.setContentsMargins(0, 0, 8, 0)
        page.addLayout(self._body)
        page.addStretch(1)
        self._card.body.addWidget(self._title)
        self._card.body.addLayout(verbs)
        self._card.body.addWidget(scrolling(page), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _breakable(text: str) -> str:
    """An address may break after its slashes."""
    return text.replace("/", "/\u200b") if "http" in text else text
