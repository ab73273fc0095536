"""Store: the shape of the record's file: made, checked at each start, migrated on a copy first."""

import shutil
from pathlib import Path

from sqlalchemy import Connection, Engine, MetaData

from mesodesk.core.errors import NewerRecord
from mesodesk.models.base import Base
from mesodesk.models.every import TABLES
from mesodesk.store.copying import copy_file, table_counts
from mesodesk.store.folder import RECORD_FILE, sync_folder
from mesodesk.store.sqlite import triggers
from mesodesk.store.sqlite.engine import WRITE, open_engine

# Comparing with this at start costs nothing; importing Alembic would cost 0.2 s.
HEAD = "0009"
KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")


def metadata() -> MetaData:
    """The tables of the record as this program knows them."""
    assert TABLES
    return Base.metadata


def revision(engine: Engine) -> str:
    """The file's revision; empty for a new file."""
    with engine.connect() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE name = 'alembic_version'"
        ).all()
        if not names:
            return ""
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        return str(found or "")


def make(engine: Engine) -> None:
    """Bring a new, empty file to the present shape in one transaction."""
    with engine.execution_options(**WRITE).begin() as connection:
        _upgrade(connection)


def bring_up_to_date(folder: Path, key: bytes, engine: Engine) -> None:
    """Migrate an older record: on a copy, checked, which then takes the file's place.

    The file as it was stays beside it as `record.before-<revision>.db`. Raises NewerRecord.
    """
    stands = revision(engine)
    if stands == HEAD:
        return
    if stands not in KNOWN:
        raise NewerRecord("This record was written by a newer version of MesoDesk.")
    engine.dispose()
    record, copy = folder / RECORD_FILE, folder / "record.migrating.db"
    copy.unlink(missing_ok=True)
    copy_file(record, copy, key)
    _migrate_copy(copy, key)
    shutil.copy2(record, folder / f"record.before-{HEAD}.db")
    for ending in ("-wal", "-shm"):
        (folder / (RECORD_FILE + ending)).unlink(missing_ok=True)
    copy.replace(record)
    sync_folder(folder)


def _migrate_copy(copy: Path, key: bytes) -> None:
    migrating = open_engine(copy, key)
    try:
        with migrating.execution_options(**WRITE).begin() as connection:
            _upgrade(connection)
        with migrating.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        migrating.dispose()
    table_counts(copy, key)


def _upgrade(connection: Connection) -> None:
    # Alembic is needed on a first start and after an update only.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    triggers.install(connection, metadata())
