"""Documents: the session record on paper, with its body map."""

from collections.abc import Iterator
from decimal import Decimal

from mesodesk.documents import faces
from mesodesk.documents.desk import Desk, desk_for
from mesodesk.documents.head import Head
from mesodesk.documents.mapdrawing import MapDrawing
from mesodesk.documents.mixture import mixture_table
from mesodesk.documents.pages import press, print_pages
from mesodesk.documents.pieces import GRID, Across, Gap, Group, Piece, Stack
from mesodesk.documents.text import lay
from mesodesk.domain.sheets import speech
from mesodesk.domain.sheets.picture import MapPicture
from mesodesk.domain.sheets.session import ImmediateResponse, SessionSheet, SessionZone
from mesodesk.domain.sheets.wording import Wording

_MAP_HEIGHT = 32 * GRID
_LONE_MAP_HEIGHT = 44 * GRID
# One view may be large; four stand better two by two than three and one.
_MAPS_ACROSS = {1: 1, 2: 2, 4: 2}


def session_pdf(sheet: SessionSheet, wording: Wording, is_large_print: bool = False) -> bytes:
    """The session as a PDF: mixture with lots, zones with doses, map, response, signature.

    Raises Refused for a name whose script the typeface lacks.
    """
    with press():
        faces.require_names(
            sheet.letterhead.clinic_name, sheet.patient.name, sheet.operator.name, sheet.signed_by
        )
        desk = desk_for(wording, sheet.letterhead.paper, is_large_print)
        title = wording.text("session.title")
        groups = [
            desk.title(title, _which(desk, sheet)),
            *_void(desk, sheet),
            Group(tuple(_facts(desk, sheet))),
            *_exceptions(desk, sheet),
            _mixture(desk, sheet),
            _zones(desk, sheet),
            *_maps(desk, sheet.pictures),
            *_responses(desk, sheet),
            *_note(desk, sheet),
            _signed(desk, sheet),
            *_addenda(desk, sheet),
        ]
        head = Head(sheet.letterhead, sheet.patient, title, wording, desk.width)
        return print_pages(head, groups)


def _which(desk: Desk, sheet: SessionSheet) -> str:
    if sheet.number == 0:
        return desk.say("session.single", indication=sheet.indication)
    number, planned = str(sheet.number), str(sheet.planned)
    values = {"indication": sheet.indication, "planned": planned}
    return desk.say("session.number", number=number, **values)


def _facts(desk: Desk, sheet: SessionSheet) -> Iterator[Piece]:
    who = sheet.operator
    values = {"qualification": who.qualification, "registration": who.registration}
    operator = desk.say("session.operator_line", name=who.name, **values)
    yield from desk.fact(desk.say("session.when"), speech.moment(desk.wording, sheet.started_at))
    if sheet.ended_at is not None:
        yield from desk.fact(desk.say("session.ended"), speech.moment(desk.wording, sheet.ended_at))
    yield from desk.fact(desk.say("session.operator"), operator)
    outcome = desk.say(f"session.outcome.{sheet.outcome}")
    yield from desk.fact(desk.say("session.outcome.label"), outcome)
    if sheet.entered_at is not None:
        entered = speech.moment(desk.wording, sheet.entered_at)
        yield from desk.fact(desk.say("session.entered"), entered)
        yield from desk.fact(desk.say("session.late_reason"), sheet.late_reason)


def _void(desk: Desk, sheet: SessionSheet) -> Iterator[Group]:
    """First of all, before anybody reads on: this record no longer stands."""
    if sheet.void is not None:
        when = speech.moment(desk.wording, sheet.void.added_at)
        said = {"name": sheet.void.author, "moment": when, "reason": sheet.void.text}
        yield Group(desk.strong(desk.say("session.void", **said)))


def _exceptions(desk: Desk, sheet: SessionSheet) -> Iterator[Group]:
    if sheet.exceptions:
        heading = desk.heading(desk.say("session.exceptions.heading"))
        yield Group((*heading, *desk.strong(*sheet.exceptions)))


def _mixture(desk: Desk, sheet: SessionSheet) -> Group:
    heading = desk.heading(desk.say("session.mixture.heading"))
    if not sheet.mixture:
        return Group((*heading, *desk.paragraph(desk.say("session.mixture.none"))))
    table = mixture_table(desk, sheet.mixture).under(heading)
    if sheet.drawn_up_ml is None:
        return table
    volume = speech.amount(desk.wording, sheet.drawn_up_ml, "mL")
    drawn_up = desk.paragraph(desk.say("session.mixture.drawn_up", volume=volume))
    return Group((*table.pieces, *drawn_up), table.repeat, opening=table.opening)


