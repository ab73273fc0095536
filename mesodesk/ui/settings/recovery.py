"""Settings: a new recovery sheet: printed first, and used only once it is in hand."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout

from mesodesk.core.errors import MesoDeskError
from mesodesk.services import recovery
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.preview import pages_of, print_page
from mesodesk.services.sheets.recovery import recovery_sheet
from mesodesk.ui.kit.buttons import button
from mesodesk.ui.kit.error_words import say_error, say_remedy
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card, words
from mesodesk.ui.kit.printing import Printers, print_pages
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.theme.shades import Severity


class RecoveryCard(Card):
    """`sheet_wanted()`; says what became of it."""

    sheet_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_tr("Recovery sheet"))
        why = _tr(
            "The recovery key opens the record when every password is forgotten. Make a new sheet "
            "if the old one is lost, or if somebody may have seen it: the old key then opens "
            "nothing here any more. Backups made before still open with the old sheet."
        )
        self.result = Banner()
        self.result.hide()
        self.result.dismissed.connect(self.result.hide)
        self.print_button = button(_tr("Print a &new recovery sheet"), icon="print")
        self.print_button.clicked.connect(self.sheet_wanted)
        for part in (words(why, "soft"), self.result):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.print_button)
        row.addStretch(1)
        self.body.addLayout(row)

    def say(self, severity: Severity, said: str) -> None:
        """What became of it."""
        self.result.say(severity, said, can_dismiss=True)
        self.result.show()


class RecoveryPresenter(QObject):
    """Password, key, paper, question, and only then the new key. `told(Severity, words)`."""

    told = Signal(object, str)

    def __init__(self, desk: Desk, runner: Runner, prompter: Prompter, printers: Printers) -> None:
        super().__init__()
        self._desk, self._runner = desk, runner
        self._prompter, self._printers = prompter, printers

    def renew(self) -> None:
        """Lead through it; whoever turns back leaves the old sheet as it was."""
        purpose = _tr("Type your password to make a new recovery sheet.")
        password = self._prompter.ask_password(purpose)
        if password:
            self._runner.ask(
                lambda: recovery.new_recovery_key(self._desk, password),
                lambda key: self._choose_printer(password, key),
                self._on_trouble,
            )

    def _choose_printer(self, password: str, key: str) -> None:
        printer = self._printers.chosen(_tr("Recovery sheet"))
        if printer is None:
            self._say_unchanged()
            return
        self._runner.ask(
            lambda: recovery_sheet(self._desk, key),
            lambda pdf: self._print(printer, pdf, password, key),
            self._on_trouble,
        )

    def _print(self, printer: QPrinter, pdf: bytes, password: str, key: str) -> None:
        pages = tuple(partial(print_page, pdf, number) for number in range(pages_of(pdf)))
        self._runner.compute(
            lambda: print_pages(printer, pages, self._desk.clinic.paper),
            lambda _none: self._ask(password, key),
            self._on_trouble,
        )

    def _ask(self, password: str, key: str) -> None:
        question = _tr("Is the new sheet in your hand, and its key easy to read?")
        detail = _tr("From now on the new key opens the record, and the old sheet opens nothing.")
        if self._prompter.confirm(question, detail, _tr("Use the new sheet")):
            self._runner.ask(
                lambda: recovery.use_recovery_key(self._desk, password, key),
                lambda _none: self._say_renewed(),
                self._on_trouble,
            )
        else:
            self._say_unchanged()

    def _say_renewed(self) -> None:
        said = _tr("The new sheet is in use. Destroy the old one, and keep this one locked away.")
        self.told.emit(Severity.OK, said)

    def _say_unchanged(self) -> None:
        said = _tr("Nothing was changed: the old sheet still opens the record.")
        self.told.emit(Severity.INFO, said)

    def _on_trouble(self, trouble: MesoDeskError) -> None:
        parts = (say_error(trouble), say_remedy(trouble))
        self.told.emit(Severity.STOP, " ".join(part for part in parts if part))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recovery", text)
