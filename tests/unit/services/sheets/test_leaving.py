"""What leaves: noted before a byte, noted after, kept by its hash, printed again as it was."""

import hashlib
from pathlib import Path

import pytest

from mesodesk.core.errors import BadInput
from mesodesk.services import upkeep
from mesodesk.services.desk import Desk
from mesodesk.services.sheets import leaving
from mesodesk.services.sheets.preview import page_png, pages_of, print_page
from mesodesk.services.sheets.printing import MadeSheet, kept_pdf, kept_sheets, sheet_of
from mesodesk.store import audit
from tests import visit


@pytest.fixture
def sheet(desk: Desk) -> MadeSheet:
    """A course plan."""
    who = visit.register(desk)
    visit.plan(desk, who)
    return sheet_of(desk, who, "course_plan")


def verbs(desk: Desk, count: int) -> list[str]:
    """The verbs of the newest events, oldest first."""
    with desk.store.reading(desk.author) as reading:
        newest = list(audit.events(reading))[:count]
    return [event.verb for event in reversed(newest)]


def is_noted(desk: Desk, sheet: MadeSheet, verb: str, name: str, value: str) -> bool:
    """Whether the chain has this of the sheet; it keeps fingerprints, never the words."""
    with desk.store.reading(desk.author) as reading:
        return audit.has_fingerprint(reading, sheet.subject_id, verb, name, value)


def test_that_the_intent_is_committed_with_the_hash_before_a_byte_leaves(
    desk: Desk, sheet: MadeSheet
) -> None:
    leaving.about_to_leave(desk, (sheet,))
    sha256 = hashlib.sha256(sheet.pdf).hexdigest()
    assert verbs(desk, 1) == ["print"]
    assert is_noted(desk, sheet, "print", "sha256", sha256)
    assert is_noted(desk, sheet, "print", "sheet", "course_plan")


def test_that_what_was_printed_is_kept_once_however_often(desk: Desk, sheet: MadeSheet) -> None:
    for _ in range(2):
        leaving.about_to_leave(desk, (sheet,))
        leaving.has_left(desk, (sheet,))
    (kept,) = kept_sheets(desk, sheet.patient_id)
    assert kept.sha256 == hashlib.sha256(sheet.pdf).hexdigest()
    assert kept.page_count == 1
    assert verbs(desk, 5) == ["print", "outcome", "keep", "reprint", "outcome"]
    assert kept_pdf(desk, kept).pdf == sheet.pdf


def test_that_what_failed_is_noted_and_not_kept(desk: Desk, sheet: MadeSheet) -> None:
    leaving.about_to_leave(desk, (sheet,))
    leaving.has_left(desk, (sheet,), leaving.FAILED)
    assert is_noted(desk, sheet, "outcome", "outcome", "failed")
    assert not is_noted(desk, sheet, "outcome", "outcome", "sent")
    assert kept_sheets(desk, sheet.patient_id) == ()


def test_that_a_saved_copy_is_the_sheet_and_is_kept(
    desk: Desk, sheet: MadeSheet, tmp_path: Path
) -> None:
    path = tmp_path / "plan.pdf"
    leaving.save_copy(desk, sheet, path)
    assert path.read_bytes() == sheet.pdf
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["plan.pdf"]
    assert verbs(desk, 3) == ["export", "outcome", "keep"]


def test_that_a_copy_that_cannot_be_written_is_said_and_noted(
    desk: Desk, sheet: MadeSheet, tmp_path: Path
) -> None:
    with pytest.raises(BadInput) as refused:
        leaving.save_copy(desk, sheet, tmp_path / "nowhere" / "plan.pdf")
    assert refused.value.problems[0].field == "file"
    assert is_noted(desk, sheet, "outcome", "outcome", "failed")
    assert kept_sheets(desk, sheet.patient_id) == ()


def test_that_verify_finds_a_kept_sheet_whose_bytes_are_gone(desk: Desk, sheet: MadeSheet) -> None:
    leaving.has_left(desk, (sheet,))
    visit.without_guards(desk, "sheet", f"UPDATE sheet SET sha256 = '{'0' * 64}'")
    checks = {check.name: check.wrong for check in upkeep.verify(desk)}
    assert checks["kept sheets"] == "1 kept sheet is missing or changed"


def test_that_the_suggested_name_tells_nobody_who_the_patient_is(sheet: MadeSheet) -> None:
    assert leaving.suggested_name(sheet, "M-00001") == "course-plan-M-00001-en.pdf"


def test_that_a_page_is_drawn_for_the_window_and_at_300_dpi_for_paper(sheet: MadeSheet) -> None:
    assert pages_of(sheet.pdf) == 1
    assert page_png(sheet.pdf, 0, 1.0).startswith(b"\x89PNG")
    drawn = print_page(sheet.pdf, 0)
    # A4 is 210 x 297 mm: at 300 dots to 25.4 mm that is 2480 x 3508.
    assert (drawn.width, drawn.height) == (2481, 3508)
    with pytest.raises(IndexError):
        page_png(sheet.pdf, 1, 1.0)
