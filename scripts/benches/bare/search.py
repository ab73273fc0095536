"""Reference: a prefix looked up, raw, in an indexed column of an encrypted file."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

_KEY = "11" * 32
_SQL = (
    "SELECT number, name, given, born, phone FROM person "
    "WHERE name >= ? AND name < ? ORDER BY name LIMIT 50"
)


def fill(path: Path, people: Iterable[tuple[str, str, str, str]]) -> Any:
    """An open connection to a new file of (name, given names, birth date, phone)."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{_KEY}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(
        "CREATE TABLE person (number INTEGER PRIMARY KEY, name TEXT, given TEXT, born TEXT,"
        " phone TEXT)"
    )
    connection.execute("BEGIN")
    rows = "INSERT INTO person (name, given, born, phone) VALUES (?, ?, ?, ?)"
    connection.executemany(rows, people)
    connection.execute("CREATE INDEX by_name ON person (name)")
    connection.execute("COMMIT")
    return connection


def find(connection: Any, prefix: str) -> list[tuple[Any, ...]]:
    """Up to fifty people whose name begins so."""
    return list(connection.execute(_SQL, (prefix, prefix + "\U0010ffff")))
