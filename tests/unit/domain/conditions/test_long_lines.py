"""However long a line is, each of its words is read so many times and no more."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice, product
from types import FrameType

import pytest

from mesodesk.domain.conditions.recogniser import ConditionRecogniser

_TODAY = date(2026, 11, 23)
_NAMES = ("stroke", "DVT", "leukaemia", "migraine", "epilepsy", "breast cancer", "diabetes")
_FEW = 60


def _unknown(count: int) -> list[str]:
    return ["q" + "".join(letters) + "x" for letters in islice(product("bdfgk", repeat=5), count)]


def _named(count: int) -> list[str]:
    return [_NAMES[place % len(_NAMES)] for place in range(count)]


def _mixed(count: int) -> list[str]:
    return [word for pair in zip(_unknown(count), _named(count), strict=True) for word in pair]


_SHAPES: dict[str, Callable[[int], str]] = {
    "unknown words": lambda count: " ".join(_unknown(count)),
    "unknown words in a list": lambda count: ", ".join(_unknown(count)),
    "unknown words in sentences": lambda count: ". ".join(_unknown(count)),
    "conditions": lambda count: " ".join(_named(count)),
    "conditions denied in a list": lambda count: "no " + ", ".join(_named(count)),
    "conditions that are asked": lambda count: "? ".join(_named(count)),
    "conditions with years": lambda count: " 2019, ".join(_named(count)),
    "conditions and unknown words": lambda count: " ".join(_mixed(count)),
    "codes": lambda count: " ".join(f"I{place % 90:02}.0" for place in range(count)),
}


class _Steps:
    """Counts the steps of the interpreter while it listens."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, frame: FrameType, event: str, _argument: object) -> "_Steps":
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        self.count += event == "opcode"
        return self

    @contextmanager
    def listening(self) -> Iterator[None]:
        before = sys.gettrace()
        sys.settrace(self)
        try:
            yield
        finally:
            sys.settrace(before)


def _steps(recogniser: ConditionRecogniser, line: str) -> int:
    recogniser.recognise(line, _TODAY)  # what is kept of words already read is kept in both
    steps = _Steps()
    with steps.listening():
        recogniser.recognise(line + " ", _TODAY)
    return steps.count


@pytest.mark.parametrize("shape", _SHAPES)
def test_that_a_line_four_times_as_long_takes_four_times_the_steps(
    recogniser: ConditionRecogniser, shape: str
) -> None:
    few, many = _SHAPES[shape](_FEW), _SHAPES[shape](4 * _FEW)
    assert _steps(recogniser, many) < 5 * _steps(recogniser, few)
