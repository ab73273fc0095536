"""Tests: what the papers say about the project is so: what they name exists."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.tree import ROOT, parsed

FOUNDING = ROOT / "docs" / "founding.md"
PAPERS = (FOUNDING, ROOT / "docs" / "architecture.md", ROOT / "README.md")
DECISIONS = tuple(sorted((ROOT / "docs" / "decisions").glob("*.md")))
FOLDERS = ("mesodesk", "resources", "tests", "docs", "scripts")
PARTS = ("Context", "Decision", "Consequences", "Alternatives")

TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
FILE = re.compile(rf"(?<![\w./<-])((?:{'|'.join(FOLDERS)})/[\w./-]*)(?![\w<])")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def proofs_named_in(text: str) -> tuple[tuple[str, str], ...]:
    """(file, test) of every test a paper names."""
    return tuple(TEST.findall(text))


def files_named_in(text: str) -> frozenset[str]:
    """Every path below the project's folders that a paper names."""
    return frozenset(found.rstrip(".") for found in FILE.findall(text))


def names_of_tests_in(path: Path) -> frozenset[str]:
    """The names of the tests of a file, which may not be there."""
    if not path.is_file():
        return frozenset()
    nodes = ast.walk(parsed(path))
    return frozenset(node.name for node in nodes if isinstance(node, ast.FunctionDef))


def parts_missing_in(text: str) -> tuple[str, ...]:
    """The parts a decision needs and lacks, each in bold at the beginning of a paragraph."""
    return tuple(part for part in PARTS if not re.search(rf"^\*\*{part}\.\*\* \S", text, re.M))


def test_that_every_test_that_proves_a_founding_statement_exists() -> None:
    named = proofs_named_in(FOUNDING.read_text("utf-8"))
    assert named
    assert [one for one in named if one[1] not in names_of_tests_in(ROOT / one[0])] == []


def test_that_each_founding_statement_has_a_place_and_a_proof() -> None:
    rows = re.findall(r"^\| (\w+) \|(.*)\|(.*)\|(.*)\|$", FOUNDING.read_text("utf-8"), re.M)
    numbers = [number for number, *_ in rows]
    assert numbers == [*map(str, range(1, 16)), *"abcdef"]
    for number, statement, place, proof in rows:
        assert statement.strip(), number
        assert "`" in place, number
        assert proofs_named_in(proof), number


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_that_every_file_a_paper_names_exists(paper: Path) -> None:
    text = paper.read_text("utf-8")
    named = files_named_in(text)
    assert named
    assert sorted(name for name in named if not (ROOT / name).exists()) == []
    links = LINK.findall(text)
    assert [link for link in links if not (paper.parent / link).exists()] == []


def test_that_the_readme_names_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    for command in ("scripts/run", "scripts/test"):
        assert re.search(rf"^{command}\b", text, re.M), command


def test_that_the_two_commands_can_be_run() -> None:
    for command in ("run", "test"):
        assert (ROOT / "scripts" / command).stat().st_mode & 0o111


@pytest.mark.parametrize("paper", DECISIONS, ids=lambda path: path.name)
def test_that_a_decision_has_its_four_parts(paper: Path) -> None:
    assert parts_missing_in(paper.read_text("utf-8")) == ()


def test_that_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(paper.name[:4]) for paper in DECISIONS]
    assert numbers == list(range(1, len(DECISIONS) + 1))


def test_that_every_room_stands_in_the_drawing_of_the_house() -> None:
    drawing = (ROOT / "docs" / "architecture.md").read_text("utf-8").split("```")[1]
    folders = (path.name for path in (ROOT / "mesodesk" / "ui").iterdir() if path.is_dir())
    rooms = {name for name in folders if not name.startswith("_")}
    assert {room for room in rooms if not re.search(rf"\b{room}\b", drawing)} == set()


def test_that_a_file_that_is_gone_is_noticed() -> None:
    text = "See `mesodesk/domain/gone.py`, [a page](docs/gone.md) and resources/nowhere/."
    assert files_named_in(text) == {
        "mesodesk/domain/gone.py", "docs/gone.md", "resources/nowhere/",
    }  # fmt: skip


def test_that_a_test_that_is_gone_is_noticed() -> None:
    ((file, name),) = proofs_named_in("by `tests/house/test_docs.py::test_that_never_was`")
    assert name not in names_of_tests_in(ROOT / file)
    assert names_of_tests_in(ROOT / "tests" / "gone.py") == frozenset()


def test_that_a_decision_without_alternatives_is_noticed() -> None:
    text = "# T\n\n**Context.** a\n\n**Decision.** b\n\n**Consequences.** c\n"
    assert parts_missing_in(text) == ("Alternatives",)
