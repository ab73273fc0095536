"""Sheets on screen: chosen, seen, printed by key, saved, kept and printed again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mesodesk.services.sheets.preview import pages_of
from mesodesk.services.sheets.printing import kept_sheets, sheet_of
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.printing import FilePrinters, PrinterTrouble, new_printer, print_pages
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.sheets.outgoing import Outgoing
from mesodesk.ui.sheets.print_page import PrintPage
from mesodesk.ui.sheets.wording import language_name, read_time
from tests.ui.sheets.conftest import Visit

CONTROL = Qt.KeyboardModifier.ControlModifier


class NoPrinters:
    """A system without a printer, and a person who turns back."""

    def chosen(self, title: str) -> QPrinter | None:
        """Turned back."""

    def usual(self, title: str) -> QPrinter | None:
        """There is none."""


def kinds(seen: Visit) -> list[str]:
    """What is kept of this patient's sheets, by kind."""
    return sorted(one.kind for one in kept_sheets(seen.desk, seen.patient_id))


def test_that_after_a_session_one_key_prints_both_sheets_in_one_job(
    seen: Visit, qtbot: QtBot
) -> None:
    seen.room.go_to(Destination("sheets", seen.patient_id, "session", seen.session_id))
    QTest.keyClick(seen.room, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: bool(seen.room.notice.message))
    (printed,) = seen.paper.iterdir()
    assert printed.name == "aftercare-session-M-00001.pdf"
    assert pages_of(printed.read_bytes()) == 4
    assert kinds(seen) == ["aftercare", "session"]
    assert seen.verbs(6) == ["print", "print", "outcome", "keep", "outcome", "keep"]
    assert seen.room.notice.message.startswith("Printed: Aftercare, Session record.")


def test_that_the_sheets_are_in_the_patients_language_until_another_is_chosen(
    seen: Visit,
) -> None:
    page, knows = seen.room.print_page, seen.room.presenter
    assert page.language.value() == "fr"
    knows.set_language("en")
    assert knows.spoken() == "en"
    assert page.language.value() == "en"


def test_that_a_sheet_there_is_nothing_for_cannot_be_chosen_and_says_why(seen: Visit) -> None:
    texts = [seen.room.print_page.sheets.item(row).text() for row in range(6)]
    assert "Screening record (no screening yet)" in texts
    seen.room.presenter.show_kind("screening")
    assert not seen.room.print_page.print_button.isEnabled()


def test_that_space_puts_a_sheet_on_the_pile_and_takes_it_off(seen: Visit) -> None:
    sheets, knows = seen.room.print_page.sheets, seen.room.presenter
    sheets.setFocus()
    assert knows.to_print() == ("aftercare",)
    QTest.keyClick(sheets, Qt.Key.Key_Down)
    QTest.keyClick(sheets, Qt.Key.Key_Space)
    assert (knows.kind, knows.pile) == ("session", ("session",))
    QTest.keyClick(sheets, Qt.Key.Key_Return)
    assert knows.pile == ()


def test_that_the_page_is_seen_before_it_is_printed(seen: Visit) -> None:
    preview = seen.room.print_page.preview
    assert preview.page == 0
    pixmap = preview._paper.pixmap()
    assert pixmap.width() > 300
    preview.turn(1)
    assert preview.page == 1


def test_that_large_print_and_a_second_language_reach_the_sheet(seen: Visit) -> None:
    knows, page = seen.room.presenter, seen.room.print_page
    assert knows.kind == "aftercare" and page.beside.isVisible()
    knows.show_kind("session")
    assert not page.beside.isVisible()
    knows.show_kind("consent", seen.course.id)
    assert page.beside.isVisible()
    with_one = knows._sheet("consent")
    knows.set_beside(True)
    assert knows._sheet("consent").page_count > with_one.page_count
    knows.set_beside(False)
    knows.set_large_print(True)
    assert knows._sheet("consent").page_count > with_one.page_count


def test_that_a_saved_copy_is_the_sheet_and_is_in_the_record(
    seen: Visit, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "for the GP.pdf"
    seen.prompter.will_answer(path)
    QTest.keyClick(seen.room, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(path.exists)
    made = sheet_of(seen.desk, seen.patient_id, "aftercare", "fr")
    assert path.read_bytes() == made.pdf
    assert kinds(seen) == ["aftercare"]


def test_that_a_kept_copy_is_printed_again_byte_for_byte_and_noted(seen: Visit) -> None:
    seen.room.presenter.print()
    seen.room.turn_to(seen.room.kept_page)
    (kept,) = seen.room.kept_page.table.rows
    assert kept.sha256[:8] in seen.room.kept_page.hash.text()
    seen.room.kept_page.print_button.click()
    assert seen.verbs(2) == ["reprint", "outcome"]
    assert kinds(seen) == ["aftercare"]


def test_that_turning_back_at_the_printer_leaves_no_trace(seen: Visit) -> None:
    before = seen.verbs(1)
    outgoing = seen.room._outgoing
    outgoing._printers = NoPrinters()
    seen.room.presenter.print()
    assert seen.verbs(1) == before
    seen.room.presenter.print(asks=False)
    assert "no default printer" in seen.room.notice.message


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_that_a_printer_that_fails_is_said_and_noted(seen: Visit) -> None:
    said: list[str] = []
    outgoing: Outgoing = seen.room._outgoing
    outgoing.refused.connect(said.append)
    outgoing._printers = FilePrinters(seen.paper / "not there")
    with pytest.raises(PrinterTrouble):
        seen.room.presenter.print()
    assert said == ["The printer did not take the pages."]
    assert seen.verbs(2) == ["print", "outcome"]
    assert kinds(seen) == []


def test_that_a_sheet_fills_the_paper_it_is_printed_on(tmp_path: Path) -> None:
    class Grey:
        width, height, rgba = 210, 297, b"\x80\x80\x80\xff" * (210 * 297)

    for paper, size in (("A4", (595, 842)), ("Letter", (612, 792))):
        printer = new_printer(paper)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / f"{paper}.pdf"))
        print_pages(printer, (Grey,), paper)
        printed = (tmp_path / f"{paper}.pdf").read_bytes()
        assert f"/MediaBox [0 0 {size[0]}".encode() in printed


@pytest.mark.parametrize(
    ("typed", "read"),
    [("9:30", (9, 30)), ("09.30", (9, 30)), ("9h05", (9, 5)), ("1745", (17, 45)),
     ("930", (9, 30)), ("24:00", None), ("9:60", None), ("nine", None), ("", None)],
)  # fmt: skip
def test_that_a_time_is_read_as_people_write_it(typed: str, read: tuple[int, int] | None) -> None:
    assert read_time(typed) == read


def test_that_a_language_is_named_without_a_country() -> None:
    assert [language_name(code) for code in ("en", "fr", "de")] == [
        "English", "Français", "Deutsch",
    ]  # fmt: skip


def test_that_entering_the_list_does_not_choose_another_sheet(seen: Visit) -> None:
    fresh = PrintPage(seen.room.presenter, DirectRunner())
    assert fresh.sheets.currentRow() == 1
    assert seen.room.presenter.kind == "aftercare"
