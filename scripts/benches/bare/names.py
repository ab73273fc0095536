"""Bare reference: medicines as a dictionary of the same table's names, looked up word by word."""

import csv
from collections.abc import Iterable
from pathlib import Path

Names = dict[str, str]


def read(files: Iterable[Path]) -> Names:
    """ATC codes by casefolded name."""
    known: Names = {}
    for path in files:
        with path.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                known[row["name"].casefold()] = row["atc"]
    return known


def look_up(known: Names, line: str) -> tuple[str, ...]:
    """The codes of the words of a line that are names, as they stand."""
    return tuple(known[word] for word in line.casefold().split() if word in known)


def is_stop(codes: Iterable[str]) -> bool:
    """Whether one of the codes is a blood thinner's, a salicylate's or an insulin's."""
    return any(code.startswith(("B01A", "N02BA", "A10A")) for code in codes)
