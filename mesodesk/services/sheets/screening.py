"""Services, sheets: the printed record of one screening."""

from mesodesk.documents.screening import screening_pdf
from mesodesk.domain.screening.answers import Answer, MedicineAnswer, Page, Reply, Use
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.named_condition import NamedCondition
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.screening.rules import RuleBook
from mesodesk.domain.sheets import speech
from mesodesk.domain.sheets.screening import (
    AnswerLine,
    AnswerPage,
    MedicineLine,
    ScreeningSheet,
    VerdictKey,
)
from mesodesk.domain.sheets.wording import Wording
from mesodesk.domain.source import Mistake
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.rules.in_force import book_of, rules_in_force
from mesodesk.services.screening.changes import changes_of
from mesodesk.services.screening.rejudging import judged_by
from mesodesk.services.sheets.findings import finding_line, findings_told, words_for_patient
from mesodesk.services.sheets.heads import Head, local, with_role

_VERDICTS: dict[Verdict, VerdictKey] = {
    Verdict.SUITABLE: "suitable",
    Verdict.SUITABLE_WITH_PRECAUTIONS: "precautions",
    Verdict.CLINICIANS_DECISION_NEEDED: "decision_needed",
    Verdict.NOT_YET: "not_yet",
    Verdict.INCOMPLETE: "decision_needed",
    Verdict.NOT_SUITABLE: "not_suitable",
}
_PAGES = (Page.WHY, Page.CONDITIONS, Page.ALLERGIES, Page.TODAY)


def screening_record(desk: Desk, head: Head, done: SignedScreening) -> bytes:
    """The screening's record as a PDF."""
    return screening_pdf(screening_sheet(desk, head, done), head.wording, head.is_large_print)


def screening_sheet(desk: Desk, head: Head, done: SignedScreening) -> ScreeningSheet:
    """Everything the screening's record says."""
    wording, judgement, second = head.wording, done.judgement, done.decision.second
    language, books = wording.language, _books(desk, done)
    findings = findings_told(desk, done, language)
    return ScreeningSheet(
        letterhead=head.letterhead,
        patient=head.patient,
        done_at=local(desk, done.screened_at),
        indication=", ".join(
            knowledge.indication(code).name.said_in(language) for code in done.answers.indications
        ),
        areas=tuple(knowledge.regions().name(code, language) for code in done.answers.areas),
        expectations=done.answers.expectations,
        medicines=tuple(_medicine(one, wording) for one in done.answers.medicines),
        pages=tuple(_page(done, page, wording, books) for page in _PAGES),
        findings=tuple(finding_line(one, wording) for one in findings),
        for_patient=words_for_patient(findings),
        verdict=_VERDICTS[judgement.verdict],
        rules_version=judgement.rules_version,
        earliest=judgement.earliest,
        decision=wording.text(f"screening.decision.{_decision(done.decision.kind)}"),
        reason=done.decision.reason,
        author=with_role(done.signed_by_name, done.signed_by_role, wording),
        signed_at=local(desk, done.signed_at),
        valid_until=done.valid_until,
        second_author=with_role(second.name, second.role, wording) if second else "",
        second_signed_at=local(desk, second.at) if second else None,
        alone_at=local(desk, alone) if (alone := done.answers.by_patient_at) else None,
        changes=changes_of(desk, done, language),
    )


def _decision(kind: DecisionKind) -> str:
    return kind.value


def _medicine(answer: MedicineAnswer, wording: Wording) -> MedicineLine:
    return MedicineLine(
        name=answer.typed,
        substance=answer.substance,
        use=wording.text(f"screening.medicines.{_use(answer.use)}"),
        last_taken=answer.last_taken.last() if answer.last_taken else None,
        ended=answer.ended_on.last() if answer.ended_on else None,
        prescriber=answer.prescriber,
    )


def _use(use: Use) -> str:
    return {Use.REGULAR: "regular", Use.OCCASIONAL: "occasional", Use.ENDED: "ended_use"}[use]


def _books(desk: Desk, done: SignedScreening) -> tuple[RuleBook, ...]:
    """Today's rules, and over them those it was signed by: its questions stand as they were asked.
    Where no text was kept, or it is of a form that is read no more, today's have to do."""
    kept = judged_by(desk, done.id)
    try:
        return (rules_in_force(desk), *([book_of(kept)] if kept else []))
    except Mistake:
        return (rules_in_force(desk),)


def _page(
    done: SignedScreening, page: Page, wording: Wording, books: tuple[RuleBook, ...]
) -> AnswerPage:
    texts = {
        question.code: question.text.told(wording.language)
        for book in books
        for question in book.questions(page)
    }
    lines = [_line(answer, texts, wording) for answer in done.answers.replies(page)]
    if page is Page.ALLERGIES:
        named = done.answers.named_allergies
        lines += [AnswerLine(name, speech.yes_no(wording, True)) for name in named]
    if page is Page.CONDITIONS:
        lines += [_worded(item, wording) for item in done.answers.named_conditions]
    return AnswerPage(wording.text(f"screening.pages.{page.value}"), tuple(lines))


def _worded(item: NamedCondition, wording: Wording) -> AnswerLine:
    """A condition in the patient's words; what is not the patient's own, or asked about no
    further, is a no."""
    is_own = item.is_answer or (not item.questions and item.context.is_patients_own)
    return AnswerLine(item.typed, speech.yes_no(wording, is_own))


def _line(answer: Answer, texts: dict[str, str], wording: Wording) -> AnswerLine:
    """A question that no kept text has is printed by its code."""
    said = {
        Reply.YES: speech.yes_no(wording, True),
        Reply.NO: speech.yes_no(wording, False),
        Reply.UNKNOWN: wording.text("screening.answers.unknown"),
    }[answer.reply]
    details = [speech.known_day(wording, answer.when)] if answer.when else []
    details += [answer.note] if answer.note else []
    return AnswerLine(texts.get(answer.code, answer.code), "; ".join((said, *details)))
