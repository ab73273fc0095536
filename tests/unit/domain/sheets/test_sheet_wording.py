"""The printed wording: complete in every language, and a translator is told what is wrong where."""

import pytest

from mesodesk.documents.shelf import sheet_languages, sheet_wording
from mesodesk.domain.sheets.wording import gaps, read_wording
from mesodesk.domain.source import Mistake

MODEL = read_wording("en", {"en/a.yaml": 'title: "Until {moment}"\nlines:\n  - one\n  - two\n'})


def test_that_english_and_french_are_on_the_shelf() -> None:
    assert {"en", "fr"} <= set(sheet_languages())


@pytest.mark.parametrize("language", sheet_languages())
def test_that_every_language_says_everything_english_says_and_nothing_else(language: str) -> None:
    assert gaps(sheet_wording(language), sheet_wording("en")) == ()


@pytest.mark.parametrize("language", sheet_languages())
def test_that_a_language_has_twelve_months_and_seven_days(language: str) -> None:
    wording = sheet_wording(language)
    assert len(wording.lines("language.months")) == 12
    assert len(wording.lines("language.weekdays")) == 7
    assert len(wording.lines("session.response.grades")) == 5


def test_that_french_names_as_many_effects_risks_and_stops_as_english() -> None:
    english, french = sheet_wording("en"), sheet_wording("fr")
    for key, phrase in english.phrases.items():
        assert len(french.phrases[key].lines) == len(phrase.lines), key


def test_that_no_french_phrase_was_left_in_english() -> None:
    english, french = sheet_wording("en"), sheet_wording("fr")
    ours = {k: p.lines for k, p in english.phrases.items() if len(" ".join(p.lines)) > 40}
    assert len(ours) > 50
    assert not [key for key, lines in ours.items() if french.phrases[key].lines == lines]


def test_that_a_missing_key_is_named_with_its_file_and_the_english_words() -> None:
    (mistake,) = gaps(read_wording("xx", {"xx/a.yaml": 'title: "{moment}"\n'}), MODEL)
    assert mistake.file == "xx/a.yaml"
    assert "'a.lines' is missing; English has: one" in mistake.reason


def test_that_a_missing_file_is_named() -> None:
    found = gaps(read_wording("xx", {"xx/b.yaml": "c: d\n"}), MODEL)
    assert {(m.file, m.reason.split("'")[1]) for m in found} == {
        ("xx/a.yaml", "a.title"),
        ("xx/a.yaml", "a.lines"),
        ("xx/b.yaml", "b.c"),
    }


def test_that_an_unknown_key_is_named_with_its_line() -> None:
    text = 'title: "{moment}"\nlines: [x, y]\ntitel: z\n'
    (mistake,) = gaps(read_wording("xx", {"xx/a.yaml": text}), MODEL)
    assert (mistake.file, mistake.line) == ("xx/a.yaml", 3)


def test_that_a_lost_placeholder_is_named_with_its_line() -> None:
    text = "lines: [x, y]\ntitle: jusqu’à demain\n"
    (mistake,) = gaps(read_wording("xx", {"xx/a.yaml": text}), MODEL)
    assert mistake.line == 2
    assert "must fill in {moment}" in mistake.reason


def test_that_an_invented_placeholder_is_a_mistake() -> None:
    text = 'title: "{moment}"\nlines: [x, "{y}"]\n'
    (mistake,) = gaps(read_wording("xx", {"xx/a.yaml": text}), MODEL)
    assert "must fill in nothing" in mistake.reason


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ('title: "{moment}"\nlines: one\n', "must be a list"),
        ('title: ["{moment}"]\nlines: [x]\n', "must be a single text"),
    ],
)
def test_that_a_list_stays_a_list_and_a_text_a_text(text: str, shape: str) -> None:
    (mistake,) = gaps(read_wording("xx", {"xx/a.yaml": text}), MODEL)
    assert shape in mistake.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('a: b\nc: "open {brace"\n', "without its partner"),
        ('a: b\nc: "{}"\n', "only a name may stand"),
        ('a: b\nc: "{not ok}"\n', "only a name may stand"),
        ('a: b\nc: ""\n', "this wording is empty"),
        ("a: b\nc: []\n", "this list is empty"),
        ("a: b\nc: ~\n", "expected a text"),
        ("a: b\na: d\n", "a second time"),
    ],
)
def test_that_a_mistake_is_named_with_file_and_line(text: str, reason: str) -> None:
    with pytest.raises(Mistake, match=reason) as met:
        read_wording("xx", {"xx/a.yaml": text})
    assert (met.value.file, met.value.line) == ("xx/a.yaml", 2)


def test_that_french_spaces_before_high_marks_never_break() -> None:
    files = {
        "fr/language.yaml": 'spaced_punctuation: "yes"\n',
        "fr/a.yaml": 'b: "Quoi ? « Oui » : {x} ; non !"\n',
    }
    wording = read_wording("fr", files)
    said = wording.text("a.b", x="1")
    assert said == "Quoi\u00a0? «\u00a0Oui\u00a0»\u00a0: 1\u00a0; non\u00a0!"


def test_that_the_version_changes_with_any_word_and_with_nothing_else() -> None:
    first = read_wording("en", {"en/a.yaml": "b: one\nc: two\n"})
    moved = read_wording("en", {"en/a.yaml": "c: two\n\n\nb: one\n"})
    other = read_wording("en", {"en/a.yaml": "b: one\nc: two.\n"})
    assert first.version == moved.version != other.version


def test_that_a_name_written_the_other_way_is_set_apart_from_the_sentence() -> None:
    wording = read_wording("en", {"en/a.yaml": 'b: "By {name}, 14 March"\n'})
    assert wording.text("a.b", name="שלמה") == "By \u200eשלמה\u200e, 14 March"
    assert wording.text("a.b", name="Ann") == "By Ann, 14 March"


def test_that_a_right_to_left_language_sets_latin_names_apart() -> None:
    files = {"he/language.yaml": "direction: rtl\n", "he/a.yaml": 'b: "שלום {name}, 14"\n'}
    wording = read_wording("he", files)
    assert wording.is_right_to_left
    assert wording.text("a.b", name="Ann") == "שלום \u200fAnn\u200f, 14"


def test_that_a_language_knows_whether_it_says_something() -> None:
    assert MODEL.has("a.title")
    assert not MODEL.has("a.nothing")
