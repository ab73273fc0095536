"""Screening: by which rules a signed screening was judged, and what today's would say."""

from PySide6.QtWidgets import QVBoxLayout

from mesodesk.domain.rulebook.rejudged import Rejudged
from mesodesk.domain.screening.findings import Finding
from mesodesk.ui.kit.panels.cards import Badge, Card, words
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.screening.emptying import emptied
from mesodesk.ui.screening.wording import breakable, verdict_words, weight_words


class RejudgedCard(Card):
    """Hidden until the answer is there. `lines` are what it says."""

    def __init__(self) -> None:
        super().__init__(self.tr("The rules then and now"))
        self.lines: tuple[str, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.body.addLayout(self._rows)
        self.hide()

    def show_rejudged(self, found: Rejudged | None) -> None:
        """Say both verdicts and what differs; None hides the card."""
        self.setVisible(found is not None)
        emptied(self._rows)
        self.lines = () if found is None else tuple(self._told(found))
        if found is not None and not found.is_same:
            words_now = self.tr("Today's rules come to something else.")
            self._rows.addWidget(Badge(Severity.WARNING, words_now))
        for line in self.lines:
            self._rows.addWidget(words(breakable(line)))

    def _told(self, found: Rejudged) -> list[str]:
        then, now = found.then, found.now
        if found.is_same:
            told = self.tr("Judged by version {then}; today's rules ({now}) find the same.")
            same = told.format(then=then.rules_version, now=now.rules_version)
            return [same, *self._about_facts(found)]
        told = self.tr("Judged by version {then}: {verdict}.")
        lines = [
            told.format(then=then.rules_version, verdict=verdict_words(then.verdict, then.earliest))
        ]
        told = self.tr("By today's rules ({now}): {verdict}.")
        lines.append(
            told.format(now=now.rules_version, verdict=verdict_words(now.verdict, now.earliest))
        )
        lines += [self._finding(self.tr("Found then, not now"), one) for one in found.gone]
        lines += [self._finding(self.tr("Found now, not then"), one) for one in found.come]
        return [*lines, *self._about_facts(found), self.tr("What was signed stays as it is.")]

    def _about_facts(self, found: Rejudged) -> list[str]:
        if found.has_kept_facts:
            return []
        return [
            self.tr(
                "Age, body mass index and photo type were not kept with this screening; "
                "for today's rules they are those of the chart."
            )
        ]

    def _finding(self, label: str, one: Finding) -> str:
        return f"{label} ({weight_words(one.weight)}): {one.explanation}"
