"""Screening: everything the wizard shows at one moment, worked out from a draft."""

from dataclasses import dataclass
from enum import StrEnum

from mesodesk.domain.screening.answers import Answer, MedicineAnswer, Page
from mesodesk.domain.screening.findings import Finding, Judgement
from mesodesk.domain.screening.questions import shown_questions, unanswered
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.screening.rules import Question
from mesodesk.domain.sheets.screening import Changes
from mesodesk.services.screening.changes import changes_between
from mesodesk.services.screening.drafts import ScreeningDraft
from mesodesk.services.screening.judging import Basis, judge_now
from mesodesk.services.screening.medicines import Offer
from mesodesk.ui.screening.wording import REVIEW


class Progress(StrEnum):
    """How far a page is answered."""

    BLANK = "blank"
    TO_REVIEW = "to_review"
    PARTLY = "partly"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class PageState:
    """A page on the list: how far it is answered, what is left, and what was found there."""

    progress: Progress
    left: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One moment of the wizard. `offers` are the "did you mean" by the name as typed."""

    draft: ScreeningDraft
    basis: Basis
    judgement: Judgement
    offers: dict[str, tuple[Offer, ...]]

    def questions(self, page: Page) -> tuple[Question, ...]:
        """The questions that the page shows this patient."""
        return shown_questions(self.basis.book, page, self.draft.answers, self.basis.facts)

    def answer(self, page: Page, code: str) -> Answer | None:
        """What was answered to a question."""
        given = self.draft.answers.replies(page)
        return next((item for item in given if item.code == code), None)

    def last_answer(self, page: Page, code: str) -> Answer | None:
        """What was answered at the screening before; None where it was not asked."""
        last = self._last
        given = last.answers.replies(page) if last is not None else ()
        return next((item for item in given if item.code == code), None)

    def last_medicines(self) -> tuple[MedicineAnswer, ...] | None:
        """The medicines of the screening before; None for a first one."""
        return self._last.answers.medicines if self._last is not None else None

    def changes(self) -> Changes | None:
        """What is said otherwise than at the screening before; None for a first one."""
        last = self._last
        if last is None:
            return None
        return changes_between(last, self.draft.answers, self.basis.book, self.basis.language)

    @property
    def _last(self) -> SignedScreening | None:
        """The screening that this one was begun from."""
        last = self.basis.last
        is_it = last is not None and last.id == self.draft.answers.compared_with
        return last if is_it else None

    def left_on(self, page: Page) -> tuple[str, ...]:
        """Codes of the page's questions without an answer."""
        return unanswered(self.basis.book, page, self.draft.answers, self.basis.facts)

    def finding_of(self, code: str) -> Finding | None:
        """The gravest finding that the answer to a question set off."""
        about = {
            rule.code
            for rule in self.basis.book.rules
            if rule.answer is not None and rule.answer.code == code
        }
        found = (*self.judgement.findings, *self.judgement.open_findings)
        hits = [item for item in found if item.rule_code in about]
        return max(hits, key=lambda item: item.weight.rank, default=None)

    def finding_of_medicine(self, item: MedicineAnswer) -> Finding | None:
        """The gravest finding that a medicine set off; one still open asks for itself."""
        hits = [
            one
            for one in self.judgement.findings
            if one.page is Page.MEDICINES and f"{one.answered},".startswith(f"{item.typed},")
        ]
        return max(hits, key=lambda one: one.weight.rank, default=None)

    def is_kept(self, page: Page, code: str) -> bool:
        """Whether the answer stands from the last screening and was not asked anew."""
        again = self.draft.since is None or code in self.draft.reasked
        return not again and self.answer(page, code) is not None

    def state_of(self, name: str) -> PageState:
        """How a page stands; the review is answered when nothing is open."""
        if name == REVIEW:
            is_open = bool(self.judgement.open_findings)
            progress = Progress.PARTLY if is_open else Progress.ANSWERED
            return PageState(progress, len(self.judgement.open_findings), ())
        page = Page(name)
        found = tuple(item for item in self.judgement.findings if item.page is page)
        left, asked = self._left(page)
        progress = Progress.ANSWERED if not left else Progress.PARTLY
        if left and left >= asked:
            progress = Progress.BLANK
        elif page in self.draft.answers.to_review:
            progress = Progress.TO_REVIEW
        return PageState(progress, left, found)

    def first_open(self) -> str:
        """The first page that wants an answer, else the review."""
        names = [page.value for page in Page]
        return next((name for name in names if self.state_of(name).left), REVIEW)

    def _left(self, page: Page) -> tuple[int, int]:
        """How many answers are missing, of how many."""
        answers = self.draft.answers
        if page is Page.MEDICINES:
            if answers.none_stated:
                return 0, 1
            if not answers.medicines:
                return 1, 1
            still = [f for f in self.judgement.open_findings if f.page is Page.MEDICINES]
            return len(still), len(answers.medicines) + 1
        extra = 1 if page is Page.WHY else 0
        missing = extra if page is Page.WHY and not answers.indications else 0
        return len(self.left_on(page)) + missing, len(self.questions(page)) + extra


def shown_from(draft: ScreeningDraft, basis: Basis, offers: dict[str, tuple[Offer, ...]]) -> Shown:
    """Judge the draft and put together what there is to show."""
    return Shown(draft, basis, judge_now(draft, basis), offers)
