"""Documents: the aftercare sheet, with its times worked out for one session."""

from collections.abc import Iterator
from datetime import timedelta

from mesodesk.documents import faces
from mesodesk.documents.desk import Desk, desk_for
from mesodesk.documents.head import Head
from mesodesk.documents.pages import press, print_pages
from mesodesk.documents.pieces import GRID, Across, Gap, Group, Panel, Piece, Rule, Stack
from mesodesk.documents.side_by_side import columns, paired
from mesodesk.documents.text import lay
from mesodesk.domain.sheets import speech
from mesodesk.domain.sheets.aftercare import (
    AftercareBeside,
    AftercareSheet,
    ExpectedEffect,
    TimedAdvice,
    after,
    kinds_treated,
    timed_advice,
)
from mesodesk.domain.sheets.aftercare_rules import AftercareRules
from mesodesk.domain.sheets.wording import Wording


def aftercare_pdf(
    sheet: AftercareSheet,
    rules: AftercareRules,
    wording: Wording,
    is_large_print: bool = False,
    beside: AftercareBeside | None = None,
) -> bytes:
    """The aftercare sheet as a PDF: paragraphs for the zones treated, times for this session.

    With `beside`, a second language (the clinic's) stands at the right of the patient's.
    Raises Refused for a name whose script the typeface lacks.
    """
    with press():
        faces.require_names(sheet.letterhead.clinic_name, sheet.patient.name)
        desk = desk_for(wording, sheet.letterhead.paper, is_large_print)
        title = wording.text("aftercare.title")
        below = beside.wording.text("aftercare.title") if beside else ""
        groups = [desk.title(title, below), *_both(desk, sheet, rules, beside)]
        head = Head(sheet.letterhead, sheet.patient, title, wording, desk.width)
        return print_pages(head, groups)


def _both(
    desk: Desk, sheet: AftercareSheet, rules: AftercareRules, beside: AftercareBeside | None
) -> list[Group]:
    if beside is None:
        return list(_groups(desk, sheet, rules))
    left, right = columns(desk, beside.wording)
    ours, theirs = _groups(left, sheet, rules), _groups(right, beside.sheet, rules)
    return paired(desk, tuple(ours), tuple(theirs))


def _groups(desk: Desk, sheet: AftercareSheet, rules: AftercareRules) -> Iterator[Group]:
    yield Group(tuple(_session(desk, sheet)))
    yield from _until_when(desk, sheet, rules)
    yield from _for_each_kind(desk, sheet)
    yield _normal(desk, sheet)
    yield _warnings(desk, sheet)
    yield from _appointments(desk, sheet)


def _session(desk: Desk, sheet: AftercareSheet) -> Iterator[Piece]:
    day = speech.day(desk.wording, sheet.ended_at.date())
    time = speech.time_of_day(desk.wording, sheet.ended_at)
    zones = speech.joined(desk.wording, [zone.name for zone in sheet.zones])
    yield from desk.paragraph(desk.say("aftercare.session", day=day, time=time), faces.STRONG)
    yield from desk.paragraph(desk.say("aftercare.zones", zones=zones))
    if sheet.products:
        products = speech.joined(desk.wording, sheet.products)
        yield from desk.paragraph(desk.say("aftercare.products", products=products))


def _times(desk: Desk, sheet: AftercareSheet) -> dict[str, str]:
    """The days that a line may name, worked out for this session."""
    ended, words = sheet.ended_at, desk.wording
    return {
        "day": speech.day_near(words, ended.date()),
        "two_days": speech.moment_near(words, after(ended, 48)),
        "twelve_weeks": speech.day(words, ended.date() + timedelta(weeks=12)),
    }


def _until_when(desk: Desk, sheet: AftercareSheet, rules: AftercareRules) -> Iterator[Group]:
    opening = (
        *desk.heading(desk.say("aftercare.until_heading")),
        *desk.paragraph(desk.say("aftercare.until_intro"), faces.LABEL),
    )
    rows = [_advice_row(desk, advice) for advice in timed_advice(sheet, rules)]
    yield Group((*opening, Rule(desk.width, 1, 0.8, 0.2), *rows), most_kept=0.6)


