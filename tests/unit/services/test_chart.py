"""The chart on a real record: opening it, and its structured lists with their versions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mesodesk.core.errors import BadInput, ChangedSinceOpened, DiskFull, NotFound
from mesodesk.core.ids import ItemId, PatientId
from mesodesk.domain.patients import (
    ChartAllergy,
    ChartCondition,
    ChartMedicine,
    Measurement,
    MedicineUse,
    PatientDetails,
)
from mesodesk.services.chart import (
    allergies,
    chart,
    complete_medicine,
    conditions,
    measurements,
    medicines,
    open_chart,
    recognise_medicine,
    save_item,
    void_item,
)
from mesodesk.services.desk import Desk
from mesodesk.services.drafts import draft, drafts, drop_draft, keep_draft, new_draft_id
from mesodesk.services.patients import history, register_patient
from mesodesk.store import audit
from mesodesk.store.patients import items as items_store
from mesodesk.store.record import Store

NEW = ItemId("")
ASPIRIN = ChartMedicine(
    NEW, 0, "Aspirin", last_taken=date(2026, 3, 12), prescriber="Dr Patel", note="for the heart"
)


@pytest.fixture
def zoe(desk: Desk) -> PatientId:
    """A patient to write about."""
    return register_patient(desk, PatientDetails("Ó Briain", "Zoë", date(1980, 3, 14))).patient.id


def test_that_opening_a_chart_is_an_event(desk: Desk, zoe: PatientId) -> None:
    opened = open_chart(desk, zoe)
    assert not opened.is_read_only
    assert opened.chart.patient.id == zoe
    with desk.store.reading(desk.author) as reading:
        newest = audit.events(reading, patient_id=zoe)[0]
    assert (newest.verb, newest.kind) == ("open", "chart")


def test_that_a_chart_opens_read_only_where_its_opening_cannot_be_written(
    desk: Desk, zoe: PatientId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull("The disk is full, so this was not saved.")

    monkeypatch.setattr(Store, "work", full)
    opened = open_chart(desk, zoe)
    assert opened.is_read_only
    assert isinstance(opened.trouble, DiskFull)
    assert opened.chart.patient.details.given_names == "Zoë"


def test_that_items_are_read_back_as_typed_and_a_medicine_is_recognised(
    desk: Desk, zoe: PatientId
) -> None:
    save_item(desk, zoe, ChartAllergy(NEW, 0, "Lidocaine", ("lidocaine",), "hives", "severe"))
    save_item(desk, zoe, ASPIRIN)
    save_item(desk, zoe, ChartCondition(NEW, 0, "Migraine", "", "2015", False, "rarely"))
    read = chart(desk, zoe)
    assert read.allergies == allergies(desk, zoe)
    assert [(a.substance, a.tags, a.severity) for a in read.allergies] == [
        ("Lidocaine", ("lidocaine", "local_anaesthetic"), "severe")
    ]
    taken = medicines(desk, zoe)[0]
    assert (taken.substance, taken.atc, taken.last_taken) == (
        "acetylsalicylic acid",
        "B01AC06",
        date(2026, 3, 12),
    )
    assert [c.name for c in conditions(desk, zoe)] == ["Migraine"]


def test_that_an_allergy_typed_in_words_is_linked_to_its_ingredients(
    desk: Desk, zoe: PatientId
) -> None:
    save_item(desk, zoe, ChartAllergy(NEW, 0, "Soja"))
    soy = allergies(desk, zoe)[0]
    assert soy.tags == ("soy",)
    save_item(desk, zoe, replace(soy, substance="strawberries"))
    assert allergies(desk, zoe)[0].tags == ()


def test_that_a_medicine_named_by_hand_keeps_its_substance_when_something_else_changes(
    desk: Desk, zoe: PatientId
) -> None:
    with desk.store.work(desk.author) as work:
        by_hand = ChartMedicine(NEW, 0, "qwxzjk", substance="ramipril", atc="C09AA05")
        items_store.save(work, zoe, by_hand)
    kept = medicines(desk, zoe)[0]
    save_item(desk, zoe, replace(kept, substance="", atc="", note="at night"))
    (stands,) = medicines(desk, zoe)
    assert (stands.substance, stands.atc, stands.note) == ("ramipril", "C09AA05", "at night")
    save_item(desk, zoe, replace(stands, typed="qwxzjkk"))
    assert medicines(desk, zoe)[0].substance == ""


def test_that_a_slip_is_not_taken_for_a_medicine_but_is_asked_about(
    desk: Desk, zoe: PatientId
) -> None:
    save_item(desk, zoe, ChartMedicine(NEW, 0, "warfrin"))
    assert medicines(desk, zoe)[0].substance == ""
    assert recognise_medicine("warfrin").matches[0].name == "warfarin"
    assert "warfarin" in [found.name for found in complete_medicine("warf")]


def test_that_measurements_keep_every_gram_and_millimetre_newest_first(
    desk: Desk, zoe: PatientId
) -> None:
    save_item(desk, zoe, Measurement(NEW, 0, date(2026, 3, 1), Decimal("62.535"), Decimal("171.5")))
    save_item(desk, zoe, Measurement(NEW, 0, date(2026, 3, 10), Decimal("61.9")))
    newest, oldest = measurements(desk, zoe)
    assert (newest.weight_kg, newest.height_cm) == (Decimal("61.9"), None)
    assert (oldest.weight_kg, oldest.height_cm) == (Decimal("62.535"), Decimal("171.5"))


def test_that_a_change_and_a_removal_stay_in_the_history(desk: Desk, zoe: PatientId) -> None:
    save_item(desk, zoe, ASPIRIN)
    first = medicines(desk, zoe)[0]
    save_item(desk, zoe, replace(first, use=MedicineUse.OCCASIONAL))
    changed = medicines(desk, zoe)[0]
    assert (changed.version, changed.use) == (2, MedicineUse.OCCASIONAL)
    void_item(desk, zoe, changed)
    assert medicines(desk, zoe) == ()
    told = {e.verb: e for e in history(desk, zoe) if e.kind == "medicine"}
    assert set(told) == {"add", "change", "void"}
    change = told["change"].changes[0]
    assert (change.field, change.before, change.after) == ("use", "regular", "occasional")
    with pytest.raises(NotFound):
        void_item(desk, zoe, changed)


def test_that_a_stale_item_is_refused_with_both_versions(desk: Desk, zoe: PatientId) -> None:
    save_item(desk, zoe, ASPIRIN)
    first = medicines(desk, zoe)[0]
    save_item(desk, zoe, replace(first, note="theirs"))
    with pytest.raises(ChangedSinceOpened) as caught:
        save_item(desk, zoe, replace(first, note="mine"))
    assert isinstance(caught.value.mine, ChartMedicine)
    assert isinstance(caught.value.theirs, ChartMedicine)
    assert (caught.value.mine.note, caught.value.theirs.note) == ("mine", "theirs")
    with pytest.raises(ChangedSinceOpened):
        void_item(desk, zoe, first)


def test_that_the_same_allergy_stands_once_and_an_ended_medicine_may_come_back(
    desk: Desk, zoe: PatientId
) -> None:
    save_item(desk, zoe, ChartAllergy(NEW, 0, "Latex"))
    with pytest.raises(BadInput):
        save_item(desk, zoe, ChartAllergy(NEW, 0, " latex "))
    save_item(desk, zoe, replace(ASPIRIN, use=MedicineUse.ENDED))
    save_item(desk, zoe, ASPIRIN)
    assert len(medicines(desk, zoe)) == 2


def test_that_an_item_of_another_chart_cannot_be_changed(desk: Desk, zoe: PatientId) -> None:
    other = register_patient(desk, PatientDetails("Smith", "John", date(1970, 1, 1))).patient.id
    save_item(desk, zoe, ASPIRIN)
    with pytest.raises(ValueError, match="another patient"):
        save_item(desk, other, medicines(desk, zoe)[0])
    with pytest.raises(BadInput):
        save_item(desk, zoe, ChartAllergy(NEW, 0, ""))
    with pytest.raises(NotFound):
        save_item(desk, PatientId("nobody"), ASPIRIN)


def test_that_a_draft_is_kept_found_and_dropped(desk: Desk, zoe: PatientId) -> None:
    draft_id = new_draft_id()
    kept = keep_draft(desk, draft_id, "patient", {"a": "é"}, patient_id=zoe, title="Z")
    assert drafts(desk, "patient", zoe) == (kept,)
    assert draft(desk, draft_id) == kept
    drop_draft(desk, draft_id)
    assert draft(desk, draft_id) is None
    assert drafts(desk, "patient") == ()


def test_that_of_one_moment_the_item_made_last_stands_first(desk: Desk, zoe: PatientId) -> None:
    for name in ("Latex", "Nickel", "Procaine"):
        save_item(desk, zoe, ChartAllergy(ItemId(""), 0, name))
    newest = history(desk, zoe)[:3]
    assert [entry.title for entry in newest] == ["Procaine", "Nickel", "Latex"]
