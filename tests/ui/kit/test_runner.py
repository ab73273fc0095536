"""Work leaves the UI thread and comes home to it, in order, in slices, and never after a cancel."""

import threading
from collections.abc import Iterator
from functools import partial
from time import perf_counter

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from mesodesk.core.errors import BadInput, DiskFull, MesoDeskError, Problem
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.threads import ThreadRunner

COUNT = 2_000
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def sunk() -> list[Exception]:
    """What arrived at the trouble sink."""
    return []


@pytest.fixture
def runner(sunk: list[Exception]) -> Iterator[ThreadRunner]:
    """A runner with real threads, closed afterwards."""
    made = ThreadRunner(sunk.append)
    yield made
    made.close()


def test_that_the_question_is_put_elsewhere_and_answered_here(
    qtbot: QtBot, runner: ThreadRunner
) -> None:
    homes: list[tuple[str, int]] = []
    runner.ask(
        lambda: threading.current_thread().name,
        lambda name: homes.append((name, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: len(homes) == 1)
    assert homes[0][0].startswith("mesodesk-record")
    assert homes[0][1] == threading.get_ident()


def test_that_the_record_is_asked_in_turn(qtbot: QtBot, runner: ThreadRunner) -> None:
    answers: list[int] = []
    for number in range(50):
        runner.ask(partial(int, number), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert answers == list(range(50))


def test_that_thousands_of_answers_do_not_freeze_the_window(
    qtbot: QtBot, runner: ThreadRunner
) -> None:
    answers: list[int] = []
    beats: list[float] = []
    heart = QTimer()
    heart.setInterval(1)
    heart.timeout.connect(lambda: beats.append(perf_counter()))
    gate = threading.Event()
    runner.ask(gate.wait, lambda _opened: None)

    def take(number: int) -> None:
        answers.append(number)
        sum(range(2_000))

    for number in range(COUNT):
        runner.ask(partial(int, number), take)
    heart.start()
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == COUNT, timeout=20_000)
    heart.stop()
    assert answers == list(range(COUNT))
    assert len(beats) > 3


def test_that_a_cancelled_job_is_not_answered(qtbot: QtBot, runner: ThreadRunner) -> None:
    gate, asked, answers = threading.Event(), list[str](), list[None]()
    runner.ask(gate.wait, lambda _opened: None)
    job = runner.ask(lambda: asked.append("asked"), answers.append)
    job.cancel()
    gate.set()
    done: list[str] = []
    runner.ask(lambda: "last", done.append)
    qtbot.waitUntil(lambda: done == ["last"])
    assert asked == []
    assert answers == []
    assert job.is_over


def test_that_a_started_job_that_is_cancelled_keeps_its_answer_to_itself(
    qtbot: QtBot, runner: ThreadRunner
) -> None:
    begun, gate, answers = threading.Event(), threading.Event(), list[str]()

    def slowly() -> str:
        begun.set()
        gate.wait()
        return "late"

    job = runner.compute(slowly, answers.append)
    begun.wait()
    job.cancel()
    gate.set()
    done: list[str] = []
    runner.compute(lambda: "last", done.append)
    qtbot.waitUntil(lambda: done == ["last"])
    assert answers == []


def test_that_answers_come_home_while_an_answer_holds_a_dialog_open(
    qtbot: QtBot, runner: ThreadRunner
) -> None:
    loop, answers = QEventLoop(), list[str]()

    def take_last(word: str) -> None:
        answers.append(word)
        loop.quit()

    gate = threading.Event()
    runner.ask(gate.wait, lambda _opened: loop.exec())
    runner.ask(lambda: "second", answers.append)
    runner.ask(lambda: "third", take_last)
    gate.set()
    qtbot.waitUntil(lambda: answers == ["second", "third"])


def test_that_a_refusal_goes_to_whoever_asked(
    qtbot: QtBot, runner: ThreadRunner, sunk: list[Exception]
) -> None:
    troubles: list[MesoDeskError] = []
    runner.ask(lambda: _raise(BadInput(Problem("name", "needed"))), _never, troubles.append)
    qtbot.waitUntil(lambda: len(troubles) == 1)
    assert isinstance(troubles[0], BadInput)
    assert sunk == []


def test_that_trouble_of_the_machine_goes_to_the_bar_as_well(
    qtbot: QtBot, runner: ThreadRunner, sunk: list[Exception]
) -> None:
    troubles: list[MesoDeskError] = []
    runner.ask(lambda: _raise(DiskFull()), _never, troubles.append)
    qtbot.waitUntil(lambda: len(sunk) == 1)
    assert isinstance(troubles[0], DiskFull)
    assert sunk == troubles


def test_that_a_bug_goes_to_the_sink_whoever_asked(
    qtbot: QtBot, runner: ThreadRunner, sunk: list[Exception]
) -> None:
    troubles: list[MesoDeskError] = []
    runner.compute(lambda: _raise(ZeroDivisionError()), _never, troubles.append)
    qtbot.waitUntil(lambda: len(sunk) == 1)
    assert isinstance(sunk[0], ZeroDivisionError)
    assert troubles == []


def test_that_a_bug_in_one_answer_does_not_stop_the_next(
    qtbot: QtBot, runner: ThreadRunner, sunk: list[Exception]
) -> None:
    answers: list[int] = []
    runner.ask(lambda: 1, lambda _one: _raise(KeyError("x")))
    runner.ask(lambda: 2, answers.append)
    qtbot.waitUntil(lambda: answers == [2])
    assert isinstance(sunk[0], KeyError)


def test_that_closing_joins_the_threads_and_drops_what_waits(qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    runner, answers = ThreadRunner(_never), list[int]()
    for number in range(20):
        runner.ask(partial(int, number), answers.append)
    runner.close()
    qtbot.wait(20)
    assert set(threading.enumerate()) <= before
    assert answers == []


def test_that_what_was_asked_of_the_record_is_done_before_the_threads_end() -> None:
    """The last draft is saved as the window closes, often behind something else."""
    runner, done = ThreadRunner(_never), list[str]()
    may_go = threading.Event()
    runner.ask(may_go.wait, lambda _none: None)
    runner.ask(lambda: done.append("the draft"), lambda _none: None)
    opener = threading.Timer(0.05, may_go.set)
    opener.start()
    runner.close()
    opener.join()
    assert done == ["the draft"]


def test_that_the_direct_runner_answers_at_once() -> None:
    answers: list[int] = []
    job = DirectRunner().ask(lambda: 42, answers.append)
    assert answers == [42]
    assert job.is_over


def test_that_the_direct_runner_raises_what_nobody_takes() -> None:
    with pytest.raises(ZeroDivisionError):
        DirectRunner().compute(lambda: 1 // 0, _never)


def _raise(error: Exception) -> None:
    raise error


def _never(*_anything: object) -> None:
    raise AssertionError("this was not to be called")
