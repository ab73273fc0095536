"""Settings: changes clinic, clinician, thresholds, password and PIN through the services."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from mesodesk.core.errors import BadInput, Problem
from mesodesk.core.ids import ClinicianId
from mesodesk.domain.clinic import Clinic, Clinician, Settings
from mesodesk.services import colleagues, letterhead, signing, upkeep
from mesodesk.services.desk import Desk
from mesodesk.services.sign_in import set_password
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.form.writer import FormWriter
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.runner import Runner


class SettingsPresenter(QObject):
    """A writer for each form, by name: clinic, clinician, thresholds, overrides, safety ...

    `clinic_read(Clinic, logo or None)`, `settings_read(Settings)` and `clinician_read(Clinician)`
    fill the forms; `logo_refused(words)` says what is wrong with a picture.
    """

    clinic_read = Signal(object, object)
    settings_read = Signal(object)
    clinician_read = Signal(object)
    logo_refused = Signal(str)

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__()
        self._desk, self._runner, self._prompter = desk, runner, prompter
        names = (
            "clinic",
            "clinician",
            "thresholds",
            "safety",
            "overrides",
            "password",
            "pin",
            "logo",
        )
        self.writers = {name: FormWriter(runner, announcer) for name in names}
        self.clinic, self.settings = desk.clinic, desk.settings
        self.clinician = Clinician(desk.author.id, desk.author.name)
        self.writers["logo"].refused.connect(self._on_logo_refused)
        self.writers["logo"].declined.connect(self.logo_refused)
        self.writers["logo"].saved.connect(self.read_again)

    def read_again(self) -> None:
        """Read what stands on record now; a form starts from it."""

        def question() -> tuple[Clinic, Settings, Clinician, bytes | None]:
            desk = self._desk
            upkeep.reread(desk)
            return desk.clinic, desk.settings, upkeep.clinician(desk), letterhead.logo(desk)

        self._runner.ask(question, self._on_read)

    def save_clinic(self, changed: Clinic) -> None:
        """Make the letterhead record."""
        self.writers["clinic"].write(lambda: upkeep.change_clinic(self._desk, changed))

    def save_clinician(self, changed: Clinician) -> None:
        """Make the clinician's details record."""
        self.writers["clinician"].write(lambda: colleagues.change_colleague(self._desk, changed))

    def save_settings(self, name: str, changed: Settings) -> None:
        """Make thresholds record, for the form `thresholds`, `overrides` or `safety`."""
        self.writers[name].write(lambda: upkeep.change_settings(self._desk, changed))

    def save_thresholds(self, changed: Settings) -> None:
        """The clinic's numbers. Fewer years of a recent cancer are signed for by two."""
        if not upkeep.shortens_cancer(self.settings, changed):
            self.save_settings("thresholds", changed)
            return
        self._runner.ask(
            lambda: signing.second_signers(self._desk),
            lambda people: self._sign_thresholds(changed, people),
        )

    def _sign_thresholds(self, changed: Settings, people: tuple[Clinician, ...]) -> None:
        if not people:
            self.save_settings("thresholds", changed)  # refused, in words
            return
        purpose = _tr("Years for which a cancer excludes: {n}. Two clinicians sign for fewer.")
        purpose = purpose.format(n=changed.recent_cancer_years)
        secret = self._prompter.ask_password(purpose)
        if secret is None:
            return
        signed = self._prompter.ask_signature(
            purpose, tuple((str(one.id), one.name) for one in people)
        )
        if signed is not None:
            given = signing.Signatures(secret, ClinicianId(signed[0]), signed[1])
            self.writers["thresholds"].write(
                lambda: upkeep.change_settings(self._desk, changed, given)
            )

    def save_overrides(self, changed: dict[str, Any]) -> None:
        """The clinic's own rule for a painkiller taken once, and what may be overridden."""
        self.save_settings("overrides", replace(self.settings, **changed))

    def save_idle_lock(self, minutes: int) -> None:
        """After how many idle minutes the window locks."""
        self.save_settings("safety", replace(self.settings, idle_lock_minutes=minutes))

    def change_password(self, values: dict[str, Any]) -> None:
        """A new password for who is signed in; the record is not rewritten."""
        old, new, again = (values[n] for n in ("current", "password", "password_again"))
        self.writers["password"].write(lambda: set_password(self._desk, old, new, again))

    def change_pin(self, values: dict[str, Any]) -> None:
        """A PIN for signing; an empty one takes it away."""
        self.writers["pin"].write(
            lambda: signing.set_pin(self._desk, values["pin_password"], values["pin"])
        )

    def choose_logo(self) -> None:
        """Ask for a picture and put it on the letterhead."""
        kinds = _tr("Pictures (*.png *.jpg *.jpeg)")
        path = self._prompter.choose_open_file(_tr("Choose the clinic's logo"), kinds)
        if path is not None:
            self.writers["logo"].write(lambda: letterhead.choose_logo(self._desk, _bytes(path)))

    def remove_logo(self) -> None:
        """Take the logo off the letterhead."""
        self.writers["logo"].write(lambda: letterhead.remove_logo(self._desk))

    def _on_read(self, read: tuple[Clinic, Settings, Clinician, bytes | None]) -> None:
        self.clinic, self.settings, self.clinician, logo = read
        self.clinic_read.emit(self.clinic, logo)
        self.settings_read.emit(self.settings)
        self.clinician_read.emit(self.clinician)

    def _on_logo_refused(self, problems: tuple[Problem, ...]) -> None:
        self.logo_refused.emit(" ".join(problem.message for problem in problems))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as unreadable:
        raise BadInput(Problem("logo", _tr("This file cannot be read."))) from unreadable


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
