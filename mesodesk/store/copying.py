"""Store: a consistent copy of an encrypted file while the record stays in use."""

import time
from collections.abc import Callable
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from mesodesk.core.errors import DamagedRecord
from mesodesk.store.sqlite.engine import connect
from mesodesk.store.sqlite.trouble import worded

_PAGES_A_STEP = 256
_REST_SECONDS = 0.002


def copy_file(
    source: Path,
    target: Path,
    key: bytes,
    is_cancelled: Callable[[], bool] = lambda: False,
    on_step: Callable[[int, int], None] = lambda _done, _total: None,
) -> None:
    """Copy one file, as it stands at this moment, to `target` under the same key.

    A read transaction holds the picture still, so that writes neither wait nor restart the copy.
    `on_step` is told, after each step, how many pages of how many are copied.
    """
    with worded():
        reader = connect(source, key)
        writer = sqlcipher.connect(str(target), isolation_level=None)
        try:
            writer.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM sqlite_master").fetchone()

            def rest(_status: int, remaining: int, total: int) -> None:
                if is_cancelled():
                    raise InterruptedError
                on_step(total - remaining, total)
                time.sleep(_REST_SECONDS)

            reader.backup(writer, pages=_PAGES_A_STEP, progress=rest)
        finally:
            writer.close()
            reader.close()


def table_counts(path: Path, key: bytes) -> dict[str, int]:
    """How many rows each table of a file holds, after a full integrity check.

    Raises DamagedRecord, saying what the check found.
    """
    with worded():
        connection = connect(path, key)
        try:
            for check in ("cipher_integrity_check", "integrity_check", "foreign_key_check"):
                found = connection.execute(f"PRAGMA {check}").fetchall()
                if found and found[0][0] != "ok":
                    raise DamagedRecord(f"The copy failed its check: {found[0][0]}")
            names = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            ).fetchall()
            return {
                name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
                for (name,) in names
            }
        finally:
            connection.close()
