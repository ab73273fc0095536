"""Kit: one errand of a runner: its question, who waits for the answer, and how it ended."""

from collections.abc import Callable
from typing import Generic, TypeVar

from mesodesk.core.errors import EnvironmentTrouble, MesoDeskError
from mesodesk.ui.kit.runner import Sink

T = TypeVar("T")


class Errand(Generic[T]):
    """A Job. `run` is called where the work is done, `deliver` in the UI thread."""

    def __init__(
        self,
        question: Callable[[], T],
        answer: Callable[[T], object],
        trouble: Callable[[MesoDeskError], object] | None,
    ) -> None:
        self._question, self._answer, self._trouble = question, answer, trouble
        self._results: tuple[T, ...] = ()
        self._error: Exception | None = None
        self._is_cancelled = False
        self._is_delivered = False

    @property
    def is_over(self) -> bool:
        """Whether it was answered, failed or cancelled."""
        return self._is_cancelled or self._is_delivered

    def cancel(self) -> None:
        """Do not start it if it has not started; in any case drop its answer."""
        self._is_cancelled = True

    def run(self) -> None:
        """Put the question and keep what came of it."""
        if self._is_cancelled:
            return
        try:
            self._results = (self._question(),)
        except Exception as error:  # the one place where any error is carried home
            self._error = error

    def deliver(self, sink: Sink) -> None:
        """Hand over the answer, or the trouble; nothing after a cancel."""
        if self.is_over:
            return
        self._is_delivered = True
        try:
            self._hand_over(sink)
        except Exception as error:  # a presenter's bug must not stop the other answers
            sink(error)

    def _hand_over(self, sink: Sink) -> None:
        if self._error is None:
            for result in self._results:
                self._answer(result)
            return
        if isinstance(self._error, MesoDeskError) and self._trouble is not None:
            self._trouble(self._error)
            if not isinstance(self._error, EnvironmentTrouble):
                return
        sink(self._error)
