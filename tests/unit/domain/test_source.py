"""Tests: knowledge files are read exactly, and each mistake names its file and line."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from mesodesk.domain.source import Entry, Mistake, read

FILE = "rules.yaml"


def the(text: str) -> Entry:
    """What stands under `it` on the second line of a file."""
    return read(f"# first line\nit: {text}\n", FILE).get("it")


def mistake_in(action: Callable[[], object]) -> Mistake:
    """The mistake that reading raises."""
    with pytest.raises(Mistake) as caught:
        action()
    return caught.value


def test_that_a_mistake_names_file_line_and_reason() -> None:
    mistake = Mistake("rules.yaml", 7, "a word is missing")
    assert str(mistake) == "rules.yaml, line 7: a word is missing"
    assert (mistake.file, mistake.line, mistake.reason) == ("rules.yaml", 7, "a word is missing")


def test_that_an_empty_file_is_a_mistake_on_line_1() -> None:
    assert str(mistake_in(lambda: read("# nothing but a comment\n", FILE))) == (
        "rules.yaml, line 1: the file is empty"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: 1\nb: [1, 2\nc: 3\n", 3), ("a: 1\nb: 'open\n", 3), ("a: 1\n\tb: 2\n", 2)],
)
def test_that_broken_yaml_names_the_line(text: str, line: int) -> None:
    mistake = mistake_in(lambda: read(text, FILE))
    assert (mistake.file, mistake.line) == (FILE, line)


def test_that_entries_know_their_lines() -> None:
    top = read("first: 1\n\n# a comment\nsecond:\n  - a\n  - b\n", FILE)
    assert top.line == 1
    assert top.get("first").line == 1
    assert [entry.line for entry in top.get("second").items()] == [5, 6]


def test_that_pairs_come_in_the_order_of_the_file() -> None:
    top = read("zebra: 1\napple: 2\n", FILE)
    assert [(word, entry.whole()) for word, entry in top.pairs()] == [("zebra", 1), ("apple", 2)]


def test_that_a_key_twice_is_a_mistake_at_its_second_place() -> None:
    top = read("dose: 1\nnote: x\ndose: 2\n", FILE)
    mistake = mistake_in(lambda: list(top.pairs()))
    assert mistake.line == 3
    assert "'dose'" in mistake.reason


def test_that_a_key_nobody_knows_is_a_mistake() -> None:
    top = read("dose: 1\ndoes: 2\n", FILE)
    mistake = mistake_in(lambda: top.only("dose", "note"))
    assert mistake.line == 2
    assert mistake.reason == "'does' is not known here; known are dose, note"


def test_that_known_keys_pass_and_may_be_absent() -> None:
    top = read("dose: 1\n", FILE)
    assert top.only("dose", "note") is top


def test_that_a_missing_name_is_a_mistake_of_the_block() -> None:
    block = read("outer:\n  inner:\n    a: 1\n", FILE).get("outer").get("inner")
    mistake = mistake_in(lambda: block.get("b"))
    assert (mistake.line, mistake.reason) == (3, "'b' is missing")


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_that_an_empty_value_counts_as_missing(nothing: str) -> None:
    top = read(f"a: {nothing}\n", FILE)
    assert top.find("a") is None
    assert mistake_in(lambda: top.get("a")).reason == "'a' is missing"


def test_that_a_quoted_null_is_a_word() -> None:
    assert the('"null"').word() == "null"


def test_that_words_are_stripped_and_never_turned_into_something_else() -> None:
    assert the('"  two words "').word() == "two words"
    assert the("no").word() == "no"
    assert the("1.50").word() == "1.50"


def test_that_a_list_of_words_is_read_in_order() -> None:
    assert the("[warfarin, aspirin]").words() == ("warfarin", "aspirin")
    assert the("[]").words() == ()


def test_that_numbers_are_exact() -> None:
    assert the("1.50").decimal() == Decimal("1.50")
    assert str(the("0.1").decimal()) == "0.1"
    assert the("-3").whole() == -3


@pytest.mark.parametrize(("text", "truth"), [("yes", True), ("true", True), ("no", False)])
def test_that_yes_and_no_are_read(text: str, truth: bool) -> None:
    assert the(text).truth() is truth


def test_that_a_date_is_read() -> None:
    assert the("2026-03-14").day() == date(2026, 3, 14)


def test_that_one_of_the_allowed_words_is_read() -> None:
    assert the("raised").choice("raised", "depressed") == "raised"


WRONG: list[tuple[str, Callable[[Entry], object], str]] = [
    ("[a]", Entry.word, "expected a text here"),
    ("a", Entry.items, "expected a list here"),
    ("{a: 1}", Entry.words, "expected a list here"),
    ("[a]", lambda entry: list(entry.pairs()), "expected a block of 'name: value' lines here"),
    ("1.5", Entry.whole, "'1.5' is not a whole number"),
    ("one", Entry.decimal, "'one' is not a number"),
    ("maybe", Entry.truth, "'maybe' is not one of yes, no, true, false"),
    ("14.3.2026", Entry.day, "'14.3.2026' is not a date like 2026-03-14"),
    ("2026-02-30", Entry.day, "'2026-02-30' is not a date like 2026-03-14"),
    ("flat", lambda entry: entry.choice("raised"), "'flat' is not one of raised"),
]


@pytest.mark.parametrize(("text", "asked", "reason"), WRONG)
def test_that_a_wrong_value_is_a_mistake_on_its_line(
    text: str, asked: Callable[[Entry], object], reason: str
) -> None:
    mistake = mistake_in(lambda: asked(the(text)))
    assert (mistake.line, mistake.reason) == (2, reason)


def test_that_an_empty_item_of_a_list_is_not_a_word() -> None:
    assert mistake_in(lambda: the("[a, ~]").words()).reason == "expected a text here"


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-inf"])
def test_that_only_finite_numbers_are_numbers(text: str) -> None:
    assert mistake_in(lambda: the(text).decimal()).reason == f"'{text}' is not a number"