def _advice_row(desk: Desk, advice: TimedAdvice) -> Piece:
    moment = speech.moment_near(desk.wording, advice.until)
    left, middle = desk.width * 0.38, desk.width * 0.42
    what = desk.say(f"aftercare.topic.{advice.topic}")
    until = desk.say("aftercare.until", moment=moment)
    cells = (
        (0.0, lay(what, desk.style(faces.BODY), left - GRID)),
        (left, lay(until, desk.style(faces.STRONG), middle - GRID)),
        (left + middle, lay(_why(desk, advice), desk.style(faces.SMALL), desk.width * 0.2)),
    )
    return Stack((Across(cells, 3), Rule(desk.width, 1, 0.4, 0.75)))


def _why(desk: Desk, advice: TimedAdvice) -> str:
    if advice.hours is None:
        time = desk.say("aftercare.next_morning")
    else:
        time = desk.say("aftercare.hours", hours=str(advice.hours))
    if advice.is_for_all:
        return time
    zones = speech.joined(desk.wording, advice.zones)
    return desk.say("aftercare.longest", time=time, zones=zones)


def _for_each_kind(desk: Desk, sheet: AftercareSheet) -> Iterator[Group]:
    for kind in kinds_treated(sheet):
        yield _listed(desk, sheet, f"aftercare.kind.{kind}")
    yield _listed(desk, sheet, "aftercare.good")


def _listed(desk: Desk, sheet: AftercareSheet, key: str) -> Group:
    items = desk.wording.lines(f"{key}.lines", **_times(desk, sheet))
    return Group((*desk.heading(desk.say(f"{key}.heading")), *desk.bullets(items)))


def _normal(desk: Desk, sheet: AftercareSheet) -> Group:
    items = [_expected(desk, sheet, effect) for effect in sheet.expected]
    return Group(
        (
            *desk.heading(desk.say("aftercare.normal.heading")),
            *desk.bullets(items),
            *desk.paragraph(desk.say("aftercare.normal.beyond")),
        )
    )


def _expected(desk: Desk, sheet: AftercareSheet, effect: ExpectedEffect) -> str:
    gone = after(sheet.ended_at, effect.hours)
    values = {
        "effect": desk.say(f"aftercare.normal.effect.{effect.effect}"),
        "moment": speech.moment_near(desk.wording, gone),
    }
    if not effect.zones:
        return desk.say("aftercare.normal.within", **values)
    zones = speech.joined(desk.wording, effect.zones)
    return desk.say("aftercare.normal.within_zones", zones=zones, **values)


def _warnings(desk: Desk, sheet: AftercareSheet) -> Group:
    times = _times(desk, sheet)
    phone, number = sheet.letterhead.phone, sheet.emergency_number
    call = (
        desk.say("aftercare.call.heading", phone=phone)
        if phone
        else desk.say("aftercare.call.heading_bare")
    )
    emergency = (
        desk.say("aftercare.emergency.heading", number=number)
        if number
        else desk.say("aftercare.emergency.heading_bare")
    )
    return Group(
        (
            Gap(2 * GRID),
            _warning(desk, call, desk.wording.lines("aftercare.call.lines", **times)),
            Gap(GRID),
            _warning(desk, emergency, desk.wording.lines("aftercare.emergency.lines")),
        ),
        most_kept=1.0,
    )


def _warning(desk: Desk, heading: str, lines: tuple[str, ...]) -> Piece:
    inside = Desk(desk.wording, desk.width - 3 * GRID, desk.scale)
    opening: tuple[Piece, ...] = (inside.lines(heading, faces.HEADING), Gap(GRID / 4))
    return Panel(Stack((*opening, *inside.bullets(lines))), desk.width)


def _appointments(desk: Desk, sheet: AftercareSheet) -> Iterator[Group]:
    pieces: list[Piece] = []
    if sheet.checks:
        moments = speech.joined(
            desk.wording, [speech.day(desk.wording, check.date()) for check in sheet.checks]
        )
        pieces += desk.paragraph(desk.say("aftercare.appointments.checks", moments=moments))
    if sheet.next_session is not None:
        moment = speech.moment(desk.wording, sheet.next_session)
        next_one = desk.say("aftercare.appointments.next", moment=moment)
        pieces += desk.paragraph(next_one, faces.STRONG)
    if pieces:
        yield Group((*desk.heading(desk.say("aftercare.appointments.heading")), *pieces))
    if sheet.notes:
        notes = desk.bullets(sheet.notes)
        yield Group((*desk.heading(desk.say("aftercare.appointments.note")), *notes))
