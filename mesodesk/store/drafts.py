"""Store: drafts. What is being typed, in a small encrypted file of its own, saved at once.

A draft is no record: it is overwritten while it is typed and goes when it becomes record.
"""

import json
import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from mesodesk.core.ids import DraftId
from mesodesk.store.sqlite.engine import connect
from mesodesk.store.sqlite.trouble import worded

DRAFTS_FILE = "drafts.db"
_TABLE = (
    "CREATE TABLE IF NOT EXISTS draft (id TEXT PRIMARY KEY, kind TEXT NOT NULL, "
    "patient_id TEXT NOT NULL, title TEXT NOT NULL, base_version INTEGER NOT NULL, "
    "content TEXT NOT NULL, author_id TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT"
)
_COLUMNS = "id, kind, patient_id, title, base_version, content, author_id, saved_at"


@dataclass(frozen=True, slots=True)
class Draft:
    """Something being typed. `content` is plain data (JSON); `kind` names the form it belongs to.

    `base_version` is the version of the record it started from, 0 for something new.
    """

    id: DraftId
    kind: str
    patient_id: str
    title: str
    base_version: int
    content: dict[str, Any]
    author_id: str
    saved_at: datetime


class Drafts:
    """The drafts file. One connection behind a lock: any thread may call."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._lock = threading.Lock()
        self._connection: sqlcipher.Connection = connect(folder / DRAFTS_FILE, key)
        with worded():
            self._connection.execute(_TABLE)

    def save(self, draft: Draft) -> None:
        """Keep the draft as it is now; durable when this returns."""
        values = (
            draft.id,
            draft.kind,
            draft.patient_id,
            draft.title,
            draft.base_version,
            json.dumps(draft.content, ensure_ascii=False),
            draft.author_id,
            draft.saved_at.isoformat(),
        )
        with self._lock, worded():
            self._connection.execute(
                f"INSERT OR REPLACE INTO draft ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values
            )

    def find(self, draft_id: DraftId) -> Draft | None:
        """The draft of this id, or None where it became record or was put aside."""
        found = self._select("WHERE id = ?", draft_id)
        return found[0] if found else None

    def all(self, kind: str = "", patient_id: str = "") -> tuple[Draft, ...]:
        """Drafts, newest first, of one kind and patient where those are given."""
        return self._select(
            "WHERE (? = '' OR kind = ?) AND (? = '' OR patient_id = ?) ORDER BY saved_at DESC",
            kind,
            kind,
            patient_id,
            patient_id,
        )

    def drop(self, draft_id: DraftId) -> None:
        """Forget a draft: it became record, or its author put it aside."""
        with self._lock, worded():
            self._connection.execute("DELETE FROM draft WHERE id = ?", (draft_id,))

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _select(self, where: str, *values: str) -> tuple[Draft, ...]:
        with self._lock, worded():
            rows = self._connection.execute(
                f"SELECT {_COLUMNS} FROM draft {where}", values
            ).fetchall()
        return tuple(_draft(row) for row in rows)


def _draft(row: tuple[Any, ...]) -> Draft:
    return Draft(
        DraftId(row[0]),
        row[1],
        row[2],
        row[3],
        row[4],
        json.loads(row[5]),
        row[6],
        datetime.fromisoformat(row[7]),
    )
