"""App: the one place that knows every room: it builds them, and leads from one to another."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from mesodesk.app.head_facts import head_facts
from mesodesk.app.opened import Opened
from mesodesk.app.searching import searcher
from mesodesk.core.errors import MesoDeskError
from mesodesk.core.ids import PatientId
from mesodesk.services import upkeep
from mesodesk.services.course_lines import timelines
from mesodesk.services.desk import Desk
from mesodesk.services.sign_in import change_places, people_at_the_door
from mesodesk.ui.chart.pages import PagePlan
from mesodesk.ui.chart.view import ChartRoom
from mesodesk.ui.course.view import CourseRoom
from mesodesk.ui.healing.view import HealingRoom
from mesodesk.ui.kit import clinic_time
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.printing import Printers
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Room, RoomPlan
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.window_prompter import WindowPrompter
from mesodesk.ui.patients.view import PatientsRoom
from mesodesk.ui.register.view import RegisterRoom
from mesodesk.ui.rules.view import RulesRoom
from mesodesk.ui.screening.room import ScreeningRoom
from mesodesk.ui.session.view import SessionRoom
from mesodesk.ui.settings.view import SettingsRoom
from mesodesk.ui.sheets.view import SheetsRoom
from mesodesk.ui.shell.household import Household
from mesodesk.ui.shell.trouble import TroubleDesk
from mesodesk.ui.shell.window import MainWindow
from mesodesk.ui.stock.view import StockRoom
from mesodesk.ui.today.view import TodayRoom

Builder = Callable[[Desk, Runner, Announcer, Prompter], Room]

_PAGES: tuple[tuple[str, str, Builder], ...] = (
    ("screening", "Screening", ScreeningRoom),
    ("course", "Course", CourseRoom),
    ("session", "Session", SessionRoom),
    ("healing", "Healing", HealingRoom),
)


class _Wiping(QObject):
    """Carries the wish to wipe the demo from a room that is built later to the window."""

    wanted = Signal()


class ClinicWindow(MainWindow):
    """The main window of an opened record. `wipe_wanted`: the demo clinic is to go."""

    wipe_wanted = Signal()


def main_window(
    opened: Opened, runner: Runner, trouble: TroubleDesk, printers: Printers | None = None
) -> ClinicWindow:
    """The main window with every room, ready to be shown; `printers` other than the system's."""
    desk, announcer, prompter = opened.desk, Announcer(), WindowPrompter()
    clinic_time.follow(lambda: desk.zone)
    wiping = _Wiping()
    household = Household(
        plans=_plans(desk, runner, announcer, prompter, printers, wiping),
        runner=runner,
        announcer=announcer,
        clock=desk.clock,
        search=searcher(desk),
        unlock=lambda password, person: change_places(desk, password, person),
        people=lambda: people_at_the_door(desk.folder),
        person=desk.author.name,
        language=desk.clinic.language,
        idle_minutes=desk.settings.idle_lock_minutes,
        is_demo=desk.clinic.is_demo,
    )
    window = ClinicWindow(household)
    wiping.setParent(window)
    wiping.wanted.connect(window.wipe_wanted)
    prompter.window = window
    announcer.setParent(window)
    trouble.attach(window.work.trouble, window)
    _look_after_backups(window, desk, runner, prompter)
    return window


def _plans(
    desk: Desk,
    runner: Runner,
    announcer: Announcer,
    prompter: Prompter,
    printers: Printers | None,
    wiping: "_Wiping",
) -> tuple[RoomPlan, ...]:
    def plan(name: str, icon: str, title: str, build: Builder) -> RoomPlan:
        return RoomPlan(name, icon, title, lambda: build(desk, runner, announcer, prompter))

    def settings(*_parts: Any) -> Room:
        room = SettingsRoom(desk, runner, announcer, prompter, printers)
        room.wipe_wanted.connect(wiping.wanted)
        return room

    return (
        plan("today", "today", "&Today", TodayRoom),
        plan("patients", "patients", "&Patients", PatientsRoom),
        RoomPlan(
            "chart",
            "chart",
            "Chart",
            lambda: _chart(desk, runner, announcer, prompter, printers),
            on_rail=False,
            beside="patients",
            also=(*(name for name, _, _ in _PAGES), "sheets"),
        ),
        plan("stock", "stock", "&Stock", StockRoom),
        plan("register", "register", "&Register", RegisterRoom),
        plan("settings", "settings", "S&ettings", settings),
        RoomPlan(
            "rules",
            "screening",
            "Screening rules",
            lambda: RulesRoom(desk, runner, announcer, prompter),
            on_rail=False,
            beside="settings",
            is_command=True,
        ),
    )


def _chart(
    desk: Desk,
    runner: Runner,
    announcer: Announcer,
    prompter: Prompter,
    printers: Printers | None,
) -> ChartRoom:
    def page(name: str, title: str, build: Builder) -> PagePlan:
        return PagePlan(name, title, lambda: build(desk, runner, announcer, prompter))

    sheets = PagePlan(
        "sheets",
        "Consent and sheets",
        lambda: SheetsRoom(desk, runner, announcer, prompter, printers),
    )
    pages = (*(page(*one) for one in _PAGES), sheets)
    return ChartRoom(
        desk,
        runner,
        announcer,
        prompter,
        pages,
        head_facts=lambda one: head_facts(desk, one),
        course_lines=lambda one: timelines(desk, PatientId(one)),
    )


def _look_after_backups(
    window: ClinicWindow, desk: Desk, runner: Runner, prompter: Prompter
) -> None:
    def show() -> None:
        runner.ask(lambda: upkeep.backup_age(desk), lambda age: window.show_backup(age.made_at))

    def back_up() -> None:
        chosen = Path(desk.settings.backup_folder) if desk.settings.backup_folder else None
        folder = chosen or prompter.choose_folder(window.tr("Back up to which folder?"))
        if folder is not None:
            runner.compute(lambda: upkeep.back_up(desk, folder), lambda _made: show(), say)

    def say(error: MesoDeskError) -> None:
        window.work.trouble.show_trouble(error)

    window.back_up_wanted.connect(back_up)
    show()
