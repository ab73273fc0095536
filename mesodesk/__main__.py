"""Street: where the program begins, as `mesodesk` or `python -m mesodesk`."""

import sys
from pathlib import Path

from mesodesk.cli import run


def main() -> None:
    """Run the command that was typed, or open the window, and leave with its exit code."""
    sys.exit(run(sys.argv[1:], tour=_tour))


def _tour(home: Path, out: Path) -> int:
    # The tour drives Qt; no other command may need Qt's system libraries.
    from mesodesk.tour.drive import run_tour

    return run_tour(home, out)


if __name__ == "__main__":
    main()
