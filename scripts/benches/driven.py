"""Bench: the real program, off-screen, watched: `driven HOME STEP PASSWORD` prints what it saw.

STEP is `prompt` (leave once the prompt is painted), `inside` (give the password, leave once the
first list is painted) or `backup` (then copy the record, and look for the longest gap meanwhile).
"""

import sys
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any


class Seam:
    """Puts the watch beside the program once the program itself loads its way in.

    Loading anything of it sooner would take work from the start that is measured.
    """

    def __init__(self, step: str, password: str) -> None:
        self._step, self._password = step, password
        self._real: Any = None

    def find_spec(self, name: str, *_: object) -> Any:
        """Stand before the real loader of one module."""
        if name != "mesodesk.app.starting":
            return None
        sys.meta_path.remove(self)
        import mesodesk.app

        spec: Any = PathFinder.find_spec(name, mesodesk.app.__path__)
        self._real, spec.loader = spec.loader, self
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """The usual module will do."""

    def exec_module(self, module: ModuleType) -> None:
        """Load it, and have the watch set up when the doorway is opened."""
        self._real.exec_module(module)
        opening = module.open_doorway

        def watched(application: Any, *others: Any) -> Any:
            doorway = opening(application, *others)
            from scripts.benches.watching import Watch

            application.watch = Watch(doorway, self._step, self._password)
            doorway.window.installEventFilter(application.watch)
            return doorway

        module.open_doorway = watched  # type: ignore[attr-defined]


def main() -> None:
    """Run the program by its own front door, with a watch on its windows."""
    home, step, password = sys.argv[1:]
    sys.meta_path.insert(0, Seam(step, password))
    from mesodesk.__main__ import main as begin

    sys.argv = ["mesodesk", "--home", home]
    try:
        begin()
    finally:
        from scripts.benches import watching

        watching.say()


if __name__ == "__main__":
    main()
