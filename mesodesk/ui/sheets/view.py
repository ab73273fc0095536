"""Sheets: the chart's page of consents and sheets: take, see, print, save, print again."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from mesodesk.core.ids import CourseId, PatientId
from mesodesk.domain.changes import Changes
from mesodesk.services import courses, knowledge
from mesodesk.services.consent_lines import ConsentLine
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.consent_drafts import KIND as CONSENT
from mesodesk.services.sheets.printing import SHEETS
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.printing import Printers, SystemPrinters
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Destination, Room
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.tabs import Tabs
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.sheets.consents_page import ConsentsPage
from mesodesk.ui.sheets.filling import FillingPresenter, line_of
from mesodesk.ui.sheets.kept_page import KeptPage
from mesodesk.ui.sheets.outgoing import Outgoing
from mesodesk.ui.sheets.presenter import SheetsPresenter
from mesodesk.ui.sheets.print_page import PrintPage
from mesodesk.ui.sheets.signing_page import SigningPage


class Pages(QStackedWidget):
    """Takes the height there is: lists and sheets scroll by themselves.

    Words that wrap would otherwise make the whole page as high as all of it likes to be.
    """

    def hasHeightForWidth(self) -> bool:
        """Its height does not follow from its width."""
        return False

    def sizeHint(self) -> QSize:
        """No more than it needs."""
        return self.minimumSizeHint()


class SheetsRoom(Room):
    """`Destination(page="session", item_id=session)` puts both sheets of a session on the pile;
    `page="consent"` with a course takes its consent; any sheet's kind shows that sheet.
    """

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        announcer: Announcer,
        prompter: Prompter,
        printers: Printers | None = None,
    ) -> None:
        super().__init__("sheets", "document", "")
        self.title = self.tr("Consent and sheets")
        self.setAccessibleName(self.title)
        self._runner, self._desk = runner, desk
        self._patient_id = PatientId("")
        outgoing = Outgoing(desk, runner, announcer, prompter, printers or SystemPrinters(self))
        self.presenter = SheetsPresenter(desk, runner, outgoing)
        self.filling = FillingPresenter(desk, runner, announcer, prompter, outgoing)
        self.print_page = PrintPage(self.presenter, runner)
        self.consents_page = ConsentsPage(desk, runner, announcer, prompter)
        self.kept_page = KeptPage(desk, runner, outgoing)
        self.signing_page = SigningPage(self.filling, runner)
        self.notice = Banner()
        self.tabs, self._stack = Tabs(), Pages()
        self._outgoing = outgoing
        self._lay_out()
        self._connect()

    def show_patient(self, patient_id: str) -> None:
        """Show this patient's consents and sheets."""
        self.filling.leave()
        self._patient_id = PatientId(patient_id)
        self.notice.hide()
        self.presenter.show_patient(self._patient_id)
        self.consents_page.show_patient(self._patient_id)
        self.kept_page.show_patient(self._patient_id)
        self.turn_to(self.print_page)

    def turn_to(self, page: PrintPage | ConsentsPage | KeptPage) -> None:
        """Turn to one of the pages."""
        pages = (self.print_page, self.consents_page, self.kept_page)
        self.tabs.setCurrentIndex(pages.index(page))
        self._on_tab(pages.index(page))

    def take_consent(self, course_id: str, title: str) -> None:
        """Open the consent to a course, as it was left or new."""
        self.turn_to(self.consents_page)
        self.signing_page.start()
        self.filling.open(CourseId(course_id), title)
        self._stack.setCurrentWidget(self.signing_page)
        self.setFocusProxy(self.signing_page)
        self.signing_page.setFocus()

    def go_to(self, destination: Destination) -> None:
        """Show what the destination names."""
        wanted, item = destination.page or "", destination.item_id or ""
        if wanted == "session" and item:
            self.turn_to(self.print_page)
            self.presenter.show_session(item)
            self.print_page.print_button.setFocus()
        elif wanted == CONSENT:
            self.turn_to(self.consents_page)
            self._take_named(item.removeprefix(f"{CONSENT}-"))
        elif wanted in SHEETS:
            self.turn_to(self.print_page)
            self.presenter.show_kind(wanted, item)

    def concerns(self, changes: Changes) -> bool:
        """This patient's, and the letterhead above every sheet."""
        return self._patient_id in changes.patients or bool(changes.clinic)

    def read_again(self) -> None:
        """Read every list again; a consent being filled in stays as it is."""
        if self._patient_id:
            self.presenter.read_again()
            self.consents_page.read_again()
            self.kept_page.read_again()

    def set_read_only(self, is_read_only: bool) -> None:
        """Nothing may be signed, and nothing may leave unnoted."""
        for page in (self.print_page, self.consents_page, self.signing_page, self.kept_page):
            page.setEnabled(not is_read_only)

    def _take_named(self, course_id: str) -> None:
        """The consent to a course whose title the record knows."""

        def read() -> str:
            code = courses.course(self._desk, CourseId(course_id)).indication
            return knowledge.indication(code).name.said_in(self._desk.clinic.language)

        def take(title: str) -> None:
            self.take_consent(course_id, title)

        if course_id:
            self._runner.ask(read, take, lambda trouble: self._say(Severity.WARNING, str(trouble)))

    def _on_fill(self, line: ConsentLine) -> None:
        if line.course_id is not None:
            self.take_consent(line.course_id, line.title)

    def _on_back(self) -> None:
        filled = self.filling.filled
        self._to_consents(line_of(filled.prepared.course.id) if filled else "")

    def _to_consents(self, line: str) -> None:
        """Back to the list, on the line that was worked on."""
        self.filling.leave()
        self.consents_page.show_line(line)
        self.turn_to(self.consents_page)
        self.consents_page.setFocus()

    def _on_signed(self, line: str) -> None:
        self._to_consents(line)
        self._say(Severity.OK, self.tr("Signed. The sheet is kept in the record."))

    def _on_tab(self, number: int) -> None:
        page = (self.print_page, self.consents_page, self.kept_page)[number]
        self.notice.hide()
        self.filling.save_if_pending()
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)

    def _say(self, severity: Severity, said: str) -> None:
        self.notice.say(severity, said, can_dismiss=True)
        self.notice.show()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.consents_page.fill_wanted.connect(self._on_fill)
        self.signing_page.back_wanted.connect(self._on_back)
        self.filling.signed.connect(self._on_signed)
        self.filling.put_down.connect(self._to_consents)
        self.filling.saved.connect(self.saved)
        self._outgoing.left.connect(lambda said: self._say(Severity.OK, said))
        self._outgoing.refused.connect(lambda said: self._say(Severity.WARNING, said))
        self._outgoing.busy.connect(self.print_page.set_busy)
        self.notice.dismissed.connect(self.notice.hide)

    def _lay_out(self) -> None:
        self.tabs.setAccessibleName(self.tr("Consent and sheets"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.blockSignals(True)
        for title in (self.tr("Print"), self.tr("Consents"), self.tr("Kept copies")):
            self.tabs.addTab(title)
        self.tabs.blockSignals(False)
        pages = (self.print_page, self.consents_page, self.kept_page, self.signing_page)
        for page in pages:
            self._stack.addWidget(page)
        self.notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 16)
        column.setSpacing(8)
        for part in (self.tabs, self.notice):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.print_page)
