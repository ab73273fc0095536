"""Services: looking after the record: backups, verification, and the clinic's own numbers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import available_timezones

from mesodesk.core.errors import BadInput, Problem, Reason, Refused
from mesodesk.domain.changes import Changes
from mesodesk.domain.clinic import Clinic, Clinician, SecondSignature, Settings
from mesodesk.services.desk import Desk
from mesodesk.services.signing import (
    Signatures,
    check_beside,
    check_signature,
    refuse_assistant,
    second_signers,
)
from mesodesk.store import backup, verification
from mesodesk.store import clinic as clinic_store
from mesodesk.store import consents as consent_store
from mesodesk.store import rules as rule_store
from mesodesk.store import sheets as sheet_store


@dataclass(frozen=True, slots=True)
class BackupAge:
    """The last good backup, if any, and whether it is older than the clinic allows."""

    made_at: datetime | None
    folder: str
    is_overdue: bool


def back_up(
    desk: Desk,
    folder: Path,
    is_cancelled: Callable[[], bool] = lambda: False,
    on_percent: Callable[[int], None] = lambda _percent: None,
) -> backup.Backup:
    """Copy the record below `folder`, reopen the copy, count and compare it, and note it.

    Runs beside the window; `on_percent` is told how far it is, from 0 to 100. Raises BadInput
    for a folder that cannot be used, DamagedRecord where the copy is not good, DiskFull,
    InterruptedError if cancelled.
    """
    if not folder.is_dir():
        raise BadInput(Problem("backup_folder", f"There is no folder {folder}."))
    if folder.resolve() == desk.folder.resolve():
        words = "This is the data folder itself: choose another disk or folder."
        raise BadInput(Problem("backup_folder", words))
    made = backup.copy_record(desk.store, folder, is_cancelled, on_percent)
    with desk.store.work(desk.author) as work:
        backup.note_backup(work, made)
    return made


def backup_age(desk: Desk) -> BackupAge:
    """How old the last good backup is, against the clinic's own limit."""
    with desk.store.reading(desk.author) as reading:
        last = backup.last_backup(reading)
    limit = timedelta(days=desk.settings.backup_overdue_days)
    if last is None:
        return BackupAge(None, "", True)
    is_overdue = desk.clock.now() - last.finished_at > limit
    return BackupAge(last.finished_at, str(last.folder), is_overdue)


def verify(desk: Desk) -> tuple[verification.Check, ...]:
    """Every check of the record: file, guards, audit chain, consents, kept sheets, rules."""
    checks = verification.check_record(desk.store, desk.author)
    return (*checks, _consents(desk), _sheets(desk), _rules(desk))


def change_clinic(desk: Desk, changed: Clinic) -> Changes:
    """Add a version of the letterhead. Raises BadInput, ChangedSinceOpened."""
    problems = list(_clinic_problems(changed))
    if problems:
        raise BadInput(*problems)
    with desk.store.work(desk.author) as work:
        desk.clinic = clinic_store.save_clinic(work, changed)
    return Changes(clinic=frozenset({"clinic"}))


def shortens_cancer(stands: Settings, changed: Settings) -> bool:
    """Whether a cancer would exclude for fewer years than now, and than as shipped.

    The founding document says "recent" and gives no number; a shorter one still lets patients
    past one of its stops.
    """
    least = min(stands.recent_cancer_years, Settings().recent_cancer_years)
    return changed.recent_cancer_years < least


def change_settings(desk: Desk, changed: Settings, signatures: Signatures | None = None) -> Changes:
    """Add a version of the clinic's thresholds. Fewer years of a recent cancer take two
    clinicians' `signatures`. Raises BadInput, Refused, WrongPassword, ChangedSinceOpened.

    Whether a founding stop may be overridden stays as it stands: two clinicians decide that.
    """
    refuse_assistant(desk)
    problems = list(_settings_problems(changed))
    if problems:
        raise BadInput(*problems)
    second = _signed_by_two(desk, changed, signatures)
    with desk.store.work(desk.author) as work:
        if second is not None:
            work.note("shorten_cancer", "settings", second.clinician_id)
        stands = clinic_store.settings(work)
        kept = replace(
            changed,
            founding_override=stands.founding_override,
            founding_override_by=stands.founding_override_by,
        )
        desk.settings = clinic_store.save_settings(work, kept)
    return Changes(clinic=frozenset({"settings"}))


