"""The emergency cards: four of them in each language, each with its sources."""

import pytest

from mesodesk.domain.source import Mistake
from mesodesk.ui.shell.emergency_cards import read_book, shipped_book

KEYS = ("anaphylaxis", "syncope", "occlusion", "anaesthetic")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_that_the_four_emergencies_are_there(language: str) -> None:
    book = shipped_book(language)
    assert tuple(card.key for card in book.cards) == KEYS
    assert "protocol" in book.note


@pytest.mark.parametrize("language", ["en", "fr"])
def test_that_each_card_has_signs_steps_and_says_whose_protocol_counts(language: str) -> None:
    for card in shipped_book(language).cards:
        assert len(card.signs) >= 3
        assert len(card.steps) >= 5
        weight = {"en": "general knowledge", "fr": "connaissance générale"}[language]
        assert any(weight in source for source in card.sources)


def test_that_both_languages_say_the_same_number_of_things() -> None:
    for english, french in zip(shipped_book("en").cards, shipped_book("fr").cards, strict=True):
        for part in ("signs", "steps", "never", "record", "sources"):
            assert len(getattr(english, part)) == len(getattr(french, part)), (english.key, part)


def test_that_anaphylaxis_begins_with_help_and_adrenaline() -> None:
    card = shipped_book("en").cards[0]
    assert "emergency number" in card.steps[0]
    assert "adrenaline" in card.steps[1]


def test_that_no_card_names_a_dose() -> None:
    for card in shipped_book("en").cards:
        assert not any("mg" in step.split() or "mL" in step.split() for step in card.steps)


def test_that_a_language_without_cards_gets_english() -> None:
    assert shipped_book("xx") == shipped_book("en")


def test_that_a_mistake_is_named_with_its_line() -> None:
    text = "note: x\ncards:\n  - key: a\n    title: A\n    sign: [b]\n"
    with pytest.raises(Mistake) as caught:
        read_book(text, "en.yaml")
    assert (caught.value.file, caught.value.line) == ("en.yaml", 5)
