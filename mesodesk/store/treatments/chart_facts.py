"""Store: what the gates need to know of the chart: its allergies, and when it last changed."""

from datetime import datetime

from sqlalchemy import func, select

from mesodesk.core.ids import PatientId
from mesodesk.models.patients import AllergyVersion, ConditionVersion, MedicineVersion
from mesodesk.store.work import Reading


def allergies(reading: Reading, patient_id: PatientId) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The standing allergies as (substance as typed, allergen tags)."""
    rows = reading.rows.execute(
        select(AllergyVersion.substance, AllergyVersion.tags).where(
            AllergyVersion.patient_id == patient_id,
            AllergyVersion.superseded_at.is_(None),
            ~AllergyVersion.is_voided,
        )
    )
    return tuple((substance, tuple(tags)) for substance, tags in rows)


def chart_changed_at(reading: Reading, patient_id: PatientId) -> datetime | None:
    """When a medicine, condition or allergy of the chart was last added, changed or voided."""
    moments = [
        reading.rows.scalar(
            select(func.max(table.changed_at)).where(table.patient_id == patient_id)
        )
        for table in (AllergyVersion, ConditionVersion, MedicineVersion)
    ]
    return max((moment for moment in moments if moment is not None), default=None)