def _signed_by_two(
    desk: Desk, changed: Settings, signatures: Signatures | None
) -> SecondSignature | None:
    if not shortens_cancer(desk.settings, changed):
        return None
    if not second_signers(desk):
        words = (
            "A cancer would exclude for fewer years: a founding stop becomes milder. That needs "
            "the signature of a second clinician of this clinic, and there is none."
        )
        raise Refused(Reason("no_second_signer", words))
    given = signatures or Signatures("")
    why = "A cancer would exclude for fewer years: two clinicians sign for that."
    if given.second_id is None:
        raise Refused(Reason("second_signature", why))
    check_signature(desk, given.secret)
    return check_beside(desk, given, why)


def reread(desk: Desk) -> None:
    """Put the clinic and its thresholds on the desk as they now stand on record."""
    with desk.store.reading(desk.author) as reading:
        desk.clinic = clinic_store.clinic(reading)
        desk.settings = clinic_store.settings(reading)


def clinician(desk: Desk) -> Clinician:
    """Who is signed in."""
    with desk.store.reading(desk.author) as reading:
        return clinic_store.clinician(reading, desk.author.id)


def _consents(desk: Desk) -> verification.Check:
    with desk.store.reading(desk.author) as reading:
        given = [
            consent_store.consent(reading, one) for one in consent_store.all_consent_ids(reading)
        ]
        broken = [one for one in given if not consent_store.is_bound(reading, one)]
    wrong = _counted(
        len(broken), "signature no longer matches its text", "signatures no longer match their text"
    )
    return verification.Check("signatures of consents", wrong)


def _sheets(desk: Desk) -> verification.Check:
    lost = sheet_store.lost_sheets(desk.store, desk.author)
    wrong = _counted(
        len(lost), "kept sheet is missing or changed", "kept sheets are missing or changed"
    )
    return verification.Check("kept sheets", wrong)


def _rules(desk: Desk) -> verification.Check:
    with desk.store.reading(desk.author) as reading:
        altered = rule_store.altered_texts(reading)
    wrong = _counted(
        len(altered),
        "text of rules is not what was judged by",
        "texts of rules are not what was judged by",
    )
    return verification.Check("texts of rules", wrong)


def _counted(number: int, one: str, many: str) -> str:
    """How many are wrong, in words; nothing where none is."""
    return f"{number} {one if number == 1 else many}" if number else ""


_RANGES = {
    "recent_cancer_years": (1, 50, "years"),
    "swelling_hours": (12, 36, "hours"),
    "bruise_days": (1, 21, "days"),
    "screening_valid_days": (1, 366, "days"),
    "reflection_days": (0, 90, "days"),
    "idle_lock_minutes": (1, 120, "minutes"),
    "backup_overdue_days": (1, 90, "days"),
    "lot_expiry_warning_days": (1, 365, "days"),
    "occasional_wait_days": (1, 14, "days"),
}


def _settings_problems(changed: Settings) -> list[Problem]:
    """The founding document's 12-36 h bound the swelling; the other ranges are plain sense."""
    found = []
    for name, (low, high, unit) in _RANGES.items():
        if not low <= getattr(changed, name) <= high:
            found.append(Problem(name, f"Choose from {low} to {high} {unit}."))
    for day, span in enumerate(changed.opening_hours):
        if span and not 0 <= span[0] < span[1] <= 24:
            words = "Write whole hours from 0 to 24, such as 9-18; nothing where closed."
            found.append(Problem(f"opening_{day}", words))
    return found


def _clinic_problems(changed: Clinic) -> Iterable[Problem]:
    if not changed.name.strip():
        yield Problem("clinic_name", "Type the clinic's name, as on its letterhead.")
    if changed.paper not in ("A4", "Letter"):
        yield Problem("paper", "Choose A4 or Letter.")
    if changed.time_zone not in available_timezones():
        words = "This is not a time zone. Write it like Europe/Dublin."
        yield Problem("time_zone", words)
