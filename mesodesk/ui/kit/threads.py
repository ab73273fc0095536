"""Kit: the runner of the real window: one database thread and one small pool."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar, cast

from mesodesk.core.errors import MesoDeskError
from mesodesk.ui.kit.errand import Errand
from mesodesk.ui.kit.homecoming import Homecoming
from mesodesk.ui.kit.runner import Job, Sink

T = TypeVar("T")


class ThreadRunner:
    """A Runner; make it in the UI thread, and `close` it there, which joins every thread."""

    def __init__(self, sink: Sink) -> None:
        self._home = Homecoming(sink)
        self._database = ThreadPoolExecutor(1, thread_name_prefix="mesodesk-record")
        workers = max(1, min(4, (os.cpu_count() or 2) - 1))
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="mesodesk-pool")

    def ask(
        self,
        question: Callable[[], T],
        answer: Callable[[T], object],
        trouble: Callable[[MesoDeskError], object] | None = None,
    ) -> Job:
        """Run `question` in the one database thread, first come, first served."""
        return self._submit(self._database, Errand(question, answer, trouble))

    def compute(
        self,
        question: Callable[[], T],
        answer: Callable[[T], object],
        trouble: Callable[[MesoDeskError], object] | None = None,
    ) -> Job:
        """Run `question` in the pool, in any order."""
        return self._submit(self._pool, Errand(question, answer, trouble))

    def close(self) -> None:
        """Finish what was asked of the record, drop what else has not begun, join the threads.

        A draft that is saved as the window closes may stand behind something else.
        """
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._database.shutdown(wait=True)
        self._home.forget()

    def _submit(self, executor: ThreadPoolExecutor, errand: Errand[Any]) -> Job:
        def work() -> None:
            errand.run()
            self._home.bring(cast(Errand[object], errand))

        executor.submit(work)
        return errand
