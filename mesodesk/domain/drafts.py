"""Domain: something that is being typed and is not record yet."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mesodesk.core.ids import DraftId
from mesodesk.domain.patients import Private


@dataclass(frozen=True, slots=True, repr=False)
class DraftKept(Private):
    """A draft as it was last kept. `content` is plain JSON data of the form named by `kind`.

    `base_version` is the version of the record it started from, 0 for something new.
    """

    id: DraftId
    kind: str
    patient_id: str
    title: str
    base_version: int
    content: dict[str, Any] = field(hash=False)
    saved_at: datetime
