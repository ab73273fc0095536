"""Tests: the program's log goes to a file of its own, and stays small."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from mesodesk.core.log import log_to, logger


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that the log is sent to, while the test runs."""
    root = logging.getLogger("mesodesk")
    level = root.level
    handler = log_to(tmp_path / "logs")
    yield tmp_path / "logs"
    root.removeHandler(handler)
    handler.close()
    root.setLevel(level)


def test_that_each_room_has_a_logger_below_the_programs() -> None:
    assert logger("store").name == "mesodesk.store"


def test_that_an_event_reaches_the_file_with_its_room(folder: Path) -> None:
    logger("store").info("Opened in %d ms", 12)
    (line,) = (folder / "mesodesk.log").read_text("utf-8").splitlines()
    assert line.endswith("INFO mesodesk.store Opened in 12 ms")


def test_that_details_for_debugging_stay_out(folder: Path) -> None:
    logger("store").debug("a detail")
    logger("store").info("an event")
    assert "a detail" not in (folder / "mesodesk.log").read_text("utf-8")


def test_that_nothing_is_written_before_something_happens(folder: Path) -> None:
    assert list(folder.iterdir()) == []


def test_that_a_long_life_keeps_two_files_of_half_a_megabyte(folder: Path) -> None:
    for _ in range(13):
        logger("store").info("x" * 100_000)
    names = {file.name: file.stat().st_size for file in folder.iterdir()}
    assert set(names) == {"mesodesk.log", "mesodesk.log.1"}
    assert max(names.values()) <= 500_000
