"""Kit: a question put before anybody waits for its answer; both are made at the same time."""

from collections.abc import Callable
from typing import Generic, TypeVar

from mesodesk.ui.kit.runner import Job, Runner

T = TypeVar("T")


class Early(Generic[T]):
    """Asks in the database thread at once. Whoever takes the answer first has it, once."""

    def __init__(self, runner: Runner, question: Callable[[], T]) -> None:
        self._answers: list[T] = []
        self._taker: Callable[[T], object] | None = None
        self._is_taken = False
        self._job = runner.ask(question, self._on_answer)

    @property
    def is_taken(self) -> bool:
        """Whether somebody came for it already; then it is old, and to be asked anew."""
        return self._is_taken

    def take(self, answer: Callable[[T], object]) -> Job:
        """Have `answer` called: now, or when it comes."""
        self._is_taken, self._taker = True, answer
        if self._answers:
            answer(self._answers.pop())
        return self._job

    def _on_answer(self, answer: T) -> None:
        if self._taker is not None:
            self._taker(answer)
        else:
            self._answers.append(answer)
