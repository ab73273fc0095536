"""Exchange: the register of overrides as a table that any spreadsheet reads (CSV)."""

import csv
import io
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from mesodesk.domain.register import OverrideRow

COLUMNS = (
    "signed at", "patient", "kind", "rule or gate", "what was found", "reason", "signed by",
    "role", "second signature", "second role", "declared void", "second added at",
    "second added by",
)  # fmt: skip


def overrides_table(rows: Iterable[OverrideRow], zone: ZoneInfo) -> str:
    """The rows below a line of headings; moments on the clinic's clock, ISO 8601."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for row in rows:
        table.writerow([_harmless(cell) for cell in _cells(row, zone)])
    return text.getvalue()


def _cells(row: OverrideRow, zone: ZoneInfo) -> tuple[str, ...]:
    added = row.second_added
    return (
        row.at.astimezone(zone).isoformat(timespec="minutes"),
        row.patient_name,
        row.kind.value,
        row.rule,
        row.words,
        row.reason,
        row.signed_by_name,
        row.signed_by_role,
        row.second_name,
        row.second_role,
        "yes" if row.is_voided else "",
        added.at.astimezone(zone).isoformat(timespec="minutes") if added else "",
        added.by if added else "",
    )


def _harmless(cell: str) -> str:
    """A spreadsheet runs what begins like a formula; an apostrophe keeps it words."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
