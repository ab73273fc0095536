"""App: what stands behind the first prompt: threads, log, and where trouble goes.

None of it is needed to paint a prompt, so it is loaded and set up once that is done.
"""

import sys
from pathlib import Path
from types import TracebackType

from mesodesk.core.log import log_to
from mesodesk.ui.kit.runner import Sink
from mesodesk.ui.kit.threads import ThreadRunner
from mesodesk.ui.shell.trouble import TroubleDesk


class EngineRoom:
    """The one runner and the one trouble desk. Made in the UI thread, as `close` is called."""

    def __init__(self, home: Path, show_trouble: Sink) -> None:
        log_to(home / "log")
        self.trouble = TroubleDesk(show_trouble)
        self.runner = ThreadRunner(self.trouble.on_error)
        _catch_bugs(self.trouble)

    def close(self) -> None:
        """Finish what has started, and join the threads."""
        self.runner.close()


def _catch_bugs(trouble: TroubleDesk) -> None:
    def on_bug(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            trouble.on_error(error)
        else:
            sys.__excepthook__(kind, error, trace)

    sys.excepthook = on_bug
