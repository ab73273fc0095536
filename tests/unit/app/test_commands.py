"""The typed commands, on a real record: what they say, and what they leave behind."""

import os
from pathlib import Path

import pytest
from pypdf import PdfReader

from mesodesk.app import commands
from mesodesk.core.clock import SystemClock
from mesodesk.core.errors import (
    AlreadyOpen,
    BadInput,
    DamagedRecord,
    EnvironmentTrouble,
    NotFound,
    Refused,
    WrongPassword,
)
from mesodesk.core.paths import holds_record
from mesodesk.domain.clinic import Clinic
from mesodesk.services import sign_in
from mesodesk.store import audit
from tests import visit
from tests.fresh import PASSWORD, open_fresh

PRINTER = """#!/bin/sh
cat >"$(dirname "$0")/printed.pdf"
"""
BROKEN_PRINTER = """#!/bin/sh
cat >/dev/null
echo "lp: no default destination" >&2
exit 1
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The closed record of a clinic with one patient, M-00001, a course and one lot."""
    folder = tmp_path / "home"
    desk = open_fresh(folder, Clinic("Harbour Clinic", ("1 Quay St",)))
    who = visit.register(desk)
    visit.plan(desk, who)
    visit.shelve(desk)
    desk.close()
    return folder


def newest_verbs(home: Path, count: int) -> list[str]:
    """What the audit chain noted last, oldest first."""
    clock = SystemClock()
    desk = sign_in.sign_in(home, sign_in.unlock(home, PASSWORD, clock), clock)
    with desk.store.reading(desk.author) as reading:
        newest = list(audit.events(reading))[: count + 1]
    desk.close()
    return [event.verb for event in reversed(newest)][:-1]


