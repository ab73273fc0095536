"""Services, screening: judges a signed screening by the rules in force, to show the difference."""

from dataclasses import replace

from mesodesk.core.ids import ScreeningId
from mesodesk.domain.rulebook.record import RulesText
from mesodesk.domain.rulebook.rejudged import Rejudged, compared
from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.screening.rules import RuleBook, Special
from mesodesk.services.desk import Desk
from mesodesk.services.screening.drafts import ScreeningDraft
from mesodesk.services.screening.judging import basis_of, judge_now
from mesodesk.store import rules as rule_store
from mesodesk.store import screenings as screening_store


def rejudge(desk: Desk, screening_id: ScreeningId, language: str = "") -> Rejudged:
    """The judgement as it was signed beside that of today's rules and numbers, worded in
    `language` or else the clinic's. Raises NotFound.

    The answers, the day and the patient's facts are those of then; only for a screening from
    before facts were kept are they the chart's, on that day's date. Nothing is written.
    """
    with desk.store.reading(desk.author) as reading:
        done = screening_store.screening(reading, screening_id)
        basis = basis_of(desk, reading, done.patient_id)
        kept = rule_store.basis_facts(reading, screening_id)
    facts = kept or replace(basis.facts, today=done.screened_on)
    told = replace(basis, facts=facts, language=language or basis.language)
    now = judge_now(_as_asked(done, basis.book), told)
    return compared(done.judgement, now, kept is not None)


def judged_by(desk: Desk, screening_id: ScreeningId) -> RulesText | None:
    """The text of the rules a screening was judged by, as it was kept; None for an older one."""
    with desk.store.reading(desk.author) as reading:
        return rule_store.basis_text(reading, screening_id)


def _as_asked(done: SignedScreening, book: RuleBook) -> ScreeningDraft:
    """The screening as it was when it was signed; whether its medicines were gone through is
    told by what stayed open."""
    blank = book.special(Special.UNANSWERED).code
    is_open = any(
        one.rule_code == blank and one.page is Page.MEDICINES
        for one in done.judgement.open_findings
    )
    return ScreeningDraft(
        id=done.id,
        patient_id=done.patient_id,
        asked_on=done.screened_on,
        answers=done.answers,
        is_list_confirmed=not is_open,
    )
