"""Shell: the report of a crash: where it happened, never what was in it."""

import platform
import traceback

from PySide6.QtCore import qVersion


def program_version() -> str:
    """The installed version of MesoDesk, or "unknown" when run from a bare folder."""
    # It loads the whole of Python's mail reading, for which no first paint should wait.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("mesodesk")
    except PackageNotFoundError:
        return "unknown"


def crash_report(error: BaseException) -> str:
    """Versions, kinds of error, and the places passed; no message and no value.

    An error's message can quote what was typed, so it stays out; so do the absolute paths,
    which hold the name of the person's account.
    """
    lines = [f"MesoDesk {program_version()}", f"Python {platform.python_version()}"]
    lines += [f"Qt {qVersion()}", f"{platform.system()} {platform.release()}", ""]
    told: BaseException | None = error
    while told is not None:
        lines.append(type(told).__qualname__)
        frames = traceback.extract_tb(told.__traceback__)
        lines += [f"  {_place(f.filename)}:{f.lineno} in {f.name}" for f in frames]
        told = told.__cause__ or told.__context__
    return "\n".join(lines)


def _place(path: str) -> str:
    """The file's path from its package on, without the folders above it."""
    parts = path.replace("\\", "/").split("/")
    for package in ("mesodesk", "site-packages"):
        if package in parts[:-1]:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(package) :])
    return parts[-1]
