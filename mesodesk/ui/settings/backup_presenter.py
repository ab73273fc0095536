"""Settings: makes a backup beside the window, and says how old the last good one is."""

from dataclasses import replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, Signal

from mesodesk.core.errors import MesoDeskError
from mesodesk.domain.changes import Changes
from mesodesk.services import upkeep
from mesodesk.services.desk import Desk
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.error_words import say_error, say_remedy
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.runner import Runner

Made = tuple[str, int, int]


class BackupPresenter(QObject):
    """`begun`, `advanced(percent)`, then one of `made(folder, rows, bytes)`, `cancelled`,
    `failed(words)`.

    `age_read(BackupAge)` and `folder_read(str)` are what stands on record.
    """

    begun = Signal()
    advanced = Signal(int)
    _stepped = Signal(int)
    made = Signal(str, int, int)
    cancelled = Signal()
    failed = Signal(str)
    age_read = Signal(object)
    folder_read = Signal(str)

    def __init__(
        self, desk: Desk, runner: Runner, announcer: Announcer, prompter: Prompter
    ) -> None:
        super().__init__()
        self._desk, self._runner = desk, runner
        self._announcer, self._prompter = announcer, prompter
        self._stop = Event()
        self._is_running = False
        # From the pool's thread: it comes home in this one, perhaps after the copy is done.
        self._stepped.connect(self._on_step)

    def read_again(self) -> None:
        """Read the folder and the age of the last good backup."""
        self.folder_read.emit(self._desk.settings.backup_folder)
        self._runner.ask(lambda: upkeep.backup_age(self._desk), self.age_read.emit)

    def choose_folder(self) -> None:
        """Ask for the folder; it is kept for the next time."""
        folder = self._prompter.choose_folder(_tr("Where should backups go?"))
        if folder is None:
            return
        changed = replace(self._desk.settings, backup_folder=str(folder))
        self._runner.ask(
            lambda: upkeep.change_settings(self._desk, changed), self._on_folder, self._on_trouble
        )

    def back_up(self) -> None:
        """Copy the record, reopen the copy, count and compare it; the window stays usable."""
        folder = self._desk.settings.backup_folder
        if not folder:
            self.choose_folder()
            folder = self._desk.settings.backup_folder
        if self._is_running or not folder:
            return
        self._stop.clear()
        self._is_running = True
        self.begun.emit()
        self._runner.compute(lambda: self._copy(Path(folder)), self._on_made, self._on_trouble)

    def cancel(self) -> None:
        """Stop at the next page; what was copied so far is taken away."""
        self._stop.set()

    def _copy(self, folder: Path) -> Made | None:
        try:
            good = upkeep.back_up(self._desk, folder, self._stop.is_set, self._stepped.emit)
        except InterruptedError:
            return None
        return str(good.folder), good.row_count, good.byte_count

    def _on_step(self, percent: int) -> None:
        if self._is_running:
            self.advanced.emit(percent)

    def _on_made(self, made: Made | None) -> None:
        self._is_running = False
        if made is None:
            self.cancelled.emit()
            return
        self.made.emit(*made)
        self.read_again()
        self._announcer.announce(Changes(clinic=frozenset({"backup"})), self)

    def _on_folder(self, changes: Changes) -> None:
        self.read_again()
        self._announcer.announce(changes, self)

    def _on_trouble(self, trouble: MesoDeskError) -> None:
        self._is_running = False
        self.failed.emit(
            " ".join(part for part in (say_error(trouble), say_remedy(trouble)) if part)
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Backup", text)
