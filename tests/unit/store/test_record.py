"""The record: keys, transactions, chain, guards and copies, on a real encrypted file."""

from dataclasses import replace
from pathlib import Path

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import (
    AlreadyOpen,
    ChangedSinceOpened,
    NewerRecord,
    Refused,
    WrongPassword,
)
from mesodesk.domain.clinic import Clinic
from mesodesk.services.desk import Desk
from mesodesk.services.sign_in import FirstClinician, set_up_clinic, sign_in, unlock
from mesodesk.store import audit, backup
from mesodesk.store import clinic as clinic_store
from mesodesk.store import keys as keyring
from mesodesk.store.folder import FolderLock
from mesodesk.store.keys import Cost
from mesodesk.store.sqlite.engine import connect
from mesodesk.store.sqlite.trouble import worded
from mesodesk.store.verification import check_record

PASSWORD = "a calm river at dawn"


def _sql(desk: Desk, statement: str) -> None:
    connection = connect(desk.folder / "record.db", desk.store.keys.record)
    try:
        with worded():
            connection.execute(statement)
    finally:
        connection.close()


def test_that_no_file_of_the_record_shows_a_word_of_it(desk: Desk) -> None:
    desk.store.content.add(b"Harbour Clinic scan", "text/plain", desk.clock.now())
    for path in desk.folder.iterdir():
        assert b"Harbour Clinic" not in path.read_bytes(), path.name


def test_that_a_wrong_password_opens_nothing_and_is_chained_at_the_next_sign_in(
    desk: Desk,
) -> None:
    with pytest.raises(WrongPassword):
        unlock(desk.folder, "a calm river at dusk", desk.clock)
    keys = unlock(desk.folder, PASSWORD, desk.clock)
    again = sign_in(desk.folder, keys, desk.clock)
    with again.store.reading(again.author) as reading:
        verbs = [event.verb for event in audit.events(reading)]
    again.close()
    assert verbs[:2] == ["sign_in", "fail_sign_in"]


def test_that_the_recovery_key_opens_the_record_however_it_is_typed(
    tmp_path: Path, clock: SetClock
) -> None:
    person = FirstClinician("Dr A", "1", PASSWORD, PASSWORD)
    made, recovery = set_up_clinic(tmp_path, clock, Clinic("C"), person, Cost(1, 64, 1))
    made.close()
    typed = recovery.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert keyring.unlock_with_recovery(tmp_path, typed).record == made.store.keys.record


def test_that_a_new_password_opens_the_same_record_and_the_old_one_does_not(desk: Desk) -> None:
    keyring.set_password(
        desk.folder, desk.author.id, PASSWORD, "another calm river", recovery=False
    )
    assert keyring.unlock(desk.folder, "another calm river").record == desk.store.keys.record
    with pytest.raises(WrongPassword):
        keyring.unlock(desk.folder, PASSWORD)


def test_that_an_edit_keeps_the_old_version_and_a_stale_one_is_refused(desk: Desk) -> None:
    with desk.store.work(desk.author) as work:
        clinic_store.save_clinic(work, replace(desk.clinic, phone="020 7946 0000"))
    with pytest.raises(ChangedSinceOpened), desk.store.work(desk.author) as work:
        clinic_store.save_clinic(work, replace(desk.clinic, phone="020 7946 0001"))
    with desk.store.reading(desk.author) as reading:
        assert clinic_store.clinic(reading).phone == "020 7946 0000"
        assert clinic_store.clinic(reading).version == 2


def test_that_a_failed_unit_of_work_leaves_neither_row_nor_event(desk: Desk) -> None:
    with desk.store.reading(desk.author) as reading:
        before = audit.count(reading)

    def fail() -> None:
        with desk.store.work(desk.author) as work:
            clinic_store.save_clinic(work, replace(desk.clinic, phone="1"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with desk.store.reading(desk.author) as reading:
        assert audit.count(reading) == before
        assert clinic_store.clinic(reading).phone == ""


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_event SET verb = 'x'",
        "DELETE FROM audit_event",
        "INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event LIMIT 1",
        "UPDATE clinic_version SET details = '{}'",
        "UPDATE clinic_version SET superseded_at = NULL",
        "DELETE FROM clinic_version",
        "INSERT OR REPLACE INTO clinic_version SELECT * FROM clinic_version LIMIT 1",
    ],
)
def test_that_sql_cannot_change_what_was_written(desk: Desk, statement: str) -> None:
    with pytest.raises(Refused):
        _sql(desk, statement)


def test_that_verify_finds_nothing_wrong_in_an_untouched_record(desk: Desk) -> None:
    assert [check.wrong for check in check_record(desk.store, desk.author)] == [""] * 4


def test_that_verify_finds_a_guard_that_was_taken_away(desk: Desk) -> None:
    _sql(desk, "DROP TRIGGER audit_event_update_guard")
    guards = check_record(desk.store, desk.author)[1]
    assert "audit_event_update_guard" in guards.wrong


def test_that_verify_finds_a_changed_event(desk: Desk) -> None:
    _sql(desk, "DROP TRIGGER audit_event_update_guard")
    _sql(desk, "UPDATE audit_event SET verb = 'innocent' WHERE number = 2")
    assert "event 2" in check_record(desk.store, desk.author)[2].wrong


def test_that_verify_finds_a_cut_tail_by_its_seal(desk: Desk) -> None:
    with desk.store.reading(desk.author) as reading:
        desk.store.content.seal(audit.end_of_chain(reading), desk.clock.now())
    _sql(desk, "DROP TRIGGER audit_event_delete_guard")
    _sql(desk, "DELETE FROM audit_event WHERE number = (SELECT max(number) FROM audit_event)")
    checks = check_record(desk.store, desk.author)
    assert checks[2].wrong == ""
    assert checks[3].wrong == "1 sealed end is no longer in the chain"


def test_that_a_backup_opens_with_the_same_password_and_holds_the_same_rows(
    desk: Desk, tmp_path: Path
) -> None:
    made = backup.copy_record(desk.store, tmp_path / "backups")
    keys = keyring.unlock(made.folder, PASSWORD)
    copy = sign_in(made.folder, keys, desk.clock)
    assert copy.clinic == desk.clinic
    copy.close()


def test_that_a_second_window_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    first = FolderLock(tmp_path)
    with pytest.raises(AlreadyOpen):
        FolderLock(tmp_path)
    first.release()
    FolderLock(tmp_path).release()


def test_that_a_record_from_a_newer_program_is_refused_and_left_alone(desk: Desk) -> None:
    _sql(desk, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerRecord):
        sign_in(desk.folder, desk.store.keys, desk.clock)
