"""What goes wrong with files is said in MesoDesk's words, each with what to do about it."""

import sqlite3
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import OperationalError

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import (
    DamagedRecord,
    DiskFull,
    EnvironmentTrouble,
    MesoDeskError,
    NewerRecord,
    ReadOnlyRecord,
    RecordBusy,
    Refused,
)
from mesodesk.core.ids import ClinicianId
from mesodesk.domain.clinic import Clinic
from mesodesk.services.desk import Desk
from mesodesk.store import keys as keyring
from mesodesk.store import verification
from mesodesk.store.copying import table_counts
from mesodesk.store.folder import FolderLock
from mesodesk.store.opening import make_record, open_record
from mesodesk.store.sqlite.engine import connect
from mesodesk.store.sqlite.trouble import worded
from tests.fresh import PASSWORD, open_fresh
from tests.visit import speak_sql


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("database or disk is full", DiskFull),
        ("disk I/O error", DiskFull),
        ("database is locked", RecordBusy),
        ("attempt to write a readonly database", ReadOnlyRecord),
        ("unable to open database file", ReadOnlyRecord),
        ("database disk image is malformed", DamagedRecord),
        ("file is not a database", DamagedRecord),
    ],
)
def test_that_the_librarys_complaint_becomes_ours_with_a_remedy(
    said: str, kind: type[EnvironmentTrouble]
) -> None:
    by_hand = sqlcipher.OperationalError(said)
    for error in (by_hand, sqlite3.OperationalError(said), OperationalError("x", {}, by_hand)):
        with pytest.raises(kind) as caught, worded():
            raise error
        assert caught.value.__cause__ is error
        assert caught.value.remedy


def test_that_a_guards_refusal_is_a_refusal() -> None:
    with pytest.raises(Refused) as caught, worded():
        raise sqlcipher.IntegrityError("signed rows are never changed")
    assert caught.value.reasons[0].code == "signed"


def test_that_a_bug_in_a_statement_stays_a_bug(desk: Desk) -> None:
    with pytest.raises(sqlcipher.OperationalError, match="no such table") as caught:
        speak_sql(desk, "SELECT * FROM unheard_of")
    assert not isinstance(caught.value, MesoDeskError)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The closed record of a new clinic."""
    folder = tmp_path / "home"
    open_fresh(folder, Clinic("Harbour Clinic")).close()
    return folder


def test_that_a_file_with_noise_in_it_is_damaged(home: Path, clock: SetClock) -> None:
    keys = keyring.unlock(home, PASSWORD)
    (home / "record.db").write_bytes(b"noise" * 4096)
    with pytest.raises(DamagedRecord) as caught:
        open_record(home, keys, clock)
    assert str(caught.value) == "This file does not open with this record's key."
    assert "restore the last good backup" in caught.value.remedy


def test_that_a_file_does_not_open_with_another_key(home: Path) -> None:
    with pytest.raises(DamagedRecord):
        connect(home / "record.db", bytes(32))


def test_that_a_damaged_page_is_said_at_the_door(home: Path, clock: SetClock) -> None:
    keys = keyring.unlock(home, PASSWORD)
    data = bytearray((home / "record.db").read_bytes())
    for page in range(4096, len(data), 4096):
        data[page + 100] ^= 1
    (home / "record.db").write_bytes(data)
    for may_migrate in (True, False):
        with pytest.raises(DamagedRecord, match="The record's file is damaged"):
            open_record(home, keys, clock, may_migrate=may_migrate)


def test_that_one_changed_byte_is_found_by_verification(home: Path, clock: SetClock) -> None:
    keys = keyring.unlock(home, PASSWORD)
    store = open_record(home, keys, clock)
    data = bytearray((home / "record.db").read_bytes())
    data[-2000] ^= 1
    (home / "record.db").write_bytes(data)
    with pytest.raises(DamagedRecord):
        table_counts(home / "record.db", keys.record)
    pages = verification._pages(store)
    assert pages
    store.engine.dispose()
    store.content.close()
    store.drafts.close()


def test_that_the_record_of_a_newer_program_is_left_alone(home: Path, clock: SetClock) -> None:
    keys = keyring.unlock(home, PASSWORD)
    connection = connect(home / "record.db", keys.record)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = (home / "record.db").read_bytes()
    with pytest.raises(NewerRecord):
        open_record(home, keys, clock)
    with pytest.raises(DamagedRecord, match="window to be opened once"):
        open_record(home, keys, clock, may_migrate=False)
    assert (home / "record.db").read_bytes() == before


def test_that_a_start_that_fails_leaves_no_half_record(tmp_path: Path, clock: SetClock) -> None:
    keys, _ = keyring.create(tmp_path, ClinicianId("c" * 32), PASSWORD, cost=keyring.Cost(1, 64, 1))
    (tmp_path / "content.db").write_bytes(b"noise" * 4096)
    with pytest.raises(DamagedRecord):
        make_record(tmp_path, keys, clock)
    assert list(tmp_path.iterdir()) == []


def test_that_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(ReadOnlyRecord, match="cannot be written to"):
        FolderLock(tmp_path / "file" / "home")


def test_that_content_is_not_deleted(desk: Desk) -> None:
    name = desk.store.content.add(b"a scan", "image/png", desk.clock.now())
    connection = connect(desk.folder / "content.db", desk.store.keys.content)
    with pytest.raises(Refused), worded():
        connection.execute("DELETE FROM content")
    connection.close()
    assert desk.store.content.get(name).data == b"a scan"


def test_that_content_whose_bytes_were_changed_is_not_handed_out(desk: Desk) -> None:
    name = desk.store.content.add(b"a scan", "image/png", desk.clock.now())
    assert desk.store.content.get(name).data == b"a scan"
    assert desk.store.content.count() == 1
    connection = connect(desk.folder / "content.db", desk.store.keys.content)
    connection.execute("DROP TRIGGER content_update_guard")
    connection.execute("UPDATE content SET data = ?", (b"another scan",))
    connection.close()
    with pytest.raises(DamagedRecord, match="not what was stored"):
        desk.store.content.get(name)
