"""Settings: the room: clinic, clinician, thresholds, password and PIN, backup, look, demo."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mesodesk.domain.changes import Changes
from mesodesk.domain.clinic import Clinic, Clinician, Settings
from mesodesk.services.appearance import Appearance, appearance, keep_appearance
from mesodesk.services.desk import Desk
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.panels.cards import Heading, scrolling
from mesodesk.ui.kit.panels.measured import MeasuredPage
from mesodesk.ui.kit.panels.pages import Pages
from mesodesk.ui.kit.printing import Printers, SystemPrinters
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.room import Destination, Room
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.tabs import Tabs
from mesodesk.ui.kit.theme.theme import Look, Mode, theme
from mesodesk.ui.settings.backup_presenter import BackupPresenter
from mesodesk.ui.settings.cards import BackupCard, DemoCard, LogoCard, LookCard
from mesodesk.ui.settings.colleagues import ColleaguesPanel
from mesodesk.ui.settings.colleagues_presenter import ColleaguesPresenter
from mesodesk.ui.settings.forms import (
    ClinicForm,
    ClinicianForm,
    ThresholdsForm,
    clinic_of,
    clinic_values,
    clinician_of,
    clinician_values,
    thresholds_of,
    thresholds_values,
)
from mesodesk.ui.settings.overrides import (
    FoundingCard,
    OverridesForm,
    OverridesPresenter,
    overrides_of,
    overrides_values,
)
from mesodesk.ui.settings.presenter import SettingsPresenter
from mesodesk.ui.settings.recovery import RecoveryCard, RecoveryPresenter
from mesodesk.ui.settings.rules_card import RulesCard
from mesodesk.ui.settings.safety import IdleForm, PasswordForm, PinForm
from mesodesk.ui.settings.section import Section

CLINIC, YOU, NUMBERS, OVERRIDES, SAFETY, BACKUP, LOOK = (
    "clinic",
    "clinician",
    "thresholds",
    "overrides",
    "safety",
    "backup",
    "look",
)
PAGES = (CLINIC, YOU, NUMBERS, OVERRIDES, SAFETY, BACKUP, LOOK)


class SettingsRoom(Room):
    """Pages are named by PAGES. `wipe_wanted` is emitted once the person has confirmed."""

    wipe_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        announcer: Announcer,
        prompter: Prompter,
        printers: Printers | None = None,
    ) -> None:
        super().__init__("settings", "settings", "")
        self.title = self.tr("Settings")
        self.setAccessibleName(self.title)
        self._desk, self._prompter = desk, prompter
        self.presenter = SettingsPresenter(desk, runner, announcer, prompter)
        self.backups = BackupPresenter(desk, runner, announcer, prompter)
        printers = printers or SystemPrinters(self)
        self.renewal = RecoveryPresenter(desk, runner, prompter, printers)
        self.recovery = RecoveryCard()
        self.staff = ColleaguesPresenter(desk, runner, announcer, prompter)
        self.stops = OverridesPresenter(desk, runner, announcer, prompter)
        self._make_sections()
        self.logo, self.backup = LogoCard(), BackupCard()
        self.look, self.demo = LookCard(), DemoCard()
        self.tabs, self._stack = Tabs(), Pages()
        self._lay_out()
        # Only now: a widget made visible before it has a parent flashes as a window of its own.
        self.demo.setVisible(desk.clinic.is_demo)
        self._connect()

    def concerns(self, changes: Changes) -> bool:
        """Only what these pages show; a form that is being typed in is left alone."""
        return bool(changes.clinic)

    def read_again(self) -> None:
        """Read what stands on record."""
        self.presenter.read_again()
        self.backups.read_again()
        self.staff.read_again()
        self.look.show_look(appearance(self._desk.folder))

    def go_to(self, destination: Destination) -> None:
        """Show the page that is named."""
        if destination.page in PAGES:
            self.tabs.setCurrentIndex(PAGES.index(destination.page))

    def _make_sections(self) -> None:
        self.clinic = Section(self.tr("Letterhead"), ClinicForm(), self.tr("&Save the clinic"))
        self.you = Section(self.tr("Who you are"), ClinicianForm(), self.tr("&Save your details"))
        self.numbers = Section(
            self.tr("The clinic's own numbers"), ThresholdsForm(), self.tr("&Save the numbers")
        )
        self.rules = RulesCard()
        self.rules.open_wanted.connect(lambda: self.destination_chosen.emit(Destination("rules")))
        self.people = ColleaguesPanel(self.staff, self._names)
        self.overrides = Section(
            self.tr("The clinic's own rules"), OverridesForm(), self.tr("&Save the rules")
        )
        self.founding = FoundingCard()
        self.idle = Section(self.tr("Idle lock"), IdleForm(), self.tr("&Save"))
        self.password = Section(
            self.tr("Password"), PasswordForm(self._names), self.tr("Change the pass&word")
        )
        self.pin = Section(self.tr("PIN for signing"), PinForm(), self.tr("Set the &PIN"))

    def _names(self) -> tuple[str, ...]:
        return (*self._desk.author.name.split(), *self._desk.clinic.name.split())

    def _connect(self) -> None:
        asks = self.presenter
        asks.clinic_read.connect(self._on_clinic)
        asks.clinician_read.connect(self._on_clinician)
        asks.settings_read.connect(self._on_settings)
        asks.logo_refused.connect(self.logo.show_problem)
        self.clinic.save_wanted.connect(lambda v: asks.save_clinic(clinic_of(v, asks.clinic)))
        self.you.save_wanted.connect(lambda v: asks.save_clinician(clinician_of(v, asks.clinician)))
        self.numbers.save_wanted.connect(
            lambda v: asks.save_thresholds(thresholds_of(v, asks.settings))
        )
        self.idle.save_wanted.connect(lambda v: asks.save_idle_lock(int(v["idle_lock_minutes"])))
        self.password.save_wanted.connect(asks.change_password)
        self.pin.save_wanted.connect(asks.change_pin)
        for name, section in self._sections().items():
            section.follow(asks.writers[name])
            asks.writers[name].conflict_met.connect(asks.read_again)
        self.logo.choose_wanted.connect(asks.choose_logo)
        self.logo.remove_wanted.connect(asks.remove_logo)
        self.look.look_chosen.connect(self._on_look)
        self.demo.wipe_wanted.connect(self._on_wipe)
        self.overrides.save_wanted.connect(
            lambda v: asks.save_overrides(overrides_of(v, asks.settings))
        )
        self.founding.allow_wanted.connect(self.stops.allow)
        self.founding.forbid_wanted.connect(self.stops.forbid)
        self.stops.told.connect(self.founding.say)
        self.stops.changed.connect(asks.read_again)
        self.recovery.sheet_wanted.connect(self.renewal.renew)
        self.renewal.told.connect(self.recovery.say)
        self._connect_backup()

    def _connect_backup(self) -> None:
        card, backups = self.backup, self.backups
        card.folder_wanted.connect(backups.choose_folder)
        card.backup_wanted.connect(backups.back_up)
        card.cancel_wanted.connect(backups.cancel)
        backups.begun.connect(card.show_begun)
        backups.advanced.connect(card.show_percent)
        backups.made.connect(card.show_made)
        backups.cancelled.connect(card.show_cancelled)
        backups.failed.connect(card.show_failed)
        backups.folder_read.connect(card.show_folder)
        backups.age_read.connect(lambda age: card.show_age(age, self._desk.clock.now()))

    def _sections(self) -> dict[str, Section]:
        return {
            "clinic": self.clinic,
            "clinician": self.you,
            "thresholds": self.numbers,
            "overrides": self.overrides,
            "safety": self.idle,
            "password": self.password,
            "pin": self.pin,
        }

    def _on_clinic(self, clinic: Clinic, logo: bytes | None) -> None:
        self.clinic.show_record(clinic_values(clinic))
        self.logo.show_logo(logo)

    def _on_clinician(self, person: Clinician) -> None:
        self.you.show_record(clinician_values(person))

    def _on_settings(self, settings: Settings) -> None:
        self.numbers.show_record(thresholds_values(settings))
        self.idle.show_record(IdleForm.shown(settings))
        self.overrides.show_record(overrides_values(settings))
        self.founding.show_settings(settings)

    def _on_look(self, look: Appearance) -> None:
        keep_appearance(self._desk.folder, look)
        theme().apply(Look(Mode(look.mode), look.text_percent))

    def _on_wipe(self) -> None:
        question = self.tr("Wipe the demo clinic?")
        detail = self.tr("All of its fictional patients, sessions and sheets are gone for good.")
        if self._prompter.confirm(question, detail, self.tr("Wipe"), is_danger=True):
            self.wipe_wanted.emit()

    def _lay_out(self) -> None:
        self.tabs.setAccessibleName(self.tr("Pages of the settings"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        pages: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (self.tr("Clinic"), (self.demo, self.logo, self.clinic)),
            (self.tr("Clinicians"), (self.you, self.people)),
            (self.tr("Numbers and hours"), (self.rules, self.numbers)),
            (self.tr("Overrides"), (self.overrides, self.founding)),
            (self.tr("Password and lock"), (self.idle, self.password, self.pin, self.recovery)),
            (self.tr("Backup"), (self.backup,)),
            (self.tr("Appearance"), (self.look,)),
        )
        for title, parts in pages:
            self.tabs.addTab(title)
            self._stack.addWidget(_page(title, parts))
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        across = QHBoxLayout()
        across.setContentsMargins(8, 0, 24, 0)
        across.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addLayout(across)
        column.addWidget(self._stack, 1)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            turn = QShortcut(QKeySequence(keys), self)
            turn.activated.connect(lambda step=step: self._turn(step))
        self.setFocusProxy(self.tabs)

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % len(PAGES))


def _page(title: str, parts: tuple[Any, ...]) -> QWidget:
    page = MeasuredPage(960)
    page.column.addWidget(Heading(title))
    for part in parts:
        page.column.addWidget(part)
    page.column.addStretch(1)
    return scrolling(page)
