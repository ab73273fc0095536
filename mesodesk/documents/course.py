"""Documents: the course plan on paper."""

from collections.abc import Iterator

from mesodesk.documents import faces
from mesodesk.documents.desk import Desk, desk_for
from mesodesk.documents.head import Head
from mesodesk.documents.pages import press, print_pages
from mesodesk.documents.pieces import Group, Piece
from mesodesk.domain.sheets import speech
from mesodesk.domain.sheets.course import CoursePlanSheet
from mesodesk.domain.sheets.letterhead import Cost
from mesodesk.domain.sheets.wording import Wording


def course_pdf(sheet: CoursePlanSheet, wording: Wording, is_large_print: bool = False) -> bytes:
    """The course plan as a PDF: what was agreed, and every session planned and done.

    Raises Refused for a name whose script the typeface lacks.
    """
    with press():
        faces.require_names(sheet.letterhead.clinic_name, sheet.patient.name, sheet.operator.name)
        desk = desk_for(wording, sheet.letterhead.paper, is_large_print)
        title = wording.text("course.title")
        agreed = wording.text("course.agreed", day=speech.day(wording, sheet.agreed_on))
        facts = [
            piece
            for label, value in _facts(desk, sheet)
            for piece in desk.fact(desk.say(f"course.{label}"), value)
        ]
        groups = [
            desk.title(title, agreed),
            Group(tuple(facts)),
            *_stopped(desk, sheet),
            *_assessment(desk, sheet),
            *_sessions(desk, sheet),
            Group(desk.paragraph(desk.say("course.note"), faces.SMALL)),
        ]
        head = Head(sheet.letterhead, sheet.patient, title, wording, desk.width)
        return print_pages(head, groups)


def _facts(desk: Desk, sheet: CoursePlanSheet) -> Iterator[tuple[str, str]]:
    words = desk.wording
    yield "indication", sheet.indication
    if sheet.areas:
        yield "areas", speech.joined(words, sheet.areas)
    if sheet.products:
        yield "products", speech.joined(words, sheet.products)
    if sheet.goal:
        yield "goal", sheet.goal
    yield from _plan(desk, sheet)
    if sheet.cost is not None:
        yield "cost", _cost(desk, sheet.cost)
    elif sheet.cost_note:
        yield "cost", sheet.cost_note
    yield "operator", sheet.operator.name


def _plan(desk: Desk, sheet: CoursePlanSheet) -> Iterator[tuple[str, str]]:
    plan, words = sheet.plan, desk.wording
    sessions = speech.span(words, plan.sessions_low, plan.sessions_high)
    days = speech.span(words, plan.interval_low_days, plan.interval_high_days)
    yield "sessions_planned", desk.say("course.sessions_line", sessions=sessions, days=days)
    if plan.usual is not None:
        sessions = speech.span(words, plan.usual.sessions_low, plan.usual.sessions_high)
        days = speech.span(words, plan.usual.interval_low_days, plan.usual.interval_high_days)
        yield "usual", desk.say("course.usual_line", sessions=sessions, days=days)
    if plan.noticed_after is not None:
        yield "noticed", desk.say("course.noticed_line", sessions=str(plan.noticed_after))
    yield "upkeep", _upkeep(desk, sheet)


def _upkeep(desk: Desk, sheet: CoursePlanSheet) -> str:
    plan, words = sheet.plan, desk.wording
    months = speech.span(words, plan.upkeep_low_months, plan.upkeep_high_months)
    if sheet.upkeep_from is None or sheet.upkeep_to is None:
        return desk.say("course.upkeep_line", months=months)
    window = {
        "from_day": speech.day(words, sheet.upkeep_from),
        "to_day": speech.day(words, sheet.upkeep_to),
    }
    return desk.say("course.upkeep_window", months=months, **window)


def _cost(desk: Desk, cost: Cost) -> str:
    price = speech.money(desk.wording, cost.per_session, cost.currency)
    if cost.whole_course is None:
        return desk.say("course.cost_line", price=price)
    whole = speech.money(desk.wording, cost.whole_course, cost.currency)
    return desk.say("course.cost_whole", price=price, whole=whole)


def _stopped(desk: Desk, sheet: CoursePlanSheet) -> Iterator[Group]:
    if sheet.stopped_on is None or sheet.stopped_for is None:
        return
    reason = desk.say(f"course.stopped.{sheet.stopped_for}")
    day = speech.day(desk.wording, sheet.stopped_on)
    words = desk.strong(desk.say("course.stopped.line", day=day, reason=reason))
    yield Group((*desk.heading(desk.say("course.stopped.heading")), *words))


def _assessment(desk: Desk, sheet: CoursePlanSheet) -> Iterator[Group]:
    if not sheet.assessment:
        return
    pieces: list[Piece] = [*desk.heading(desk.say("course.assessment.heading"))]
    for line in sheet.assessment:
        pieces += desk.fact(line.label, line.value)
    yield Group(tuple(pieces))


def _sessions(desk: Desk, sheet: CoursePlanSheet) -> Iterator[Group]:
    if not sheet.sessions:
        return
    columns = ("number", "day", "state", "signature")
    heads = [desk.say(f"course.sessions.{column}") for column in columns]
    rows = [
        (
            str(session.number),
            speech.day(desk.wording, session.on),
            desk.say(f"course.sessions.{session.state}"),
            "",
        )
        for session in sheet.sessions
    ]
    heading = desk.heading(desk.say("course.sessions.heading"))
    yield desk.table(heads, rows, (8, 34, 30, 28)).under(heading)
