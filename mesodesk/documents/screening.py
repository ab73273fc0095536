"""Documents: the screening record on paper."""

from collections.abc import Iterator

from mesodesk.documents import faces
from mesodesk.documents.desk import Desk, desk_for
from mesodesk.documents.head import Head
from mesodesk.documents.pages import press, print_pages
from mesodesk.documents.pieces import GRID, Gap, Group, Panel, Piece, Stack
from mesodesk.domain.sheets import speech
from mesodesk.domain.sheets.screening import AnswerPage, MedicineLine, ScreeningSheet
from mesodesk.domain.sheets.wording import Wording


def screening_pdf(sheet: ScreeningSheet, wording: Wording, is_large_print: bool = False) -> bytes:
    """The screening as a PDF: verdict, findings with their sources, every answer, decision.

    Raises Refused for a name whose script the typeface lacks.
    """
    with press():
        faces.require_names(sheet.letterhead.clinic_name, sheet.patient.name, sheet.author)
        faces.require_names(sheet.second_author)
        desk = desk_for(wording, sheet.letterhead.paper, is_large_print)
        title = wording.text("screening.title")
        done = wording.text("screening.done", moment=speech.moment(wording, sheet.done_at))
        groups = [
            desk.title(title, done),
            Group(tuple(_why(desk, sheet))),
            _verdict(desk, sheet),
            *_changes(desk, sheet),
            _findings(desk, sheet),
            *_for_patient(desk, sheet),
            _decision(desk, sheet),
            _medicines(desk, sheet.medicines),
            *(_answers(desk, page) for page in sheet.pages if page.answers),
        ]
        head = Head(sheet.letterhead, sheet.patient, title, wording, desk.width)
        return print_pages(head, groups)


def _why(desk: Desk, sheet: ScreeningSheet) -> Iterator[Piece]:
    yield from desk.fact(desk.say("screening.indication"), sheet.indication)
    if sheet.areas:
        yield from desk.fact(desk.say("screening.areas"), speech.joined(desk.wording, sheet.areas))
    if sheet.expectations:
        yield from desk.fact(desk.say("screening.expectations"), sheet.expectations)
    if sheet.alone_at is not None:
        moment = speech.moment(desk.wording, sheet.alone_at)
        yield from desk.paragraph(desk.say("screening.alone", moment=moment))


def _verdict(desk: Desk, sheet: ScreeningSheet) -> Group:
    inside = Desk(desk.wording, desk.width - 3 * GRID, desk.scale)
    words = (
        inside.lines(desk.say("screening.verdict.heading"), faces.LABEL),
        inside.lines(_verdict_words(desk, sheet), faces.HEADING),
        inside.lines(desk.say("screening.verdict.keep_medicines"), faces.SMALL),
    )
    return Group((Gap(1.5 * GRID), Panel(Stack(words), desk.width), Gap(GRID / 2)))


def _verdict_words(desk: Desk, sheet: ScreeningSheet) -> str:
    if sheet.verdict != "not_yet":
        return desk.say(f"screening.verdict.{sheet.verdict}")
    if sheet.earliest is None:
        return desk.say("screening.verdict.not_yet_open")
    return desk.say("screening.verdict.not_yet", day=speech.day(desk.wording, sheet.earliest))


def _changes(desk: Desk, sheet: ScreeningSheet) -> Iterator[Group]:
    if sheet.changes is None:
        return
    since = speech.day(desk.wording, sheet.changes.since)
    heading = desk.heading(desk.say("screening.changes.heading", day=since))
    lines = sheet.changes.lines or (desk.say("screening.changes.none"),)
    yield Group((*heading, *(piece for line in lines for piece in desk.paragraph(line))))


def _findings(desk: Desk, sheet: ScreeningSheet) -> Group:
    heading = desk.heading(desk.say("screening.findings.heading"))
    if not sheet.findings:
        return Group((*heading, *desk.paragraph(desk.say("screening.findings.none"))))
    columns = ("answer", "rule", "class", "source", "consequence")
    heads = [desk.say(f"screening.findings.{column}") for column in columns]
    rows = [
        (found.answer, found.rule, found.rule_class, found.source, found.consequence)
        for found in sheet.findings
    ]
    return desk.table(heads, rows, (22, 30, 12, 14, 22)).under(heading)


def _for_patient(desk: Desk, sheet: ScreeningSheet) -> Iterator[Group]:
    if sheet.for_patient:
        heading = desk.heading(desk.say("screening.for_patient"))
        told = (piece for text in sheet.for_patient for piece in desk.paragraph(text))
        yield Group((*heading, *told), most_kept=1.0)


def _medicines(desk: Desk, medicines: tuple[MedicineLine, ...]) -> Group:
    heading = desk.heading(desk.say("screening.medicines.heading"))
    if not medicines:
        return Group((*heading, *desk.paragraph(desk.say("screening.medicines.none"))))
    columns = ("name", "substance", "use", "dates", "prescriber")
    heads = [desk.say(f"screening.medicines.{column}") for column in columns]
    rows = [_medicine(desk, medicine) for medicine in medicines]
    return desk.table(heads, rows, (21, 22, 18, 22, 17)).under(heading)


def _medicine(desk: Desk, medicine: MedicineLine) -> tuple[str, ...]:
    substance = medicine.substance or desk.say("screening.medicines.unknown")
    dates = [
        desk.say(f"screening.medicines.{key}", day=speech.day(desk.wording, value))
        for key, value in (("last_taken", medicine.last_taken), ("ended", medicine.ended))
        if value is not None
    ]
    return (medicine.name, substance, medicine.use, ", ".join(dates), medicine.prescriber)


def _answers(desk: Desk, page: AnswerPage) -> Group:
    heads = (desk.say("screening.answers.question"), desk.say("screening.answers.answer"))
    rows = [(line.question, line.answer) for line in page.answers]
    return desk.table(heads, rows, (65, 35)).under(desk.heading(page.title))


def _decision(desk: Desk, sheet: ScreeningSheet) -> Group:
    facts: list[Piece] = [*desk.heading(desk.say("screening.decision.heading"))]
    for label, value in _decision_facts(desk, sheet):
        facts += desk.fact(desk.say(f"screening.decision.{label}"), value)
    return Group(tuple(facts), most_kept=1.0)


def _decision_facts(desk: Desk, sheet: ScreeningSheet) -> Iterator[tuple[str, str]]:
    yield "decision", sheet.decision or desk.say("screening.decision.open")
    if sheet.reason:
        yield "reason", sheet.reason
    if sheet.author:
        yield "author", sheet.author
    if sheet.signed_at is not None:
        yield "signed", speech.moment(desk.wording, sheet.signed_at)
    if sheet.second_author and sheet.second_signed_at is not None:
        moment = speech.moment(desk.wording, sheet.second_signed_at)
        yield "second", f"{sheet.second_author}, {moment}"
    if sheet.valid_until is not None:
        yield "valid_until", speech.day(desk.wording, sheet.valid_until)
    yield "rules", sheet.rules_version
