"""Settings: reads who works at the clinic; adds, changes and retires colleagues."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from mesodesk.domain.clinic import Clinician, Role
from mesodesk.services import colleagues
from mesodesk.services.colleagues import NewColleague
from mesodesk.services.desk import Desk
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.form.writer import FormWriter
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.runner import Runner


class ColleaguesPresenter(QObject):
    """`people_read(tuple of Clinician)`. A writer each for adding, changing and retiring."""

    people_read = Signal(object)

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__()
        self._desk, self._runner, self._prompter = desk, runner, prompter
        self.adding, self.changing = FormWriter(runner, announcer), FormWriter(runner, announcer)
        self.retiring = FormWriter(runner, announcer)
        for writer in (self.adding, self.changing, self.retiring):
            writer.saved.connect(self.read_again)

    @property
    def may_decide(self) -> bool:
        """Whether who is signed in may let people in and out."""
        return self._desk.author.role.may_sign

    @property
    def own_id(self) -> str:
        """Who is signed in."""
        return self._desk.author.id

    def read_again(self) -> None:
        """Read who works and worked here."""
        self._runner.ask(lambda: colleagues.colleagues(self._desk), self.people_read.emit)

    def add(self, values: dict[str, Any]) -> None:
        """Let a colleague in, as the form says."""
        own = values["own_password"]
        typed = NewColleague(
            values["name"],
            Role(values["role"]),
            values["password"],
            values["password_again"],
            values["registration_number"],
            values["qualification"],
        )
        self.adding.write(lambda: colleagues.add_colleague(self._desk, typed, own))

    def change(self, changed: Clinician) -> None:
        """Make changed details record."""
        self.changing.write(lambda: colleagues.change_colleague(self._desk, changed))

    def retire(self, person: Clinician) -> None:
        """Ask, and take the colleague's key away."""
        question = _tr("Retire {name}?").format(name=person.name)
        detail = _tr(
            "Their password opens nothing from then on. Their name stays under everything they "
            "signed. A backup made before still opens with their password."
        )
        if not self._prompter.confirm(question, detail, _tr("Retire"), is_danger=True):
            return
        secret = self._prompter.ask_password(_tr("Your own password, to retire a colleague"))
        if secret is not None:
            self.retiring.write(lambda: colleagues.retire_colleague(self._desk, person.id, secret))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Colleagues", text)