def install_printer(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program called `lp` that stands first on the path."""
    folder.mkdir()
    (folder / "lp").write_text(script, encoding="utf-8")
    (folder / "lp").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize("typed", ["zizkova", "Zoë", "2/4/1985", "M-00001"])
def test_that_find_names_the_patient_on_one_line(home: Path, typed: str) -> None:
    assert commands.find(home, PASSWORD, typed) == ("M-00001  Žižková, Zoë  1985-04-02",)


def test_that_find_names_a_lot_with_its_expiry_and_product(home: Path) -> None:
    found = commands.find(home, PASSWORD, "PR-2604")
    assert found == ("lot PR-2604  expires 2027-01-31  Procaine 2 %",)


def test_that_find_says_when_there_is_nothing(home: Path) -> None:
    assert commands.find(home, PASSWORD, "nobody") == ("Nothing was found.",)


def test_that_a_wrong_password_opens_nothing(home: Path) -> None:
    with pytest.raises(WrongPassword):
        commands.find(home, "a wild river at dawn", "zizkova")


def test_that_a_folder_without_a_record_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no record in"):
        commands.find(tmp_path, PASSWORD, "zizkova")
    assert list(tmp_path.iterdir()) == []


def test_that_verify_finds_every_check_good(home: Path) -> None:
    lines, is_good = commands.verify(home, PASSWORD)
    assert is_good
    assert len(lines) == 7
    assert all(line.endswith(": good") for line in lines)


def test_that_verify_says_what_is_wrong(home: Path) -> None:
    clock = SystemClock()
    desk = sign_in.sign_in(home, sign_in.unlock(home, PASSWORD, clock), clock)
    visit.without_guards(desk, "audit_event", "UPDATE audit_event SET verb = 'x' WHERE number = 1")
    desk.close()
    lines, is_good = commands.verify(home, PASSWORD)
    assert not is_good
    assert any(not line.endswith(": good") for line in lines)


def test_that_a_backup_is_made_below_the_folder_and_opens(home: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    (line,) = commands.back_up(home, PASSWORD, disk)
    (made,) = disk.iterdir()
    assert line.startswith(f"Backed up to {made}: ")
    assert line.endswith("reopened, counted and compared.")
    assert commands.find(made, PASSWORD, "zizkova") == ("M-00001  Žižková, Zoë  1985-04-02",)


def test_that_a_backup_into_a_missing_folder_is_refused(home: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        commands.back_up(home, PASSWORD, tmp_path / "nowhere")


def test_that_a_sheet_is_written_where_asked_and_noted(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    said = commands.print_sheet(home, PASSWORD, "course_plan", "m-00001", language="fr", out=out)
    assert said == (f"Written to {out}.",)
    assert "Žižková" in PdfReader(out).pages[0].extract_text()
    assert newest_verbs(home, 2) == ["export", "outcome"]


@pytest.mark.parametrize("place", ["nowhere/plan.pdf", "."])
def test_that_a_sheet_that_cannot_be_written_is_said_and_noted(
    home: Path, tmp_path: Path, place: str
) -> None:
    out = tmp_path / place
    with pytest.raises(EnvironmentTrouble, match="could not be written"):
        commands.print_sheet(home, PASSWORD, "course_plan", "M-00001", language="", out=out)
    assert newest_verbs(home, 2) == ["export", "outcome"]


def test_that_a_language_without_sheets_is_refused_and_those_with_are_named(
    home: Path, tmp_path: Path
) -> None:
    out = tmp_path / "plan.pdf"
    with pytest.raises(BadInput, match="no sheets in xx: choose en or fr"):
        commands.print_sheet(home, PASSWORD, "course_plan", "M-00001", language="xx", out=out)
    assert not out.exists()


def test_that_a_record_that_lost_its_documents_is_not_called_good(home: Path) -> None:
    (home / "content.db").unlink()
    with pytest.raises(DamagedRecord, match="documents"):
        commands.verify(home, PASSWORD)
    assert not (home / "content.db").exists()


def test_that_a_sheet_goes_to_the_print_queue(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_printer(tmp_path / "bin", PRINTER, monkeypatch)
    said = commands.print_sheet(home, PASSWORD, "course_plan", "M-00001", language="", out=None)
    assert said == ("Sent to the printer.",)
    assert (tmp_path / "bin" / "printed.pdf").read_bytes().startswith(b"%PDF-")
    assert newest_verbs(home, 2) == ["print", "outcome"]


def test_that_what_the_print_queue_says_is_passed_on(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_printer(tmp_path / "bin", BROKEN_PRINTER, monkeypatch)
    with pytest.raises(NotFound, match="no default destination"):
        commands.print_sheet(home, PASSWORD, "course_plan", "M-00001", language="", out=None)
    assert newest_verbs(home, 2) == ["print", "outcome"]


def test_that_without_a_print_queue_another_way_is_named(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotFound, match="use --out FILE"):
        commands.print_sheet(home, PASSWORD, "course_plan", "M-00001", language="", out=None)


def test_that_a_sheet_wants_a_whole_chart_number(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    with pytest.raises(NotFound, match="No patient has the chart number"):
        commands.print_sheet(home, PASSWORD, "course_plan", "Žižková", language="", out=out)
    assert not out.exists()


def test_that_a_sheet_the_patient_has_not_is_said(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "session.pdf"
    with pytest.raises(NotFound, match="This patient has no signed session yet"):
        commands.print_sheet(home, PASSWORD, "session", "M-00001", language="", out=out)
    assert not out.exists()


def test_that_a_demo_clinic_is_known_by_its_password_and_wiped(tmp_path: Path) -> None:
    open_fresh(tmp_path / "demo", Clinic("Harbour Clinic", is_demo=True)).close()
    assert commands.known_password(tmp_path / "demo") == "demo clinic"
    said = commands.make_demo(tmp_path / "demo", wipe=True)
    assert said == ("The demo clinic was wiped.",)
    assert not holds_record(tmp_path / "demo")


def test_that_a_real_clinic_is_neither_wiped_nor_opened_without_asking(home: Path) -> None:
    assert commands.known_password(home) == ""
    with pytest.raises(Refused):
        commands.make_demo(home, wipe=True)
    with pytest.raises(Refused):
        commands.make_demo(home, wipe=False)
    assert holds_record(home)


def test_that_no_demo_is_made_beside_an_open_window(tmp_path: Path) -> None:
    with sign_in.holding(tmp_path), pytest.raises(AlreadyOpen):
        commands.make_demo(tmp_path, wipe=False)
