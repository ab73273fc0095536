"""Kit: what a presenter knows of background work: ask the record, compute in the pool, cancel."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from mesodesk.core.errors import MesoDeskError

T = TypeVar("T")


class Job(Protocol):
    """A piece of work that was handed in."""

    @property
    def is_over(self) -> bool:
        """Whether it was answered, failed or cancelled."""
        ...

    def cancel(self) -> None:
        """Do not start it if it has not started; in any case drop its answer."""
        ...


class Runner(Protocol):
    """Takes questions away from the UI thread and brings the answers home to it.

    `trouble` is given every MesoDeskError; without it such an error goes to the trouble sink.
    An EnvironmentTrouble goes to the sink in both cases, because the trouble bar belongs to
    it. Any other exception is a bug and always goes to the sink.
    """

    def ask(
        self,
        question: Callable[[], T],
        answer: Callable[[T], object],
        trouble: Callable[[MesoDeskError], object] | None = None,
    ) -> Job:
        """Run `question` in the one database thread, first come, first served."""
        ...

    def compute(
        self,
        question: Callable[[], T],
        answer: Callable[[T], object],
        trouble: Callable[[MesoDeskError], object] | None = None,
    ) -> Job:
        """Run `question` in the pool (PDFs, images, imports), in any order."""
        ...


Sink = Callable[[Exception], object]
