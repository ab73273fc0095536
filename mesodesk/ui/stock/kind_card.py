"""Stock: "start from a shipped kind", each shipped figure with its source and tier."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from mesodesk.domain.doses.catalogue import ProductKind
from mesodesk.services import knowledge
from mesodesk.ui.kit.form.choice_fields import ChoiceField, Option
from mesodesk.ui.kit.form.numbers import show_decimal
from mesodesk.ui.kit.panels.cards import Card, words
from mesodesk.ui.stock.wording import basis_words, legal_words


class KindCard(Card):
    """Emits `kind_chosen(ProductKind)`; below it stands what the kind's figures rest on."""

    kind_chosen = Signal(object)

    def __init__(self, language: str, country: str) -> None:
        super().__init__()
        self._language, self._country = language, country
        options = tuple(
            Option(kind.code, kind.name.said_in(language)) for kind in knowledge.catalogue().kinds
        )
        self.choice = ChoiceField(
            "kind",
            self.tr("Start from a shipped kind"),
            options,
            self.tr("Fills the form from the catalogue; then compare it with the label."),
            empty=self.tr("Choose a kind, or fill in the form below"),
        )
        self.figures: QLabel = words("", "soft")
        self.figures.hide()
        self.choice.edited.connect(self._on_chosen)
        self.body.addWidget(self.choice)
        self.body.addWidget(self.figures)

    def start(self) -> None:
        """No kind is chosen."""
        self.choice.set_value(None)
        self.figures.hide()

    def _on_chosen(self) -> None:
        code = self.choice.value()
        if code is None:
            self.figures.hide()
            return
        kind = knowledge.catalogue().kind(code)
        self.figures.setText("\n".join(self.figure_lines(kind)))
        self.figures.show()
        self.kind_chosen.emit(kind)

    def figure_lines(self, kind: ProductKind) -> tuple[str, ...]:
        """Each figure with what it rests on."""
        rests = basis_words(kind.basis)
        figures = (
            (self.tr("{n} days between sessions"), kind.minimum_interval_days),
            (self.tr("at most {n} sessions"), kind.maximum_sessions),
            (
                self.tr("at most {n} mL in one session"),
                None if kind.maximum_ml is None else show_decimal(kind.maximum_ml),
            ),
        )
        said = [text.format(n=n) for text, n in figures if n is not None]
        lines = [f"{text[:1].upper()}{text[1:]} ({rests})" for text in said]
        if not lines:
            lines = [self.tr("Composition: {source}").format(source=rests)]
        lines += [
            f"{status.country}: {legal_words(status.status)} ({basis_words(status.basis)})"
            for status in kind.statuses
            if status.country == self._country
        ]
        if not kind.may_be_mixed:
            lines.append(self.tr("Its label forbids diluting and mixing ({s})").format(s=rests))
        return tuple(lines)