def _zones(desk: Desk, sheet: SessionSheet) -> Group:
    heading = desk.heading(desk.say("session.zones.heading"))
    if not sheet.zones:
        return Group((*heading, *desk.paragraph(desk.say("session.zones.none"))))
    columns = ("number", "zone", "technique", "needle", "depth", "points", "each", "total", "doses")
    heads = [desk.say(f"session.zones.{column}") for column in columns]
    rows = [_zone(desk, zone) for zone in sheet.zones]
    table = desk.table(heads, rows, (4, 16, 15, 10, 10, 7, 9, 8, 21)).under(heading)
    total = speech.amount(desk.wording, sheet.total_ml(), "mL")
    total_line = desk.paragraph(desk.say("session.zones.sum", volume=total), faces.STRONG)
    return Group((*table.pieces, *total_line), table.repeat, opening=table.opening)


def _zone(desk: Desk, zone: SessionZone) -> tuple[str, ...]:
    return (
        str(zone.number),
        zone.name,
        zone.technique,
        zone.needle,
        _quantity(desk, zone.depth_mm, "mm"),
        str(zone.points),
        _quantity(desk, zone.volume_per_point_ml, "mL"),
        _quantity(desk, zone.total_ml, "mL"),
        ", ".join(zone.doses),
    )


def _quantity(desk: Desk, value: Decimal | None, unit: str) -> str:
    return "–" if value is None else speech.amount(desk.wording, value, unit)


def _maps(desk: Desk, pictures: tuple[MapPicture, ...]) -> Iterator[Group]:
    if not pictures:
        return
    across = _MAPS_ACROSS.get(len(pictures), 3)
    rows = [pictures[at : at + across] for at in range(0, len(pictures), across)]
    legend = desk.paragraph(desk.say("session.map.legend"), faces.LABEL)
    first: list[Piece] = [*desk.heading(desk.say("session.map.heading")), *legend]
    for row in rows:
        yield Group((*first, _map_row(desk, row, across), Gap(GRID)), most_kept=1.0)
        first = []


def _map_row(desk: Desk, pictures: tuple[MapPicture, ...], across: int) -> Piece:
    width = (desk.width - (across - 1) * 2 * GRID) / across
    most = _LONE_MAP_HEIGHT if across == 1 else _MAP_HEIGHT
    height = min(most, max(width * picture.height / picture.width for picture in pictures))
    cells = tuple(
        (index * (width + 2 * GRID), _map(desk, picture, width, height))
        for index, picture in enumerate(pictures)
    )
    return Across(cells)


def _map(desk: Desk, picture: MapPicture, width: float, height: float) -> Piece:
    title = lay(picture.title, desk.style(faces.LABEL), width, "centre")
    return Stack((MapDrawing(picture, width, height), Gap(GRID / 2), title))


def _responses(desk: Desk, sheet: SessionSheet) -> Iterator[Group]:
    if not sheet.responses:
        return
    columns = ("zone", "swelling", "bruising", "redness", "pain")
    heads = [desk.say(f"session.response.{column}") for column in columns]
    rows = [_response(desk, response) for response in sheet.responses]
    heading = desk.heading(desk.say("session.response.heading"))
    yield desk.table(heads, rows, (32, 17, 17, 17, 17)).under(heading)


def _response(desk: Desk, response: ImmediateResponse) -> tuple[str, ...]:
    grades = (response.swelling, response.bruising, response.redness, response.pain)
    return (response.zone, *(_grade(desk, grade) for grade in grades))


def _grade(desk: Desk, grade: int | None) -> str:
    if grade is None:
        return desk.say("session.response.not_seen")
    return f"{grade} {desk.wording.lines('session.response.grades')[grade]}"


def _note(desk: Desk, sheet: SessionSheet) -> Iterator[Group]:
    if sheet.note:
        heading = desk.heading(desk.say("session.note.heading"))
        yield Group((*heading, *desk.paragraph(sheet.note)))


def _signed(desk: Desk, sheet: SessionSheet) -> Group:
    heading = desk.heading(desk.say("session.signed.heading"))
    if sheet.signed_at is None:
        return Group((*heading, *desk.strong(desk.say("session.signed.not_yet"))))
    moment = speech.moment(desk.wording, sheet.signed_at)
    words = desk.say("session.signed.by", name=sheet.signed_by, moment=moment)
    return Group((*heading, *desk.paragraph(words, faces.STRONG)))


def _addenda(desk: Desk, sheet: SessionSheet) -> Iterator[Group]:
    heading = desk.heading(desk.say("session.addenda.heading"))
    for addendum in sheet.addenda:
        moment = speech.moment(desk.wording, addendum.added_at)
        line = desk.say("session.addenda.line", author=addendum.author, moment=moment)
        words = (*desk.paragraph(line, faces.LABEL), *desk.paragraph(addendum.text))
        yield Group((*heading, *words))
        heading = ()
