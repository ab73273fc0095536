"""Folding names, slips, telephones: worked by hand."""

import random

import pytest

from mesodesk.domain.names.folding import fold, has_ideographs, spellings, split_words
from mesodesk.domain.names.nearness import (
    is_slip,
    is_slip_of_beginning,
    slip_keys,
    sought_keys,
)
from mesodesk.domain.names.phones import digits, national_part, parts_to_index, parts_to_seek


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Žižková", "zizkova"),
        ("ŁUKASZ", "lukasz"),
        ("Strauß", "strauss"),
        ("Đặng", "dang"),
        ("Kjær", "kjaer"),
        ("Þór", "thor"),
        ("İpek", "ipek"),
        ("Соловьёва", "соловьева"),
        ("أحمد", "احمد"),
        ("ミカ", "みか"),
        ("ﬁona", "fiona"),
        ("Αλέξης", "αλεξησ"),
    ],
)
def test_that_accents_and_special_letters_fold_away(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_that_an_umlaut_has_two_spellings_and_a_plain_word_one() -> None:
    assert spellings("Müller") == ("muller", "mueller")
    assert spellings("Sørensen") == ("sorensen", "soerensen")
    assert spellings("Smith") == ("smith",)


def test_that_a_name_is_parted_at_blanks_hyphens_and_apostrophes() -> None:
    assert split_words("Ó Briain-Žižková") == ("Ó", "Briain", "Žižková")
    assert split_words("D’Angelo 3 --") == ("D", "Angelo")


def test_that_han_and_kana_are_told_from_letters() -> None:
    assert has_ideographs("王小明")
    assert not has_ideographs("Wang")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("smith", "smiht", True),
        ("smith", "smyth", True),
        ("smith", "smit", True),
        ("smith", "smiths", True),
        ("smith", "msith", True),
        ("smith", "smith", False),
        ("smith", "smthi", False),
        ("jones", "james", False),
        ("ab", "ba", True),
        ("smith", "smithers", False),
    ],
)
def test_that_a_slip_is_one_letter_or_one_exchange(one: str, other: str, expected: bool) -> None:
    assert is_slip(one, other) is expected
    assert is_slip(other, one) is expected


def test_that_a_slip_in_a_beginning_counts_only_if_typing_went_on() -> None:
    assert is_slip_of_beginning("zixko", "zizkova")
    assert not is_slip_of_beginning("zizkx", "zizkova")
    assert not is_slip_of_beginning("zixk", "zizkova")


def test_that_every_slip_is_found_by_its_keys() -> None:
    chance = random.Random(7)
    letters = "abcd"
    for _ in range(3000):
        word = "".join(chance.choice(letters) for _ in range(chance.randint(3, 9)))
        place = chance.randrange(len(word))
        typed = chance.choice(
            (
                word[:place] + word[place + 1 :],
                word[:place] + "x" + word[place:],
                word[:place] + "x" + word[place + 1 :],
                word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
            )
        )
        if len(typed) >= 4 and typed != word:
            begins = sought_keys(typed)
            assert any(key.startswith(begins) for key in slip_keys(word)), (typed, word)


def test_that_a_telephone_is_its_figures_and_its_national_part() -> None:
    assert digits("+44 (0)20 7946-0958") == "442079460958"
    assert national_part("+44 (0)20 7946 0958") == "2079460958"
    assert national_part("0044 20 7946 0958") == "2079460958"
    assert national_part("020 7946 0958") == "2079460958"
    assert national_part("+1 212 555 0143") == "2125550143"
    assert national_part("+420 601 222 333") == "601222333"
    assert digits("٠١٢٣٤") == "01234"


def test_that_any_four_figures_of_a_telephone_are_indexed_and_three_are_not_sought() -> None:
    assert parts_to_index("012345") == ("012345", "12345", "2345")
    assert parts_to_seek("234") == ()
    assert parts_to_seek("2345") == ("2345",)
    assert parts_to_seek("+44 20 7946 0958") == ("442079460958", "2079460958")
