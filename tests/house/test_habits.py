"""Tests: habits that the house does not have: swallowing bugs, asking the time, spinning Qt."""

import ast
from fnmatch import fnmatch

import pytest

from tests.house.tree import nodes

CATCH_ALL = {"Exception", "BaseException"}
MAY_CATCH_ALL = (
    "mesodesk/app.py",
    "mesodesk/app/*",
    "mesodesk/ui/kit/runner*",
    "mesodesk/ui/kit/errand.py",  # what the runner carries
    "mesodesk/ui/shell/trouble*",
)
MAY_ASK_THE_TIME = ("mesodesk/core/clock.py", "mesodesk/core/ids.py")
TIME = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "time": {"time", "time_ns", "localtime", "gmtime"},
    "QDateTime": {"currentDateTime", "currentDateTimeUtc"},
    "QDate": {"currentDate"},
    "QTime": {"currentTime"},
}


def catches_all(handler: ast.ExceptHandler) -> bool:
    """Whether it catches everything and keeps it; to clean up and raise again is fine."""
    last = handler.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None:
        return False
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or getattr(kind, "id", "") in CATCH_ALL for kind in caught)


def asks_the_time(call: ast.Call) -> bool:
    """Whether it reads a clock that is not `core.clock`."""
    asked = call.func
    if not isinstance(asked, ast.Attribute):
        return False
    of = asked.value
    owner = of.id if isinstance(of, ast.Name) else getattr(of, "attr", "")
    return asked.attr in TIME.get(owner, set())


def expression(text: str) -> ast.Call:
    """The call that `text` spells."""
    call = ast.parse(text, mode="eval").body
    assert isinstance(call, ast.Call)
    return call


def test_that_bugs_are_caught_in_three_places_only() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, node in nodes()
        if isinstance(node, ast.ExceptHandler) and catches_all(node)
        if not any(fnmatch(name, place) for place in MAY_CATCH_ALL)
    ]
    assert found == []


def test_that_time_comes_from_the_clock() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, node in nodes()
        if isinstance(node, ast.Call) and asks_the_time(node) and name not in MAY_ASK_THE_TIME
    ]
    assert found == []


def test_that_nobody_spins_the_event_loop() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, node in nodes()
        if isinstance(node, ast.Attribute) and node.attr == "processEvents"
    ]
    assert found == []


@pytest.mark.parametrize(
    "text", ["datetime.now(UTC)", "datetime.datetime.utcnow()", "date.today()", "time.time()"]
)
def test_that_asking_another_clock_is_noticed(text: str) -> None:
    assert asks_the_time(expression(text))


@pytest.mark.parametrize("text", ["clock.now()", "self.clock.now()", "time.monotonic()"])
def test_that_asking_the_clock_is_allowed(text: str) -> None:
    assert not asks_the_time(expression(text))


@pytest.mark.parametrize(
    ("clause", "noticed"),
    [
        ("except Exception: pass", True),
        ("except: pass", True),
        ("except (ValueError, Exception): pass", True),
        ("except ValueError: pass", False),
        ("except BaseException: raise", False),
    ],
)
def test_that_a_clause_that_swallows_bugs_is_noticed(clause: str, noticed: bool) -> None:
    (tried,) = ast.parse(f"try: pass\n{clause}").body
    assert isinstance(tried, ast.Try)
    assert catches_all(tried.handlers[0]) is noticed
