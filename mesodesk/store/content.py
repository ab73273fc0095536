"""Store: large content (scans, sheets, photos) in an encrypted file of its own, named by hash.

Content is written and committed before a row of the record refers to it; content that nothing
refers to is ignored. The seals of the audit chain stand here too, outside the record's file.
"""

import hashlib
import threading
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from mesodesk.core.errors import DamagedRecord, NotFound
from mesodesk.store.audit import Seal
from mesodesk.store.sqlite.engine import connect
from mesodesk.store.sqlite.trouble import worded

CONTENT_FILE = "content.db"
_TABLES = """
CREATE TABLE IF NOT EXISTS content (sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL,
    size INTEGER NOT NULL, data BLOB NOT NULL, added_at TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS seal (workstation TEXT NOT NULL, number INTEGER NOT NULL,
    hash TEXT NOT NULL, sealed_at TEXT NOT NULL, PRIMARY KEY (workstation, number)) STRICT;
CREATE TRIGGER IF NOT EXISTS content_update_guard BEFORE UPDATE ON content
    BEGIN SELECT RAISE(ABORT, 'signed rows are never changed'); END;
CREATE TRIGGER IF NOT EXISTS content_delete_guard BEFORE DELETE ON content
    BEGIN SELECT RAISE(ABORT, 'signed rows are never changed'); END;
CREATE TRIGGER IF NOT EXISTS seal_update_guard BEFORE UPDATE ON seal
    BEGIN SELECT RAISE(ABORT, 'signed rows are never changed'); END;
CREATE TRIGGER IF NOT EXISTS seal_delete_guard BEFORE DELETE ON seal
    BEGIN SELECT RAISE(ABORT, 'signed rows are never changed'); END;
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of content: its bytes and what kind they are, e.g. `application/pdf`."""

    media_type: str
    data: bytes


class Content:
    """The content file. One connection behind a lock: any thread may call."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self.path = folder / CONTENT_FILE
        self._lock = threading.Lock()
        self._connection: sqlcipher.Connection = connect(self.path, key)
        with worded():
            self._connection.executescript(_TABLES)

    def add(self, data: bytes, media_type: str, at: datetime) -> str:
        """Write and commit a piece; returns its SHA-256 in hexadecimal. Twice is once."""
        sha256 = hashlib.sha256(data).hexdigest()
        with self._lock, worded():
            self._connection.execute(
                "INSERT INTO content VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (sha256, media_type, len(data), data, at.isoformat()),
            )
        return sha256

    def get(self, sha256: str) -> Piece:
        """The piece of this hash. Raises NotFound, or DamagedRecord where its bytes differ."""
        with self._lock, worded():
            row = self._connection.execute(
                "SELECT media_type, data FROM content WHERE sha256 = ?", (sha256,)
            ).fetchone()
        if row is None:
            raise NotFound("This document is not in the record.")
        if hashlib.sha256(row[1]).hexdigest() != sha256:
            raise DamagedRecord("This document is not what was stored.")
        return Piece(row[0], row[1])

    def seal(self, end: Seal, at: datetime) -> None:
        """Keep the end of the audit chain, so that a cut tail is found."""
        with self._lock, worded():
            self._connection.execute(
                "INSERT INTO seal VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (end.workstation, end.number, end.hash, at.isoformat()),
            )

    def seals(self) -> tuple[Seal, ...]:
        """Every seal, oldest first."""
        with self._lock, worded():
            rows = self._connection.execute(
                "SELECT workstation, number, hash FROM seal ORDER BY workstation, number"
            ).fetchall()
        return tuple(Seal(*row) for row in rows)

    def count(self) -> int:
        """How many pieces the file holds."""
        with self._lock, worded():
            row = self._connection.execute("SELECT count(*) FROM content").fetchone()
        return int(row[0])

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()
