"""Services: whether the clinic allows its founding stops to be overridden at all.

Allowing it takes two clinicians' signatures; taking it back takes none but one's own wish.
"""

from dataclasses import replace

from mesodesk.core.ids import ClinicianId
from mesodesk.domain.changes import Changes
from mesodesk.domain.clinic import Settings
from mesodesk.services.desk import Desk
from mesodesk.services.signing import check_second_signature, check_signature, refuse_assistant
from mesodesk.store import clinic as clinic_store
from mesodesk.store.work import Work


def allow_founding_override(
    desk: Desk, secret: str, second_id: ClinicianId, second_secret: str
) -> Changes:
    """From now on a founding stop may be overridden, each time by two clinicians with a reason.

    Raises Refused, WrongPassword as `check_signature` and `check_second_signature` do.
    """
    check_signature(desk, secret)
    second = check_second_signature(desk, second_id, second_secret)
    with desk.store.work(desk.author) as work:
        changed = replace(
            clinic_store.settings(work),
            founding_override=True,
            founding_override_by=f"{desk.author.name}, {second.name}",
        )
        work.note("allow_override", "settings", second.clinician_id)
        return _saved(desk, work, changed)


def forbid_founding_override(desk: Desk) -> Changes:
    """From now on no founding stop is overridden, and no session rests on one that was.

    Raises Refused for an assistant.
    """
    refuse_assistant(desk)
    with desk.store.work(desk.author) as work:
        stands = clinic_store.settings(work)
        work.note("forbid_override", "settings", "settings")
        return _saved(desk, work, replace(stands, founding_override=False, founding_override_by=""))


def _saved(desk: Desk, work: Work, changed: Settings) -> Changes:
    desk.settings = clinic_store.save_settings(work, changed)
    return Changes(clinic=frozenset({"settings"}))
