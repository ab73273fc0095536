"""Tests: what the project may not carry to a stranger: registry hosts, paths of one machine."""

import re

import pytest

from tests.house.tree import name_of, tracked

# spelled in pieces, or this file would find itself
HOSTS = re.compile(
    "|".join(["py" + r"pi\.org", "python" + r"hosted\.", "npm" + r"js\.", "index-" + "url"])
)
PLACES = re.compile(r"(?<![\w.])/(?:ro" + r"ot|wo" + r"rk|home/\w+|Users/\w+|opt/\w+)/")
BINARY = {".png", ".pdf", ".jpg", ".ttf", ".otf", ".db", ".gz", ".zip"}


def found_in_tree(pattern: re.Pattern[str]) -> list[str]:
    """File and line of each place where the pattern stands."""
    return [
        f"{name_of(path)}:{number}: {line.strip()[:80]}"
        for path in tracked()
        if path.suffix not in BINARY
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def test_that_no_file_names_a_registry() -> None:
    assert found_in_tree(HOSTS) == []


def test_that_no_file_names_a_place_on_one_machine() -> None:
    assert found_in_tree(PLACES) == []


def test_that_lock_files_with_hosts_stay_out() -> None:
    names = {path.name for path in tracked()}
    assert not names & {"uv.lock", "pylock.toml", "poetry.lock"}


@pytest.mark.parametrize("line", ["see /ro" + "ot/x", "HOME=/home/" + "me/y"])
def test_that_a_place_on_one_machine_is_noticed(line: str) -> None:
    assert PLACES.search(line)


@pytest.mark.parametrize("line", ["resources/home/x", "${TMPDIR:-/tmp}/x", "docs/wo" + "rk/x"])
def test_that_an_ordinary_path_is_not_mistaken_for_one(line: str) -> None:
    assert not PLACES.search(line)
