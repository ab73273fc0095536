"""Settings: what may be overridden: the clinic's own rule for an aspirin taken once, and stops."""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout

from mesodesk.core.ids import ClinicianId
from mesodesk.domain.clinic import Clinician, Occasional, Settings
from mesodesk.services import overriding
from mesodesk.services.desk import Desk
from mesodesk.services.signing import second_signers
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.choice_fields import CheckField, Option, SegmentField
from mesodesk.ui.kit.form.decimal_field import DecimalField
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.writer import FormWriter
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Badge, Card, words
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.theme.shades import Severity

CHOICES = ("occasional_nsaids", "absolute_with_reason")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Overrides", text)


class OverridesForm(Form):
    """The clinic's own rule for a painkiller taken once, and absolute rules it may override."""

    def __init__(self) -> None:
        super().__init__(columns=1)
        rules = (
            Option(Occasional.DECIDE.value, _tr("The clinician decides")),
            Option(Occasional.WAIT.value, _tr("Wait some days")),
            Option(Occasional.STOP.value, _tr("Do not treat")),
        )
        hint = _tr(
            "Only when nobody prescribed it and the day it was last taken is known. Prescribed or "
            "regular, a salicylate always is the founding document's stop. Sources: 2 days (VIDA, "
            "tier B: professional source), 48 hours (KATZ, tier C: a clinic's page)."
        )
        self.add(SegmentField("occasional", _tr("An aspirin taken once for a pain"), rules, hint))
        self.add(
            DecimalField(
                "occasional_wait_days", _tr("Wait after the last one"), _tr("days"), Decimal(0),
                None, 0, Decimal(1), _tr("For “Wait some days”: the first day is shown."),
                is_required=True,
            )
        )  # fmt: skip
        self.add(
            CheckField(
                "occasional_nsaids",
                _tr("The same for an anti-inflammatory such as ibuprofen"),
                _tr("Unticked, it stays a precaution, as when it is taken regularly."),
            )
        )
        self.add(
            CheckField(
                "absolute_with_reason",
                _tr("Other absolute contraindications may be overridden with a written reason"),
                _tr("Never the founding document's. Each one stands in the register by name."),
            )
        )


def overrides_of(values: dict[str, Any], base: Settings) -> dict[str, Any]:
    """What the form says, as fields of the settings after `base`."""
    chosen = values["occasional"] or base.occasional.value
    return {name: bool(values[name]) for name in CHOICES} | {
        "occasional": Occasional(chosen),
        "occasional_wait_days": int(values["occasional_wait_days"]),
    }


def overrides_values(settings: Settings) -> dict[str, Any]:
    """What the form shows of the settings."""
    return {name: getattr(settings, name) for name in CHOICES} | {
        "occasional": settings.occasional.value,
        "occasional_wait_days": Decimal(settings.occasional_wait_days),
    }


class FoundingCard(Card):
    """Whether founding stops may be overridden. `allow_wanted`, `forbid_wanted`."""

    allow_wanted = Signal()
    forbid_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_tr("The founding document's stops"))
        said = _tr(
            "Blood thinners, deep vein thrombosis, stroke, recent cancer and insulin-dependent "
            "diabetes exclude a patient. A clinic may allow that two clinicians together go "
            "against such a stop, each time with a reason and both signatures. To allow it takes "
            "two signatures too. Prescribed medicines stay as prescribed in any case."
        )
        self.state = Badge(Severity.OK)
        self.result = Banner()
        self.result.hide()
        self.result.dismissed.connect(self.result.hide)
        self.allow_button = button(_tr("Allow it, with two si&gnatures ..."), Kind.DANGER)
        self.forbid_button = button(_tr("N&o longer allow it"), Kind.PRIMARY)
        self.allow_button.clicked.connect(self.allow_wanted)
        self.forbid_button.clicked.connect(self.forbid_wanted)
        across = QHBoxLayout()
        across.addWidget(self.allow_button)
        across.addWidget(self.forbid_button)
        across.addStretch(1)
        for part in (words(said, "soft"), self.state, self.result):
            self.body.addWidget(part)
        self.body.addLayout(across)

    def show_settings(self, settings: Settings) -> None:
        """Show whether it is allowed, and who signed for that."""
        is_allowed = settings.founding_override
        self.allow_button.setVisible(not is_allowed)
        self.forbid_button.setVisible(is_allowed)
        if is_allowed:
            told = _tr("Allowed, signed by {names}").format(names=settings.founding_override_by)
            self.state.say(Severity.WARNING, told)
        else:
            self.state.say(Severity.OK, _tr("Not allowed: there is no way around them"))

    def say(self, severity: Severity, said: str) -> None:
        """What became of it."""
        self.result.say(severity, said, can_dismiss=True)
        self.result.show()


class OverridesPresenter(QObject):
    """Allows and forbids overrides of founding stops. `told(severity, words)`, `changed`."""

    told = Signal(object, str)
    changed = Signal()

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__()
        self._desk, self._runner, self._prompter = desk, runner, prompter
        self._writer = FormWriter(runner, announcer)
        self._writer.declined.connect(lambda said: self.told.emit(Severity.STOP, said))
        self._writer.saved.connect(self._on_saved)

    def allow(self) -> None:
        """Ask both clinicians to sign."""
        self._runner.ask(lambda: second_signers(self._desk), self._on_signers)

    def forbid(self) -> None:
        """From now on there is no way around a founding stop."""
        self._writer.write(lambda: overriding.forbid_founding_override(self._desk))

    def _on_signers(self, people: tuple[Clinician, ...]) -> None:
        if not people:
            said = _tr("There is no other clinician here who could sign. Add a colleague first.")
            self.told.emit(Severity.STOP, said)
            return
        purpose = _tr("Allow overrides of the founding document's stops")
        secret = self._prompter.ask_password(purpose)
        if secret is None:
            return
        offered = tuple((str(one.id), one.name) for one in people)
        signed = self._prompter.ask_signature(purpose, offered)
        if signed is not None:
            second, theirs = ClinicianId(signed[0]), signed[1]
            self._writer.write(
                lambda: overriding.allow_founding_override(self._desk, secret, second, theirs)
            )

    def _on_saved(self) -> None:
        self.told.emit(Severity.OK, _tr("Saved."))
        self.changed.emit()
