"""Services, sheets: what leaves the program: noted before and after, and kept by its hash."""

from collections.abc import Iterable
from pathlib import Path

from mesodesk.core.errors import BadInput, Problem
from mesodesk.domain.changes import Changes
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.printing import MadeSheet

PRINT, EXPORT, REPRINT = "print", "export", "reprint"
SENT, WRITTEN, FAILED = "sent", "written", "failed"


def about_to_leave(desk: Desk, sheets: Iterable[MadeSheet], verb: str = PRINT) -> None:
    """Commit that these sheets are about to leave; no byte may leave before this returned.

    The very bytes that the record already keeps are printed again: the chain says so.
    """
    for sheet in sheets:
        is_again = verb == PRINT and sheet.is_kept(desk)
        sheet.note_leaving(desk, REPRINT if is_again else verb)


def has_left(desk: Desk, sheets: Iterable[MadeSheet], outcome: str = SENT) -> Changes:
    """Note how it ended; what did leave is kept in the record, byte for byte."""
    changes = Changes()
    for sheet in sheets:
        sheet.note_outcome(desk, outcome)
        if outcome in (SENT, WRITTEN):
            changes |= sheet.keep(desk)
    return changes


def save_copy(desk: Desk, sheet: MadeSheet, path: Path) -> Changes:
    """Write a sheet to a file, whole or not at all. Raises BadInput where it cannot be written."""
    about_to_leave(desk, (sheet,), EXPORT)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(sheet.pdf)
        part.replace(path)
    except OSError as trouble:
        has_left(desk, (sheet,), FAILED)
        part.unlink(missing_ok=True)
        words = f"This could not be written: {trouble.strerror or trouble}."
        raise BadInput(Problem("file", words)) from trouble
    return has_left(desk, (sheet,), WRITTEN)


def suggested_name(sheet: MadeSheet, chart_number: str) -> str:
    """A name for a file that tells the sheet, not the patient: aftercare-H0012-en.pdf."""
    parts = (sheet.kind.replace("_", "-"), chart_number.replace(" ", ""), sheet.language)
    return "-".join(part for part in parts if part) + ".pdf"
