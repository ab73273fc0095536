"""Core: the program's log. It holds events and ids, never a patient's data."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_KEPT_BYTES = 500_000


def logger(room: str) -> logging.Logger:
    """The logger of one room, below `mesodesk`."""
    return logging.getLogger(f"mesodesk.{room}")


def log_to(folder: Path) -> logging.Handler:
    """Send the log to `folder/mesodesk.log`, two files of 500 kB at most."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "mesodesk.log", maxBytes=_KEPT_BYTES, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("mesodesk")
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    return handler
