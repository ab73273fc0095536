"""Domain: the register's lines: exceptions, decisions, sessions by month, the audit trail."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mesodesk.domain.missing import Missing
from mesodesk.domain.patients import Private


@dataclass(frozen=True, slots=True, repr=False)
class ExceptionRow(Private):
    """A signed exception: what was missing, why it was signed, where and by whom.

    `number` counts the exceptions of one session from 0; both together are the line's key.
    `words` are those read at signing; `missing` what they were made of, where that was kept.
    """

    session_id: str
    number: int
    patient_id: str
    patient_name: str
    treated_at: datetime
    code: str
    words: str
    reason: str
    signed_by_name: str
    is_voided: bool = False
    missing: Missing | None = None


class OverrideKind(StrEnum):
    """What was overridden: a founding stop, another finding of a screening, a gate."""

    FOUNDING = "founding"
    FINDING = "finding"
    GATE = "gate"


@dataclass(frozen=True, slots=True)
class Added:
    """When a colleague was added to the clinic, and by whom."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True, repr=False)
class OverrideRow(Private):
    """One override: what it went against, by which rule, why, who signed and perhaps with whom.

    `subject_id` and `number` are the line's key: a screening (number 0) or a session and its
    exception. Roles are empty where it was signed before they were kept. `rule` is a code in the
    store and a name once the service has told it; `missing` is what a gate's words are made of.
    `second_added` says when and by whom the second clinician was added to the clinic, where that
    was less than a day before they signed.
    """

    subject_id: str
    number: int
    kind: OverrideKind
    patient_id: str
    patient_name: str
    at: datetime
    words: str
    rule: str
    reason: str
    signed_by_name: str
    signed_by_role: str = ""
    second_name: str = ""
    second_role: str = ""
    second_added: Added | None = None
    is_voided: bool = False
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Sessions given in one month of the clinic's calendar (its first day), by indication."""

    month: date
    by_indication: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """All sessions of the month."""
        return sum(count for _, count in self.by_indication)


@dataclass(frozen=True, slots=True, repr=False)
class AdverseEvent(Private):
    """An observation that was more than expected: what was seen, and what it means in words.

    `is_same_day`: a red flag; otherwise a call was due.
    """

    observation_id: str
    session_id: str
    patient_id: str
    patient_name: str
    observed_at: datetime
    treated_at: datetime
    indication: str
    zone: str
    words: str
    note: str
    is_same_day: bool


@dataclass(frozen=True, slots=True, repr=False)
class AuditRow(Private):
    """An event of the audit chain as it is read. `place` is its key for the next page.

    `field_names`: of a change those whose value became another, else all that the event holds.
    `person`: the clinician whom it was about, where that is not the author.
    """

    place: int
    at: datetime
    author_name: str
    verb: str
    kind: str
    subject_id: str
    patient_id: str
    patient_name: str
    field_names: tuple[str, ...]
    person: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """One check of `verify`: what was looked at, and what is wrong (empty: nothing)."""

    name: str
    wrong: str = ""

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong."""
        return not self.wrong
