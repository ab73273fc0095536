"""Reference: a patient's treatments read, raw, from indexed tables of an encrypted file."""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

_KEY = "22" * 32
_TABLES = (
    "CREATE TABLE visit (id INTEGER PRIMARY KEY, patient INTEGER, day TEXT, note TEXT)",
    "CREATE TABLE part (id INTEGER PRIMARY KEY, visit INTEGER, words TEXT)",
    "CREATE INDEX by_patient ON visit (patient)",
    "CREATE INDEX by_visit ON part (visit)",
)
_VISITS = "SELECT id, day, note FROM visit WHERE patient = 7 ORDER BY day DESC"
_PARTS = (
    "SELECT part.visit, part.words FROM part JOIN visit ON visit.id = part.visit "
    "WHERE visit.patient = 7"
)


def fill(path: Path, visits: int, parts: int) -> Any:
    """An open connection to a new file: ten patients with `visits` of `parts` each."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{_KEY}'\"")
    for table in ("BEGIN", *_TABLES):
        connection.execute(table)
    for number in range(visits * 10):
        row = (number, number % 10, f"2026-01-01T{number:06d}", "a note of a few words")
        connection.execute("INSERT INTO visit VALUES (?, ?, ?, ?)", row)
        rows = [(number, "[[1000, 2000], [3000, 4000]] " * 8)] * parts
        connection.executemany("INSERT INTO part (visit, words) VALUES (?, ?)", rows)
    connection.execute("COMMIT")
    return connection


def read(connection: Any) -> int:
    """Read one patient's treatments with their parts; how many rows there were."""
    return sum(len(connection.execute(one).fetchall()) for one in (_VISITS, _PARTS))
