"""Pages as pictures: size by resolution, ink where it was printed, safe from several threads."""

import threading

import pytest

from mesodesk.documents.course import course_pdf
from mesodesk.documents.preview import PRINT_DPI, page_count, page_image, page_size
from mesodesk.documents.recovery import recovery_pdf
from mesodesk.documents.shelf import sheet_wording
from tests.unit.documents.samples import PLAN, RECOVERY

PDF = course_pdf(PLAN, sheet_wording("en"))


def test_that_a_printed_page_has_three_hundred_dots_an_inch() -> None:
    page = page_image(PDF, 0, PRINT_DPI)
    # A4 is 210 x 297 mm: 8.27 x 11.69 inches
    assert (page.width, page.height) == (pytest.approx(2480, abs=1), pytest.approx(3508, abs=1))
    assert len(page.rgba) == page.width * page.height * 4


def test_that_a_page_is_white_and_opaque_with_black_type() -> None:
    page = page_image(PDF, 0, 72)
    assert page.rgba[:4] == b"\xff\xff\xff\xff"
    assert min(page.rgba[0::4]) < 60
    assert set(page.rgba[3::4]) == {255}


def test_that_pages_are_counted_and_measured() -> None:
    assert page_count(PDF) == 1
    assert page_size(PDF, 0) == (pytest.approx(595.28, abs=0.01), pytest.approx(841.89, abs=0.01))


@pytest.mark.parametrize("page", [-1, 1])
def test_that_a_page_there_is_not_is_an_error(page: int) -> None:
    with pytest.raises(IndexError, match="no page"):
        page_image(PDF, page)


def test_that_threads_may_render_at_the_same_time() -> None:
    other = recovery_pdf(RECOVERY, sheet_wording("fr"))
    expected = {PDF: page_image(PDF, 0, 50), other: page_image(other, 0, 50)}
    wrong: list[bytes] = []

    def render(pdf: bytes) -> None:
        wrong.extend(pdf for _ in range(5) if page_image(pdf, 0, 50) != expected[pdf])

    threads = [threading.Thread(target=render, args=(pdf,)) for pdf in (PDF, other) * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
