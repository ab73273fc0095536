"""Kit: a form with its heading, notices, verbs and the quiet "Saved 10:42"."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mesodesk.core.errors import BadInput, Problem
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.drafting import typed_in
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.saved_label import SavedLabel
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card, Heading, scrolling
from mesodesk.ui.kit.panels.measured import MeasuredPage
from mesodesk.ui.kit.theme.shades import Severity

_KEEP_MS = 700


class FormFrame(QWidget):
    """A page of its own: it scrolls, Ctrl+S saves, Escape or Back leaves (`left`).

    `save_wanted(values)` when every field can be read; `draft_typed(content)` while it is typed,
    where `keeps_drafts`; `theirs_wanted` after a conflict. `above` stands above the form.
    """

    save_wanted = Signal(object)
    draft_typed = Signal(object)
    theirs_wanted = Signal()
    left = Signal()

    def __init__(
        self, form: Form, verb: str, above: QWidget | None = None, keeps_drafts: bool = False
    ) -> None:
        super().__init__()
        self.form = form
        self.heading, self.notice, self.saved_label = Heading(""), Banner(), SavedLabel()
        self.save_button = button(verb, Kind.PRIMARY, "save", "Ctrl+S")
        self.leave_button = button(self.tr("&Back"), icon="back", shortcut="Esc")
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self.foot = self._foot()
        self._lay_out(above)
        form.submitted.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.leave_button.clicked.connect(self._on_leave)
        self.notice.action_chosen.connect(self.theirs_wanted)
        self.notice.dismissed.connect(self.notice.hide)
        self._keeping.timeout.connect(self._on_keep)
        if keeps_drafts:
            form.edited.connect(self._on_edited)
        self.setFocusProxy(form)

    def start(self, title: str, remark: str = "") -> None:
        """A fresh page: no notice, nothing wrong, nothing kept yet."""
        self.stop()
        self.heading.say(title, remark)
        self.notice.hide()
        self.form.clear_problems()
        self.saved_label.show_nothing()

    def stop(self) -> None:
        """Keep nothing more of what was typed."""
        self._keeping.stop()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Each mistake at its field; what has no field is said above."""
        homeless = self.form.show_problems(problems)
        if homeless:
            self.show_notice(Severity.STOP, " ".join(problem.message for problem in homeless))

    def show_notice(self, severity: Severity, message: str, detail: str = "") -> None:
        """Say something above the form."""
        self.notice.say(severity, message, detail, can_dismiss=True)
        self.notice.show()

    def show_conflict(self, differences: tuple[tuple[str, str, str], ...]) -> None:
        """Somebody saved meanwhile: (field, mine, on record) where they differ."""
        told = "\n".join(
            self.tr('{field}: yours "{mine}", on record "{theirs}"').format(
                field=field, mine=mine, theirs=theirs
            )
            for field, mine, theirs in differences
        )
        said = self.tr("This was changed since you opened it. Saving again puts yours on top.")
        self.notice.say(Severity.WARNING, said, told, self.tr("Show what is on record"), True)
        self.notice.show()

    def show_kept(self, moment: datetime) -> None:
        """The draft is kept."""
        self.saved_label.show_saved(moment)

    def _on_save(self) -> None:
        try:
            values: dict[str, Any] = self.form.values()
        except BadInput as bad:
            self.show_problems(bad.problems)
            return
        self._keeping.stop()
        self.save_wanted.emit(values)

    def _on_edited(self, _name: str) -> None:
        self.saved_label.show_pending()
        if not self._keeping.isActive():
            self._keeping.start()

    def _on_keep(self) -> None:
        self.draft_typed.emit(typed_in(self.form))

    def _on_leave(self) -> None:
        if self._keeping.isActive():
            self._on_keep()
        self.stop()
        self.left.emit()

    def add_verb(self, made: QPushButton) -> None:
        """Put another verb beside Save and Back."""
        self.foot.insertWidget(2, made)

    def add_notice(self, made: QWidget) -> None:
        """Put another notice above the form."""
        self._column.insertWidget(1, made)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save_button)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        foot.addWidget(self.saved_label)
        return foot

    def _lay_out(self, above: QWidget | None) -> None:
        card = Card()
        card.body.addWidget(self.form)
        page = MeasuredPage(1100, edge=0, top=0, spacing=12)
        for part in (above, card):
            if part is not None:
                page.column.addWidget(part)
        page.column.addStretch(1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.notice)
        column.addWidget(scrolling(page), 1)
        column.addLayout(self.foot)
