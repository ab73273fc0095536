"""Store: the data folder. One window has it at a time, by a lock of the operating system."""

import os
import sys
from pathlib import Path
from typing import IO

from mesodesk.core.errors import AlreadyOpen, ReadOnlyRecord
from mesodesk.core.paths import KEY_FILE
from mesodesk.store.content import CONTENT_FILE
from mesodesk.store.drafts import DRAFTS_FILE

RECORD_FILE = "record.db"
_LOCK_FILE = "window.lock"
_FILES = (RECORD_FILE, CONTENT_FILE, DRAFTS_FILE)


class FolderLock:
    """Held by the one window that has this folder open; freed by the system if it dies."""

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file: IO[bytes] = (folder / _LOCK_FILE).open("a+b")
        except OSError as error:
            raise ReadOnlyRecord("The data folder cannot be written to.") from error
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            raise AlreadyOpen("MesoDesk is already open on this data folder.") from error

    def release(self) -> None:
        """Let another window have the folder."""
        self._file.close()


def remove_record(folder: Path) -> None:
    """Delete every file of the record in this folder. For the demo clinic, and failed starts."""
    for name in (KEY_FILE, *_FILES):
        for ending in ("", "-wal", "-shm", "-journal"):
            (folder / (name + ending)).unlink(missing_ok=True)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def sync_folder(folder: Path) -> None:
    """Make renames in this folder durable, where the platform can."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
