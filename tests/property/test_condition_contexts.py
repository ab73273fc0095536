"""Properties: no wording about somebody else, and no denial, ever makes a sure founding stop."""

from datetime import date
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mesodesk.domain.conditions.contexts import Context
from mesodesk.domain.conditions.recogniser import ConditionRecogniser
from mesodesk.domain.conditions.recognition import Recognition
from mesodesk.services import knowledge

TODAY = date(2026, 3, 14)
STOPS = ("DVT", "stroke", "breast cancer", "type 1 diabetes", "Thrombose", "AVC", "leukaemia", "PE")
OTHERS = ("asthma", "psoriasis", "migraine", "epilepsy", "hypertension", "TIA", "lupus")
DENIALS = ("no", "no history of", "never had", "denies", "pas de", "keine", "sin", "senza")
RELATIVES = (
    "mother had",
    "family history of",
    "father:",
    "sister has",
    "ma mère a eu",
    "Oma hatte",
)
DOUBTS = ("?", "query", "suspected", "possible", "rule out", "Verdacht auf", "risk of")
stops = st.sampled_from(STOPS)
words = st.sampled_from(STOPS + OTHERS)


@cache
def recogniser() -> ConditionRecogniser:
    return knowledge.condition_recogniser()


@pytest.fixture(autouse=True, scope="module")
def warm() -> None:
    """Reading the tables takes longer than any one line may."""
    recogniser()


def read(text: str) -> Recognition:
    return recogniser().recognise(text, TODAY)


def meanings(text: str) -> set[tuple[str, Context]]:
    return {(match.condition, match.context) for match in read(text).matches}


@given(st.text(max_size=80))
@example("Ъ")
def test_that_no_text_raises_and_no_text_with_words_is_dropped(text: str) -> None:
    found = read(text)
    assert found.text == text
    if any(letter.isalpha() for letter in text):
        assert found.matches


@given(st.sampled_from(DENIALS + RELATIVES + DOUBTS), stops)
def test_that_a_denial_a_relative_or_a_doubt_is_never_a_sure_answer(said: str, stop: str) -> None:
    found = read(f"{said} {stop}")
    assert not found.answers
    assert found.open_questions


@given(st.sampled_from(DENIALS + RELATIVES), st.lists(stops, min_size=1, max_size=4, unique=True))
def test_that_a_list_after_a_denial_or_a_relative_holds_no_sure_answer(
    said: str, listed: list[str]
) -> None:
    found = read(f"{said} {', '.join(listed)}")
    assert not found.answers
    assert len(found.open_questions) >= len({match.condition for match in found.matches})


@given(st.lists(words, min_size=1, max_size=5, unique=True))
def test_that_case_and_order_do_not_matter(listed: list[str]) -> None:
    told = meanings("; ".join(listed))
    assert meanings("; ".join(listed).lower()) == told
    assert meanings("; ".join(reversed(listed))) == told


@given(stops, st.integers(min_value=1960, max_value=2025))
def test_that_a_year_is_kept_with_its_condition(stop: str, year: int) -> None:
    found = read(f"{stop} {year}")
    assert [str(match.when) for match in found.matches] == [str(year)]


@given(words, words)
def test_that_a_further_condition_never_hides_the_first(one: str, other: str) -> None:
    assert {answer.condition for answer in read(one).answers} <= {
        answer.condition for answer in read(f"{one}; {other}").answers
    }
