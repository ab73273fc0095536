"""Services, sheets: the findings of a screening, told in the language of the sheet."""

from mesodesk.domain.screening.findings import Finding
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.sheets.screening import FindingLine
from mesodesk.domain.sheets.wording import Wording
from mesodesk.services.desk import Desk
from mesodesk.services.screening.rejudging import rejudge


def findings_told(desk: Desk, done: SignedScreening, language: str) -> tuple[Finding, ...]:
    """The findings as they were signed, in the clinic's language. In another language they are
    judged again, where today's rules say word for word the same in the clinic's; or else they
    stay as they were signed."""
    signed = (*done.judgement.findings, *done.judgement.open_findings)
    if language == desk.clinic.language or not signed:
        return signed
    if set(_judged_now(desk, done, desk.clinic.language)) != set(signed):
        return signed
    return _judged_now(desk, done, language)


def _judged_now(desk: Desk, done: SignedScreening, language: str) -> tuple[Finding, ...]:
    now = rejudge(desk, done.id, language).now
    return (*now.findings, *now.open_findings)


def finding_line(found: Finding, wording: Wording) -> FindingLine:
    """A finding as a line of the sheet."""
    return FindingLine(
        answer=found.answered,
        rule=found.explanation,
        rule_class=wording.text(f"screening.classes.{found.rule_class.value}"),
        source=f"{', '.join(found.sources)} ({found.tier})",
        consequence=found.follows,
    )


def words_for_patient(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """What the rules say to the patient, each text once; not of what is about other treatments."""
    told = (one.patient_words for one in findings if not one.is_note)
    return tuple(dict.fromkeys(words for words in told if words))
