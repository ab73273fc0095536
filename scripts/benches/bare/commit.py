"""Reference: rows committed, raw and durably, to an encrypted file."""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

_KEY = "33" * 32
_WORDS = "about as many words as a zone of a treatment or an event of the chain holds " * 4


def open_file(path: Path) -> Any:
    """An open connection to a new file with one indexed table."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{_KEY}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, owner INTEGER, words TEXT)")
    connection.execute("CREATE INDEX by_owner ON row (owner)")
    return connection


def commit(connection: Any, rows: int) -> None:
    """Insert so many rows in one transaction that is on the disk when this returns."""
    connection.execute("BEGIN IMMEDIATE")
    for number in range(rows):
        connection.execute("INSERT INTO row (owner, words) VALUES (?, ?)", (number, _WORDS))
    connection.execute("COMMIT")
