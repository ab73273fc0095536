"""The bench is honest: its references are bare and short, and it says what it measured."""

import ast
from pathlib import Path

import pytest

from scripts.benches.main import PARTS
from scripts.benches.measuring import Line, side_by_side
from scripts.benches.table import as_markdown, as_text
from tests.house.tree import ROOT

BARE = tuple(sorted((ROOT / "scripts" / "benches" / "bare").glob("*.py")))


def _imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    return plain | {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}


def test_that_there_are_references_to_look_at() -> None:
    assert {path.stem for path in BARE} == {
        "canvas", "chart", "commit", "listing", "names", "search", "window",
    }  # fmt: skip


@pytest.mark.parametrize("path", BARE, ids=lambda path: path.stem)
def test_that_a_reference_is_short_and_imports_nothing_of_ours(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 40
    assert not {name for name in _imported(path) if name.split(".")[0] in ("mesodesk", "scripts")}


def test_that_turns_alternate_and_the_first_of_each_is_not_counted() -> None:
    order: list[str] = []
    ours, bare = iter([9.0, 3.0, 1.0, 2.0]), iter([9.0, 30.0, 10.0, 20.0])

    def turn(name: str, times: object) -> float:
        order.append(name)
        return next(times)  # type: ignore[call-overload]

    found = side_by_side(lambda: turn("A", ours), lambda: turn("B", bare), 3)
    assert order == ["A", "B"] * 4
    assert found == (2.0, 20.0)


def test_that_a_goal_is_a_ratio_or_a_figure_of_our_own() -> None:
    assert Line("start", 1000, 1.3, 1.0, goal=1.3).is_met
    assert not Line("start", 1000, 1.31, 1.0, goal=1.3).is_met
    assert Line("unlock", 1000, 0.3, 0.001, limit=0.3).is_met
    assert not Line("unlock", 1000, 0.31, 5.0, limit=0.3).is_met


def test_that_the_table_shows_figures_ratio_and_a_missed_goal() -> None:
    line = Line("password to list", 100_000, 0.6, 0.05, limit=0.3, against="bare table")
    shown = as_text([line]).splitlines()[1]
    assert shown.split("  ")[0] == "password to list"
    for word in ("100,000", "0.600 s", "50.00 ms", "12.00", "0.3 s: missed", "bare table"):
        assert word in shown
        assert word in as_markdown([line]).splitlines()[2]


def test_that_the_bench_has_the_parts_it_promises() -> None:
    promised = "start unlock search chart signing consent memory freeze"
    assert set(promised.split()) <= set(PARTS)
