"""App: two things that Qt's bindings do at a bad moment: one is left out, one done sooner.

They read the source text of every module loaded after them, to see which might switch on
`__feature__`, which nothing here does. For the eight hundred modules behind the prompt that is
a sixth of a second, and thirty megabytes of source text that stay in memory.

And they make all their classes at once when they first meet an object of Qt's own making.
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


def meet_every_class() -> None:
    """Make all of the bindings' classes now: it may be done in any thread, while nobody waits."""
    for name in ("PySide6.QtGui", "PySide6.QtWidgets"):
        module = importlib.import_module(name)
        for each in dir(module):
            getattr(module, each)
