"""Services: drafts that a killed process left behind although they became record.

The record and the drafts are two files: a process that dies after the signature was committed and
before its draft was dropped would offer for signing what is signed already.
"""

from mesodesk.core.errors import NotFound
from mesodesk.core.ids import ScreeningId, SessionId
from mesodesk.domain.clinic import Author
from mesodesk.store import screenings
from mesodesk.store.drafts import Draft
from mesodesk.store.record import Store
from mesodesk.store.treatments import reading as treatments
from mesodesk.store.work import Reading


def drop_signed_drafts(store: Store, author: Author) -> None:
    """Drop every draft whose session or screening is in the record under the same id."""
    kept = store.drafts.all("session") + store.drafts.all("screening")
    if not kept:
        return
    with store.reading(author) as reading:
        signed = [draft.id for draft in kept if _is_on_record(reading, draft)]
    for draft_id in signed:
        store.drafts.drop(draft_id)


def _is_on_record(reading: Reading, draft: Draft) -> bool:
    try:
        if draft.kind == "session":
            treatments.session(reading, SessionId(draft.id))
        else:
            screenings.screening(reading, ScreeningId(draft.id))
    except NotFound:
        return False
    return True
