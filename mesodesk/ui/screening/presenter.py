"""Screening: the wizard's presenter: takes answers, judges at once, saves within two seconds."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from mesodesk.core.errors import BadInput, MesoDeskError, Refused, WrongPassword
from mesodesk.core.ids import ClinicianId
from mesodesk.domain.changes import Changes
from mesodesk.domain.clinic import Clinician
from mesodesk.domain.screening.answers import (
    Answer,
    Page,
    Reply,
    ScreeningAnswers,
    deny_all,
    reviewed,
    with_answer,
)
from mesodesk.domain.screening.decision import Decision, DecisionKind, missing_reason
from mesodesk.services.desk import Desk
from mesodesk.services.screening import drafts, questionnaire
from mesodesk.services.screening.drafts import ScreeningDraft
from mesodesk.services.screening.judging import Basis, decisions
from mesodesk.services.screening.medicines import Offer, recognise
from mesodesk.services.screening.questionnaire import Handover
from mesodesk.services.screening.signing import ScreeningSigned, SecondSigner, sign_screening
from mesodesk.services.screening.starting import Started
from mesodesk.services.signing import second_signers
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.screening.shown import Shown, shown_from
from mesodesk.ui.screening.wording import PAGES, REVIEW, decision_words, verdict_words

SAVE_AFTER_MS = 1000


class WizardPresenter(QObject):
    """Holds the draft. `changed` asks to show `shown` anew; `signed(ScreeningSigned)` ends it;
    `handed_over(Handover)` when the patient is to answer alone."""

    changed = Signal()
    page_turned = Signal(str)
    saving = Signal()
    saved = Signal(object)
    refused = Signal(object)
    signed = Signal(object)
    handed_over = Signal(object)

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__()
        self._desk, self._runner = desk, runner
        self._announcer, self._prompter = announcer, prompter
        self._shown: Shown | None = None
        self._is_unsaved = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save_now)

    @property
    def country(self) -> str:
        """The clinic's country, whose medicines are offered first and meant first."""
        return self._desk.clinic.country

    @property
    def shown(self) -> Shown:
        """What there is to show; only after `begin`."""
        assert self._shown is not None
        return self._shown

    @property
    def is_open(self) -> bool:
        """Whether a screening is being filled in."""
        return self._shown is not None

    def begin(self, started: Started) -> None:
        """Fill in this screening, from the page where it was left or the first that is open."""
        self._put(started.draft, started.basis)
        page = started.draft.page
        if started.draft.since is not None and page == Page.WHY.value:
            page = self.shown.first_open()
        self.turn_to(page)

    def explain(
        self, indications: tuple[str, ...], areas: tuple[str, ...], expectations: str
    ) -> None:
        """Why the patient comes."""
        told = replace(
            self._answers, indications=indications, areas=areas, expectations=expectations
        )
        self.keep(told)

    def answer(self, page: Page, answer: Answer) -> None:
        """One question answered."""
        self.keep(with_answer(self._answers, page, answer))

    def name_allergies(self, names: tuple[str, ...]) -> None:
        """The allergies named in words."""
        self.keep(replace(self._answers, named_allergies=names))

    def none_of_these(self, page: Page) -> None:
        """Deny everything on the page that was not affirmed; a list of medicines is complete."""
        answers = self._answers
        if page is Page.MEDICINES:
            if answers.medicines:
                self._put(replace(self.shown.draft, is_list_confirmed=True))
                self._touch()
            else:
                self.keep(deny_all(answers, page, ()))
            return
        affirmed = {item.code for item in answers.replies(page) if item.reply is not Reply.NO}
        codes = [q.code for q in self.shown.questions(page) if q.code not in affirmed]
        denied = deny_all(answers, page, codes)
        self.keep(replace(denied, named_allergies=answers.named_allergies))

    def keep(self, answers: ScreeningAnswers) -> None:
        """Take the answers as they are now: judge, show, and save soon."""
        if answers == self._answers:
            return
        self._put(replace(self.shown.draft, answers=answers))
        self._touch()

    def turn_to(self, page: str) -> None:
        """Open a page of the wizard."""
        self._put(replace(self.shown.draft, page=page))
        self.page_turned.emit(page)

    def turn(self, step: int) -> None:
        """The next page, or the one before. Going on says that this page was gone through."""
        if step > 0:
            self._review()
        at = PAGES.index(self.shown.draft.page) + step
        if 0 <= at < len(PAGES):
            self.save_now()
            self.turn_to(PAGES[at])

    def hand_over(self) -> None:
        """Let the patient answer alone: from now on every page is to be gone through again."""
        self.save_now()
        draft = self.shown.draft
        self._runner.ask(lambda: questionnaire.hand_over(self._desk, draft), self._on_handed_over)

    def save_now(self) -> None:
        """Save what is not saved yet."""
        self._timer.stop()
        if not self._is_unsaved or self._shown is None:
            return
        self._is_unsaved = False
        draft = self._shown.draft
        self._runner.ask(
            lambda: drafts.save_draft(self._desk, draft, self.tr("Screening")), self._on_saved
        )

    def decisions(self) -> tuple[DecisionKind, ...]:
        """The decisions open now."""
        return decisions(self.shown.judgement, self.shown.basis)

    def sign(self, kind: DecisionKind, reason: str) -> None:
        """Ask for the signature, and make the draft record; nobody is asked to sign in vain."""
        decision = Decision(kind, reason, self._desk.author.id)
        if missing := missing_reason(decision, self.shown.judgement):
            self.refused.emit(tuple(one.message for one in missing))
            return
        verdict = verdict_words(self.shown.judgement.verdict, self.shown.judgement.earliest)
        purpose = self.tr("Sign the screening: {verdict}. Decision: {decision}.").format(
            verdict=verdict, decision=decision_words(kind)
        )
        secret = self._prompter.ask_password(purpose)
        if secret is None:
            return
        self.save_now()
        if kind is not DecisionKind.OVERRIDE:
            self._sign(kind, reason, secret, None)
            return
        self._runner.ask(
            lambda: second_signers(self._desk),
            lambda people: self._sign_beside(people, reason, secret, purpose),
        )

    def _sign_beside(
        self, people: tuple[Clinician, ...], reason: str, secret: str, purpose: str
    ) -> None:
        """Against a founding stop another clinician signs too."""
        if not people:
            self.refused.emit((self.tr("There is no other clinician here who could sign."),))
            return
        offered = tuple((str(one.id), one.name) for one in people)
        signed = self._prompter.ask_signature(purpose, offered)
        if signed is not None:
            second = SecondSigner(ClinicianId(signed[0]), signed[1])
            self._sign(DecisionKind.OVERRIDE, reason, secret, second)

    def _sign(
        self, kind: DecisionKind, reason: str, secret: str, second: SecondSigner | None
    ) -> None:
        draft = self.shown.draft
        self._runner.ask(
            lambda: sign_screening(self._desk, draft, kind, reason, secret, second),
            self._on_signed,
            self._on_trouble,
        )

    def leave(self) -> None:
        """Save and let go of the draft."""
        self.save_now()
        self._shown = None

    def _review(self) -> None:
        page = self.shown.draft.page
        if page != REVIEW:
            self.keep(reviewed(self._answers, Page(page)))

    def _on_handed_over(self, handover: Handover) -> None:
        if self._shown is None or handover.draft.id != self._shown.draft.id:
            return
        self._put(handover.draft)
        self.page_turned.emit(handover.draft.page)
        self.handed_over.emit(handover)

    @property
    def _answers(self) -> ScreeningAnswers:
        return self.shown.draft.answers

    def _put(self, draft: ScreeningDraft, basis: Basis | None = None) -> None:
        fresh = basis if basis is not None else self.shown.basis
        self._shown = shown_from(draft, fresh, _offers(draft))
        self.changed.emit()

    def _touch(self) -> None:
        self._is_unsaved = True
        self.saving.emit()
        if not self._timer.isActive():
            self._timer.start()

    def _on_saved(self, moment: datetime) -> None:
        self.saved.emit(moment)
        if self._shown is not None:
            self._announcer.announce(Changes(drafts=frozenset({self._shown.draft.id})), self)

    def _on_signed(self, done: ScreeningSigned) -> None:
        self._is_unsaved = False
        self._shown = None
        self.signed.emit(done)
        self._announcer.announce(done.changes, self)

    def _on_trouble(self, trouble: MesoDeskError) -> None:
        if isinstance(trouble, Refused):
            self.refused.emit(tuple(reason.message for reason in trouble.reasons))
        elif isinstance(trouble, BadInput):
            self.refused.emit(tuple(problem.message for problem in trouble.problems))
        elif isinstance(trouble, WrongPassword):
            self.refused.emit((str(trouble),))


def _offers(draft: ScreeningDraft) -> dict[str, tuple[Offer, ...]]:
    """What is asked about the names that are not settled."""
    asked = (item for item in draft.answers.medicines if not item.is_settled())
    return {item.typed: recognise(item.typed).offers for item in asked}
