"""Documents: the consent on paper."""

from mesodesk.documents import faces
from mesodesk.documents.blocks import set_blocks
from mesodesk.documents.desk import Desk, desk_for
from mesodesk.documents.head import Head
from mesodesk.documents.pages import press, print_pages
from mesodesk.documents.pieces import Group
from mesodesk.documents.side_by_side import set_side_by_side
from mesodesk.documents.signatures import signature_fields
from mesodesk.domain.sheets.consent import Beside, ConsentSheet
from mesodesk.domain.sheets.consent_text import consent_blocks, title
from mesodesk.domain.sheets.wording import Wording


def consent_pdf(
    sheet: ConsentSheet,
    wording: Wording,
    is_large_print: bool = False,
    beside: Beside | None = None,
) -> bytes:
    """The consent as a PDF: what `consent_text` says, boxes to tick and fields to sign.

    With `beside`, a second language (the clinic's) stands at the right of the patient's.
    Raises Refused for a name whose script the typeface lacks.
    """
    with press():
        faces.require_names(sheet.letterhead.clinic_name, sheet.patient.name, sheet.operator.name)
        desk = desk_for(wording, sheet.letterhead.paper, is_large_print)
        heading = title(sheet, wording)
        names = {"patient": sheet.patient.name, "clinician": sheet.operator.name}
        *sections, declaration = _sections(desk, sheet, beside)
        fields = signature_fields(desk, sheet.signatures, names)
        # A signature never stands on a page without the declaration that it signs.
        signed = Group((*declaration.pieces, fields), most_kept=1.0)
        below = title(beside.sheet, beside.wording) if beside else ""
        groups = [desk.title(heading, below), *sections, signed]
        head = Head(sheet.letterhead, sheet.patient, heading, wording, desk.width)
        return print_pages(head, groups)


def _sections(desk: Desk, sheet: ConsentSheet, beside: Beside | None) -> list[Group]:
    blocks = consent_blocks(sheet, desk.wording)
    if beside is None:
        return set_blocks(desk, blocks)
    others = consent_blocks(beside.sheet, beside.wording)
    return set_side_by_side(desk, blocks, others, beside.wording)
