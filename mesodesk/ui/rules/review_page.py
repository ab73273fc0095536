"""Rules: what would change, what becomes milder by it, and signing it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mesodesk.domain.rulebook.comparing import Loosening, needs_second
from mesodesk.domain.rulebook.differences import RuleLine
from mesodesk.domain.rulebook.record import ClinicRules
from mesodesk.services.rules.names import RuleNames
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.text_fields import NoteField
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card, Heading, scrolling, words
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.rules.compared_words import PartChange, RuleTeller
from mesodesk.ui.rules.presenter import Shown
from mesodesk.ui.rules.wording import day_words, milder_words, standing_name


class ReviewPage(QWidget):
    """`sign_wanted`, `drop_wanted`, `left`; `version_wanted(text)`: an earlier version's text is
    to be the draft."""

    sign_wanted = Signal()
    version_wanted = Signal(str)
    drop_wanted = Signal()
    left = Signal()

    def __init__(self, language: str, names: RuleNames, zone: ZoneInfo) -> None:
        super().__init__()
        self._language, self._names, self._zone = language, names, zone
        self.why = NoteField(
            "why",
            self.tr("Why are the rules changed?"),
            self.tr("The reason stays with this version."),
            is_required=True,
            lines=2,
        )
        self.why.returned.connect(self.sign_wanted)
        self.heading, self.notice = Heading(""), Banner()
        self._page = QVBoxLayout()
        self._page.setContentsMargins(0, 0, 8, 0)
        self._page.setSpacing(16)
        self.sign_button = button(
            self.tr("&Sign and put in force"), Kind.PRIMARY, "check", "Ctrl+S"
        )
        self.drop_button = button(self.tr("Put the changes &aside"), Kind.DANGER)
        self.back_button = button(self.tr("&Back"), Kind.PLAIN, "back", "Esc")
        self.sign_button.clicked.connect(self.sign_wanted)
        self.drop_button.clicked.connect(self.drop_wanted)
        self.back_button.clicked.connect(self.left)
        self.notice.dismissed.connect(self.notice.hide)
        self._lay_out()

    def show_rules(self, shown: Shown) -> None:
        """Show what would change."""
        while self._page.count():
            taken = self._page.takeAt(0)
            widget = taken.widget() if taken else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        lines = {line.code: line for line in shown.checked.lines}
        is_changed = shown.sheet.is_changed
        if shown.checked.milder:
            self._page.addWidget(self._milder(shown.checked.milder, lines))
        if is_changed:
            self._page.addWidget(self._changes(shown, lines))
        self._page.addWidget(self._versions(shown))
        self._page.addStretch(1)
        for part in (self.why, self.sign_button, self.drop_button):
            part.setVisible(is_changed)
        self.setFocusProxy(self.why if is_changed else self.back_button)
        self.sign_button.setEnabled(shown.checked.mistake is None)
        title = self.tr("Review the changes of the rules")
        self.heading.say(title if is_changed else self.tr("Versions of the rules"))

    def say(self, severity: Severity, told: str) -> None:
        """Say something above."""
        self.notice.say(severity, told, can_dismiss=True)
        self.notice.show()

    def _changes(self, shown: Shown, lines: dict[str, RuleLine]) -> Card:
        card = Card(self.tr("What changes"))
        checked = shown.checked
        tell = RuleTeller(checked.book, shown.years, shown.today, self._names, self._language)
        before = {rule.code: rule for rule in checked.standing.rules}
        after = {rule.code: rule for rule in checked.book.rules}
        for code in checked.changed:
            card.body.addWidget(words(self._change(code, lines.get(code)), "strong"))
            if code in before and code in after:
                for one in tell.changes(before[code], after[code]):
                    card.body.addWidget(self._part(one))
        if not shown.checked.changed:
            card.body.addWidget(words(self.tr("No rule differs from what is in force."), "soft"))
        return card

    def _change(self, code: str, line: RuleLine | None) -> str:
        if line is None:
            return self.tr("{name}: taken out").format(name=code)
        return f"{self._name(line)}: {standing_name(line.standing)}"

    def _part(self, one: PartChange) -> QWidget:
        """A part of a rule, as it is in force and as it would be."""
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(16, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(with_role(QLabel(one.part[:1].upper() + one.part[1:]), "label"))
        column.addWidget(words(self.tr("In force: {told}").format(told=one.before), "soft"))
        column.addWidget(words(self.tr("New: {told}").format(told=one.after)))
        return block

    def _milder(self, found: tuple[Loosening, ...], lines: dict[str, RuleLine]) -> Card:
        card = Card(self.tr("What becomes milder"))
        if needs_second(found):
            told = self.tr("A stop of the founding document becomes milder.")
            detail = self.tr("It needs the signature of a second clinician of this clinic.")
            card.body.addWidget(Banner(Severity.STOP, told, detail))
        for one in found:
            line = lines.get(one.code)
            name = self._name(line) if line is not None else one.code
            told = f"{name}: {milder_words(one)}"
            card.body.addWidget(words(told, "strong" if one.is_protected else ""))
        return card

    def _versions(self, shown: Shown) -> Card:
        """The clinic's versions, the newest first: who signed them, when and why."""
        card = Card(self.tr("Versions of the clinic's rules"))
        for one in shown.versions:
            card.body.addWidget(self._version(one, shown))
        if not shown.versions:
            told = self.tr("None yet: the rules are as shipped.")
            card.body.addWidget(words(told, "soft"))
        return card

    def _version(self, one: ClinicRules, shown: Shown) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        told = self.tr("{name}, {day}, over the shipped rules {shipped}").format(
            name=self._signers(one), day=self._day(one.changed_at), shipped=one.shipped_version
        )
        is_now = one.version == shown.versions[0].version
        state = self.tr("Version {n}, in force") if is_now else self.tr("Version {n}")
        column.addWidget(words(state.format(n=one.version), "strong"))
        column.addWidget(words(told))
        column.addWidget(words(one.why, "soft"))
        if not is_now and not shown.sheet.is_changed:
            again = button(self.tr("Take up as a draft"), Kind.PLAIN, "undo")
            again.setAccessibleName(self.tr("Take up version {n} as a draft").format(n=one.version))
            again.clicked.connect(lambda: self.version_wanted.emit(one.text))
            column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        return block

    def _signers(self, one: ClinicRules) -> str:
        if one.second is None:
            return one.changed_by_name
        told = self.tr("{name} with {second}")
        return told.format(name=one.changed_by_name, second=one.second.name)

    def _day(self, moment: datetime) -> str:
        return day_words(moment.astimezone(self._zone).date())

    def _name(self, line: RuleLine) -> str:
        name = line.rule.name.told(self._language)
        return name[:1].upper() + name[1:]

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.sign_button)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.drop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.notice)
        column.addWidget(scrolling(self._page), 1)
        column.addWidget(self.why)
        column.addLayout(foot)
        self.notice.hide()
        self.setFocusProxy(self.why)
