"""Patients on a real record: numbers, versions, conflicts, archive, pages, duplicates, history."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import BadInput, ChangedSinceOpened, NotFound, Refused
from mesodesk.core.ids import PatientId
from mesodesk.domain.names.likeness import Known
from mesodesk.domain.patients import Contact, Likeness, PatientDetails, Sex
from mesodesk.services.desk import Desk
from mesodesk.services.patients import (
    archive_patient,
    browse_patients,
    change_patient,
    find_patients,
    history,
    likely_duplicates,
    patient,
    patient_count,
    register_patient,
    restore_patient,
)
from mesodesk.store import audit
from mesodesk.store.sqlite.engine import connect
from mesodesk.store.sqlite.trouble import worded

ZOE = PatientDetails(
    "Ó Briain",
    "Zoë",
    date(1980, 3, 14),
    Sex.FEMALE,
    "Müller",
    3,
    ("07700 900123", "020 7946 0958"),
    "zoe@example.org",
    ("1 Quay Street", "Harbourtown"),
    "en",
    Contact("Tomáš", "07700 900999", "husband"),
    Contact("Dr Patel", "020 7946 0000"),
    "a friend",
    "Prefers mornings\nand tea",
    ("faints",),
)


def test_that_a_patient_is_read_back_as_they_were_typed(desk: Desk) -> None:
    saved = register_patient(desk, ZOE)
    read = patient(desk, saved.patient.id)
    assert read.details == ZOE
    assert (read.version, read.chart_number, read.is_archived) == (1, "M-00001", False)
    assert saved.changes.patients == {read.id}


def test_that_chart_numbers_run_on(desk: Desk) -> None:
    numbers = [register_patient(desk, ZOE).patient.chart_number for _ in range(3)]
    assert numbers == ["M-00001", "M-00002", "M-00003"]
    assert patient_count(desk) == 3


def test_that_bad_details_are_refused_and_nothing_is_written(desk: Desk) -> None:
    with pytest.raises(BadInput):
        register_patient(desk, replace(ZOE, birth_date=date(2026, 3, 15)))
    assert patient_count(desk) == 0


def test_that_an_edit_is_found_by_the_new_words_and_not_by_the_old(desk: Desk) -> None:
    made = register_patient(desk, ZOE).patient
    change_patient(desk, made.id, replace(ZOE, family_name="Novák", maiden_name=""), 1)
    assert [row.id for row in find_patients(desk, "novak zoe")] == [made.id]
    assert find_patients(desk, "briain") == ()
    assert find_patients(desk, "muller") == ()


def test_that_a_stale_edit_is_refused_with_both_versions(desk: Desk) -> None:
    made = register_patient(desk, ZOE).patient
    theirs = replace(ZOE, email="new@example.org")
    change_patient(desk, made.id, theirs, 1)
    mine = replace(ZOE, notes="mine")
    with pytest.raises(ChangedSinceOpened) as caught:
        change_patient(desk, made.id, mine, 1)
    assert (caught.value.mine, caught.value.theirs) == (mine, theirs)
    assert patient(desk, made.id).details == theirs


def test_that_saving_what_stands_already_adds_no_version(desk: Desk) -> None:
    made = register_patient(desk, ZOE).patient
    again = change_patient(desk, made.id, ZOE, 1)
    assert again.patient.version == 1
    assert not again.changes


def test_that_an_archived_patient_leaves_lists_and_comes_back(desk: Desk) -> None:
    made = register_patient(desk, ZOE).patient
    archived = archive_patient(desk, made.id, 1).patient
    assert archived.is_archived
    assert find_patients(desk, "zoe") == ()
    assert browse_patients(desk) == ()
    assert [row.is_archived for row in find_patients(desk, "zoe", with_archived=True)] == [True]
    assert [row.id for row in browse_patients(desk, is_archived=True)] == [made.id]
    with pytest.raises(ChangedSinceOpened):
        restore_patient(desk, made.id, 1)
    assert not restore_patient(desk, made.id, 2).patient.is_archived
    assert [row.id for row in browse_patients(desk)] == [made.id]


def test_that_pages_follow_each_other_by_name_without_gap_or_repeat(desk: Desk) -> None:
    names = ["Ångström", "Zola", "Öz", "Abel", "Zola", "de Groot", "Łoś"]
    for name in names:
        register_patient(desk, PatientDetails(name, "A", date(1990, 1, 1)))
    seen = []
    after: PatientId | None = None
    while page := browse_patients(desk, after, 2):
        seen += [row.family_name for row in page]
        after = page[-1].id
    assert seen == ["Abel", "Ångström", "de Groot", "Łoś", "Öz", "Zola", "Zola"]
    assert len(browse_patients(desk, PatientId("nobody"))) == 7


def test_that_the_exact_name_comes_before_the_longer_and_the_misspelled(desk: Desk) -> None:
    for family in ("Smyth", "Smithson", "Smith"):
        register_patient(desk, PatientDetails(family, "John", date(1990, 1, 1)))
    found = find_patients(desk, "smith")
    assert [row.family_name for row in found] == ["Smith", "Smithson", "Smyth"]
    assert [row.why for row in found] == ["", "", "spelling"]


def test_that_a_row_says_by_what_it_was_found(desk: Desk) -> None:
    register_patient(desk, ZOE)
    found = {
        text: find_patients(desk, text)[0].why
        for text in ("zoe", "mueller", "900123", "14.3.1980", "M-00001")
    }
    assert list(found.values()) == ["", "maiden_name", "phone", "birth_date", "chart_number"]


def test_that_no_more_are_found_than_were_asked_for(desk: Desk) -> None:
    for _ in range(5):
        register_patient(desk, ZOE)
    assert len(find_patients(desk, "zoe", 3)) == 3


def test_that_a_likely_duplicate_is_said_with_its_reason(desk: Desk) -> None:
    made = register_patient(desk, ZOE).patient
    register_patient(desk, replace(ZOE, given_names="Liam", phones=()))
    found = likely_duplicates(desk, Known("O Brian", "Zoe", "", date(1980, 3, 14)))
    assert [(each.row.id, each.likeness) for each in found] == [
        (made.id, Likeness.SAME_BIRTH_NEAR_NAME)
    ]
    by_phone = likely_duplicates(desk, Known("Briain", "Zoe", "", None, ("+44 7700 900123",)))
    assert [each.likeness for each in by_phone] == [Likeness.SAME_PHONE_NEAR_NAME]
    assert likely_duplicates(desk, Known("Ó Briain", "Zoë", "", None)) == ()
    same = Known("Ó Briain", "Zoë", "", date(1980, 3, 14))
    assert likely_duplicates(desk, same, made.id) == ()


def test_that_history_says_who_changed_what_from_what_to_what(desk: Desk) -> None:
    made = register_patient(desk, ZOE).patient
    clock = desk.clock
    assert isinstance(clock, SetClock)
    clock.advance(timedelta(days=1))
    change_patient(desk, made.id, replace(ZOE, phones=("07700 900124",)), 1)
    clock.advance(timedelta(days=1))
    archive_patient(desk, made.id, 2)
    entries = history(desk, made.id)
    assert [(entry.verb, entry.by) for entry in entries] == [
        ("archive", "Dr Ana Lindqvist"),
        ("change", "Dr Ana Lindqvist"),
        ("add", "Dr Ana Lindqvist"),
    ]
    changed = entries[1].changes[0]
    assert (changed.field, changed.before, changed.after) == (
        "phones",
        "07700 900123, 020 7946 0958",
        "07700 900124",
    )


def test_that_every_change_is_an_event_without_a_value(desk: Desk) -> None:
    made = register_patient(desk, ZOE).patient
    with desk.store.reading(desk.author) as reading:
        events = audit.events(reading, patient_id=made.id)
    assert {event.verb for event in events} == {"register", "change"}
    assert not any("Briain" in str(event.fields) for event in events)


def test_that_a_patient_who_is_not_there_is_not_found(desk: Desk) -> None:
    nobody = PatientId("nobody")
    with pytest.raises(NotFound):
        patient(desk, nobody)
    with pytest.raises(NotFound):
        change_patient(desk, nobody, ZOE, 1)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE patient SET number = 7",
        "DELETE FROM patient",
        "INSERT OR REPLACE INTO patient SELECT id, 9, registered_at, registered_by FROM patient",
        "UPDATE patient_version SET family_name = 'X'",
        "DELETE FROM patient_version",
        "UPDATE patient_version SET superseded_at = NULL",
    ],
)
def test_that_sql_cannot_change_a_patient(desk: Desk, statement: str) -> None:
    register_patient(desk, ZOE)
    connection = connect(desk.folder / "record.db", desk.store.keys.record)
    try:
        with pytest.raises(Refused), worded():
            connection.execute(statement)
    finally:
        connection.close()
