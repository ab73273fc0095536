"""Shell: the main window: it leads from room to room, locks, and carries the menus."""

from datetime import datetime
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QWidget

from mesodesk.core.errors import MesoDeskError
from mesodesk.domain.changes import Changes
from mesodesk.ui.kit.clipboard import empty_clipboard
from mesodesk.ui.kit.guest import Guest
from mesodesk.ui.kit.placing import open_at
from mesodesk.ui.kit.room import Destination, Room
from mesodesk.ui.kit.theme.theme import SMALLEST_PERCENT, theme
from mesodesk.ui.shell.actions import Actions, as_command
from mesodesk.ui.shell.emergency_cards import shipped_book
from mesodesk.ui.shell.emergency_page import EmergencyPage
from mesodesk.ui.shell.focus_keeper import FocusKeeper
from mesodesk.ui.shell.household import Household
from mesodesk.ui.shell.idle import IdleWatch
from mesodesk.ui.shell.lock_screen import LockScreen
from mesodesk.ui.shell.menus import Menus
from mesodesk.ui.shell.search import Command, SearchPresenter
from mesodesk.ui.shell.work_page import WorkPage

GUESTS_TEXT_PERCENT = 150


class MainWindow(QMainWindow):
    """Made by the app from a Household. The title never carries a patient's name.

    `locked` and `unlocked` say so; `back_up_wanted` and `about_wanted` ask the app; `closing`
    comes before the window goes, so that the app can close runner and record.
    """

    locked = Signal()
    unlocked = Signal()
    back_up_wanted = Signal()
    about_wanted = Signal()
    closing = Signal()

    def __init__(self, household: Household) -> None:
        super().__init__()
        self.setWindowTitle("MesoDesk")
        self._household, self._is_locked = household, False
        self._person = household.person
        self._emergency: EmergencyPage | None = None
        self.guest: Guest | None = None
        self._before_guest: Qt.WindowState | None = None
        self.work = WorkPage(household)
        self._lock_screen: LockScreen | None = None
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self._pages.addWidget(self.work)
        rail_plans = tuple(plan for plan in household.plans if plan.on_rail)
        self.actions_ = Actions(rail_plans)
        self._menus = Menus(self.menuBar(), self.actions_)
        self._search = SearchPresenter(
            self.work.search, household.runner, household.search, self.commands, self.go_to
        )
        self.idle = IdleWatch(household.idle_minutes * 60, self)
        self._focus_keeper = FocusKeeper(self.work.corridor)
        self._wire()
        open_at(self, 1280, 800)
        if rail_plans:
            self.go_to(Destination(rail_plans[0].name))

    @property
    def is_locked(self) -> bool:
        """Whether the lock screen stands before the rooms."""
        return self._is_locked

    @property
    def lock_screen(self) -> LockScreen:
        """What stands before the rooms while the window is locked; made when first locked."""
        if self._lock_screen is None:
            self._lock_screen = LockScreen(self._household.language)
            self._lock_screen.password_given.connect(self._on_password)
            self._pages.addWidget(self._lock_screen)
        return self._lock_screen

    @property
    def room(self) -> Room | None:
        """The room that is open."""
        return self.work.corridor.room

    def go_to(self, destination: Destination) -> None:
        """Lead to a place in the window; while locked, it is there after unlocking."""
        if not self._is_locked:
            self._pages.setCurrentWidget(self.work)
        self.work.corridor.go_to(destination)

    def commands(self) -> tuple[Command, ...]:
        """What can be done now, for the search box: the shell's actions and the open room's."""
        own = self.room.actions() if self.room is not None else []
        done = (as_command(each) for each in (*own, *self.actions_.every) if each.isEnabled())
        return (*done, *self._room_commands())

    def _room_commands(self) -> tuple[Command, ...]:
        """The rooms off the rail that are found by their title."""
        return tuple(
            Command(plan.title, "", plan.icon, partial(self.go_to, Destination(plan.name)))
            for plan in self._household.plans
            if plan.is_command and not self._is_locked
        )

    def show_saved(self, moment: datetime) -> None:
        """A draft was kept at `moment` (aware, UTC)."""
        self.work.foot.saved.show_saved(moment)

    def show_backup(self, moment: datetime | None) -> None:
        """The last good backup was made at `moment` (aware, UTC)."""
        self.work.foot.show_backup(moment)

    def lock(self) -> None:
        """Hide every patient; open dialogs are left, their drafts are kept."""
        if self._is_locked and self.guest is None:
            return
        self._shut()
        self._pages.setCurrentWidget(self.lock_screen)
        self._dismiss_guest()
        self.lock_screen.show_locked(self._person, self._household.people())
        self.locked.emit()

    def hand_over(self, guest: Guest) -> None:
        """Show a patient this page alone, in large type; whatever ends it locks the window.

        It fills the screen until it is unlocked. What either of them copied stays with them: the
        clipboard is emptied before and after.
        """
        self._shut()
        self._dismiss_guest()
        self.actions_.quit.setEnabled(False)
        self._fill_screen()
        empty_clipboard()
        self.guest = guest
        theme().enlarge(GUESTS_TEXT_PERCENT)
        guest.finished.connect(self.lock)
        self._pages.addWidget(guest)
        self._pages.setCurrentWidget(guest)
        guest.take_focus()

    def _fill_screen(self) -> None:
        """Nothing else of the desktop is in reach of a patient."""
        if self._before_guest is None:
            self._before_guest = self.windowState()
        self.showFullScreen()

    def _shrink_again(self) -> None:
        """As large as the window was before a patient had it."""
        before, self._before_guest = self._before_guest, None
        if before is not None:
            self.setWindowState(before)

    def _shut(self) -> None:
        """Nothing of the rooms can be reached any more, by key or by menu."""
        self._is_locked = True
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        self.actions_.set_locked(True)
        self.menuBar().hide()

    def _dismiss_guest(self) -> None:
        guest, self.guest = self.guest, None
        if guest is not None:
            empty_clipboard()
            theme().enlarge(SMALLEST_PERCENT)
            self.actions_.quit.setEnabled(True)
            self._pages.removeWidget(guest)
            guest.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for the person's hands from now on."""
        super().showEvent(event)
        self.idle.watch(self.windowHandle())
        self.idle.touch()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the app put things away first; a patient who closes the window only locks it."""
        if self.guest is not None and not _is_logging_out():
            event.ignore()
            self.lock()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _wire(self) -> None:
        actions, work = self.actions_, self.work
        for name, each in actions.rooms.items():
            each.triggered.connect(lambda _on=False, name=name: self.go_to(Destination(name)))
        actions.search.triggered.connect(self._on_search)
        actions.back.triggered.connect(work.corridor.go_back)
        actions.lock.triggered.connect(self.lock)
        actions.emergency.triggered.connect(self.open_emergency)
        actions.back_up.triggered.connect(self.back_up_wanted)
        actions.about.triggered.connect(self.about_wanted)
        actions.quit.triggered.connect(self.close)
        work.rail.room_chosen.connect(lambda name: self.go_to(Destination(name)))
        work.rail.add_action(actions.emergency, self.tr("Emergency"), "emergency", "stop")
        work.rail.add_action(actions.lock, self.tr("Lock"), "lock")
        work.search.typed.connect(self._search.on_typed)
        work.search.suggestion_chosen.connect(self._search.on_chosen)
        work.search.left.connect(self._focus_room)
        work.corridor.entered.connect(self._on_entered)
        work.corridor.saved.connect(self.show_saved)
        work.corridor.handed_over.connect(self.hand_over)
        self.idle.went_idle.connect(self.lock)

    def open_emergency(self) -> None:
        """Show the emergency cards in the place of the rooms; the lock screen has its own."""
        if self._is_locked:
            self.lock_screen.open_cards()
            return
        if self._emergency is None:
            self._emergency = EmergencyPage(shipped_book(self._household.language))
            self._emergency.left.connect(self._on_emergency_left)
            self._pages.addWidget(self._emergency)
        self._pages.setCurrentWidget(self._emergency)
        self._emergency.show_card(0)

    def _on_emergency_left(self) -> None:
        self._pages.setCurrentWidget(self.work)
        self._focus_room()

    def _on_search(self) -> None:
        self._pages.setCurrentWidget(self.work)
        self.work.search.enter()

    def _on_entered(self, room: Room) -> None:
        plans = {plan.name: plan for plan in self._household.plans}
        self.work.rail.show_room(plans[room.name].beside or room.name)
        self._menus.show_room(room)

    def _on_password(self, password: str) -> None:
        chosen = self.lock_screen.person
        self._household.runner.compute(
            lambda: self._household.unlock(password, chosen), self._on_unlocked, self._on_refused
        )

    def _on_unlocked(self, person: str) -> None:
        """Whoever unlocked is signed in: a colleague may have taken over."""
        if person != self._person:
            self._person = person
            self.work.foot.show_person(person)
            self._household.announcer.announce(Changes(clinic=frozenset({"clinician"})), self)
        self._unlock()

    def _on_refused(self, error: MesoDeskError) -> None:
        self.lock_screen.show_refusal(error)

    def _unlock(self) -> None:
        self._is_locked = False
        self.lock_screen.panel.clear()
        self.actions_.set_locked(False)
        self._shrink_again()
        self.menuBar().show()
        self._pages.setCurrentWidget(self.work)
        self.idle.touch()
        self._go_on_where_it_was()
        self.unlocked.emit()

    def _go_on_where_it_was(self) -> None:
        """The keyboard goes back to where it was before the window was locked."""
        # Qt's own description forgets that nothing may have had it yet.
        last = cast("QWidget | None", self.work.focusWidget())
        if last is not None and last.isVisible() and last.isEnabled():
            last.setFocus()
        else:
            self._focus_room()

    def _focus_room(self) -> None:
        if self.room is not None:
            self.room.setFocus()


def _is_logging_out() -> bool:
    """Whether the desktop itself ends: nobody may stand in its way."""
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
