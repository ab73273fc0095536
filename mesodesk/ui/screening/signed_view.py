"""Screening: a signed screening, to be read only: verdict, decision, findings and answers."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mesodesk.domain.screening.answers import Page, Reply
from mesodesk.domain.screening.named_condition import NamedCondition
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.screening.rules import RuleBook
from mesodesk.services.screening.next_step import NextStep
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card, scrolling, words
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.screening.changes_card import ChangesCard
from mesodesk.ui.screening.emptying import emptied
from mesodesk.ui.screening.keys import bind
from mesodesk.ui.screening.rejudged_card import RejudgedCard
from mesodesk.ui.screening.review_page import FindingList
from mesodesk.ui.screening.verdict_band import VerdictBand
from mesodesk.ui.screening.wording import (
    answer_words,
    breakable,
    decision_words,
    long_date,
    medicine_words,
    page_heading,
)


class SignedView(QWidget):
    """`void_wanted`, `next_wanted`, `closed`. What was signed stays as it was."""

    void_wanted = Signal()
    next_wanted = Signal()
    closed = Signal()

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone
        self.band = VerdictBand()
        self._void = Banner(Severity.STOP)
        self._decision = Card(self.tr("Decision"))
        self._decided, self._by = words("", "strong"), words("", "soft")
        self._decision.body.addWidget(self._decided)
        self._decision.body.addWidget(self._by)
        self._alone = words("", "soft")
        self._decision.body.addWidget(self._alone)
        self.changes = ChangesCard()
        self.rejudged = RejudgedCard()
        self.findings = FindingList(can_go=False)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(16)
        self.back_button = button(self.tr("All screenings"), Kind.PLAIN, "back")
        self.void_button = button(self.tr("Declare void ..."), Kind.DANGER)
        self.next_button = button("", Kind.PRIMARY, "next")
        self.next_button.hide()
        self.next_button.clicked.connect(self.next_wanted)
        self.back_button.clicked.connect(self.closed)
        self.void_button.clicked.connect(self.void_wanted)
        bind(self.back_button, "Esc", self)
        self._lay_out()

    def show_screening(self, done: SignedScreening, book: RuleBook, language: str) -> None:
        """Show a signed screening; what changed since the one before comes after."""
        self.band.show_judgement(done.judgement)
        self._void.setVisible(done.is_voided)
        self._void.say(
            Severity.STOP,
            self.tr("This screening was declared void. It does not count."),
            done.void_reason,
        )
        self.void_button.setVisible(not done.is_voided)
        reason = f": {done.decision.reason}" if done.decision.reason else ""
        self._decided.setText(decision_words(done.decision.kind) + reason)
        told = self.tr("Signed by {name} on {moment}. Valid until {day}. Rules {version}.")
        by = told.format(
            name=done.signed_by_name,
            moment=self._moment(done.signed_at),
            day=long_date(done.valid_until),
            version=done.judgement.rules_version,
        )
        second = done.decision.second
        if second is not None:
            beside = self.tr("Second signature: {name} on {moment}.")
            by += " " + beside.format(name=second.name, moment=self._moment(second.at))
        self._by.setText(by)
        self._show_alone(done)
        self.next_button.hide()
        self.changes.show_changes(None)
        self.rejudged.show_rejudged(None)
        self.show_book(done, book, language)

    def show_next(self, step: NextStep | None, *, takes_focus: bool) -> None:
        """Offer what comes after it, if anything does; with the keyboard on it after signing."""
        self.next_button.setVisible(step is not None)
        if step is not None:
            text = self.tr("Open the course") if step.course_id else self.tr("Plan the course")
            if step.session_draft is not None:
                text = self.tr("Go on with the session")
            self.next_button.setText(text)
            if takes_focus:
                self.next_button.setFocus()

    def show_book(self, done: SignedScreening, book: RuleBook, language: str) -> None:
        """Say questions and sources in the words of these rules."""
        self.findings.show_findings(done.judgement, book)
        self._show_answers(done, book, language)

    def _show_alone(self, done: SignedScreening) -> None:
        alone = done.answers.by_patient_at
        self._alone.setVisible(alone is not None)
        if alone is not None:
            told = self.tr(
                "The patient was given the questionnaire to answer alone on {moment};"
                " it was then gone through together."
            )
            self._alone.setText(told.format(moment=self._moment(alone)))

    def _show_answers(self, done: SignedScreening, book: RuleBook, language: str) -> None:
        emptied(self._answers)
        for page in Page:
            lines = self._lines(done, page, book, language)
            if lines:
                card = Card(page_heading(page.value))
                for line in lines:
                    card.body.addWidget(words(line))
                self._answers.addWidget(card)

    def _lines(
        self, done: SignedScreening, page: Page, book: RuleBook, language: str
    ) -> tuple[str, ...]:
        if page is Page.MEDICINES:
            return self._medicine_lines(done)
        names = {item.code: item.text.told(language) for item in book.questions(page)}
        said, denied = [], []
        for answer in done.answers.replies(page):
            if answer.reply is Reply.NO:
                denied.append(names.get(answer.code, answer.code))
                continue
            said.append(f"{names.get(answer.code, answer.code)}  {answer_words(answer)}")
        if page is Page.ALLERGIES:
            said += list(done.answers.named_allergies)
        if page is Page.CONDITIONS:
            said += [_in_words(item) for item in done.answers.named_conditions]
        if page is Page.WHY and done.answers.expectations:
            said.insert(0, done.answers.expectations)
        if denied:
            said.append(self.tr("Answered with no ({n}):").format(n=len(denied)))
            said += [f"–  {text}" for text in denied]
        return tuple(said)

    def _medicine_lines(self, done: SignedScreening) -> tuple[str, ...]:
        if done.answers.none_stated:
            return (self.tr("No medicine is taken."),)
        return tuple(medicine_words(item) for item in done.answers.medicines)

    def _moment(self, moment: datetime) -> str:
        local = moment.astimezone(self._zone)
        return f"{long_date(local.date())}, {local:%H:%M}"

    def _lay_out(self) -> None:
        page = QVBoxLayout()
        page.setContentsMargins(0, 0, 8, 0)
        page.setSpacing(16)
        page.addWidget(self._decision)
        page.addWidget(self.rejudged)
        page.addWidget(self.changes)
        page.addWidget(self.findings)
        page.addLayout(self._answers)
        page.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.void_button)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.band)
        column.addWidget(self._void)
        column.addWidget(scrolling(page), 1)
        column.addLayout(foot)


def _in_words(item: NamedCondition) -> str:
    """A condition in the patient's words, with what it was taken for."""
    is_same = item.label.casefold() in item.typed.casefold()
    told = item.typed if is_same else f"{item.typed} ({item.label})"
    own = "" if item.context.is_patients_own else f", {item.context.words}"
    return breakable(told + own)
