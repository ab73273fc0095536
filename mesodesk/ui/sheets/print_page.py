"""Sheets: the page where sheets are chosen, seen as they will print, printed and saved."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mesodesk.services.sheets.preview import page_png
from mesodesk.services.sheets.printing import SHEETS, MadeSheet
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.choice_fields import CheckField, ChoiceField, Option
from mesodesk.ui.kit.panels.cards import Card, scrolling, words
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.panels.pages import Pages
from mesodesk.ui.kit.preview import Preview
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.sheets.presenter import SheetsPresenter
from mesodesk.ui.sheets.sheet_list import SheetList
from mesodesk.ui.sheets.two_panes import TwoPanes
from mesodesk.ui.sheets.wording import language_name, nothing_yet, sheet_name, subject_name

_LEFT = 344


class PrintPage(TwoPanes):
    """Ctrl+P prints the ticked sheets, or the one shown; Ctrl+Shift+P asks for no printer."""

    def __init__(self, presenter: SheetsPresenter, runner: Runner) -> None:
        super().__init__()
        self._presenter = presenter
        self.sheets = SheetList(self.tr("Sheets"))
        self.about = ChoiceField("about", self.tr("About"), ())
        self.language = ChoiceField("language", self.tr("Language"), ())
        self.large = CheckField("large", self.tr("Large print"))
        self.beside = CheckField("beside", "")
        self.print_button = button(self.tr("Print ..."), Kind.PRIMARY, "print", "Ctrl+P")
        self.now_button = button(self.tr("Print at once"), Kind.PLAIN, "", "Ctrl+Shift+P")
        self.save_button = button(self.tr("Save a copy"), Kind.PLAIN, "save", "Ctrl+S")
        self.pile = words("", "soft")
        self.preview = Preview(runner)
        self.nothing = EmptyState("document", self.tr("Nothing to show"))
        self._right = Pages()
        self._lay_out()
        self._connect()
        self.show_choices()
        self.setFocusProxy(self.sheets)

    def show_choices(self) -> None:
        """Show what the presenter knows."""
        knows = self._presenter
        read = knows.choices
        if read is None:
            # A list that is entered without a current line would choose its first by itself.
            self.sheets.show_state(knows.kind, knows.pile, {})
            return
        missing = {kind: nothing_yet(kind) for kind in SHEETS if not knows.subject_of(kind)}
        self.sheets.show_state(knows.kind, knows.pile, missing)
        kind = knows.kind
        about = tuple(Option(one.id, subject_name(one, kind)) for one in read.of(kind))
        _offer(self.about, about, knows.subject_of(kind))
        spoken = tuple(Option(code, language_name(code)) for code in read.languages)
        _offer(self.language, spoken, knows.spoken())
        self.large.set_value(knows.is_large_print)
        beside = self.tr("{language} beside it")
        self.beside.box.setText(beside.format(language=language_name(read.clinic_language)))
        self.beside.setVisible(knows.can_stand_beside(kind))
        self.beside.set_value(knows.is_beside)
        self._show_verbs(knows.to_print())

    def show_sheet(self, sheet: MadeSheet) -> None:
        """Show the pages of a sheet, the first one first."""
        # In front first: a page that is fitted must know the room it has.
        self._right.setCurrentWidget(self.preview)
        self.preview.show_pages(partial(page_png, sheet.pdf), sheet.page_count)

    def show_nothing(self, why: str) -> None:
        """Say why there is no page to be seen."""
        self.preview.clear()
        self.nothing.say(why)
        self._right.setCurrentWidget(self.nothing)

    def set_busy(self, is_busy: bool) -> None:
        """Nothing is printed twice by a second press."""
        for each in (self.print_button, self.now_button):
            each.setEnabled(not is_busy and bool(self._presenter.to_print()))

    def _show_verbs(self, kinds: tuple[str, ...]) -> None:
        names = ", ".join(sheet_name(kind) for kind in kinds)
        self.pile.setText(self.tr("To print: {names}").format(names=names) if kinds else "")
        for each in (self.print_button, self.now_button):
            each.setEnabled(bool(kinds))
        self.save_button.setEnabled(bool(self._presenter.subject_of(self._presenter.kind)))

    def _connect(self) -> None:
        knows = self._presenter
        knows.changed.connect(self.show_choices)
        knows.made.connect(self.show_sheet)
        knows.not_made.connect(self.show_nothing)
        self.sheets.kind_shown.connect(knows.show_kind)
        self.sheets.ticked.connect(knows.put_on_pile)
        self.about.edited.connect(lambda: knows.show_kind(knows.kind, self.about.value() or ""))
        self.language.edited.connect(lambda: knows.set_language(self.language.value() or ""))
        self.large.edited.connect(lambda: knows.set_large_print(self.large.value()))
        self.beside.edited.connect(lambda: knows.set_beside(self.beside.value()))
        self.print_button.clicked.connect(lambda _checked: knows.print(asks=True))
        self.now_button.clicked.connect(lambda: knows.print(asks=False))
        self.save_button.clicked.connect(knows.save)

    def _lay_out(self) -> None:
        card = Card()
        for part in (self.sheets, self.about, self.language, self.large, self.beside):
            card.body.addWidget(part)
        card.body.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(scrolling(card), 1)
        column.addWidget(self.pile)
        column.addLayout(self._verbs())
        self._right.addWidget(self.nothing)
        self._right.addWidget(self.preview)
        self.put(left, self._right, left, _LEFT)

    def _verbs(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.addWidget(self.print_button, 0, 0, 1, 2)
        grid.addWidget(self.now_button, 1, 0)
        grid.addWidget(self.save_button, 1, 1)
        return grid


def _offer(field: ChoiceField, options: tuple[Option, ...], chosen: str) -> None:
    """Offer these answers alone: unlike a question, a sheet is always about something."""
    field.set_options(options)
    field.box.removeItem(field.box.findData(None, Qt.ItemDataRole.UserRole))
    field.box.setCurrentIndex(max(0, field.box.findData(chosen)))
    field.setEnabled(bool(options))
