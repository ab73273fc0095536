"""Services: how the window looks, kept in a small plain file beside the record.

It is read before anybody signs in, so it cannot be in the record; it holds no patient data.
"""

import json
from pathlib import Path
from typing import NamedTuple

FILE = "appearance.json"
MODES = ("system", "light", "dark")
SMALLEST, LARGEST = 100, 200


class Appearance(NamedTuple):
    """`mode` is system, light or dark; `text_percent` from 100 to 200."""

    mode: str = "system"
    text_percent: int = SMALLEST


def appearance(folder: Path) -> Appearance:
    """What was chosen; the usual look where nothing was, or the file cannot be read."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        mode, percent = str(kept["mode"]), int(kept["text_percent"])
    except (OSError, ValueError, KeyError, TypeError):
        return Appearance()
    known = mode if mode in MODES else "system"
    return Appearance(known, min(max(percent, SMALLEST), LARGEST))


def keep_appearance(folder: Path, chosen: Appearance) -> None:
    """Write the file whole or not at all; a folder that cannot be written keeps the old look."""
    target = folder / FILE
    fresh = target.with_suffix(".new")
    try:
        fresh.write_text(json.dumps(chosen._asdict()), encoding="utf-8")
        fresh.replace(target)
    except OSError:
        fresh.unlink(missing_ok=True)
