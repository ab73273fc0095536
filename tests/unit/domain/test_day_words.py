"""Days as they stand in sentences."""

from datetime import date

import pytest

from mesodesk.domain.day_words import day_in_words
from mesodesk.domain.phrases import Phrase


@pytest.mark.parametrize(
    ("day", "language", "said"),
    [
        (date(2026, 11, 29), "en", "29 November 2026"),
        (date(2026, 11, 29), "fr", "29 novembre 2026"),
        (date(2026, 3, 1), "fr", "1er mars 2026"),
        (date(2026, 3, 1), "pl", "1 March 2026"),
    ],
)
def test_that_a_day_is_said_in_words(day: date, language: str, said: str) -> None:
    assert day_in_words(day, language) == said


def test_that_a_phrase_says_its_day_in_each_language() -> None:
    phrase = Phrase((("en", "not before {day}"), ("fr", "pas avant le {day}")))
    filled = phrase.filled(day=date(2026, 12, 1))
    assert filled.said_in("en") == "not before 1 December 2026"
    assert filled.said_in("fr") == "pas avant le 1er décembre 2026"
