"""Screening: the clinician's decision, its reason, and the signature."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.findings import Judgement
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.choice_fields import Option, SegmentField
from mesodesk.ui.kit.form.text_fields import NoteField
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card, words
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.screening.emptying import shown_at_once
from mesodesk.ui.screening.wording import decision_words


class DecisionCard(Card):
    """Only the decisions that the verdict leaves open are offered. `sign_wanted(kind, reason)`."""

    sign_wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(self.tr("Decision"))
        self._kinds: tuple[DecisionKind, ...] = ()
        self._was_chosen = False
        self._remark = words("", "soft")
        self.kind: SegmentField | None = None
        self.reason = NoteField("reason", self.tr("Reason, in your own words"), lines=2)
        self.reason.returned.connect(self._on_sign)
        self._trouble = Banner(Severity.STOP)
        self._trouble.hide()
        self.sign_button = button(self.tr("Sign"), Kind.PRIMARY, "lock")
        self.sign_button.clicked.connect(self._on_sign)
        across = QHBoxLayout()
        across.addWidget(words(self.tr("Signed with your password or PIN (Ctrl+S)"), "small"), 1)
        across.addWidget(self.sign_button)
        self.body.addWidget(self._remark)
        self.body.addWidget(self.reason)
        self.body.addWidget(self._trouble)
        self.body.addLayout(across)

    def offer(self, kinds: tuple[DecisionKind, ...], judgement: Judgement) -> None:
        """Offer these decisions, the usual one chosen."""
        self._remark.setText(self._why(judgement, kinds))
        self._remark.setVisible(bool(self._remark.text()))
        if kinds == self._kinds and self.kind is not None:
            return
        kept = self.kind.value() if self.kind is not None and self._was_chosen else None
        if self.kind is not None:
            self.kind.hide()
            self.kind.deleteLater()
        self._kinds = kinds
        options = tuple(Option(one.value, decision_words(one)) for one in kinds)
        self.kind = SegmentField("decision", self.tr("You decide"), options)
        names = [one.value for one in kinds]
        self.kind.set_value(kept if kept in names else names[0])
        self.kind.edited.connect(self._on_chosen)
        self.body.insertWidget(1, self.kind)
        shown_at_once(self.kind)

    def show_trouble(self, messages: tuple[str, ...]) -> None:
        """Say why it was not signed; nothing clears it."""
        self._trouble.setVisible(bool(messages))
        if messages:
            self._trouble.say(Severity.STOP, self.tr("Not signed."), "\n".join(messages))

    def take_focus(self) -> None:
        """The decision."""
        if self.kind is not None:
            self.kind.take_focus()

    def _why(self, judgement: Judgement, kinds: tuple[DecisionKind, ...]) -> str:
        if DecisionKind.OVERRIDE in kinds:
            return self.tr(
                "A founding exclusion applies. Your clinic allows it to be overridden: with a "
                "reason, your signature and a second clinician's beside it. Both names stand on "
                "the record and in the register. Prescribed medicines stay as prescribed."
            )
        if judgement.has_founding_stop():
            return self.tr(
                "A founding exclusion applies: there is no way around it. Explain why, "
                "and refer to the prescriber or the treating doctor. Prescribed medicines "
                "stay as prescribed."
            )
        if judgement.open_findings:
            return self.tr("Something is still open: treating cannot be decided yet.")
        return ""

    def begin_anew(self) -> None:
        """Forget what was chosen and written for another screening."""
        self._was_chosen, self._kinds = False, ()
        self.reason.set_value("")
        self.show_trouble(())

    def _on_chosen(self) -> None:
        self._was_chosen = True

    def _on_sign(self) -> None:
        chosen = self.kind.value() if self.kind is not None else None
        if chosen is not None:
            self.sign_wanted.emit(DecisionKind(chosen), self.reason.value())
