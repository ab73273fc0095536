"""Session room: one treatment from the chair to the signature.

Keys: F2 to F7 go to what each gate misses, F8 starts, F12 takes the lot or open vial that is
offered, Ctrl+Return goes to the next step, N in the grid grades "none" for all zones.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.core.ids import CourseId, PatientId, SessionId
from mesodesk.domain.changes import Changes
from mesodesk.domain.treatments import Gate
from mesodesk.services.desk import Desk
from mesodesk.services.treatments.reading import SessionStart, SignedPicture
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.buttons import action
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.pages import Pages
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Destination, Room
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.session.gate_strip import KEYS
from mesodesk.ui.session.head import SessionHead
from mesodesk.ui.session.presenter import SessionPresenter, concerned
from mesodesk.ui.session.signed_page import SignedPage
from mesodesk.ui.session.start_page import StartPage
from mesodesk.ui.session.words import gate_word
from mesodesk.ui.session.writing_page import WritingPage

NAME = "session"


class SessionRoom(Room):
    """`show_patient(patient id)` shows where a session may start.

    A Destination's `item_id` may be a draft or a signed session, which is opened, or a course,
    which then stands first; page="repeat" repeats the last session of the course at once.
    `shows_head` is for a room that stands alone: in the chart the head is above it already.
    """

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        announcer: Announcer,
        prompter: Prompter,
        *,
        shows_head: bool = False,
    ) -> None:
        super().__init__(NAME, "syringe", "")
        self.title = self.tr("Session")
        self.setAccessibleName(self.title)
        self.presenter = SessionPresenter(desk, runner, announcer, prompter)
        self._repeats: CourseId | None = None
        self._to_signed = ""
        self.head = SessionHead(desk, is_shown=shows_head)
        self.trouble = Banner(Severity.WARNING, can_dismiss=True)
        self.trouble.dismissed.connect(self.trouble.hide)
        self.trouble.hide()
        self.start_page = StartPage(desk)
        self.writing_page = WritingPage(desk, self.presenter)
        self.writing_page.strip.ask_first(self.head.confirm_button)
        self.signed_page = SignedPage(desk)
        self._stack = Pages()
        for page in (self.start_page, self.writing_page, self.signed_page):
            self._stack.addWidget(page)
        self._lay_out()
        self._wire()
        self._add_actions()

    @property
    def patient_id(self) -> PatientId | None:
        """Whose session is shown."""
        start = self.presenter.start
        return start.patient_id if start else None

    def show_patient(self, patient_id: str) -> None:
        """Show where a session of this patient may start; what is being written stays open."""
        if patient_id == self.patient_id and self.presenter.book.is_open:
            self.presenter.read_again()
            self.presenter.advance()
        else:
            self.presenter.show_patient(PatientId(patient_id))

    def set_read_only(self, is_read_only: bool) -> None:
        """Nothing may be changed: no session is begun, none is added to."""
        if is_read_only and self.presenter.book.is_open:
            self.presenter.to_start()
        self.start_page.set_read_only(is_read_only)
        self.signed_page.set_read_only(is_read_only)

    def go_to(self, destination: Destination) -> None:
        """Show what the destination names."""
        if destination.patient_id is None:
            return
        patient_id = PatientId(destination.patient_id)
        self._repeats = None
        if self._is_being_written(patient_id, destination.item_id):
            self.show_patient(patient_id)
            return
        match destination.page, destination.item_id:
            case "repeat", str() as item:
                self._repeats = CourseId(item)
                self.presenter.show_patient(patient_id, self._repeats)
            case _, str() as item:
                self.presenter.open(patient_id, item)
            case _:
                self.show_patient(patient_id)

    def _is_being_written(self, patient_id: PatientId, item: str | None) -> bool:
        """Whether the way back leads to the session that is open already."""
        session = self.presenter.book.session
        if session is None or session.patient_id != patient_id:
            return False
        return item in (session.id, session.course_id)

    def concerns(self, changes: Changes) -> bool:
        """Its patient, the stock, the clinic."""
        return concerned(changes, self.patient_id)

    def read_again(self) -> None:
        """Read gates and stock anew, or the start."""
        self.presenter.read_again()

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes back from mending a gate finds the next step."""
        super().showEvent(event)
        if not event.spontaneous() and self.presenter.book.is_open:
            self.presenter.advance()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves the room finds the draft as it was left."""
        self.presenter.book.save_if_pending()
        super().hideEvent(event)

    def _on_start(self, start: SessionStart) -> None:
        self._show_head(start)
        self.head.show_confirmed(False, False)
        self.start_page.show_start(start, self.presenter.course_id)
        self._turn_to(self.start_page)
        if self._repeats is not None:
            course, self._repeats = self._repeats, None
            self.presenter.begin(course, repeats=True)

    def _on_writing(self) -> None:
        if self.presenter.start is not None:
            self._show_head(self.presenter.start)
        self._turn_to(self.writing_page)
        self._on_changed()
        self._rest_focus()
        self.writing_page.open()

    def _rest_focus(self) -> None:
        """Until the gates are read, no key may land on a button that leads away."""
        session = self.presenter.book.session
        is_confirmed = session is not None and session.identity_confirmed
        line = self.writing_page.zones.picker.line
        resting = line if is_confirmed else self.head.confirm_button
        resting.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirmed(self) -> None:
        """The button goes as it is pressed: what is scanned at once must find the scan line."""
        session = self.presenter.book.session
        if session is not None and any(part.lot_id is None for part in session.components):
            self.writing_page.go_to_step(Gate.MIXTURE.value)
        else:
            self.writing_page.zones.picker.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.presenter.confirm_identity()

    def _on_signed(self, picture: SignedPicture) -> None:
        if self.presenter.start is not None:
            self._show_head(self.presenter.start)
        self.head.show_confirmed(False, False)
        self.signed_page.show_signed(picture)
        self._turn_to(self.signed_page)
        self.signed_page.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        session = self.presenter.book.session
        if session is not None:
            self.head.show_confirmed(True, session.identity_confirmed)
            self.writing_page.strip.start_button.setVisible(session.identity_confirmed)

    def _on_step(self, step: str) -> None:
        if step == Gate.IDENTITY.value and not self.head.confirm_button.isHidden():
            self.head.confirm_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_trouble(self, said: str) -> None:
        self.trouble.say(Severity.WARNING, said, can_dismiss=True)
        self.trouble.show()

    def _show_head(self, start: SessionStart) -> None:
        self.head.show_patient(start)

    def _turn_to(self, page: QWidget) -> None:
        self.trouble.hide()
        self._stack.setCurrentWidget(page)
        is_writing = page is self.writing_page
        self.setFocusProxy(self.writing_page.zones.picker.line if is_writing else page)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.trouble)
        column.addWidget(self._stack, 1)

    def _wire(self) -> None:
        presenter = self.presenter
        presenter.start_read.connect(self._on_start)
        presenter.writing_opened.connect(self._on_writing)
        presenter.signed_read.connect(self._on_signed)
        presenter.advanced.connect(self._on_step)
        presenter.troubled.connect(self._on_trouble)
        presenter.destination_chosen.connect(self.destination_chosen)
        presenter.book.changed.connect(self._on_changed)
        presenter.book.saved.connect(self.saved)
        presenter.book.saved.connect(self.head.saved.show_saved)
        presenter.book.pending.connect(self.head.saved.show_pending)
        self.head.confirmed.connect(self._on_confirmed)
        self.writing_page.back_button.clicked.connect(presenter.to_start)
        self._wire_start()
        self.signed_page.print_wanted.connect(presenter.print_sheets)
        self.signed_page.addendum_wanted.connect(presenter.signing.add_note)
        self.signed_page.void_wanted.connect(presenter.signing.void)
        self.signed_page.start_wanted.connect(presenter.to_start)

    def _wire_start(self) -> None:
        page, presenter = self.start_page, self.presenter
        page.begin_wanted.connect(
            lambda course, repeats: presenter.begin(CourseId(course), repeats=repeats)
        )
        page.resume_wanted.connect(lambda draft: presenter.resume(SessionId(draft)))
        page.put_aside_wanted.connect(lambda draft: presenter.put_aside(SessionId(draft)))
        page.session_chosen.connect(lambda one: presenter.open_signed(SessionId(one)))
        page.course_wanted.connect(
            lambda: self.destination_chosen.emit(Destination("course", self.patient_id))
        )

    def _add_actions(self) -> None:
        """Actions act at once, where a button's own shortcut would first play being pressed."""
        presenter, zones = self.presenter, self.presenter.zones
        made = [
            self._action(gate_word(gate), "", key, partial(self._on_gate, gate))
            for gate, key in KEYS.items()
        ]
        take = self.writing_page.mixture.offer_button.click
        made += [
            self._action(self.tr("Start"), "syringe", "F8", presenter.start_treating),
            self._action(self.tr("Take the lot that is offered"), "vial", "F12", take),
            self._action(self.tr("Next step"), "next", "Ctrl+Return", presenter.advance),
            self._action(
                self.tr("No response in any zone"), "check", "Ctrl+Shift+0", zones.none_for_all
            ),
            self._action(self.tr("Zone before"), "up", "Ctrl+Up", partial(zones.step, -1)),
            self._action(self.tr("Zone after"), "down", "Ctrl+Down", partial(zones.step, 1)),
        ]
        self._made = tuple(made)

    def _action(self, text: str, icon: str, key: str, act: Callable[[], object]) -> QAction:
        made = action(text, icon, key)
        made.triggered.connect(lambda _=False: act())
        self.addAction(made)
        return made

    def _on_gate(self, gate: Gate) -> None:
        if gate is Gate.IDENTITY and self.head.confirm_button.isVisible():
            self._on_step(gate.value)
        elif self.presenter.book.is_open:
            self.presenter.mend(gate)
