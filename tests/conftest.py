"""Tests: the guards that every test passes, and the clock that stands still.

A test fails on what it leaves behind: a thread, an open window, a running timer, an unexpected
line in the log. Qt is looked at only where it is already loaded: unit tests need none.
"""

import gc
import logging
import os
import sys
import threading
from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mesodesk.core.clock import SetClock

os.environ["QT_QPA_PLATFORM"] = "offscreen"

IN_CI = bool(os.environ.get("CI"))
THREAD_GRACE_S = 2.0
QT_FIXTURES = {"qtbot", "qapp", "qtmodeltester"}

_before = pytest.StashKey[set[int]]()
_tidied: list[Path] = []  # the test file that the heap was last tidied for
_log = pytest.StashKey["LogWatch"]()


# ---------------------------------------------------------------- what every test may ask for


@pytest.fixture
def clock() -> SetClock:
    """A clock set to 14 March 2026, 09:30 UTC, a Saturday; it moves only when told."""
    return SetClock(datetime(2026, 3, 14, 9, 30, tzinfo=UTC))


@pytest.fixture(autouse=True, scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test reads or writes the home of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(home))
        patch.delenv("MESODESK_PASSWORD", raising=False)
        yield home


# ---------------------------------------------------------------- which tests run


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave slow tests to CI, unless they are asked for by their mark."""
    for item in items:
        if "journeys" in Path(item.path).parts:
            item.add_marker(pytest.mark.journey)
    if IN_CI or config.option.markexpr:
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A journey that is skipped proves nothing: under CI it fails."""
    report = yield
    if IN_CI and report.skipped and item.get_closest_marker("journey"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and CI is set: {report.longrepr}"
    return report


# ---------------------------------------------------------------- what no test may leave behind


class LogWatch(logging.Handler):
    """Collects what the program logs as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line, for the report."""
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    """Note what was there before the test and its fixtures."""
    tidy_heap(item.path)
    item.stash[_before] = {id(thread) for thread in threading.enumerate()}
    if "PySide6.QtWidgets" in sys.modules:
        item.stash[_before] |= set(open_windows())
    item.stash[_log] = LogWatch()
    logging.getLogger("mesodesk").addHandler(item.stash[_log])
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """Compare with what is there after the test and all its fixtures."""
    yield
    watch = item.stash[_log]
    logging.getLogger("mesodesk").removeHandler(watch)
    left = leaked_threads(item.stash[_before])
    if "PySide6.QtWidgets" in sys.modules:
        left += leaked_windows(item.stash[_before])
        if QT_FIXTURES & set(getattr(item, "fixturenames", ())):
            left += running_timers()
    if not may_log(item):
        left += [f"unexpected line in the log: {line}" for line in watch.lines]
    if left:
        pytest.fail("The test left behind:\n  " + "\n  ".join(left), pytrace=False)


def may_log(item: pytest.Item) -> bool:
    """Whether the test says that it provokes, or itself reads, warnings in the log."""
    asked = "caplog" in getattr(item, "fixturenames", ())
    return asked or item.get_closest_marker("logs_expected") is not None


def leaked_threads(before: set[int]) -> list[str]:
    """Threads that keep the program alive and do not end of themselves in a moment."""
    left = []
    for thread in threading.enumerate():
        if id(thread) in before or thread.daemon or thread is threading.current_thread():
            continue
        thread.join(THREAD_GRACE_S)
        if thread.is_alive():
            left.append(f"running thread {thread.name}")
    return left


def open_windows() -> dict[int, str]:
    """Every window on the screen, by the address of its Qt object."""
    from PySide6.QtWidgets import QApplication
    from shiboken6 import Shiboken

    if not isinstance(QApplication.instance(), QApplication):
        return {}
    return {
        int(Shiboken.getCppPointer(window)[0]): type(window).__name__
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
    }


def leaked_windows(before: set[int]) -> list[str]:
    """Windows that stand open since the test, after what Qt was told to delete is gone."""
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [f"open window {name}" for at, name in open_windows().items() if at not in before]


def tidy_heap(path: Path) -> None:
    """Once for each test file, set aside what is there to stay: modules, tests, cached knowledge.

    Looking for timers goes through every object that is not set aside, after each test of a window.
    """
    if [path] != _tidied:
        gc.collect()
        gc.freeze()
        _tidied[:] = [path]


def running_timers() -> list[str]:
    """Timers that still run. Each test stops its own, so none was there before."""
    gc.collect()
    return [f"running timer {name}" for name in _timers()]


def _timers() -> Iterator[str]:
    from PySide6.QtCore import QTimer
    from shiboken6 import Shiboken

    for thing in gc.get_objects():
        if isinstance_safely(thing, QTimer) and Shiboken.isValid(thing) and thing.isActive():
            parent = thing.parent()
            yield f"{thing.objectName() or thing.interval()} of {type(parent).__name__}"


def isinstance_safely(thing: object, kind: type) -> bool:
    """`isinstance` by type alone: asking `__class__` could wake a lazy object."""
    return issubclass(type(thing), kind)
