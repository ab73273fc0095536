"""Documents: the places for signatures, and signatures drawn on screen as they were drawn."""

from dataclasses import dataclass
from typing import Any

from mesodesk.documents import faces
from mesodesk.documents.desk import Desk
from mesodesk.documents.pieces import GRID, Across, Gap, Piece, Rule, Stack
from mesodesk.documents.text import lay
from mesodesk.domain.sheets import speech
from mesodesk.domain.sheets.consent import Ink, Signature

_FIELD_HEIGHT = 7 * GRID


@dataclass(frozen=True, slots=True)
class InkPiece:
    """Strokes from the screen, fitted into the field; an empty field without them."""

    ink: Ink | None
    width: float
    height: float = _FIELD_HEIGHT

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw the strokes as lines, never as pixels."""
        if self.ink is None:
            return
        scale = min(self.width / self.ink.width, self.height / self.ink.height)
        canvas.setStrokeGray(0)
        canvas.setLineWidth(1.1)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        for stroke in self.ink.strokes:
            points = [(left + x * scale, top - y * scale) for x, y in stroke]
            _draw_stroke(canvas, points)
        canvas.setLineCap(0)
        canvas.setLineJoin(0)


def signature_fields(desk: Desk, signatures: tuple[Signature, ...], names: dict[str, str]) -> Piece:
    """One field for the patient and one for the clinician, side by side.

    `names` gives, for each role, the name printed where nobody has signed yet.
    """
    gutter = 4 * GRID
    width = (desk.width - gutter) / 2
    given: dict[str, Signature] = {signature.role: signature for signature in signatures}
    fields = [
        (index * (width + gutter), _field(desk, role, names[role], given.get(role), width))
        for index, role in enumerate(("patient", "clinician"))
    ]
    return Stack((Gap(2 * GRID), Across(tuple(fields))))


def _field(desk: Desk, role: str, name: str, signature: Signature | None, width: float) -> Piece:
    small = desk.style(faces.LABEL)
    signed_at = signature.signed_at if signature else None
    when = speech.moment(desk.wording, signed_at) if signed_at else ""
    ink = signature.ink if signature else None
    label = desk.say("page.signature.sign") if ink is None else ""
    if ink is not None and when:
        label, when = desk.say("page.signature.on_screen", moment=when), ""
    rows: list[Piece] = [
        lay(desk.say(f"page.signature.{role}"), desk.style(faces.STRONG), width),
        lay(signature.name if signature else name, desk.style(faces.BODY), width),
        InkPiece(ink, width),
        Rule(width, 2, 0.7, 0),
        lay(label, small, width),
    ]
    if ink is None:
        rows += [_when(desk, when, width), Rule(width, 2, 0.7, 0)]
        rows.append(lay(desk.say("page.signature.when"), small, width))
    return Stack(tuple(rows))


def _when(desk: Desk, when: str, width: float) -> Piece:
    written = lay(when, desk.style(faces.BODY), width)
    return Stack((Gap(2 * GRID), written))


def _draw_stroke(canvas: Any, points: list[tuple[float, float]]) -> None:
    if len(points) == 1:
        canvas.setFillGray(0)
        canvas.circle(*points[0], 0.6, stroke=0, fill=1)
        return
    path = canvas.beginPath()
    for index, (x, y) in enumerate(points):
        (path.lineTo if index else path.moveTo)(x, y)
    canvas.drawPath(path, stroke=1, fill=0)
