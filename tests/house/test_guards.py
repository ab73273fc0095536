"""Tests: the guards of conftest.py catch what they are there for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.house.tree import ROOT

MESSES = """
import logging
import threading

import pytest

never = threading.Event()
kept = []

@pytest.fixture(scope="module", autouse=True)
def end():
    yield
    never.set()

def test_clean():
    assert True

def test_thread():
    threading.Thread(target=never.wait, name="forgotten").start()

def test_daemon():
    threading.Thread(target=never.wait, daemon=True).start()

def test_log():
    logging.getLogger("mesodesk.store").warning("disk %s", "full")

def test_information():
    logging.getLogger("mesodesk.store").info("opened")

def test_log_read(caplog):
    logging.getLogger("mesodesk.store").warning("disk full")

@pytest.mark.logs_expected
def test_log_expected():
    logging.getLogger("mesodesk.store").warning("disk full")

def test_window(qapp):
    from PySide6.QtWidgets import QWidget
    kept.append(QWidget())
    kept[-1].show()

def test_window_given_to_qtbot(qtbot):
    from PySide6.QtWidgets import QWidget
    kept.append(QWidget())
    qtbot.addWidget(kept[-1])
    kept[-1].show()

def test_timer(qapp):
    from PySide6.QtCore import QTimer
    kept.append(QTimer())
    kept[-1].start(60_000)

def test_timer_stopped(qapp):
    from PySide6.QtCore import QTimer
    kept[-1].stop()
    kept.append(QTimer())
    kept[-1].start(60_000)
    kept[-1].stop()

@pytest.mark.slow
def test_slow():
    assert True

def test_skipped():
    pytest.skip("no printer here")

@pytest.mark.journey
def test_journey_skipped():
    pytest.skip("no printer here")

def test_still_clock(clock):
    assert clock.now().isoformat() == "2026-03-14T09:30:00+00:00"
"""


def outcomes(folder: Path, ci: str) -> dict[str, str]:
    """What became of each test of MESSES: passed, skipped, or what it was told."""
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "test_messes.py").write_text(MESSES, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "--junitxml=out.xml", "."]
    environment = {**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    found: dict[str, str] = {}
    for case in ElementTree.parse(folder / "out.xml").iter("testcase"):
        told = [f"{part.tag}: {part.get('message')} {part.text}" for part in case]
        name = str(case.get("name"))
        found[name] = " ".join([found.get(name, ""), *told]).strip()
    return {name: told or "passed" for name, told in found.items()}


@pytest.fixture(scope="module")
def at_home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The outcomes on a developer's machine."""
    return outcomes(tmp_path_factory.mktemp("home"), ci="")


@pytest.fixture(scope="module")
def in_ci(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The outcomes when CI is set."""
    return outcomes(tmp_path_factory.mktemp("ci"), ci="true")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("test_thread", "running thread forgotten"),
        ("test_log", "unexpected line in the log: WARNING mesodesk.store: disk full"),
        ("test_window", "open window QWidget"),
        ("test_timer", "running timer 60000"),
    ],
)
def test_that_what_is_left_behind_fails_the_test(
    at_home: dict[str, str], name: str, told: str
) -> None:
    assert told in at_home[name]


@pytest.mark.parametrize(
    "name",
    [
        "test_clean",
        "test_daemon",
        "test_information",
        "test_log_read",
        "test_log_expected",
        "test_window_given_to_qtbot",
        "test_timer_stopped",
        "test_still_clock",
    ],
)
def test_that_a_tidy_test_passes(at_home: dict[str, str], name: str) -> None:
    assert at_home[name] == "passed"


def test_that_slow_tests_are_left_to_ci(at_home: dict[str, str], in_ci: dict[str, str]) -> None:
    assert "test_slow" not in at_home
    assert in_ci["test_slow"] == "passed"


def test_that_only_a_journey_may_not_be_skipped_in_ci(
    at_home: dict[str, str], in_ci: dict[str, str]
) -> None:
    assert at_home["test_journey_skipped"].startswith("skipped")
    assert in_ci["test_skipped"].startswith("skipped")
    assert in_ci["test_journey_skipped"].startswith("failure")
