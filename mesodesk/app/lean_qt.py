"""App: keeps Qt's bindings from reading the source text of every module loaded after them.

They look there for their own name, to know which modules might switch on `__feature__`, which
nothing here does. For the eight hundred modules behind the prompt that is a sixth of a second,
and thirty megabytes of source text that stay in memory.
"""

import importlib
from typing import Any


def spare_the_sources() -> None:
    """Call before anything of Qt is used. Does nothing where the bindings work otherwise."""
    importlib.import_module("PySide6")
    try:
        feature: Any = importlib.import_module("shibokensupport.feature")
    except ImportError:
        return
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _is_taken_as_it_is


def _is_taken_as_it_is(_module: object) -> bool:
    """Like a module that names Qt and switches nothing on."""
    return True
