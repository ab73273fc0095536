"""Documents: the traceability card the patient keeps."""

from mesodesk.documents import faces
from mesodesk.documents.desk import desk_for
from mesodesk.documents.head import Head
from mesodesk.documents.mixture import mixture_table
from mesodesk.documents.pages import press, print_pages
from mesodesk.documents.pieces import GRID, Gap, Group
from mesodesk.domain.sheets import speech
from mesodesk.domain.sheets.traceability import TraceabilityCard
from mesodesk.domain.sheets.wording import Wording


def traceability_pdf(
    card: TraceabilityCard, wording: Wording, is_large_print: bool = False
) -> bytes:
    """The card as a PDF: products with lots, zones, who and when.

    Raises Refused for a name whose script the typeface lacks.
    """
    with press():
        faces.require_names(card.letterhead.clinic_name, card.patient.name, card.operator.name)
        desk = desk_for(wording, card.letterhead.paper, is_large_print)
        title = wording.text("traceability.title")
        day = speech.day(wording, card.treated_on)
        facts = (
            *desk.fact(desk.say("traceability.zones"), speech.joined(wording, card.zones)),
            *desk.fact(desk.say("traceability.operator"), card.operator.name),
        )
        groups = [
            desk.title(title, desk.say("traceability.treated", day=day)),
            Group((*facts, Gap(GRID))),
            mixture_table(desk, card.mixture),
            Group(desk.paragraph(desk.say("traceability.keep"), faces.STRONG)),
        ]
        head = Head(card.letterhead, card.patient, title, wording, desk.width)
        return print_pages(head, groups)
