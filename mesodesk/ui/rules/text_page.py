"""Rules: all the clinic's changes as text, each mistake beside it with its line and reason."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mesodesk.domain.source import Mistake
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.saved_label import SavedLabel
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Heading, words
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.rules.numbered_text import NumberedText
from mesodesk.ui.rules.presenter import Shown

_KEEP_MS = 700


class TextPage(QWidget):
    """`typed(text)` within a second of typing; `left` when the person goes back."""

    typed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = Heading(self.tr("The clinic's changes as text"))
        self.notice, self.saved_label = Banner(), SavedLabel()
        self.text = NumberedText(self.tr("The clinic's changes as text"))
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self._is_showing = False
        self._mistake: Mistake | None = None
        self.back_button = button(self.tr("&Back"), Kind.PLAIN, "back", "Esc")
        self.text.textChanged.connect(self._on_typed)
        self._keeping.timeout.connect(self._keep)
        self.back_button.clicked.connect(self._on_back)
        self.notice.action_chosen.connect(self._on_go)
        self._lay_out()

    def start(self, shown: Shown) -> None:
        """Show the text of the draft."""
        self._is_showing = True
        self.text.setPlainText(shown.sheet.text)
        self._is_showing = False
        self.saved_label.show_nothing()
        self.show_checked(shown)
        self.text.setFocus()

    def go_to_rule(self, code: str) -> None:
        """Put the cursor on the line where this rule begins."""
        lines = self.text.toPlainText().splitlines()
        wanted = (number for number, line in enumerate(lines) if line.endswith(f"code: {code}"))
        self._go_to(next(wanted, 0))

    def show_checked(self, shown: Shown) -> None:
        """Say whether the text can be read; a mistake names its line and marks it."""
        self._mistake = mistake = shown.checked.mistake
        self.text.mark(mistake.line if mistake else 0)
        if mistake is not None:
            told = self.tr("Line {n}: {reason}.")
            self.notice.say(
                Severity.STOP,
                told.format(n=mistake.line, reason=mistake.reason),
                self.tr("What you typed is kept. The rules in force stay as they are."),
                self.tr("Go to the line"),
            )
            return
        self.notice.say(Severity.OK, self._differing(len(shown.checked.changed)))

    def _differing(self, count: int) -> str:
        if not count:
            return self.tr("It can be read. No rule differs from what is in force.")
        one = self.tr("It can be read: one rule differs from what is in force.")
        many = self.tr("It can be read: {n} rules differ from what is in force.")
        return one if count == 1 else many.format(n=count)

    def show_kept(self, moment: object) -> None:
        """The draft is kept."""
        self.saved_label.show_saved(moment)  # type: ignore[arg-type]

    def _on_typed(self) -> None:
        if not self._is_showing:
            self.saved_label.show_pending()
            self._keeping.start()

    def _keep(self) -> None:
        self.typed.emit(self.text.toPlainText())

    def _on_back(self) -> None:
        if self._keeping.isActive():
            self._keeping.stop()
            self._keep()
        self.left.emit()

    def _on_go(self) -> None:
        if self._mistake is not None:
            self._go_to(self._mistake.line - 1)

    def _go_to(self, line: int) -> None:
        block = self.text.document().findBlockByNumber(line)
        self.text.setTextCursor(QTextCursor(block))
        self.text.centerCursor()
        # Once more when it is laid out: a page that was hidden does not know its height yet.
        QTimer.singleShot(0, self.text, self.text.centerCursor)
        self.text.setFocus()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.saved_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        hint = self.tr(
            "“rules:” holds whole rules, in the form of the shipped file; “off: [code]” switches "
            "one off; “sources:” names the clinic's own. Empty means: as shipped."
        )
        column.addWidget(words(hint, "soft"))
        column.addWidget(self.notice)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.text)
