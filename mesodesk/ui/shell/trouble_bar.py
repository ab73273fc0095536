"""Shell: the bar below the search that carries trouble and its remedy, never a dialog."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.core.errors import EnvironmentTrouble, MesoDeskError
from mesodesk.ui.kit.error_words import say_error, say_remedy
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.theme.shades import Severity


class TroubleBar(QWidget):
    """One banner for each kind of trouble; the same trouble twice is one banner."""

    def __init__(self) -> None:
        super().__init__()
        self._banners: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    @property
    def messages(self) -> tuple[str, ...]:
        """What the bar says now."""
        return tuple(banner.message for banner in self._banners.values())

    def show_trouble(self, error: MesoDeskError, retry: Callable[[], object] | None = None) -> None:
        """Say what happened and what to do; `retry` puts a button beside it."""
        is_environment = isinstance(error, EnvironmentTrouble)
        severity = Severity.STOP if is_environment else Severity.WARNING
        key = type(error).__name__
        action = self.tr("Try again") if retry else ""
        self.say(key, severity, say_error(error), say_remedy(error), action, retry)

    def say(
        self,
        key: str,
        severity: Severity,
        message: str,
        detail: str = "",
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Show a banner of one's own under a key; a banner with that key is replaced."""
        self.clear(key)
        banner = Banner(severity, message, detail, action, can_dismiss=True)
        banner.dismissed.connect(lambda: self.clear(key))
        banner.action_chosen.connect(lambda: self._act(key, on_action))
        self._banners[key] = banner
        self._column.addWidget(banner)
        self.show()

    def clear(self, key: str) -> None:
        """Take one banner away; nothing happens if it is not there."""
        banner = self._banners.pop(key, None)
        if banner is not None:
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self._banners))

    def _act(self, key: str, on_action: Callable[[], object] | None) -> None:
        self.clear(key)
        if on_action is not None:
            on_action()
