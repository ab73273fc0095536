"""Tests: the import contracts hold for every package there is, and what they cannot say."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grimp
import pytest

from tests.house.tree import PACKAGE, ROOT, modules, name_of, parsed


@pytest.fixture(scope="module")
def contracts() -> list[dict[str, Any]]:
    """The import contracts, as pyproject.toml has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return found


def children(folder: Path) -> set[str]:
    """The packages and modules that live directly in a folder."""
    files = {at.stem for at in folder.glob("*.py") if at.name != "__init__.py"}
    return files | {at.name for at in folder.iterdir() if any(at.rglob("*.py"))}


def imports_of(path: Path) -> Iterator[str]:
    """The full names of all that a file imports, wherever the import stands."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_that_every_top_level_package_has_a_floor(contracts: list[dict[str, Any]]) -> None:
    (layers,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    floors = {name.strip(" ()") for layer in layers for name in layer.split("|")}
    assert children(PACKAGE) - floors == set()


def test_that_every_room_is_in_the_contract_of_rooms(contracts: list[dict[str, Any]]) -> None:
    (rooms,) = (each["modules"] for each in contracts if each["type"] == "independence")
    graph = grimp.build_graph("mesodesk", cache_dir=None)
    covered = {name for each in rooms for name in graph.find_matching_modules(each)}
    assert {f"mesodesk.ui.{room}" for room in children(PACKAGE / "ui")} - covered == set()


def test_that_core_needs_the_standard_library_only() -> None:
    roots = {
        (name_of(path), name.split(".")[0])
        for path in modules()
        if path.is_relative_to(PACKAGE / "core")
        for name in imports_of(path)
    }
    assert {
        each for each in roots if each[1] not in {*sys.stdlib_module_names, "mesodesk"}
    } == set()


def test_that_cli_imports_only_app() -> None:
    ours = {
        name
        for path in modules()
        if name_of(path).startswith(("mesodesk/cli.py", "mesodesk/cli/"))
        for name in imports_of(path)
        if name.startswith("mesodesk.")
    }
    assert {name for name in ours if not name.startswith(("mesodesk.app", "mesodesk.cli"))} == set()
