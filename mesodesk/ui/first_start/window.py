"""First start: the window of the first minute: a choice, then three steps."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from mesodesk.core.errors import BadInput, MesoDeskError
from mesodesk.ui.first_start.details import FirstClinic
from mesodesk.ui.first_start.forms import ClinicForm, ClinicianForm, RecoverySheet
from mesodesk.ui.first_start.presenter import FirstStartPresenter, Page
from mesodesk.ui.first_start.welcome import Welcome
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.error_words import say_error, say_remedy
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card, scrolling
from mesodesk.ui.kit.placing import open_at
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.shades import Severity


class FirstStartWindow(QWidget):
    """Implements FirstStartView. `finished` when a record is open; `closed` when left."""

    finished = Signal()
    closed = Signal()

    def __init__(
        self,
        runner: Runner,
        create_clinic: Callable[[FirstClinic], str],
        open_demo: Callable[[], object],
        print_sheet: Callable[[str], bool],
    ) -> None:
        super().__init__()
        self.setWindowTitle("MesoDesk")
        self.presenter = FirstStartPresenter(
            self, runner, create_clinic, open_demo, print_sheet, _tr
        )
        self.welcome, self.clinic = Welcome(), ClinicForm()
        self.clinician, self.recovery = ClinicianForm(), RecoverySheet()
        self._pages = QStackedWidget()
        self._steps = with_role(QLabel(), "label")
        self._heading = with_role(QLabel(), "display")
        self._busy = with_role(QLabel(), "soft")
        self.notice = Banner()
        self.notice.hide()
        self.back_button = button(_tr("&Back"), icon="back")
        self.next_button = button(_tr("&Next"), Kind.PRIMARY)
        self._lay_out()
        self._wire()
        open_at(self, 960, 720)
        self.show_page(Page.WELCOME)

    @property
    def page(self) -> int:
        """The page shown."""
        return self._pages.currentIndex()

    def show_page(self, page: int) -> None:
        """Show a page and put the cursor into its first field."""
        headings = (
            _tr("Welcome to MesoDesk"),
            _tr("Your clinic"),
            _tr("You"),
            _tr("The recovery sheet"),
        )
        self.notice.hide()
        self._pages.setCurrentIndex(page)
        self._heading.setText(headings[page])
        said = _tr("Step {n} of {m}").format(n=page, m=len(headings) - 1)
        self._steps.setText(said if page else "")
        self.back_button.setVisible(page in (Page.CLINIC, Page.CLINICIAN))
        self.next_button.setVisible(page != Page.WELCOME)
        self.next_button.setText(_tr("&Start working") if page == Page.RECOVERY else _tr("&Next"))
        self.next_button.setEnabled(page != Page.RECOVERY or self.recovery.kept.value())
        self._focus(page)

    def show_busy(self, message: str) -> None:
        """Something takes a moment; empty words when it is over."""
        self._busy.setText(message)
        for part in (self._pages, self.back_button, self.next_button):
            part.setEnabled(not message)

    def show_error(self, error: MesoDeskError) -> None:
        """Show trouble: at the fields where it belongs to one, else in the page's bar."""
        form = self.clinic if self.page == Page.CLINIC else self.clinician
        if isinstance(error, BadInput) and not form.show_problems(error.problems):
            return
        self.notice.say(Severity.STOP, say_error(error), say_remedy(error))
        self.notice.show()

    def show_key(self, key: str) -> None:
        """Show the recovery key."""
        self.recovery.show_key(key)

    def show_printed(self) -> None:
        """The recovery sheet went to the printer."""
        self.recovery.show_printed()

    def finish(self) -> None:
        """The record is open; nothing is left to ask."""
        self.finished.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the person left."""
        super().closeEvent(event)
        self.closed.emit()

    def _on_next(self) -> None:
        try:
            if self.page == Page.CLINIC:
                self.presenter.on_clinic(self.clinic.details())
            elif self.page == Page.CLINICIAN:
                self.presenter.on_clinician(*self.clinician.details())
            else:
                self.presenter.on_kept()
        except BadInput:
            return  # the form shows it at its fields

    def _focus(self, page: int) -> None:
        firsts = (
            self.welcome.set_up_button,
            self.clinic.field("clinic_name"),
            self.clinician.field("clinician_name"),
            self.recovery.print_button,
        )
        firsts[page].setFocus()

    def _wire(self) -> None:
        self.welcome.set_up_wanted.connect(self.presenter.on_set_up)
        self.welcome.demo_wanted.connect(self.presenter.on_demo)
        self.back_button.clicked.connect(lambda: self.presenter.on_back(self.page))
        self.next_button.clicked.connect(self._on_next)
        self.clinic.submitted.connect(self._on_next)
        self.clinician.submitted.connect(self._on_next)
        self.recovery.print_wanted.connect(self.presenter.on_print)
        self.recovery.kept_changed.connect(self.next_button.setEnabled)

    def _lay_out(self) -> None:
        self._pages.addWidget(scrolling(self.welcome))
        for step in (self.clinic, self.clinician, self.recovery):
            card = Card()
            card.body.addWidget(step)
            card.body.addStretch(1)
            self._pages.addWidget(scrolling(card))
        bottom = QHBoxLayout()
        bottom.addWidget(self.back_button)
        bottom.addWidget(self._busy, 1)
        bottom.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(16)
        for part in (self._steps, self._heading, self.notice):
            column.addWidget(part)
        column.addWidget(self._pages, 1)
        column.addLayout(bottom)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FirstStart", text)
