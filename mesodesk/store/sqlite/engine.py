"""Store, SQLite seam: opening an encrypted file, with our own transactions."""

from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from mesodesk.core.errors import DamagedRecord
from mesodesk.store.sqlite.trouble import worded

WRITE = {"write": True}


def connect(path: Path, raw_key: bytes) -> sqlcipher.Connection:
    """A connection to an encrypted file, made if absent.

    Raises DamagedRecord where the key does not fit the file or the file is damaged.
    """
    with worded():
        connection = sqlcipher.connect(
            str(path), check_same_thread=False, isolation_level=None, timeout=5
        )
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{raw_key.hex()}'\"")
        # ON makes ranked search 7 to 11 times slower, and the keys are in our own memory anyway.
        connection.execute("PRAGMA cipher_memory_security = OFF")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlcipher.DatabaseError as wrong:
            connection.close()
            if "not a database" in str(wrong):
                raise DamagedRecord("This file does not open with this record's key.") from wrong
            raise
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "recursive_triggers = ON",
            "secure_delete = ON",
            "temp_store = MEMORY",
            # 32 MiB: a page found here needs not be decrypted again, which is what a search costs.
            "cache_size = -32768",
        ):
            connection.execute(f"PRAGMA {pragma}")
    return connection


def open_engine(path: Path, raw_key: bytes) -> Engine:
    """An engine on an encrypted file. BEGIN is ours: IMMEDIATE for writes, deferred for reads."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: connect(path, raw_key),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        is_write = connection.get_execution_options().get("write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_write else "BEGIN")

    return engine
