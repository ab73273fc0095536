"""Tests: conditions are answered as JSON lines: in order, in UTF-8, without a record."""

import json
import subprocess
import sys

import pytest

from mesodesk.app.condition_answers import condition_answer

KEYS = {
    "typed", "condition", "code", "codes", "icd10", "class", "founding",
    "certainty", "why", "context", "date",
}  # fmt: skip


def run(given: bytes, *more: str) -> list[dict[str, object]]:
    command = [sys.executable, "-m", "mesodesk", "condition", *more]
    done = subprocess.run(command, input=given, capture_output=True, check=True)
    assert done.stderr == b""
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def test_that_lines_are_answered_in_order_blank_ones_included() -> None:
    given = "phlébite 2019\n\nmother had a stroke\n".encode()
    found = run(given, "--lines")
    assert [one["input"] for one in found] == ["phlébite 2019", "", "mother had a stroke"]
    assert found[1]["matches"] == []


def test_that_names_are_answered_one_each() -> None:
    assert [one["input"] for one in run(b"", "DVT", "asthma")] == ["DVT", "asthma"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DVT 2019", ("dvt", "absolute", True, "sure", "current", "2019")),
        ("mother had a stroke", ("stroke", "absolute", True, "sure", "family", None)),
        ("breast cancer 2001", ("cancer", "precaution", False, "sure", "current", "2001")),
        ("breast cancer", ("cancer", "absolute", True, "sure", "current", None)),
        ("TIA", ("tia", "relative", False, "sure", "current", None)),
        ("fainting", ("fainting", "precaution", False, "sure", "current", None)),
        ("asthma", ("", "harmless", False, "sure", "current", None)),
        ("zorbic", ("", "unknown", False, "none", "current", None)),
        ("strok", ("stroke", "absolute", True, "likely", "current", None)),
    ],
)
def test_that_each_match_says_its_question_class_and_context(
    text: str, expected: tuple[object, ...]
) -> None:
    matches = condition_answer(text)["matches"]
    assert isinstance(matches, list) and len(matches) == 1
    one = matches[0]
    assert set(one) == KEYS
    told = ("code", "class", "founding", "certainty", "context", "date")
    assert tuple(one[key] for key in told) == expected
    assert one["why"]
