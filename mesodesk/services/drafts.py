"""Services: drafts: what is being typed, kept within two seconds, offered back after a stop."""

from collections.abc import Mapping
from typing import Any

from mesodesk.core.ids import DraftId, new_id
from mesodesk.domain.drafts import DraftKept
from mesodesk.services.desk import Desk
from mesodesk.store.drafts import Draft


def new_draft_id() -> DraftId:
    """An id for something that begins to be typed."""
    return DraftId(new_id())


def keep_draft(
    desk: Desk,
    draft_id: DraftId,
    kind: str,
    content: Mapping[str, Any],
    *,
    patient_id: str = "",
    title: str = "",
    base_version: int = 0,
) -> DraftKept:
    """Keep what is typed now (plain JSON data); durable when this returns."""
    now, author = desk.clock.now(), desk.author.id
    plain = dict(content)
    desk.store.drafts.save(
        Draft(draft_id, kind, patient_id, title, base_version, plain, author, now)
    )
    return DraftKept(draft_id, kind, patient_id, title, base_version, plain, now)


def drafts(desk: Desk, kind: str = "", patient_id: str = "") -> tuple[DraftKept, ...]:
    """Drafts, newest first, of one kind and patient where those are given."""
    return tuple(_kept(draft) for draft in desk.store.drafts.all(kind, patient_id))


def draft(desk: Desk, draft_id: DraftId) -> DraftKept | None:
    """The draft of this id, or None where it became record or was put aside."""
    found = desk.store.drafts.find(draft_id)
    return _kept(found) if found else None


def drop_draft(desk: Desk, draft_id: DraftId) -> None:
    """Forget a draft: it became record, or its author put it aside."""
    desk.store.drafts.drop(draft_id)


def _kept(found: Draft) -> DraftKept:
    return DraftKept(
        found.id,
        found.kind,
        found.patient_id,
        found.title,
        found.base_version,
        found.content,
        found.saved_at,
    )
