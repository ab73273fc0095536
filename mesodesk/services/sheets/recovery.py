"""Services, sheets: the recovery sheet, printed once when the record is made."""

from mesodesk.documents.recovery import recovery_pdf
from mesodesk.domain.sheets.recovery import RecoverySheet
from mesodesk.services.desk import Desk
from mesodesk.services.languages import wording
from mesodesk.services.sheets.heads import letterhead, local


def recovery_sheet(desk: Desk, recovery_key: str) -> bytes:
    """The recovery sheet as a PDF. It is never kept: who has it can open the record."""
    sheet = RecoverySheet(
        letterhead=letterhead(desk),
        key=recovery_key,
        made_at=local(desk, desk.clock.now()),
        record_name=desk.clinic.name,
    )
    with desk.store.work(desk.author) as work:
        work.note("print", "recovery_sheet", desk.author.id)
    return recovery_pdf(sheet, wording(desk.clinic.language))
