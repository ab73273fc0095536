"""Domain, screening: what the patient said, page by page, as frozen records.

A page left blank is not "none": `None of these` is an answer of its own (`deny_all`,
`none_stated`), and a question without an answer stays open.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.screening.named_condition import NamedCondition


class Page(StrEnum):
    """The pages of the wizard that carry answers, in their order."""

    WHY = "why"
    MEDICINES = "medicines"
    CONDITIONS = "conditions"
    ALLERGIES = "allergies"
    TODAY = "today"


class Reply(StrEnum):
    """The answer to one question."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Use(StrEnum):
    """How a medicine is taken."""

    REGULAR = "regular"
    OCCASIONAL = "occasional"
    ENDED = "ended"


class Certainty(StrEnum):
    """How a typed name was understood; `named` means that the clinician chose the substance."""

    SURE = "sure"
    NAMED = "named"
    LIKELY = "likely"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MedicineAnswer:
    """One medicine as typed, what it was taken for, and how it is used.

    `substance`, `atc` and `drug_class` (the medicine list's word, such as antithrombotic) are
    what was recognised (with `likely`: what is offered as "did you mean"). `ended_on` is when
    it ended or is planned to end; a planned end counts only when `end_set_by_prescriber`.
    `signed_neither`: the clinician signed "neither blood thinner nor insulin" for a name that
    could not be settled. `route` is empty when taken into the body, else a word of the medicine
    list, such as topical, flush or eye.
    """

    typed: str
    substance: str = ""
    atc: str = ""
    drug_class: str = ""
    certainty: Certainty = Certainty.NONE
    use: Use = Use.REGULAR
    last_taken: KnownDate | None = None
    ended_on: KnownDate | None = None
    end_set_by_prescriber: bool = False
    prescriber: str = ""
    signed_neither: bool = False
    route: str = ""

    def is_settled(self) -> bool:
        """Whether it is known which substance this is."""
        sure = self.certainty in (Certainty.SURE, Certainty.NAMED)
        return sure and bool(self.substance or self.atc or self.drug_class)


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to the question `code`; `when` is the date asked for, as well as it is known."""

    code: str
    reply: Reply
    when: KnownDate | None = None
    note: str = ""

    @property
    def is_denied(self) -> bool:
        """Whether it was answered with no."""
        return self.reply is Reply.NO


@dataclass(frozen=True, slots=True)
class ScreeningAnswers:
    """Everything said in one screening. Order carries no meaning.

    `by_patient_at`: when the patient was given the questionnaire to answer alone; `to_review`
    are the pages that the clinician has not gone through since. `compared_with` is the id of
    the screening before, of a returning patient who was asked what has changed.
    """

    indications: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    expectations: str = ""
    why: tuple[Answer, ...] = ()
    medicines: tuple[MedicineAnswer, ...] = ()
    none_stated: bool = False
    conditions: tuple[Answer, ...] = ()
    allergies: tuple[Answer, ...] = ()
    named_allergies: tuple[str, ...] = ()
    today: tuple[Answer, ...] = ()
    named_conditions: tuple[NamedCondition, ...] = ()
    by_patient_at: datetime | None = None
    to_review: tuple[Page, ...] = ()
    compared_with: str = ""

    def replies(self, page: Page) -> tuple[Answer, ...]:
        """The answers to a page's questions; the medicines page has none."""
        found = {
            Page.WHY: self.why,
            Page.MEDICINES: (),
            Page.CONDITIONS: self.conditions,
            Page.ALLERGIES: self.allergies,
            Page.TODAY: self.today,
        }
        return found[page]

    @property
    def denies_every_allergy(self) -> bool:
        """Whether allergies were asked about and nothing but no was said."""
        asked = bool(self.allergies) and not self.named_allergies
        return asked and all(item.is_denied for item in self.allergies)

    def with_replies(self, page: Page, answers: Iterable[Answer]) -> "ScreeningAnswers":
        """The same with a page's answers replaced; the medicines page has none to replace."""
        kept = tuple(answers)
        if page is Page.WHY:
            return replace(self, why=kept)
        if page is Page.CONDITIONS:
            return replace(self, conditions=kept)
        if page is Page.ALLERGIES:
            return replace(self, allergies=kept)
        if page is Page.TODAY:
            return replace(self, today=kept)
        raise ValueError("the medicines page has medicines, not questions")


def deny_all(answers: ScreeningAnswers, page: Page, shown: Iterable[str]) -> ScreeningAnswers:
    """`None of these`: every shown question of the page is recorded as denied.

    On the medicines page it states that no medicine is taken, and clears the list. On the
    allergies page it clears the allergies that were named. Answers to questions that were not
    shown stay.
    """
    if page is Page.MEDICINES:
        return replace(answers, medicines=(), none_stated=True)
    codes = tuple(dict.fromkeys(shown))
    kept = tuple(item for item in answers.replies(page) if item.code not in codes)
    denied = tuple(Answer(code, Reply.NO) for code in codes)
    done = answers.with_replies(page, kept + denied)
    return replace(done, named_allergies=()) if page is Page.ALLERGIES else done


def with_answer(answers: ScreeningAnswers, page: Page, answer: Answer) -> ScreeningAnswers:
    """The same with one question answered anew."""
    others = tuple(item for item in answers.replies(page) if item.code != answer.code)
    return answers.with_replies(page, (*others, answer))


def handed_over(answers: ScreeningAnswers, at: datetime) -> ScreeningAnswers:
    """The same, given to the patient at `at` (UTC) to answer alone: no page is reviewed yet."""
    return replace(answers, by_patient_at=at, to_review=tuple(Page))


def reviewed(answers: ScreeningAnswers, page: Page) -> ScreeningAnswers:
    """The same with a page gone through by the clinician."""
    left = tuple(item for item in answers.to_review if item is not page)
    return answers if left == answers.to_review else replace(answers, to_review=left)
