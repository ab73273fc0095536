"""Writing in any script: order of runs, joined letters, and letters that are not there."""

import pytest

from mesodesk.documents import faces, script
from mesodesk.documents.faces import BODY, missing_glyphs, printable
from mesodesk.documents.pages import press
from mesodesk.documents.text import lay, natural_width


def drawn(text: str) -> list[str]:
    """The runs of a line from left to right, as they are written on the paper."""
    with press():
        line = lay(text, BODY, 1000).lines[0]
    return [str(run.text) for run in line]


@pytest.mark.parametrize(
    "name",
    [
        "Zoë Ó Briain-Žižková",
        "Дарья Иванова",
        "Ωμέγα Παπαδοπούλου",
        "Nguyễn Thị Ánh",
        "محمد عبد الله",
        "שלמה בן־דוד",
        "श्रीमती क्षत्रिय",
        "สมชาย ใจดี",
        "გიორგი",
        "İpek Şahin-Çağlar",
    ],
)
def test_that_names_of_these_scripts_can_be_printed(name: str) -> None:
    assert missing_glyphs(name) == ()


def test_that_what_cannot_be_printed_is_named_once_each_in_order() -> None:
    assert missing_glyphs("山田 花子 (Hanako) 山") == ("山", "田", "花", "子")


def test_that_controls_and_narrow_spaces_are_no_missing_letters() -> None:
    assert missing_glyphs("5\u202fmL\u2009x\u00ad\ufeff\ta\nb") == ()
    assert printable("5\u202fmL\ta\u00ad") == "5\u00a0mL a"


def test_that_composed_and_decomposed_letters_print_alike() -> None:
    assert printable("Zoe\u0308") == "Zoë"
    assert drawn("Zoe\u0308") == drawn("Zoë") == ["Zoë"]


def test_that_hebrew_is_written_from_the_right() -> None:
    (run,) = drawn("שלום")
    assert run == "םולש"


def test_that_a_hebrew_name_in_an_english_sentence_keeps_the_sentence_s_order() -> None:
    assert "".join(drawn("Signed by שלמה, in person")) == "Signed by המלש, in person"


def test_that_an_english_name_in_a_hebrew_sentence_stands_to_the_left_of_what_precedes_it() -> None:
    assert drawn("שלום Ann")[0] == "Ann"


def test_that_numbers_in_hebrew_run_from_the_left() -> None:
    runs = drawn("בן 123 שנים")
    assert "123" in runs
    assert runs[-1].endswith("ןב")


def test_that_brackets_open_towards_their_words_in_hebrew() -> None:
    assert "".join(drawn("שלמה (גיל)")) == "(ליג) המלש"


def test_that_brackets_after_a_latin_name_open_towards_their_words_in_hebrew() -> None:
    assert "".join(drawn("שלום Ann (גיל)")) == "(ליג) Ann םולש"


def test_that_an_accent_without_a_composed_letter_stays_on_its_letter() -> None:
    assert not script.is_simple("q\u0303")
    with press():
        assert natural_width("q\u0303", BODY) == pytest.approx(natural_width("q", BODY), abs=0.5)


def test_that_arabic_letters_join() -> None:
    # The four letters of Muhammad in initial, medial, medial and final form (U+FEE3 ...).
    joined = "".join(drawn("محمد"))
    assert len(joined) == 4
    assert not set(joined) & set("محمد")


def test_that_devanagari_is_joined_inside_a_latin_sentence_too() -> None:
    alone = "".join(drawn("क्षत्रिय"))
    inside = drawn("Name: क्षत्रिय")
    assert "\u094d" not in alone  # the sign that joins two consonants is never seen
    assert inside[0].startswith("Name:")
    assert "".join(inside).endswith(alone)


def test_that_a_right_to_left_paragraph_is_set_at_the_right() -> None:
    with press():
        assert lay("שלום עולם", BODY, 200).align == "end"
        assert lay("Peace", BODY, 200).align == "start"
        assert lay("שלום", BODY, 200, "centre").align == "centre"


def test_that_marks_of_direction_leave_nothing_on_paper() -> None:
    with press():
        plain = natural_width("שלום", BODY)
        marked = natural_width("\u200eשלום\u200e", BODY)
    assert marked == pytest.approx(plain)


def test_that_lines_break_at_spaces_and_never_exceed_the_width() -> None:
    with press():
        text = "one two three four five six seven eight nine ten"
        lines = lay(text, BODY, 80)
        assert len(lines.lines) > 1
        assert " ".join(lines.written) == text
        assert all(natural_width(line, BODY) <= 80 for line in lines.written)


def test_that_a_word_wider_than_the_column_is_cut_and_loses_no_letter() -> None:
    with press():
        lines = lay("a " + "W" * 40 + " b", BODY, 60)
    assert "".join(lines.written).replace(" ", "") == "a" + "W" * 40 + "b"


def test_that_an_empty_text_is_one_empty_line() -> None:
    with press():
        lines = lay("   ", BODY, 60)
    assert lines.written == ("",)
    assert lines.height == BODY.leading


def test_that_a_hard_space_does_not_break() -> None:
    with press():
        lines = lay("aaaa 5\u00a0mL", BODY, natural_width("aaaa 5", BODY) + 2)
    assert lines.written == ("aaaa", "5\u00a0mL")


def test_that_the_faces_are_loaded_when_first_asked() -> None:
    faces.load()
    assert faces.is_loaded()


def test_that_a_text_without_strong_letters_runs_left_to_right() -> None:
    assert script.base_level("12/05 ()") == 0
    assert script.base_level("") == 0
