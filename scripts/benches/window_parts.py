"""Bench: the window: how soon it is there, what it weighs, and whether it ever stands still."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from mesodesk.domain.names.folding import fold
from scripts.benches.bare import search as bare_search
from scripts.benches.cabinet import PASSWORD, Cabinet, details
from scripts.benches.measuring import Line, side_by_side

_BARE = Path(__file__).parent / "bare"
_DRIVEN = ("-m", "scripts.benches.driven")
_UNUSUAL = ("PYTHONDONTWRITEBYTECODE", "PYTHONDEVMODE", "PYTHONPROFILEIMPORTTIME")


def start(cabinet: Cabinet, _scratch: Path, rounds: int) -> Iterator[Line]:
    """From the start of the process to the first painting of the window."""
    ours, bare = side_by_side(
        lambda: _to_paint(*_DRIVEN, str(cabinet.folder), "prompt", PASSWORD),
        lambda: _to_paint(str(_BARE / "window.py"), "0"),
        rounds,
    )
    against = "Qt window with a table"
    yield Line("start to prompt", cabinet.patients, ours, bare, goal=1.3, against=against)


def unlock(cabinet: Cabinet, scratch: Path, rounds: int) -> Iterator[Line]:
    """From the password to the first list painted with rows; stretching it costs nothing here."""
    people = scratch / "people.db"
    rows = (details(index) for index in range(cabinet.patients))
    names = ((fold(d.family_name), d.given_names, str(d.birth_date), d.phones[0]) for d in rows)
    bare_search.fill(people, names).close()
    ours, bare = side_by_side(
        lambda: _seen(*_DRIVEN, str(cabinet.folder), "inside", PASSWORD)["listed"],
        lambda: _seen(str(_BARE / "listing.py"), str(people))["listed"],
        rounds,
    )
    against = "raw rows in a bare table"
    yield Line("password to list", cabinet.patients, ours, bare, limit=0.3, against=against)


def memory(cabinet: Cabinet, _scratch: Path, rounds: int) -> Iterator[Line]:
    """Resident memory with the record open and its first list shown."""
    ours, bare = side_by_side(
        lambda: _seen(*_DRIVEN, str(cabinet.folder), "inside", PASSWORD)["memory"],
        lambda: _seen(str(_BARE / "window.py"), "1")["memory"],
        rounds,
    )
    against = "Qt window with a table"
    yield Line("memory of the open window", cabinet.patients, ours, bare, "MB", against=against)


def freeze(cabinet: Cabinet, _scratch: Path, rounds: int) -> Iterator[Line]:
    """The longest gap between two ticks of a 5 ms timer while the whole record is copied."""
    lengths: list[float] = []

    def ours() -> float:
        seen = _seen(*_DRIVEN, str(cabinet.folder), "backup", PASSWORD)
        lengths.append(seen["backup"])
        return seen["gap"]

    gap, bare = side_by_side(ours, lambda: _seen(str(_BARE / "window.py"), "3")["gap"], rounds)
    against = f"idle bare window; the copy took {min(lengths):.1f} s"
    yield Line("longest freeze during a backup", cabinet.patients, gap, bare, against=against)


def _to_paint(*arguments: str) -> float:
    begun = time.monotonic()  # one clock for all processes of the machine
    return _seen(*arguments)["painted"] - begun


def _seen(*arguments: str) -> dict[str, float]:
    """What a script that was run in a process of its own printed last."""
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
        env=_everyday(),
    )
    if done.returncode != 0 or not done.stdout:
        raise RuntimeError(f"{arguments[0:2]} failed:\n{done.stderr}")
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _everyday() -> dict[str, str]:
    """Python as it runs anywhere: what was compiled at the first start is not compiled again."""
    return {name: value for name, value in os.environ.items() if name not in _UNUSUAL}
