"""Tests of domain.phrases."""

import pytest

from mesodesk.domain.phrases import Basis, Phrase, read_basis, read_phrase, read_statements
from mesodesk.domain.source import Mistake, read


def test_that_a_phrase_falls_back_to_english() -> None:
    phrase = Phrase((("en", "Skin"), ("fr", "Peau")))
    assert (phrase.said_in("fr"), phrase.said_in("de"), str(phrase)) == ("Peau", "Skin", "Skin")


def test_that_places_are_filled_in_every_language() -> None:
    phrase = Phrase((("en", "{n} days"), ("fr", "{n} jours"))).filled(n=3)
    assert phrase.texts == (("en", "3 days"), ("fr", "3 jours"))


def test_that_a_basis_shows_its_tier() -> None:
    assert str(Basis("KYB", "A")) == "KYB (A)"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("en: '{n} days'\nfr: 'jours'", 1, "same {places}"),
        ("en: '{n'\nfr: '{n'", 1, "is broken"),
        ("en: Skin", 1, "'fr' is missing"),
    ],
)
def test_that_a_wrong_phrase_is_a_mistake(text: str, line: int, reason: str) -> None:
    with pytest.raises(Mistake) as caught:
        read_phrase(read(text, "words.yaml"))
    assert caught.value.line == line
    assert reason in caught.value.reason


def test_that_a_tier_must_be_known() -> None:
    with pytest.raises(Mistake, match="'D' is not one of"):
        read_basis(read("source: KYB\ntier: D", "words.yaml"))


def test_that_a_code_stands_once() -> None:
    line = "- {code: a, en: A, fr: B, source: X, tier: GK}\n"
    assert len(read_statements(read(line, "words.yaml"))) == 1
    assert read_statements(None) == ()
    with pytest.raises(Mistake, match=r"line 2: 'a' stands here a second time"):
        read_statements(read(line * 2, "words.yaml"))
