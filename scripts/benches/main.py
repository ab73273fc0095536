"""Bench: chooses the parts, measures them one by one, and prints the table."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from scripts.benches import condition_parts, record_parts, screening_parts, window_parts
from scripts.benches.cabinet import Cabinet, cabinet
from scripts.benches.measuring import Line
from scripts.benches.table import as_markdown, as_text

Part = Callable[[Cabinet, Path, int], Iterator[Line]]
# Each part by its name, with how many turns are taken of it. A new part needs a line here.
PARTS: dict[str, tuple[Part, int]] = {
    "start": (window_parts.start, 7),
    "unlock": (window_parts.unlock, 5),
    "search": (record_parts.search, 5),
    "chart": (record_parts.opening, 15),
    "signing": (record_parts.signing, 15),
    "consent": (record_parts.consent, 7),
    "memory": (window_parts.memory, 3),
    "freeze": (window_parts.freeze, 3),
}
# Needs no record, so that it is measured once, and only when it is asked for.
SCREENING = "screening"
_SCREENING_TURNS = 5
SIZES = (1000, 100_000)


def main() -> int:
    """Measure what was asked for; 0 if every goal is met, 1 if not."""
    asked = _asked()
    lines: list[Line] = []
    parts = [name for name in asked.parts or PARTS if name != SCREENING]
    for count in asked.patients or SIZES:
        lines += _measured(parts, count, asked.rounds)
    if SCREENING in asked.parts:
        turns = asked.rounds or _SCREENING_TURNS
        lines += screening_parts.screening(asked.list or screening_parts.LISTS, turns)
        lines += condition_parts.conditions(asked.list or screening_parts.LISTS)
    print(as_text(lines))
    if asked.markdown:
        asked.markdown.write_text(as_markdown(lines), encoding="utf-8")
    return 0 if all(line.is_met for line in lines) else 1


def _measured(names: list[str], count: int, rounds: int) -> Iterator[Line]:
    with tempfile.TemporaryDirectory(prefix="mesodesk-bench-") as folder:
        for name in names:
            scratch = Path(folder) / name
            scratch.mkdir()
            part, usual = PARTS[name]
            print(f"{name}, {count} patients ...", file=sys.stderr)
            yield from part(cabinet(count, scratch), scratch, rounds or usual)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(_names())}")
    parser.add_argument("--patients", type=int, action="append", help="default: 1000 and 100000")
    parser.add_argument("--rounds", type=int, default=0, help="turns of each; default: the part's")
    parser.add_argument(
        "--list", action="append", choices=screening_parts.LISTS, help="of screening; default: both"
    )
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table here too")
    asked = parser.parse_args()
    for name in asked.parts:
        if name not in _names():
            parser.error(f"there is no part {name!r}: choose from {', '.join(_names())}")
    return asked


def _names() -> tuple[str, ...]:
    return (*PARTS, SCREENING)


if __name__ == "__main__":
    sys.exit(main())
