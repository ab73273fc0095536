"""Names and lines are answered as JSON lines: in order, in UTF-8, at once, without a record."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from mesodesk import cli
from mesodesk.app.lines import lines_of, write_answers

COMMAND = [sys.executable, "-m", "mesodesk", "medicine"]
WITHOUT_THE_RECORD = """
import sys

class Bare:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6", "sqlalchemy", "sqlcipher3"):
            raise ImportError(f"{name} is not installed here")

sys.meta_path.insert(0, Bare())
from mesodesk.__main__ import main
main()
"""


def said(given: bytes, *more: str, environment: Mapping[str, str] | None = None) -> list[bytes]:
    """What the command answers, line by line."""
    done = subprocess.run(
        [*COMMAND, *(more or ("--lines",))],
        input=given,
        capture_output=True,
        check=True,
        env={**os.environ, **(environment or {}), "PYTHONPATH": str(Path.cwd())},
    )
    assert done.stderr == b""
    return done.stdout.splitlines(keepends=True)


def no_tour(home: Path, out: Path) -> int:
    """A tour that nobody asked for."""
    raise AssertionError(f"toured {home} into {out}")


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        (b"", []),
        (b"\n", [""]),
        (b"a\n\nb", ["a", "", "b"]),
        (b"a\r\nb\r\n", ["a", "b"]),
        (b"\xef\xbb\xbfa\n", ["a"]),
        (b"\xff a\n", ["\ufffd a"]),
        ("Kardégic\n".encode(), ["Kardégic"]),
    ],
)
def test_that_every_line_is_read_blank_ones_too(given: bytes, lines: list[str]) -> None:
    assert list(lines_of(io.BytesIO(given))) == lines


def test_that_an_answer_leaves_before_the_next_text_is_asked_for() -> None:
    out = io.BytesIO()
    seen: list[int] = []

    def texts() -> Iterator[str]:
        for text in ("a", "b", "c"):
            seen.append(out.getvalue().count(b"\n"))
            yield text

    write_answers(texts(), lambda text: {"input": text}, out)
    assert seen == [0, 1, 2]
    assert [json.loads(line)["input"] for line in out.getvalue().splitlines()] == ["a", "b", "c"]


def test_that_a_lone_surrogate_is_no_trouble() -> None:
    out = io.BytesIO()
    write_answers(["\ud800"], lambda text: {"input": text}, out)
    assert json.loads(out.getvalue()) == {"input": "?"}


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\r"])
def test_that_no_answer_holds_what_some_reader_takes_for_the_end_of_a_line(end: str) -> None:
    out = io.BytesIO()
    write_answers([f"a{end}b"], lambda text: {"input": text}, out)
    (line,) = out.getvalue().decode().splitlines()
    assert json.loads(line) == {"input": f"a{end}b"}


@pytest.mark.parametrize("closed", ["<&-", ">&-"])
def test_that_a_closed_input_or_output_is_no_trouble(closed: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m mesodesk medicine --lines {closed}', sys.executable],
        input=b"aspirin\n",
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    assert done.stdout == done.stderr == b""


def test_that_a_line_of_medicines_is_answered_with_exactly_these_facts() -> None:
    blank, line = said(b"\nstopped warfarin 2019\n")
    assert json.loads(blank) == {"input": "", "matches": []}
    assert json.loads(line) == {
        "input": "stopped warfarin 2019",
        "matches": [
            {
                "substance": "warfarin",
                "atc": "B01AA03",
                "class": "antithrombotic",
                "certainty": "sure",
                "why": "warfarin (ATC B01AA03), a blood thinner",
                "route": "oral",
                "context": "past",
            }
        ],
    }


def test_that_the_locale_does_not_matter() -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    (piped,) = said("Kardégic".encode(), environment=plain)
    (typed,) = said(b"", "Kardégic", environment=plain)
    assert piped == typed
    assert json.loads(typed)["input"] == "Kardégic"


def test_that_names_are_answered_without_a_record_qt_or_a_database() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_THE_RECORD, "medicine", "Lantus", "metformin"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    found = [json.loads(line)["matches"][0]["class"] for line in done.stdout.splitlines()]
    assert found == ["insulin", "harmless"]


def test_that_a_reader_who_leaves_early_is_no_trouble() -> None:
    asking = subprocess.Popen(
        [*COMMAND, "--lines"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    assert asking.stdin and asking.stdout and asking.stderr
    with asking.stdin, asking.stdout, asking.stderr:
        asking.stdin.write(b"aspirin\n")
        asking.stdin.flush()
        assert json.loads(asking.stdout.readline())["input"] == "aspirin"
        asking.stdout.close()
        asking.stdin.write(b"aspirin\n" * 5)
        asking.stdin.close()
        assert asking.stderr.read() == b""
        assert asking.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("command", ["medicine", "condition"])
def test_that_answers_which_cannot_be_written_end_with_one_plain_sentence(command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        asked = [sys.executable, "-m", "mesodesk", command, "aspirin"]
        ended = subprocess.run(asked, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 1
    (said,) = ended.stderr.splitlines()
    assert said.startswith("mesodesk: lines could not be read or written: ")


@pytest.mark.parametrize("typed", [[], ["aspirin", "--lines"]])
def test_that_either_names_or_lines_must_be_given(typed: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.run(["medicine", *typed], no_tour)
    assert left.value.code == 2
