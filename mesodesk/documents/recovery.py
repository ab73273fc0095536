"""Documents: the recovery sheet: the key in large groups, and what to do with the paper."""

from dataclasses import dataclass
from typing import Any

from mesodesk.documents import faces
from mesodesk.documents.desk import Desk, desk_for
from mesodesk.documents.faces import Style
from mesodesk.documents.head import Head
from mesodesk.documents.pages import press, print_pages
from mesodesk.documents.pieces import GRID, Across, Gap, Group, Panel, Piece, Stack
from mesodesk.documents.text import lay
from mesodesk.domain.sheets import speech
from mesodesk.domain.sheets.recovery import RecoverySheet
from mesodesk.domain.sheets.wording import Wording

_KEY = Style(faces.BOLD, 16, 28)
_GROUPS_ACROSS = 4


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """One group of the key, its characters evenly spaced so that none is mistaken or lost."""

    letters: str
    style: Style

    @property
    def height(self) -> float:
        """Height of the line."""
        return self.style.leading

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw each character centred in a cell of its own."""
        canvas.setFillGray(0)
        canvas.setFont(self.style.face, self.style.size)
        cell = self.style.size * 0.85
        for index, letter in enumerate(self.letters):
            x = left + (index + 0.5) * cell
            canvas.drawCentredString(x, top - self.style.leading * 0.7, letter)


def recovery_pdf(sheet: RecoverySheet, wording: Wording, is_large_print: bool = False) -> bytes:
    """The recovery sheet as a PDF. The caller must never write these bytes to a file itself."""
    with press():
        faces.require_names(sheet.letterhead.clinic_name)
        desk = desk_for(wording, sheet.letterhead.paper, is_large_print)
        title = wording.text("recovery.title")
        groups = [
            desk.title(title, _made(desk, sheet)),
            _key(desk, sheet),
            *(_listed(desk, f"recovery.{part}") for part in ("what", "do", "how")),
        ]
        head = Head(sheet.letterhead, None, title, wording, desk.width)
        return print_pages(head, groups)


def _made(desk: Desk, sheet: RecoverySheet) -> str:
    made = desk.say("recovery.made", moment=speech.moment(desk.wording, sheet.made_at))
    if not sheet.record_name:
        return made
    return f"{made}. {desk.say('recovery.record', name=sheet.record_name)}"


def _key(desk: Desk, sheet: RecoverySheet) -> Group:
    inside = Desk(desk.wording, desk.width - 3 * GRID, desk.scale)
    groups = sheet.groups()
    rows = [groups[at : at + _GROUPS_ACROSS] for at in range(0, len(groups), _GROUPS_ACROSS)]
    pieces: list[Piece] = [inside.lines(desk.say("recovery.key"), faces.LABEL)]
    pieces += [_row(inside, row, 1 + at * _GROUPS_ACROSS) for at, row in enumerate(rows)]
    pieces += [Gap(GRID / 2), inside.lines(desk.say("recovery.read"), faces.LABEL)]
    return Group((Gap(GRID), Panel(Stack(tuple(pieces)), desk.width), Gap(GRID)))


def _row(desk: Desk, groups: tuple[str, ...], first: int) -> Piece:
    column = desk.width / _GROUPS_ACROSS
    number = 2.5 * GRID
    cells: list[tuple[float, Piece]] = []
    for index, letters in enumerate(groups):
        left = index * column
        label = lay(str(first + index), faces.LABEL, number)
        cells.append((left, Stack((Gap(GRID), label))))
        cells.append((left + number, KeyGroup(letters, _KEY)))
    return Across(tuple(cells))


def _listed(desk: Desk, key: str) -> Group:
    bullets = desk.bullets(desk.wording.lines(f"{key}.lines"))
    return Group((*desk.heading(desk.say(f"{key}.heading")), *bullets))
