"""Rules: reads the rules, keeps the draft of their changes, and puts it in force when signed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from mesodesk.core.errors import BadInput, MesoDeskError, Problem, Refused
from mesodesk.core.ids import ClinicianId, DraftId
from mesodesk.domain.rulebook.comparing import Loosening, needs_second
from mesodesk.domain.rulebook.record import ClinicRules
from mesodesk.domain.screening.rules import Rule
from mesodesk.services import drafts
from mesodesk.services.desk import Desk
from mesodesk.services.rules import editing
from mesodesk.services.rules.editing import Checked, RuleSheet
from mesodesk.services.rules.keeping import check_for_second, put_in_force
from mesodesk.services.signing import Signatures, second_signers
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.form.writer import FormWriter
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.theme.shades import Severity

_FORM = "rule_form"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Rules", text)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the room shows: the text of changes, read; the version in force; the clinic's number
    of years; the versions before, the newest first."""

    sheet: RuleSheet
    checked: Checked
    version: str
    years: int
    today: date
    versions: tuple[ClinicRules, ...]


class RulesPresenter(QObject):
    """`shown(Shown)` after every reading and edit; `edited` when a rule was written;
    `refused(problems)` for a rule or text that cannot be; `declined(words)` for another no;
    `typed_found(content)` is what was typed in a form and not saved.
    """

    shown = Signal(object)
    edited = Signal()
    refused = Signal(object)
    declined = Signal(str)
    kept = Signal(object)
    typed_found = Signal(object)

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__()
        self._desk, self._runner, self._prompter = desk, runner, prompter
        self.writer = FormWriter(runner, announcer)
        self.writer.refused.connect(self.refused)
        self.writer.declined.connect(self.declined)
        self.writer.conflict_met.connect(self._on_conflict)
        self.writer.saved.connect(self.read_again)
        self.sheet = RuleSheet("", 0, "")

    def read_again(self) -> None:
        """Read the rules and the draft of their changes."""
        self._runner.ask(lambda: _read(self._desk, editing.open_sheet(self._desk)), self._on_read)

    def keep_text(self, text: str) -> None:
        """Keep what is typed as text, broken or not, and read what it would make of the rules."""
        changed = replace(self.sheet, text=text)

        def keep() -> Shown:
            return _read(self._desk, editing.keep_sheet(self._desk, changed))

        self._runner.ask(keep, self._on_kept)

    def write(self, rule: Rule, form_of: str) -> None:
        """Write a rule into the changes, with the draft of the form that it was typed in gone;
        `form_of` is the code that the form began with."""

        def edit(text: str) -> str:
            written = editing.with_rule(text, rule)
            drafts.drop_draft(self._desk, _form(form_of))
            return written

        self._edit(edit)

    def switch_off(self, code: str) -> None:
        """Switch a shipped rule off."""
        self._edit(lambda text: editing.switched_off(text, code))

    def return_to_shipped(self, code: str) -> None:
        """Take the clinic's change of a rule out; one of its own is gone."""
        self._edit(lambda text: editing.as_shipped(text, code))

    def drop(self) -> None:
        """Put the draft of changes aside, after asking."""
        question = _tr("Put these changes aside?")
        detail = _tr("What is in force stays. What was typed since is gone.")
        if self._prompter.confirm(question, detail, _tr("Put aside"), is_danger=True):
            desk = self._desk
            self._runner.ask(lambda: _read(desk, editing.drop_sheet(desk)), self._on_read)

    def put_in_force(self, found: Checked, why: str) -> None:
        """Ask for the signatures, and make the changes the next version."""
        if not why:
            words = _tr("Say why the rules are changed; it stays with the version.")
            self.refused.emit((Problem("why", words),))
            return
        protected = needs_second(found.milder)
        if protected:
            self._runner.ask(
                lambda: _second(self._desk, protected),
                lambda people: self._sign(why, people),
                self._on_trouble,
            )
        else:
            self._sign(why, ())

    def keep_form(self, code: str, title: str, typed: dict[str, Any]) -> None:
        """Keep what is typed in the form of a rule; each rule's form has a draft of its own."""
        desk, content = self._desk, {"code": code, "typed": typed}
        self._runner.ask(
            lambda: drafts.keep_draft(desk, _form(code), _FORM, content, title=title),
            lambda one: self.kept.emit(one.saved_at),
        )

    def find_form(self, code: str) -> None:
        """Look for what was typed in the form of this rule and not saved."""

        def found(one: Any) -> None:
            if one is not None:
                self.typed_found.emit(one.content["typed"])

        self._runner.ask(lambda: drafts.draft(self._desk, _form(code)), found)

    def _sign(self, why: str, people: tuple[tuple[str, str], ...]) -> None:
        secret = self._prompter.ask_password(_tr("Sign the new version of the rules."))
        if secret is None:
            return
        signatures = Signatures(secret)
        if people:
            purpose = _tr("A founding stop becomes milder. A second clinician signs as well.")
            second = self._prompter.ask_signature(purpose, people)
            if second is None:
                return
            signatures = Signatures(secret, ClinicianId(second[0]), second[1])
        sheet = self.sheet
        self.writer.write(lambda: put_in_force(self._desk, sheet, why, signatures))

    def _edit(self, change: Callable[[str], str]) -> None:
        sheet = self.sheet

        def edit() -> Shown:
            changed = replace(sheet, text=change(sheet.text))
            return _read(self._desk, editing.keep_sheet(self._desk, changed))

        self._runner.ask(edit, self._on_edited, self._on_trouble)

    def _on_read(self, read: Shown) -> None:
        self.sheet = read.sheet
        self.shown.emit(read)

    def _on_kept(self, read: Shown) -> None:
        self._on_read(read)
        self.kept.emit(read.sheet.kept_at)

    def _on_edited(self, read: Shown) -> None:
        self._on_kept(read)
        self.edited.emit()

    def _on_trouble(self, trouble: MesoDeskError) -> None:
        if isinstance(trouble, BadInput):
            self.refused.emit(trouble.problems)
        elif isinstance(trouble, Refused):
            self.declined.emit(" ".join(reason.message for reason in trouble.reasons))

    def _on_conflict(self) -> None:
        self._prompter.tell(
            _tr("The rules were changed meanwhile"),
            _tr(
                "Another version came in force after you began. Your draft is kept: put it aside, "
                "and make your changes on the new version."
            ),
            Severity.WARNING,
        )


def _second(desk: Desk, protected: tuple[Loosening, ...]) -> tuple[tuple[str, str], ...]:
    """Who may sign as the second: (id, name). Raises Refused where nobody can."""
    check_for_second(desk, protected)
    return tuple((str(one.id), one.name) for one in second_signers(desk))


def _form(code: str) -> DraftId:
    return DraftId(f"{_FORM}_{code}")


def homeless(problems: tuple[Problem, ...]) -> str:
    """Problems without a field of their own, in one text."""
    return " ".join(problem.message for problem in problems)


def _read(desk: Desk, sheet: RuleSheet) -> Shown:
    return Shown(
        sheet=sheet,
        checked=editing.check(desk, sheet.text),
        version=editing.version_in_force(desk),
        years=desk.settings.recent_cancer_years,
        today=desk.today,
        versions=editing.versions(desk),
    )
