"""Core: where things are: the shipped resources, and the clinic's data folder."""

import os
import sys
from pathlib import Path

KEY_FILE = "keys.json"
_PACKAGE = Path(__file__).resolve().parent.parent


def resources() -> Path:
    """The folder of shipped resources, in a clone, an installed wheel or a frozen program.

    Raises FileNotFoundError, naming the places looked in, if the installation is incomplete.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / "resources"] if frozen else []
    places += [_PACKAGE / "resources", _PACKAGE.parent / "resources"]
    for place in places:
        if (place / "indications").is_dir():
            return place
    looked = ", ".join(str(place) for place in places)
    raise FileNotFoundError(f"MesoDesk's resources are missing; looked in {looked}")


def default_home() -> Path:
    """The platform's folder for a program's data, used when no `--home` is given."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "MesoDesk"


def holds_record(home: Path) -> bool:
    """Whether a data folder holds a record: its key file is there."""
    return (home / KEY_FILE).exists()
