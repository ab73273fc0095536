"""Shell: where all trouble that nobody took arrives: the bar for the expected, else a crash."""

from PySide6.QtWidgets import QWidget

from mesodesk.core.errors import MesoDeskError
from mesodesk.core.log import logger
from mesodesk.ui.kit.runner import Sink
from mesodesk.ui.shell.crash import CrashDialog
from mesodesk.ui.shell.report import crash_report
from mesodesk.ui.shell.trouble_bar import TroubleBar


class TroubleDesk:
    """Give `on_error` to the runner as its sink, and to `sys.excepthook` through the app.

    It is made before the window; `attach` gives it the bar. Until then trouble goes to `before`.
    """

    def __init__(self, before: Sink | None = None) -> None:
        self._before = before
        self._bar: TroubleBar | None = None
        self._window: QWidget | None = None
        self.dialog: CrashDialog | None = None

    def attach(self, bar: TroubleBar, window: QWidget) -> None:
        """From now on trouble is shown in this window."""
        self._bar, self._window = bar, window

    def detach(self) -> None:
        """The main window goes; trouble goes to `before` again."""
        self._bar = self._window = None

    def on_error(self, error: Exception) -> None:
        """Show an error where it belongs; a bug is logged by kind and place, without values."""
        if isinstance(error, MesoDeskError) and self._bar is not None:
            self._bar.show_trouble(error)
        elif isinstance(error, MesoDeskError) and self._before is not None:
            self._before(error)
        else:
            self._show_crash(error)

    def _show_crash(self, error: Exception) -> None:
        report = crash_report(error)
        logger("ui").error("unexpected error\n%s", report)
        if self.dialog is not None and self.dialog.isVisible():
            return
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = CrashDialog(report, self._window)
        self.dialog.open()
