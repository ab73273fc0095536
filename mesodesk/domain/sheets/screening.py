"""Domain, sheets: the screening record as printed: what was asked, found and decided."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from mesodesk.domain.sheets.letterhead import Letterhead, PatientOnSheet

VerdictKey = Literal["suitable", "precautions", "decision_needed", "not_suitable", "not_yet"]


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One question with what was answered, in words."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """One page of the screening (conditions, allergies, today ...): its title and answers."""

    title: str
    answers: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class MedicineLine:
    """A medicine as the patient named it, the substance it was recognised as, and its use."""

    name: str
    substance: str
    use: str
    last_taken: date | None = None
    ended: date | None = None
    prescriber: str = ""


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding: the answer that caused it, the rule's words, its class, source, consequence."""

    answer: str
    rule: str
    rule_class: str
    source: str
    consequence: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a returning patient said otherwise than on `since`; without lines, nothing."""

    since: date
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScreeningSheet:
    """One screening. `decision`, `reason` and `author` are empty until it is decided.

    `alone_at` is when the patient was given the questionnaire to answer alone.
    `second_author` signed beside them against a founding stop; both stand with their role.
    `for_patient` are the rules' own words to the patient.
    """

    letterhead: Letterhead
    patient: PatientOnSheet
    done_at: datetime
    indication: str
    areas: tuple[str, ...]
    expectations: str
    medicines: tuple[MedicineLine, ...]
    pages: tuple[AnswerPage, ...]
    findings: tuple[FindingLine, ...]
    verdict: VerdictKey
    rules_version: str
    earliest: date | None = None
    decision: str = ""
    reason: str = ""
    author: str = ""
    signed_at: datetime | None = None
    valid_until: date | None = None
    second_author: str = ""
    second_signed_at: datetime | None = None
    alone_at: datetime | None = None
    changes: Changes | None = None
    for_patient: tuple[str, ...] = ()
