"""Settings: a card with one form, its Save, and what became of it."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from mesodesk.core.errors import BadInput, Problem
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.drafting import typed_in
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.writer import FormWriter
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card
from mesodesk.ui.kit.theme.shades import Severity


class Section(Card):
    """`save_wanted(values)`; `cancelled` where that is offered.

    What is being typed is not overwritten by what is read.
    """

    save_wanted = Signal(object)
    cancelled = Signal()

    def __init__(self, heading: str, form: Form, verb: str) -> None:
        super().__init__(heading)
        self.form = form
        self.notice = Banner()
        self.notice.hide()
        self.notice.dismissed.connect(self.notice.hide)
        self.save_button = button(verb, Kind.PRIMARY, "save")
        self._shown: dict[str, Any] = {}
        self._is_touched = False
        self.save_button.clicked.connect(self._on_save)
        form.submitted.connect(self._on_save)
        form.edited.connect(self._on_edited)
        self._foot = foot = QHBoxLayout()
        foot.addWidget(self.save_button)
        foot.addStretch(1)
        for part in (self.notice, form):
            self.body.addWidget(part)
        self.body.addLayout(foot)

    def follow(self, writer: FormWriter) -> None:
        """Show what becomes of the writes."""
        writer.refused.connect(self.show_problems)
        writer.declined.connect(lambda words: self._say(Severity.STOP, words))
        writer.conflict_met.connect(self._on_conflict)
        writer.saved.connect(self._on_saved)

    def offer_cancel(self) -> None:
        """A button, and Escape, for whoever opened the form and thought better of it."""
        cancel = button(self.tr("Cancel"), Kind.QUIET)
        cancel.setToolTip("Esc")
        cancel.clicked.connect(self._on_cancel)
        self._foot.insertWidget(1, cancel)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_cancel)

    def show_record(self, values: dict[str, Any]) -> None:
        """Show what stands on record, unless something is being typed."""
        if not self._is_touched:
            self._shown = values
            self.form.set_values(values)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Each mistake at its field."""
        homeless = self.form.show_problems(problems)
        if homeless:
            self._say(Severity.STOP, " ".join(problem.message for problem in homeless))

    def _on_save(self) -> None:
        try:
            values = self.form.values()
        except BadInput:
            return
        self.save_wanted.emit(values)

    def _on_cancel(self) -> None:
        self._is_touched = False
        self.notice.hide()
        self.form.set_values(dict.fromkeys(typed_in(self.form), ""))
        self.cancelled.emit()

    def _on_edited(self, _name: str) -> None:
        self._is_touched = True
        self.notice.hide()

    def _on_conflict(self) -> None:
        said = self.tr("This was changed since you opened it. Saving again puts yours on top.")
        self._say(Severity.WARNING, said)

    def _on_saved(self) -> None:
        self._is_touched = False
        if not self._shown:
            self.form.set_values(dict.fromkeys(typed_in(self.form), ""))
        self._say(Severity.OK, self.tr("Saved."))

    def _say(self, severity: Severity, words: str) -> None:
        self.notice.say(severity, words, can_dismiss=True)
        self.notice.show()
