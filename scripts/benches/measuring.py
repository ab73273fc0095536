"""Bench: taking times side by side, and what is said of them."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Act = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Line:
    """One measure, ours and the reference's median, in `unit` (s, MB, % or "in 1,000").

    `patients` is 0 where the record does not matter. `goal` bounds the ratio, `limit` our own
    figure in `unit`, `least` bounds it from below; 0 is no goal.
    """

    measure: str
    patients: int
    ours: float
    reference: float
    unit: str = "s"
    goal: float = 0.0
    limit: float = 0.0
    least: float = 0.0
    against: str = ""

    @property
    def ratio(self) -> float:
        """Ours divided by the reference."""
        return self.ours / self.reference if self.reference else float("inf")

    @property
    def is_met(self) -> bool:
        """Whether the goal, if there is one, is reached."""
        if self.goal:
            return self.ratio <= self.goal
        if self.least:
            return self.ours >= self.least
        return not self.limit or self.ours <= self.limit


def seconds(act: Callable[[], object]) -> float:
    """How long one call takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def timed(act: Callable[[], object]) -> Act:
    """An act that says how long it took."""
    return lambda: seconds(act)


def side_by_side(ours: Act, reference: Act, rounds: int) -> tuple[float, float]:
    """Both medians of `rounds` turns taken in the order A B A B, after one turn unmeasured."""
    ours(), reference()
    turns = [(ours(), reference()) for _ in range(rounds)]
    return statistics.median(a for a, _ in turns), statistics.median(b for _, b in turns)
