"""Services, sheets: the findings of a screening, told in the language of the sheet."""

from mesodesk.domain.screening.findings import Finding
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.sheets.screening import FindingLine
from mesodesk.domain.sheets.wording import Wording
from mesodesk.services.desk import Desk
from mesodesk.services.screening.rejudging import rejudge


def findings_told(desk: Desk, done: SignedScreening, language: str) -> tuple[Finding, ...]:
    """The findings as they were signed, in the clinic's words; in another language the same
    ones judged again by the same version of the rules, or else as they were signed."""
    signed = (*done.judgement.findings, *done.judgement.open_findings)
    if language == desk.clinic.language or not signed:
        return signed
    again = rejudge(desk, done.id, language)
    is_same = again.is_same and again.now.rules_version == done.judgement.rules_version
    return (*again.now.findings, *again.now.open_findings) if is_same else signed


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
