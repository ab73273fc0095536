"""Kit: a runner without threads, for presenters driven without a window."""

from collections.abc import Callable
from typing import TypeVar

from mesodesk.core.errors import MesoDeskError
from mesodesk.ui.kit.errand import Errand
from mesodesk.ui.kit.runner import Job, Sink

T = TypeVar("T")


def _raise(error: Exception) -> None:
    raise error


class DirectRunner:
    """A Runner that answers before `ask` returns; errors nobody takes are raised."""

    def __init__(self, sink: Sink = _raise) -> None:
        self._sink = sink

    def ask(
        self,
        question: Callable[[], T],
        answer: Callable[[T], object],
        trouble: Callable[[MesoDeskError], object] | None = None,
    ) -> Job:
        """Run `question` now."""
        errand = Errand(question, answer, trouble)
        errand.run()
        errand.deliver(self._sink)
        return errand

    compute = ask
