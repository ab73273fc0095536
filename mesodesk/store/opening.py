"""Store: making a new record, and opening one with its keys."""

from pathlib import Path

from sqlalchemy import Engine

from mesodesk.core.clock import Clock
from mesodesk.core.errors import DamagedRecord
from mesodesk.store import schema
from mesodesk.store.content import CONTENT_FILE, Content
from mesodesk.store.drafts import Drafts
from mesodesk.store.folder import RECORD_FILE, remove_record
from mesodesk.store.keys import Keys
from mesodesk.store.record import Store
from mesodesk.store.sqlite.engine import open_engine
from mesodesk.store.sqlite.trouble import worded


def make_record(folder: Path, keys: Keys, clock: Clock) -> Store:
    """Make the files of a new record. Where that fails, none of them stays."""
    engine = open_engine(folder / RECORD_FILE, keys.record)
    try:
        schema.make(engine)
        return _opened(folder, keys, clock)
    except BaseException:
        remove_record(folder)
        raise
    finally:
        engine.dispose()


def open_record(folder: Path, keys: Keys, clock: Clock, *, may_migrate: bool = True) -> Store:
    """Open the record in this folder. Raises DamagedRecord, NewerRecord.

    A command that runs beside the window does not migrate: it asks for the window to be opened.
    """
    if not (folder / RECORD_FILE).exists():
        raise DamagedRecord("The key file is here but the record is not.")
    if not (folder / CONTENT_FILE).exists():
        # An empty one in its place would hide that signed sheets and the seals are gone.
        raise DamagedRecord(f"The record is here but its documents ({CONTENT_FILE}) are not.")
    engine = open_engine(folder / RECORD_FILE, keys.record)
    try:
        with worded():
            _bring_up_to_date(folder, keys, engine, may_migrate)
    finally:
        engine.dispose()
    return _opened(folder, keys, clock)


def _bring_up_to_date(folder: Path, keys: Keys, engine: Engine, may_migrate: bool) -> None:
    if may_migrate:
        schema.bring_up_to_date(folder, keys.record, engine)
    elif schema.revision(engine) != schema.HEAD:
        raise DamagedRecord("This record needs the window to be opened once, to update it.")


def _opened(folder: Path, keys: Keys, clock: Clock) -> Store:
    return Store(
        folder=folder,
        engine=open_engine(folder / RECORD_FILE, keys.record),
        content=Content(folder, keys.content),
        drafts=Drafts(folder, keys.drafts),
        clock=clock,
        keys=keys,
    )
