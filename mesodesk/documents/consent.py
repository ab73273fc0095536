"""Documents: the consent on paper."""

from mesodesk.documents.blocks import set_blocks
from mesodesk.documents.desk import desk_for
from mesodesk.documents.head import Head
from mesodesk.documents.pages import press, print_pages
from mesodesk.documents.pieces import Group
from mesodesk.documents.signatures import signature_fields
from mesodesk.domain.sheets.consent import ConsentSheet, consent_blocks, title
from mesodesk.domain.sheets.wording import Wording


def consent_pdf(sheet: ConsentSheet, wording: Wording, is_large_print: bool = False) -> bytes:
    """The consent as a PDF: what `consent_text` says, boxes to tick and fields to sign.

    Raises Refused for a text whose script the typeface lacks.
    """
    with press():
        desk = desk_for(wording, sheet.letterhead.paper, is_large_print)
        heading = title(sheet, wording)
        names = {"patient": sheet.patient.name, "clinician": sheet.operator.name}
        *sections, declaration = set_blocks(desk, consent_blocks(sheet, wording))
        fields = signature_fields(desk, sheet.signatures, names)
        # A signature never stands on a page without the declaration that it signs.
        signed = Group((*declaration.pieces, fields), most_kept=1.0)
        groups = [desk.title(heading), *sections, signed]
        head = Head(sheet.letterhead, sheet.patient, heading, wording, desk.width)
        return print_pages(head, groups)
