"""Colleagues: everybody's own key, who may do what, and the second signature."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import BadInput, Refused, WrongPassword
from mesodesk.core.ids import ClinicianId
from mesodesk.domain.clinic import Author, Clinician, Role
from mesodesk.services import colleagues, sign_in, signing, upkeep
from mesodesk.services.colleagues import NewColleague
from mesodesk.services.desk import Desk
from mesodesk.services.doorstep import last_signed_in
from mesodesk.store import audit, key_file
from mesodesk.store import keys as keyring
from tests.fresh import PASSWORD

THEIRS = "violet anchor pebble moss"
BEN = NewColleague("Dr Ben Okafor", Role.CLINICIAN, THEIRS, THEIRS, "IMC 111111", "MD")
EVA = replace(BEN, name="Eva Roth", role=Role.ASSISTANT, registration_number="")
Adding = Callable[[NewColleague], Clinician]


@pytest.fixture
def add(desk: Desk) -> Adding:
    """Adds a colleague and returns them as they stand in the record."""

    def adding(typed: NewColleague) -> Clinician:
        (made,) = colleagues.add_colleague(desk, typed, PASSWORD).clinic
        return next(one for one in colleagues.colleagues(desk) if one.id == made)

    return adding


def seat(desk: Desk, person: Clinician) -> None:
    """The colleague sits at the desk instead."""
    desk.author = Author(person.id, person.name, person.role)


def events(desk: Desk) -> list[tuple[str, str]]:
    """Verb and subject of each event, the newest first."""
    with desk.store.reading(desk.author) as reading:
        return [(event.verb, event.subject_id) for event in audit.events(reading)]


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [reason.code for reason in caught.value.reasons]


def test_that_a_colleague_opens_the_same_record_with_their_own_password(
    desk: Desk, add: Adding, clock: SetClock
) -> None:
    ben = add(BEN)
    keys = sign_in.unlock(desk.folder, THEIRS, clock, ben.id)
    assert (keys.record, keys.clinician_id) == (desk.store.keys.record, ben.id)
    assert sign_in.unlock(desk.folder, PASSWORD, clock, desk.author.id).clinician_id == (
        desk.author.id
    )
    assert (ben.registration_number, ben.qualification, ben.role) == (
        "IMC 111111", "MD", Role.CLINICIAN,
    )  # fmt: skip
    assert ("add", ben.id) in events(desk)


def test_that_who_signs_in_is_the_author_with_their_role(
    desk: Desk, add: Adding, clock: SetClock
) -> None:
    eva = add(EVA)
    keys = sign_in.unlock(desk.folder, THEIRS, clock, eva.id)
    again = sign_in.sign_in(desk.folder, keys, clock)
    assert again.author == Author(eva.id, "Eva Roth", Role.ASSISTANT)
    assert last_signed_in(desk.folder) == eva.id
    again.close()


def test_that_two_people_with_one_password_are_told_apart_by_their_names(
    desk: Desk, add: Adding, clock: SetClock
) -> None:
    ben = add(replace(BEN, password=PASSWORD, password_again=PASSWORD))
    for one in (ben.id, desk.author.id):
        assert sign_in.unlock(desk.folder, PASSWORD, clock, one).clinician_id == one
    with pytest.raises(WrongPassword, match="choose your name"):
        sign_in.unlock(desk.folder, PASSWORD, clock)


def test_that_a_colleagues_password_does_not_open_under_another_name(
    desk: Desk, add: Adding, clock: SetClock
) -> None:
    add(BEN)
    with pytest.raises(WrongPassword):
        sign_in.unlock(desk.folder, THEIRS, clock, desk.author.id)


def test_that_a_chosen_name_costs_one_stretching(
    desk: Desk, add: Adding, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    ben = add(BEN)
    add(EVA)
    tried: list[str] = []
    opening = key_file.open_slot

    def counted(slot: key_file.Slot, secret: str) -> bytes | None:
        tried.append(slot.clinician_id)
        return opening(slot, secret)

    monkeypatch.setattr("mesodesk.store.keys.open_slot", counted)
    sign_in.unlock(desk.folder, THEIRS, clock, ben.id)
    signing.check_second_signature(desk, ben.id, THEIRS)
    assert tried == [ben.id, ben.id]


def test_that_names_stand_in_the_key_file_only_where_there_is_a_choice(
    desk: Desk, add: Adding
) -> None:
    def names() -> list[str]:
        return [name for _, name in keyring.people(desk.folder)]

    assert names() == [""]
    ben = add(BEN)
    assert names() == ["Dr Ana Lindqvist", "Dr Ben Okafor"]
    colleagues.change_colleague(desk, replace(ben, name="Dr Benedict Okafor"))
    assert names() == ["Dr Ana Lindqvist", "Dr Benedict Okafor"]
    colleagues.retire_colleague(desk, ben.id, PASSWORD)
    assert names() == [""]
    assert "name" not in json.loads((desk.folder / "keys.json").read_text("utf-8"))["slots"][0]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "dr ana lindqvist "}, "name"),
        ({"password": "short", "password_again": "short"}, "password"),
        ({"password_again": "violet anchor pebble"}, "password_again"),
    ],
)
def test_that_what_is_missing_of_a_colleague_is_said_beside_its_field(
    desk: Desk, changed: dict[str, str], field: str
) -> None:
    with pytest.raises(BadInput) as caught:
        colleagues.add_colleague(desk, replace(BEN, **changed), PASSWORD)  # type: ignore[arg-type]
    assert [problem.field for problem in caught.value.problems] == [field]
    assert len(colleagues.colleagues(desk)) == 1


def test_that_adding_needs_the_password_of_who_is_signed_in(desk: Desk) -> None:
    with pytest.raises(WrongPassword):
        colleagues.add_colleague(desk, BEN, "not my password")
    assert len(colleagues.colleagues(desk)) == 1
    assert len(keyring.people(desk.folder)) == 1


def test_that_who_retires_keeps_their_name_and_loses_their_key(
    desk: Desk, add: Adding, clock: SetClock
) -> None:
    ben = add(BEN)
    colleagues.retire_colleague(desk, ben.id, PASSWORD)
    with pytest.raises(WrongPassword):
        sign_in.unlock(desk.folder, THEIRS, clock, ben.id)
    (kept,) = [one for one in colleagues.colleagues(desk) if one.id == ben.id]
    assert (kept.name, kept.is_active, kept.retired_at) == ("Dr Ben Okafor", False, clock.now())
    assert signing.second_signers(desk) == ()
    assert ("retire", ben.id) in events(desk)
    with pytest.raises(Refused) as caught:
        colleagues.retire_colleague(desk, ben.id, PASSWORD)
    assert codes(caught) == ["retired"]


def test_that_a_key_file_from_before_somebody_retired_does_not_let_them_in_again(
    desk: Desk, add: Adding, clock: SetClock
) -> None:
    ben = add(BEN)
    before = (desk.folder / "keys.json").read_bytes()
    colleagues.retire_colleague(desk, ben.id, PASSWORD)
    (desk.folder / "keys.json").write_bytes(before)
    keys = sign_in.unlock(desk.folder, THEIRS, clock, ben.id)
    with pytest.raises(WrongPassword, match="no longer"):
        sign_in.sign_in(desk.folder, keys, clock)


def test_that_nobody_retires_themselves_or_with_a_wrong_password(desk: Desk, add: Adding) -> None:
    ben = add(BEN)
    with pytest.raises(Refused) as caught:
        colleagues.retire_colleague(desk, desk.author.id, PASSWORD)
    assert codes(caught) == ["oneself"]
    with pytest.raises(WrongPassword):
        colleagues.retire_colleague(desk, ben.id, THEIRS)
    assert ben.is_active


def test_that_an_assistant_neither_signs_nor_decides(desk: Desk, add: Adding) -> None:
    ben, eva = add(BEN), add(EVA)
    seat(desk, eva)
    for forbidden in (
        lambda: signing.check_signature(desk, THEIRS),
        lambda: signing.check_second_signature(desk, ben.id, THEIRS),
        lambda: upkeep.change_settings(desk, replace(desk.settings, bruise_days=9)),
        lambda: colleagues.add_colleague(desk, replace(BEN, name="Another"), THEIRS),
        lambda: colleagues.change_colleague(desk, replace(eva, role=Role.CLINICIAN)),
        lambda: colleagues.change_colleague(desk, replace(ben, name="Somebody")),
        lambda: colleagues.retire_colleague(desk, ben.id, THEIRS),
    ):
        with pytest.raises(Refused) as caught:
            forbidden()
        assert codes(caught) == ["assistant"]
    colleagues.change_colleague(desk, replace(eva, qualification="RN"))
    assert upkeep.clinician(desk).qualification == "RN"


def test_that_an_assistant_is_no_second_signer(desk: Desk, add: Adding) -> None:
    eva = add(EVA)
    assert signing.second_signers(desk) == ()
    with pytest.raises(Refused) as caught:
        signing.check_second_signature(desk, eva.id, THEIRS)
    assert codes(caught) == ["second_signer"]


def test_that_the_last_clinician_stays_one(desk: Desk, add: Adding) -> None:
    add(EVA)
    me = upkeep.clinician(desk)
    with pytest.raises(Refused) as caught:
        colleagues.change_colleague(desk, replace(me, role=Role.ASSISTANT))
    assert codes(caught) == ["last_clinician"]


def test_that_a_second_clinician_signs_with_password_or_pin(desk: Desk, add: Adding) -> None:
    ana, ben = desk.author, add(BEN)
    signed = signing.check_second_signature(desk, ben.id, THEIRS)
    assert (signed.clinician_id, signed.name, signed.role, signed.at) == (
        ben.id, "Dr Ben Okafor", Role.CLINICIAN, desk.clock.now(),
    )  # fmt: skip
    seat(desk, ben)
    signing.set_pin(desk, THEIRS, "2468")
    desk.author = ana
    assert signing.check_second_signature(desk, ben.id, "2468").clinician_id == ben.id
    with pytest.raises(WrongPassword):
        signing.check_signature(desk, "2468")


@pytest.mark.parametrize("secret", ["", "1357", "a wrong password", PASSWORD])
def test_that_a_failed_second_signature_is_noted_under_whose_it_was_to_be(
    desk: Desk, add: Adding, secret: str
) -> None:
    ben = add(BEN)
    with pytest.raises(WrongPassword, match="Ben Okafor"):
        signing.check_second_signature(desk, ben.id, secret)
    assert events(desk)[0] == ("fail_signature", ben.id)


def test_that_nobody_is_their_own_second_signer(desk: Desk, add: Adding) -> None:
    add(BEN)
    for nobody in (desk.author.id, ClinicianId("nobody")):
        with pytest.raises(Refused):
            signing.check_second_signature(desk, nobody, PASSWORD)


def test_that_a_failed_sign_in_is_noted_under_the_chosen_name(
    desk: Desk, add: Adding, clock: SetClock
) -> None:
    ben = add(BEN)
    with pytest.raises(WrongPassword):
        sign_in.unlock(desk.folder, "not this one", clock, ben.id)
    again = sign_in.sign_in(desk.folder, sign_in.unlock(desk.folder, PASSWORD, clock), clock)
    assert ("fail_sign_in", ben.id) in events(again)
    again.close()


def test_that_a_changed_password_keeps_everybody_elses(
    desk: Desk, add: Adding, clock: SetClock
) -> None:
    ben = add(BEN)
    seat(desk, ben)
    with pytest.raises(WrongPassword):
        sign_in.set_password(desk, PASSWORD, "a third calm river", "a third calm river")
    sign_in.set_password(desk, THEIRS, "a third calm river", "a third calm river")
    assert sign_in.unlock(desk.folder, "a third calm river", clock).clinician_id == ben.id
    assert [name for _, name in keyring.people(desk.folder)] == [
        "Dr Ana Lindqvist", "Dr Ben Okafor",
    ]  # fmt: skip
    assert sign_in.unlock(desk.folder, PASSWORD, clock).record == desk.store.keys.record


def test_that_the_recovery_key_opens_for_whoever_was_chosen(
    desk: Desk, add: Adding, clock: SetClock
) -> None:
    ben = add(BEN)
    kept = key_file.read(desk.folder)
    recovery = next(slot for slot in kept.slots if slot.kind == "recovery")
    with pytest.raises(WrongPassword):
        sign_in.unlock_with_recovery(desk.folder, "AAAA-BBBB", clock, ben.id)
    known = key_file.open_slot(kept.slots[0], PASSWORD)
    assert known is not None
    again = key_file.close_slot("recovery", "", "A1B2", known, key_file.Cost(1, 64, 1))
    slots = tuple(again if slot == recovery else slot for slot in kept.slots)
    key_file.write(desk.folder, replace(kept, slots=slots))
    for chosen, opens in ((ben.id, ben.id), ("", desk.author.id), ("x", desk.author.id)):
        keys = sign_in.unlock_with_recovery(desk.folder, "a1b2", clock, chosen)
        assert keys.clinician_id == opens


def test_that_a_colleague_whom_the_record_did_not_keep_has_no_key(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_more: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("mesodesk.store.record.audit.append", broken)
    with pytest.raises(OSError, match="full"):
        colleagues.add_colleague(desk, BEN, PASSWORD)
    assert len(keyring.people(desk.folder)) == 1


def test_that_the_door_offers_names_with_the_last_who_signed_in_first(
    desk: Desk, add: Adding, clock: SetClock
) -> None:
    assert sign_in.people_at_the_door(desk.folder) == ()
    ben = add(BEN)
    ana = (desk.author.id, "Dr Ana Lindqvist")
    assert sign_in.people_at_the_door(desk.folder) == (ana, (ben.id, "Dr Ben Okafor"))
    sign_in.sign_in(desk.folder, sign_in.unlock(desk.folder, THEIRS, clock), clock).close()
    assert sign_in.people_at_the_door(desk.folder) == ((ben.id, "Dr Ben Okafor"), ana)
    assert sign_in.people_at_the_door(desk.folder / "nowhere") == ()


def test_that_a_colleague_takes_over_the_desk_with_their_own_password(
    desk: Desk, add: Adding
) -> None:
    ben = add(BEN)
    ana = desk.author
    with pytest.raises(WrongPassword):
        sign_in.change_places(desk, THEIRS)
    with pytest.raises(WrongPassword):
        sign_in.change_places(desk, PASSWORD, ben.id)
    assert desk.author == ana
    assert sign_in.change_places(desk, PASSWORD, ana.id) == "Dr Ana Lindqvist"
    assert ("sign_in", ben.id) not in events(desk)
    assert sign_in.change_places(desk, THEIRS, ben.id) == "Dr Ben Okafor"
    assert desk.author == Author(ben.id, "Dr Ben Okafor", Role.CLINICIAN)
    assert events(desk)[0] == ("sign_in", ben.id)
    assert last_signed_in(desk.folder) == ben.id
    signing.check_signature(desk, THEIRS)
