"""A question put early: its answer is kept until somebody comes for it, and given once."""

from collections.abc import Callable
from typing import Any

from mesodesk.ui.kit.early import Early


class Asked:
    """A job and a runner in one, whose answer comes when the test says so."""

    is_over = False

    def __init__(self) -> None:
        self.answers: list[Callable[[Any], object]] = []

    def ask(
        self, _question: object, answer: Callable[[Any], object], _trouble: object = None
    ) -> Any:
        self.answers.append(answer)
        return self

    compute = ask

    def cancel(self) -> None:
        """Nothing to stop."""


def test_that_an_answer_waits_for_whoever_takes_it() -> None:
    runner, got = Asked(), list[str]()
    early = Early(runner, lambda: "rows")
    taken = [early.is_taken]
    runner.answers[0]("rows")
    assert early.take(got.append) is runner
    assert got == ["rows"]
    taken.append(early.is_taken)
    assert taken == [False, True]
    early.take(got.append)
    assert got == ["rows"]


def test_that_whoever_comes_before_the_answer_is_given_it_later() -> None:
    runner, got = Asked(), list[str]()
    early = Early(runner, lambda: "rows")
    early.take(got.append)
    assert got == []
    runner.answers[0]("rows")
    assert got == ["rows"]
