"""Screening: the medicines page's presenter: what is typed becomes rows, and rows are settled."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from mesodesk.domain.medicines.completion import Suggestion
from mesodesk.domain.screening.answers import MedicineAnswer
from mesodesk.services.screening import medicines
from mesodesk.services.screening.medicines import Offer, Read
from mesodesk.ui.kit.runner import Job, Runner
from mesodesk.ui.screening.presenter import WizardPresenter

_FEWEST_LETTERS = 3


class MedicinesPresenter(QObject):
    """Rows are told apart by the name as typed. `row_added(typed, wants_answer)`."""

    suggested = Signal(object)
    row_added = Signal(str, bool)
    name_unknown = Signal(str, str)

    def __init__(self, wizard: WizardPresenter, runner: Runner) -> None:
        super().__init__()
        self._wizard, self._runner = wizard, runner
        self._typing: Job | None = None

    def suggest(self, prefix: str) -> None:
        """Ask for names that what is typed may become."""
        if self._typing is not None:
            self._typing.cancel()
        if len(prefix.strip()) < _FEWEST_LETTERS:
            self.suggested.emit(())
            return
        country = self._wizard.country
        self._typing = self._runner.compute(
            lambda: medicines.complete(prefix, country=country), self._on_suggested
        )

    def enter(self, typed: str) -> None:
        """A line was typed: every medicine in it becomes a row."""
        if self._typing is not None:
            self._typing.cancel()
        country = self._wizard.country
        self._runner.compute(lambda: medicines.recognise(typed, country), self._on_read)

    def accept(self, typed: str, offer: Offer) -> None:
        """Yes, this was meant."""
        self._change(typed, lambda item: medicines.accepted(item, offer))

    def reject(self, typed: str, offer: Offer) -> None:
        """No: not this. A medicine the line itself says is not taken leaves the list."""
        if offer.is_about_use:
            self.remove(typed)
        else:
            self._change(typed, medicines.rejected)

    def name(self, typed: str, substance: str) -> None:
        """The clinician says which substance it is."""
        settled = medicines.named(self._row(typed), substance)
        if settled is None:
            self.name_unknown.emit(typed, substance)
        else:
            self._change(typed, lambda _item: settled)

    def sign_neither(self, typed: str, is_neither: bool) -> None:
        """Signed with the screening: neither blood thinner nor insulin."""
        self._change(typed, lambda item: replace(item, signed_neither=is_neither))

    def is_inside(self, typed: str) -> None:
        """It is not for the skin, eye or line alone: it is taken into the body."""
        self._change(typed, lambda item: replace(item, route="", signed_neither=False))

    def describe(self, changed: MedicineAnswer) -> None:
        """How it is used, since when, until when, and who prescribes it."""
        self._change(changed.typed, lambda _item: changed)

    def remove(self, typed: str) -> None:
        """Take a row off the list."""
        answers = self._wizard.shown.draft.answers
        left = tuple(item for item in answers.medicines if item.typed != typed)
        self._wizard.keep(replace(answers, medicines=left))

    def _row(self, typed: str) -> MedicineAnswer:
        rows = self._wizard.shown.draft.answers.medicines
        return next(item for item in rows if item.typed == typed)

    def _change(self, typed: str, change: Callable[[MedicineAnswer], MedicineAnswer]) -> None:
        answers = self._wizard.shown.draft.answers
        rows = tuple(change(item) if item.typed == typed else item for item in answers.medicines)
        self._wizard.keep(replace(answers, medicines=rows))

    def _on_suggested(self, found: tuple[Suggestion, ...]) -> None:
        self.suggested.emit(found)

    def _on_read(self, read: Read) -> None:
        if not self._wizard.is_open:
            return
        answers = self._wizard.shown.draft.answers
        known = {item.typed.casefold() for item in answers.medicines}
        fresh = tuple(item for item in read.medicines if item.typed.casefold() not in known)
        told = replace(answers, medicines=(*answers.medicines, *fresh), none_stated=False)
        self._wizard.keep(told)
        for item in read.medicines[:1]:
            self.row_added.emit(item.typed, not item.is_settled())
