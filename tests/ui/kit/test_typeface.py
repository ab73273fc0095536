"""The typeface: unpacked once, kept beside the record, and found there at the next start."""

from collections.abc import Iterator
from pathlib import Path

import pymupdf_fonts
import pytest

from mesodesk.ui.kit.theme import typeface


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A home that the faces are to be kept in, while the test runs."""
    typeface.prepare(tmp_path)
    yield tmp_path
    typeface._folders.clear()


def test_that_the_faces_are_kept_as_they_were_packed(home: Path) -> None:
    assert typeface.kept_face("figo") is None
    typeface.keep()
    for face in typeface.FACES:
        kept = typeface.kept_face(face)
        assert kept == home / "typeface" / f"{face}.ttf"
        assert kept.read_bytes() == pymupdf_fonts.myfont(face)
    assert [one.suffix for one in (home / "typeface").iterdir()] == [".ttf", ".ttf"]


def test_that_kept_faces_are_not_unpacked_again(home: Path) -> None:
    typeface.keep()
    typeface.face_bytes("figo")
    typeface.prepare(home)
    assert typeface._threads == []


def test_that_a_folder_that_cannot_be_written_keeps_nothing(home: Path) -> None:
    (home / "typeface").write_text("something of that name stands here already")
    typeface.keep()
    assert typeface.kept_face("figo") is None
    assert len(typeface.face_bytes("figo")) > 500_000
