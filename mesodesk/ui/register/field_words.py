"""Register: the names of fields in words, for the second line of the audit trail."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

# What the program keeps for itself: it tells a reader nothing.
SILENT = frozenset(
    {
        "at", "author_id", "binding", "changed_at", "changed_by", "code", "entered_at", "id",
        "patient_id", "rules", "second_signer", "session_id", "sha256", "superseded_at", "tags",
        "version", "zone_id", "founding_override_by", "is_demo", "base_version",
    }
)  # fmt: skip


def _tr(text: str) -> str:
    return QCoreApplication.translate("Fields", text)


def field_words(names: Iterable[str]) -> str:
    """The fields in words, each once; silent ones are left out."""
    known = names_of_fields()
    told = (known.get(name, name.replace("_", " ")) for name in names if name not in SILENT)
    return ", ".join(dict.fromkeys(told))


def names_of_fields() -> dict[str, str]:
    """Every field that an event may name."""
    return _people() | _chart() | _care() | _numbers()


def _people() -> dict[str, str]:
    return {
        "address": _tr("address"),
        "alerts": _tr("alerts"),
        "birth_date": _tr("date of birth"),
        "came_by": _tr("how the patient came"),
        "country": _tr("country"),
        "email": _tr("e-mail"),
        "emergency_contact": _tr("emergency contact"),
        "family_name": _tr("family name"),
        "given_names": _tr("given names"),
        "gp": _tr("family doctor"),
        "is_archived": _tr("archive"),
        "language": _tr("language"),
        "logo_sha256": _tr("logo"),
        "maiden_name": _tr("maiden name"),
        "name": _tr("name"),
        "notes": _tr("notes"),
        "paper": _tr("paper"),
        "phone": _tr("telephone"),
        "phones": _tr("telephone"),
        "phototype": _tr("photo type"),
        "pin": _tr("PIN"),
        "qualification": _tr("qualification"),
        "registration_number": _tr("registration number"),
        "retired_at": _tr("day of leaving"),
        "role": _tr("role"),
        "sex": _tr("sex"),
        "time_zone": _tr("time zone"),
    }


def _chart() -> dict[str, str]:
    return {
        "atc": _tr("ATC code"),
        "end_set_by_prescriber": _tr("end set by the prescriber"),
        "ended_on": _tr("end"),
        "height_mm": _tr("height"),
        "is_past": _tr("whether it is over"),
        "last_taken": _tr("last taken"),
        "note": _tr("note"),
        "prescriber": _tr("prescriber"),
        "reaction": _tr("reaction"),
        "severity": _tr("severity"),
        "since": _tr("since when"),
        "substance": _tr("substance"),
        "taken_on": _tr("day of measuring"),
        "typed": _tr("name as typed"),
        "use": _tr("how it is taken"),
        "weight_kg": _tr("weight"),
    }


def _care() -> dict[str, str]:
    return {
        "areas": _tr("areas"),
        "assessment": _tr("assessment"),
        "bruising": _tr("bruising"),
        "cost_note": _tr("note on the cost"),
        "decision": _tr("decision"),
        "exceptions": _tr("exceptions"),
        "extent_mm": _tr("extent"),
        "failed_checks": _tr("checks that failed"),
        "first_change_after": _tr("first change noticed"),
        "how": _tr("how it was observed"),
        "indication": _tr("indication"),
        "interval_days": _tr("interval"),
        "is_quarantined": _tr("quarantine"),
        "is_voided": _tr("declared void"),
        "maintenance_months_from": _tr("maintenance"),
        "maintenance_months_to": _tr("maintenance"),
        "number": _tr("number"),
        "observed_at": _tr("when it was observed"),
        "pain": _tr("pain"),
        "reason": _tr("reason"),
        "red_flags": _tr("red flags"),
        "redness": _tr("redness"),
        "remaining_ml": _tr("what remains"),
        "rows": _tr("rows counted"),
        "session": _tr("session"),
        "sessions_planned": _tr("sessions planned"),
        "settled_since_day": _tr("day it had settled"),
        "started_on": _tr("start"),
        "stop_note": _tr("note on the end"),
        "stop_reason": _tr("reason for the end"),
        "stopped_on": _tr("end"),
        "swelling": _tr("swelling"),
        "text": _tr("text"),
        "verdict": _tr("verdict"),
        "why": _tr("reason"),
        "zones": _tr("zones"),
    }


def _numbers() -> dict[str, str]:
    return {
        "absolute_with_reason": _tr("absolute contraindications overridden with a reason"),
        "backup_folder": _tr("folder of the backups"),
        "backup_overdue_days": _tr("days until a backup is overdue"),
        "bruise_days": _tr("days for a bruise"),
        "founding_override": _tr("overrides of founding stops"),
        "idle_lock_minutes": _tr("minutes until the window locks"),
        "lot_expiry_warning_days": _tr("days before a lot expires"),
        "occasional": _tr("rule for an aspirin taken once"),
        "occasional_nsaids": _tr("the same rule for anti-inflammatories"),
        "occasional_wait_days": _tr("days to wait after an aspirin"),
        "opening_hours": _tr("opening hours"),
        "recent_cancer_years": _tr("years a cancer counts as recent"),
        "reflection_days": _tr("days between information and signature"),
        "screening_valid_days": _tr("days a screening is valid"),
        "swelling_hours": _tr("hours for swelling"),
    }
