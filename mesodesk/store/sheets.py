"""Store: the sheets that were printed or saved, by the hash of their bytes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from mesodesk.core.errors import DamagedRecord, NotFound
from mesodesk.core.ids import PatientId, SheetId
from mesodesk.domain.clinic import Author
from mesodesk.models.consents import ConsentRow, SheetRow
from mesodesk.store.record import Store
from mesodesk.store.work import Reading, Work


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """A sheet whose bytes are in the content file under `sha256`.

    `kind` is consent, aftercare, screening, session, course_plan ...; `subject_id` is what it
    is about.
    """

    id: SheetId
    patient_id: PatientId
    kind: str
    subject_id: str
    language: str
    sha256: str
    page_count: int
    made_at: datetime


def add_sheet(work: Work, sheet: KeptSheet) -> None:
    """Keep a sheet whose bytes are already in the content file."""
    row = SheetRow(
        id=sheet.id,
        patient_id=sheet.patient_id,
        kind=sheet.kind,
        subject_id=sheet.subject_id,
        language=sheet.language,
        sha256=sheet.sha256,
        page_count=sheet.page_count,
        made_at=sheet.made_at,
        made_by=work.author.id,
    )
    work.rows.add(row)
    work.note("keep", "sheet", sheet.id, sheet.patient_id, {"sha256": sheet.sha256})


def sheets_of(reading: Reading, patient_id: PatientId) -> tuple[KeptSheet, ...]:
    """A patient's kept sheets, the newest first."""
    rows = reading.rows.scalars(
        select(SheetRow)
        .where(SheetRow.patient_id == patient_id)
        .order_by(SheetRow.made_at.desc(), SheetRow.id.desc())
    )
    return tuple(
        KeptSheet(
            SheetId(row.id),
            PatientId(row.patient_id),
            row.kind,
            row.subject_id,
            row.language,
            row.sha256,
            row.page_count,
            row.made_at,
        )
        for row in rows
    )


def lost_sheets(store: Store, author: Author) -> tuple[str, ...]:
    """The hashes of sheets, signed consents and their scans that are missing or changed."""
    with store.reading(author) as reading:
        kept = set(reading.rows.scalars(select(SheetRow.sha256)))
        for column in (ConsentRow.sheet_sha256, ConsentRow.scan_sha256):
            kept.update(reading.rows.scalars(select(column).where(column != "")))
    return tuple(sha256 for sha256 in sorted(kept) if not _is_whole(store, sha256))


def _is_whole(store: Store, sha256: str) -> bool:
    try:
        store.content.get(sha256)
    except (NotFound, DamagedRecord):
        return False
    return True
