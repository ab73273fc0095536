"""The settings on a real record: what is saved, what is refused, and the backup."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mesodesk.core.errors import WrongPassword
from mesodesk.domain.clinic import Author, Occasional, Role
from mesodesk.services import colleagues, signing, upkeep
from mesodesk.services.desk import Desk
from mesodesk.services.sign_in import unlock
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.printing import FilePrinters
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.kit.theme.theme import Look, Mode, theme
from mesodesk.ui.settings.backup_presenter import BackupPresenter
from mesodesk.ui.settings.cards import BackupCard
from mesodesk.ui.settings.section import Section
from mesodesk.ui.settings.view import PAGES, SettingsRoom
from tests.override import THEIRS, add_colleague
from tests.unit.conftest import PASSWORD

NEW = "violet anchor pebble moss"


@pytest.fixture
def prompter() -> ScriptedPrompter:
    """Answers that a test prepares."""
    return ScriptedPrompter()


@pytest.fixture
def make(
    qtbot: QtBot, desk: Desk, prompter: ScriptedPrompter
) -> Iterator[Callable[[], SettingsRoom]]:
    """Builds the room and shows it; afterwards the look is as it was."""
    before = theme().look

    def build() -> SettingsRoom:
        announcer = Announcer()
        made = SettingsRoom(desk, DirectRunner(), announcer, prompter)
        announcer.announced.connect(lambda changes, _origin: made.on_changes(changes))
        qtbot.addWidget(made)
        made.resize(1280, 700)
        made.show()
        return made

    yield build
    theme().apply(before)


@pytest.fixture
def room(make: Callable[[], SettingsRoom]) -> SettingsRoom:
    """The room of a clinic that is no demo."""
    return make()


def fill(section: Section, **texts: str) -> None:
    """Type into fields and save."""
    for name, text in texts.items():
        line = section.form.field(name).findChildren(QLineEdit)[0]
        line.setText(text)
        line.textEdited.emit(text)
    section.save_button.click()


def test_that_the_letterhead_is_changed_and_said_to_be_saved(
    room: SettingsRoom, desk: Desk
) -> None:
    fill(room.clinic, clinic_name="Quay Clinic", time_zone="Europe/Dublin")
    assert (desk.clinic.name, desk.clinic.time_zone) == ("Quay Clinic", "Europe/Dublin")
    assert room.clinic.notice.message == "Saved."
    assert desk.clinic.address == ("1 Quay St",)


def test_that_an_unknown_time_zone_is_said_beside_its_field(room: SettingsRoom) -> None:
    fill(room.clinic, time_zone="Quayland")
    assert room.clinic.form.field("time_zone").problem.startswith("This is not a time zone.")


def test_that_a_threshold_outside_the_founding_document_is_refused(
    room: SettingsRoom, desk: Desk
) -> None:
    """Swelling is gone in 12 to 36 hours: 37 cannot be chosen, 24 can."""
    fill(room.numbers, swelling_hours="37")
    assert room.numbers.form.field("swelling_hours").problem == "Choose from 12 to 36 hours."
    assert desk.settings.swelling_hours == 36
    fill(room.numbers, swelling_hours="24")
    assert desk.settings.swelling_hours == 24


def test_that_fewer_years_of_a_recent_cancer_take_two_clinicians(
    room: SettingsRoom, desk: Desk, prompter: ScriptedPrompter
) -> None:
    fill(room.numbers, recent_cancer_years="3")
    assert "a second clinician of this clinic, and there is none" in room.numbers.notice.message
    colleague = add_colleague(desk)
    prompter.will_answer(PASSWORD, (colleague.name, "not theirs"))
    fill(room.numbers, recent_cancer_years="3")
    assert "neither the password nor the PIN of" in room.numbers.notice.message
    assert desk.settings.recent_cancer_years == 5
    prompter.will_answer(PASSWORD, (colleague.name, THEIRS))
    fill(room.numbers, recent_cancer_years="3")
    assert desk.settings.recent_cancer_years == 3
    assert any("a cancer excludes: 3." in question for question in prompter.asked)


def test_that_opening_hours_are_typed_as_they_are_written(room: SettingsRoom, desk: Desk) -> None:
    fill(room.numbers, opening_5="9 - 13", opening_0="")
    assert desk.settings.opening_hours[5] == (9, 13)
    assert desk.settings.opening_hours[0] == ()
    fill(room.numbers, opening_5="all day")
    assert "such as 9-18" in room.numbers.form.field("opening_5").problem
    fill(room.numbers, opening_5="18-9")
    assert room.numbers.form.field("opening_5").problem.startswith("Write whole hours")


def test_that_a_stale_change_is_said_and_can_be_put_on_top(room: SettingsRoom, desk: Desk) -> None:
    upkeep.change_settings(desk, replace(desk.settings, bruise_days=5))
    fill(room.numbers, bruise_days="9")
    assert "changed since you opened it" in room.numbers.notice.message
    room.numbers.save_button.click()
    assert desk.settings.bruise_days == 9


def test_that_the_clinician_is_changed(room: SettingsRoom, desk: Desk) -> None:
    fill(room.you, name="Dr A. Lindqvist", qualification="MD PhD")
    assert upkeep.clinician(desk).qualification == "MD PhD"
    assert desk.author.name == "Dr A. Lindqvist"


def test_that_the_password_is_changed_only_with_the_one_in_use(
    room: SettingsRoom, desk: Desk
) -> None:
    fill(room.password, current="wrong one here", password=NEW, password_again=NEW)
    assert room.password.notice.message
    unlock(desk.folder, PASSWORD, desk.clock)
    fill(room.password, current=PASSWORD, password=NEW, password_again=NEW)
    assert room.password.notice.message == "Saved."
    unlock(desk.folder, NEW, desk.clock)
    with pytest.raises(WrongPassword):
        unlock(desk.folder, PASSWORD, desk.clock)
    assert room.password.form.field("password").value() == ""


def test_that_two_different_new_passwords_are_refused(room: SettingsRoom) -> None:
    fill(room.password, current=PASSWORD, password=NEW, password_again="something else")
    assert room.password.form.field("password_again").problem


def test_that_a_pin_signs_and_can_be_taken_away(room: SettingsRoom, desk: Desk) -> None:
    fill(room.pin, pin="12a4", pin_password=PASSWORD)
    assert room.pin.form.field("pin").problem == "Use 4 to 8 digits."
    fill(room.pin, pin="4711", pin_password=PASSWORD)
    signing.check_signature(desk, "4711")
    assert room.pin.notice.message == "Saved."


def test_that_the_idle_lock_has_its_range(room: SettingsRoom, desk: Desk) -> None:
    fill(room.idle, idle_lock_minutes="0")
    assert room.idle.form.field("idle_lock_minutes").problem == "Choose from 1 to 120 minutes."
    fill(room.idle, idle_lock_minutes="5")
    assert desk.settings.idle_lock_minutes == 5


def test_that_a_logo_is_chosen_previewed_and_removed(
    room: SettingsRoom, desk: Desk, prompter: ScriptedPrompter, tmp_path: Path
) -> None:
    Image.new("RGB", (30, 10), "navy").save(tmp_path / "logo.png")
    prompter.will_answer(tmp_path / "logo.png")
    room.logo.choose_button.click()
    assert desk.clinic.logo_sha256
    assert room.logo.has_logo
    room.logo.remove_button.click()
    assert desk.clinic.logo_sha256 == ""
    assert not room.logo.has_logo


def test_that_a_file_that_is_no_picture_is_said_below_the_logo(
    room: SettingsRoom, prompter: ScriptedPrompter, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_bytes(b"no picture")
    prompter.will_answer(tmp_path / "logo.png")
    room.logo.choose_button.click()
    assert room.logo.problem.text() == "This is not a PNG or JPEG picture."


def test_that_a_backup_goes_to_the_chosen_folder_and_says_it_is_good(
    room: SettingsRoom, desk: Desk, prompter: ScriptedPrompter, tmp_path: Path
) -> None:
    assert room.backup.age.accessibleName().endswith("There is no backup yet")
    usb = tmp_path / "usb"
    usb.mkdir()
    prompter.will_answer(usb)
    room.backup.backup_button.click()
    assert desk.settings.backup_folder == str(usb)
    assert room.backup.result.message.startswith("Good: ")
    assert len(list(usb.iterdir())) == 1
    assert "today" in room.backup.age.accessibleName()


def test_that_a_folder_that_is_gone_is_said(room: SettingsRoom, desk: Desk, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    upkeep.change_settings(desk, replace(desk.settings, backup_folder=str(gone)))
    room.backup.backup_button.click()
    assert room.backup.result.message == f"There is no folder {gone}."
    assert room.backup.backup_button.isEnabled()


def test_that_a_cancelled_backup_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    upkeep.change_settings(desk, replace(desk.settings, backup_folder=str(usb)))
    backups = BackupPresenter(desk, DirectRunner(), Announcer(), ScriptedPrompter())
    told: list[str] = []
    backups.begun.connect(backups.cancel)
    backups.cancelled.connect(lambda: told.append("cancelled"))
    backups.made.connect(lambda *_: told.append("made"))
    backups.back_up()
    assert told == ["cancelled"]
    assert list(usb.iterdir()) == []


def test_that_a_backup_says_its_percent_while_it_runs(desk: Desk, tmp_path: Path) -> None:
    upkeep.change_settings(desk, replace(desk.settings, backup_folder=str(tmp_path)))
    backups = BackupPresenter(desk, DirectRunner(), Announcer(), ScriptedPrompter())
    card, told = BackupCard(), []
    backups.advanced.connect(card.show_percent)
    backups.advanced.connect(lambda _n: told.append(card.result.message))
    backups.back_up()
    assert told[-1] == "Copying and checking: 100 %. You can go on working."


def test_that_a_new_recovery_sheet_is_used_only_once_it_is_in_hand(
    qtbot: QtBot, desk: Desk, prompter: ScriptedPrompter, tmp_path: Path
) -> None:
    room = SettingsRoom(
        desk, DirectRunner(), Announcer(), prompter, printers=FilePrinters(tmp_path)
    )
    qtbot.addWidget(room)
    before = (desk.folder / "keys.json").read_bytes()
    prompter.will_answer("not the password")
    room.recovery.print_button.click()
    assert "Nothing was changed" in room.recovery.result.message
    prompter.will_answer(PASSWORD, False)
    room.recovery.print_button.click()
    assert (desk.folder / "keys.json").read_bytes() == before
    prompter.will_answer(PASSWORD, True)
    room.recovery.print_button.click()
    assert room.recovery.result.message.startswith("The new sheet is in use.")
    assert (desk.folder / "keys.json").read_bytes() != before
    assert (tmp_path / "Recovery sheet.pdf").stat().st_size > 10_000
    assert unlock(desk.folder, PASSWORD, desk.clock).record == desk.store.keys.record


def test_that_the_look_is_applied_at_once_and_kept_beside_the_record(
    room: SettingsRoom, desk: Desk
) -> None:
    room.look.mode.set_value("dark")
    room.look.text_size.set_value("150")
    room.look.mode.edited.emit()
    assert theme().look == Look(Mode.DARK, 150)
    kept = json.loads((desk.folder / "appearance.json").read_text())
    assert kept == {"mode": "dark", "text_percent": 150}


def test_that_only_the_demo_clinic_can_be_wiped_and_only_after_a_question(
    desk: Desk, make: Callable[[], SettingsRoom], prompter: ScriptedPrompter, qtbot: QtBot
) -> None:
    assert not make().demo.isVisible()
    upkeep.change_clinic(desk, replace(desk.clinic, is_demo=True))
    room = make()
    assert room.demo.isVisible()
    prompter.will_answer(False)
    with qtbot.assertNotEmitted(room.wipe_wanted):
        room.demo.wipe_button.click()
    prompter.will_answer(True)
    with qtbot.waitSignal(room.wipe_wanted):
        room.demo.wipe_button.click()


def test_that_each_page_is_a_destination(room: SettingsRoom) -> None:
    for number, page in enumerate(PAGES):
        room.go_to(Destination("settings", page=page))
        assert room.tabs.currentIndex() == number


class _Windows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        if event.type() is QEvent.Type.Show and is_window:
            self.shown.append(type(watched).__name__)
        return False


def test_that_the_room_of_a_demo_clinic_flashes_no_window_while_it_is_built(
    qtbot: QtBot, qapp: QApplication, desk: Desk, prompter: ScriptedPrompter
) -> None:
    upkeep.change_clinic(desk, replace(desk.clinic, is_demo=True))
    windows = _Windows()
    qapp.installEventFilter(windows)
    room = SettingsRoom(desk, DirectRunner(), Announcer(), prompter)
    qapp.removeEventFilter(windows)
    qtbot.addWidget(room)
    assert windows.shown == []
    assert not room.demo.isHidden()


def open_page(room: SettingsRoom, page: str) -> None:
    """Show a page and read what stands on record."""
    room.go_to(Destination("settings", page=page))
    room.read_again()


def test_that_a_colleague_is_let_in_and_listed(room: SettingsRoom, desk: Desk) -> None:
    open_page(room, "clinician")
    assert [one.name for one in room.people.card.table.rows] == ["Dr Ana Lindqvist"]
    assert not room.people.adding.isVisible()
    room.people.card.add_button.click()
    assert room.people.adding.isVisible()
    fill(
        room.people.adding,
        name="Dr Ben Okafor",
        registration_number="IMC 111111",
        password=NEW,
        password_again=NEW,
        own_password="not mine",
    )
    assert "not your password" in room.people.adding.notice.message
    fill(room.people.adding, own_password=PASSWORD)
    assert [one.name for one in room.people.card.table.rows] == [
        "Dr Ana Lindqvist", "Dr Ben Okafor",
    ]  # fmt: skip
    assert not room.people.adding.isVisible()
    room.people.card.add_button.click()
    assert room.people.adding.form.field("own_password").value() == ""
    room.people.adding.form.field("role").set_value("assistant")
    fill(
        room.people.adding, name="Eva Roth", password=NEW, password_again=NEW, own_password=PASSWORD
    )
    assert [one.role for one in room.people.card.table.rows][2] is Role.ASSISTANT
    (ben,) = signing.second_signers(desk)
    assert unlock(desk.folder, NEW, desk.clock, ben.id).clinician_id == ben.id


def test_that_a_weak_password_of_a_colleague_is_refused_beside_its_field(
    room: SettingsRoom, desk: Desk
) -> None:
    open_page(room, "clinician")
    room.people.card.add_button.click()
    fill(room.people.adding, name="Ben Okafor", password="okafor", password_again="okafor")
    fill(room.people.adding, own_password=PASSWORD)
    assert room.people.adding.form.field("password").problem
    assert len(colleagues.colleagues(desk)) == 1


def test_that_a_colleague_is_changed_and_retired(
    room: SettingsRoom, desk: Desk, prompter: ScriptedPrompter
) -> None:
    ben = add_colleague(desk)
    open_page(room, "clinician")
    card = room.people.card
    assert not card.retire_button.isEnabled()
    card.table.highlight(lambda one: one.id == ben.id)
    card.change_button.click()
    fill(room.people.changing, name="Dr Benedict Okafor")
    assert [one.name for one in card.table.rows][1] == "Dr Benedict Okafor"
    card.table.highlight(lambda one: one.id == ben.id)
    prompter.will_answer(True, PASSWORD)
    card.retire_button.click()
    assert not card.table.rows[1].is_active
    assert not card.retire_button.isEnabled()
    assert card.notice.message == "Their key was taken away."


def test_that_an_assistant_is_offered_nothing_that_is_a_clinicians(
    room: SettingsRoom, desk: Desk
) -> None:
    desk.author = Author(desk.author.id, desk.author.name, Role.ASSISTANT)
    open_page(room, "clinician")
    assert not room.people.card.add_button.isEnabled()
    fill(room.numbers, bruise_days="9")
    assert "A clinician signs" in room.numbers.notice.message


def test_that_the_clinics_rule_for_an_aspirin_taken_once_is_chosen(
    room: SettingsRoom, desk: Desk
) -> None:
    open_page(room, "overrides")
    room.overrides.form.field("occasional").set_value("wait")
    room.overrides.form.field("occasional_nsaids").set_value(True)
    fill(room.overrides, occasional_wait_days="0")
    assert room.overrides.form.field("occasional_wait_days").problem == "Choose from 1 to 14 days."
    fill(room.overrides, occasional_wait_days="3")
    kept = desk.settings
    assert (kept.occasional, kept.occasional_wait_days) == (Occasional.WAIT, 3)
    assert (kept.occasional_nsaids, kept.absolute_with_reason) == (True, False)


def test_that_founding_stops_are_opened_by_two_signatures_and_shut_by_one_click(
    room: SettingsRoom, desk: Desk, prompter: ScriptedPrompter
) -> None:
    open_page(room, "overrides")
    assert room.founding.allow_button.isVisible()
    room.founding.allow_button.click()
    assert "no other clinician" in room.founding.result.message
    add_colleague(desk)
    prompter.will_answer(PASSWORD, ("Dr Ben Okafor", "wrong"))
    room.founding.allow_button.click()
    assert "Dr Ben Okafor" in room.founding.result.message
    assert not desk.settings.founding_override
    prompter.will_answer(PASSWORD, ("Dr Ben Okafor", THEIRS))
    room.founding.allow_button.click()
    assert room.founding.state.accessibleName().endswith("Dr Ana Lindqvist, Dr Ben Okafor")
    assert not room.founding.allow_button.isVisible()
    room.founding.forbid_button.click()
    assert room.founding.allow_button.isVisible()
    assert not room.presenter.settings.founding_override
