"""Store, SQLite seam: what the database library complains of, in MesoDesk's words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError

from mesodesk.core.errors import (
    DamagedRecord,
    DiskFull,
    EnvironmentTrouble,
    ReadOnlyRecord,
    Reason,
    RecordBusy,
    Refused,
)

_WORDS: tuple[tuple[str, type[EnvironmentTrouble], str], ...] = (
    ("disk is full", DiskFull, "The disk is full, so this was not saved."),
    ("disk i/o error", DiskFull, "The disk could not be written, so this was not saved."),
    ("locked", RecordBusy, "The record is busy: another program is writing to it."),
    ("busy", RecordBusy, "The record is busy: another program is writing to it."),
    ("readonly", ReadOnlyRecord, "The record cannot be written to."),
    ("unable to open", ReadOnlyRecord, "The record's file cannot be opened."),
    ("malformed", DamagedRecord, "The record's file is damaged."),
    ("not a database", DamagedRecord, "The record's file is damaged."),
    ("hmac check failed", DamagedRecord, "The record's file is damaged."),
)
SIGNED = "signed rows are never changed"


@contextmanager
def worded() -> Iterator[None]:
    """Raise the environment's troubles and the guards' refusals as errors of our own."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error, sqlite3.Error) as error:
        said = str(getattr(error, "orig", None) or error)
        if SIGNED in said:
            raise Refused(Reason("signed", "What was signed is never changed.")) from error
        for sign, kind, words in _WORDS:
            if sign in said.lower():
                raise kind(words) from error
        raise
