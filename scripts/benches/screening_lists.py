"""Bench: names of medicines from countries whose lists the medicine table was not made from.

`held_out/development.csv` was looked at while the recogniser was built, and its names stand in the
table by now; `held_out/final.csv` is only ever measured. The expected class comes from the
register's own code or ingredients.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "held_out"
STOPS = ("antithrombotic", "aspirin", "salicylate", "insulin")
OTHER = "other"


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name as its register writes it, what it is there (one of STOPS, or OTHER), and where."""

    name: str
    expected: str
    country: str

    @property
    def is_stop(self) -> bool:
        """Whether the screening must see it."""
        return self.expected in STOPS


def listed(which: str) -> tuple[ListedName, ...]:
    """The names of the list `which`: development or final."""
    with (FOLDER / f"{which}.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(
            ListedName(row["name"], row["expected"], row["country"]) for row in csv.DictReader(rows)
        )
