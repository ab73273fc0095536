"""Chart: one list of the chart: its rows, and the form that opens below them."""

from datetime import datetime
from typing import Any, Generic

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mesodesk.core.errors import BadInput, Problem
from mesodesk.ui.chart.item_form import Item, ItemForm
from mesodesk.ui.chart.wording import said_item
from mesodesk.ui.kit.buttons import Kind, button, shown_shortcut
from mesodesk.ui.kit.form.saved_label import SavedLabel
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import RowsTable
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme

_KEEP_MS = 700
_MOST_ROWS = 6


class ListCard(Card, Generic[Item]):
    """Emits `save_wanted(item)`, `void_wanted(item)`, `draft_typed(content)`, `draft_dropped`."""

    save_wanted = Signal(object)
    void_wanted = Signal(object)
    draft_typed = Signal(object)
    draft_dropped = Signal()

    def __init__(
        self,
        title: str,
        nothing: str,
        columns: tuple[Column[Item], ...],
        form: ItemForm[Item],
    ) -> None:
        super().__init__(title)
        self.form: ItemForm[Item] = form
        self.nothing = with_role(QLabel(nothing), "soft")
        self.nothing.setWordWrap(True)
        self.table: RowsTable[Item] = RowsTable(title, columns, key=lambda item: item.id)
        self.table.row_chosen.connect(self.edit)
        self.add_button = button(self.tr("Add"), Kind.QUIET, "add")
        self.add_button.setAccessibleName(f"{title}: {self.tr('Add')}")
        self.add_button.clicked.connect(lambda: self.edit(None))
        self.heading.add(self.add_button)
        self.saved_label = SavedLabel()
        self.clash = Banner()
        self._changed: Item | None = None
        self._theirs: Item | None = None
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self._keeping.timeout.connect(self._on_keep)
        self._lay_out()
        self.close_form()
        self.show_items(())
        theme().changed.connect(self._fit)

    @property
    def is_editing(self) -> bool:
        """Whether the form is open."""
        return not self.panel.isHidden()

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Show the list; an open form stays open with what is typed."""
        self.table.set_rows(items)
        self.table.setVisible(bool(items))
        self.nothing.setVisible(not items)
        self._fit()

    def edit(self, item: Item | None) -> None:
        """Open the form for an item, or for a new one."""
        self._changed = item
        self.form.start(item)
        self.clash.hide()
        self.remove_button.setVisible(item is not None)
        self.saved_label.show_nothing()
        self.panel.show()
        self.form.field(self.form.first).take_focus()

    def take_up(self, content: dict[str, Any], item: Item | None, saved_at: datetime) -> None:
        """Open the form with what was being typed when the program stopped."""
        if not self.is_editing:
            self.edit(item)
            self.form.version = int(content["version"])
            self.form.show_draft(content["fields"])
            self.saved_label.show_saved(saved_at)

    def close_form(self) -> None:
        """The form is not needed any more."""
        self._keeping.stop()
        had_focus = self.panel.isAncestorOf(QApplication.focusWidget() or self)
        self.panel.hide()
        if had_focus:
            # Where the form was opened, so that the next item is one key away.
            self.add_button.setFocus()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say each mistake beside its field."""
        self.form.show_problems(problems)

    def show_clash(self, mine: Item, theirs: Item) -> None:
        """Both versions, one above the other, and the choice."""
        self._theirs = theirs
        self.clash.say(
            Severity.WARNING,
            self.tr("Changed since you opened it. On record now: {theirs}").format(
                theirs=said_item(theirs)
            ),
            self.tr("Mine: {mine}").format(mine=said_item(mine)),
            self.tr("Save mine"),
            can_dismiss=True,
        )
        self.clash.show()
        self.clash.action_button.setFocus()

    def set_read_only(self, is_read_only: bool) -> None:
        """Nothing may be changed."""
        self.add_button.setEnabled(not is_read_only)
        self.panel.setEnabled(not is_read_only)

    def _on_save(self) -> None:
        try:
            item = self.form.typed_item()
        except BadInput:
            return
        self._keeping.stop()
        self.save_wanted.emit(item)

    def _on_mine(self) -> None:
        if self._theirs is not None:
            self.form.version = self._theirs.version
            self.clash.hide()
            self._on_save()

    def _on_theirs(self) -> None:
        if self._theirs is not None:
            self.edit(self._theirs)
            self.draft_dropped.emit()

    def _on_remove(self) -> None:
        if self._changed is not None:
            self.void_wanted.emit(self._changed)

    def _on_cancel(self) -> None:
        self.close_form()
        self.draft_dropped.emit()
        self.add_button.setFocus()

    def _on_keep(self) -> None:
        fields = self.form.draft()
        kept = {"item_id": self.form.item_id, "version": self.form.version, "fields": fields}
        self.draft_typed.emit(kept)

    def _on_edited(self, _name: str) -> None:
        self.saved_label.show_pending()
        if not self._keeping.isActive():
            self._keeping.start()

    def _fit(self) -> None:
        shown = min(max(len(self.table.rows), 1), _MOST_ROWS)
        line = self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(shown * line + head + 4)

    def _lay_out(self) -> None:
        self.panel = QWidget()
        self.save_button = button(self.tr("Save"), icon="check")
        self.cancel_button = button(self.tr("Cancel"), Kind.QUIET)
        self.remove_button = button(self.tr("Remove"), Kind.DANGER)
        self.save_button.clicked.connect(self._on_save)
        self.form.submitted.connect(self._on_save)
        self.form.edited.connect(self._on_edited)
        self.cancel_button.clicked.connect(self._on_cancel)
        escape = QShortcut(QKeySequence("Esc"), self.panel)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_cancel)
        save = QShortcut(QKeySequence("Ctrl+S"), self.panel)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self._on_save)
        self.save_button.setToolTip(f"{self.save_button.text()} ({shown_shortcut('Ctrl+S')})")
        self.remove_button.clicked.connect(self._on_remove)
        self.clash.action_chosen.connect(self._on_mine)
        self.clash.dismissed.connect(self._on_theirs)
        verbs = QHBoxLayout()
        for made in (self.save_button, self.cancel_button):
            verbs.addWidget(made)
        verbs.addWidget(self.saved_label)
        verbs.addStretch(1)
        verbs.addWidget(self.remove_button)
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self.clash)
        inside.addWidget(self.form)
        inside.addLayout(verbs)
        for part in (self.nothing, self.table, self.panel):
            self.body.addWidget(part)
        self.body.addStretch(1)
