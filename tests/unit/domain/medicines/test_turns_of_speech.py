"""What people write around a medicine: over or not, taken all the same, and no names in between."""

import pytest

from mesodesk.domain.medicines.contexts import Context
from mesodesk.domain.medicines.recogniser import Recogniser


@pytest.mark.parametrize(
    "line",
    [
        "ex-warfarin",
        "ex warfarin",
        "post-warfarin",
        "warfarin 2015-2018",
        "warfarin (2015 - 2018)",
        "warfarin from 2015 to 2018",
        "Marcumar bis 2020",
        "Sintrom hasta marzo 2020",
        "warfarin until 2024",
    ],
)
def test_that_what_is_surely_over_is_past(recogniser: Recogniser, line: str) -> None:
    (match,) = recogniser.recognise(line).matches
    assert match.context is Context.PAST


@pytest.mark.parametrize(
    "line",
    [
        "warfarin since 2015",
        "warfarin 2015",
        "Pradaxa bis 2027",
        "Pradaxa bis März 2027",
        "warfarin until 2040",
        "warfarin 2024-2030",
        "warfarin past 10 years",
        "warfarin for the last 3 years",
        "warfarin, off on Sunday",
        "warfarin off on Sundays",
        "doesn't like warfarin but takes it",
        "not prescribed warfarin but takes it",
        "Marcumar nicht verordnet, nimmt es aber",
        "ex-smoker on warfarin",
        "warfarin post MI",
    ],
)
def test_that_what_could_be_read_two_ways_is_taken(recogniser: Recogniser, line: str) -> None:
    (match,) = recogniser.recognise(line).matches
    assert match.context is Context.CURRENT
    assert match.is_founding_stop


def test_that_taking_the_next_medicine_says_nothing_of_the_denied_one(
    recogniser: Recogniser,
) -> None:
    first, second = recogniser.recognise("no aspirin but takes warfarin").matches
    assert (first.context, second.context) == (Context.NEGATED, Context.CURRENT)


@pytest.mark.parametrize(
    ("line", "context"),
    [
        ("can't take aspirin", Context.NEGATED),
        ("cannot take aspirin because of asthma", Context.NEGATED),
        ("not allowed aspirin", Context.NEGATED),
        ("aspirin - rash", Context.ALLERGY),
        ("aspirin rash", Context.ALLERGY),
        ("can't tolerate aspirin", Context.ALLERGY),
    ],
)
def test_that_what_must_not_be_taken_is_asked_about(
    recogniser: Recogniser, line: str, context: Context
) -> None:
    (match,) = recogniser.recognise(line).matches
    assert match.context is context


@pytest.mark.parametrize(
    "line",
    [
        "Marcumar nach dem Essen",
        "aspirin because of heart attack",
        "I took 2 aspirin on Monday",
        "clexane for 6 weeks after knee replacement in 2020",
        "blood thinner (white tablet)",
        "cardioaspirina tutti i giorni",
        "prend de l'aspirine de temps en temps",
        "Waran sedan 2010",
        "bere Anopyrin",
    ],
)
def test_that_everyday_words_name_no_medicine(recogniser: Recogniser, line: str) -> None:
    (match,) = recogniser.recognise(line).matches
    assert match.is_founding_stop


def test_that_an_abbreviation_in_capitals_is_no_brand_of_the_same_letters(
    recogniser: Recogniser,
) -> None:
    (match,) = recogniser.recognise("nimmt NOAK").matches
    assert match.is_founding_stop
    assert len(recogniser.recognise("Noak 100 mg").matches) == 2
    assert len(recogniser.recognise("NOAK 100 MG TABLET").matches) == 2


def test_that_the_letters_of_a_known_stop_in_another_order_ask(recogniser: Recogniser) -> None:
    (match,) = recogniser.recognise("Equilis").matches
    assert match.substance == "apixaban"
    assert not match.is_sure


def test_that_an_abbreviation_which_is_a_no_elsewhere_asks(recogniser: Recogniser) -> None:
    for line in ("NAO", "in terapia con NAO"):
        (match,) = recogniser.recognise(line).matches
        assert (match.atc, match.is_sure) == ("B01AF", False)
    (match,) = recogniser.recognise("NAO TOMA VARFARINA").matches
    assert (match.substance, match.context) == ("warfarin", Context.NEGATED)
    assert recogniser.recognise("não").matches == ()


def test_that_the_last_dose_some_hours_ago_is_taken_now(recogniser: Recogniser) -> None:
    (match,) = recogniser.recognise("last dose of apixaban 48h ago").matches
    assert match.context is Context.CURRENT


def test_that_no_known_allergy_is_no_medicine(recogniser: Recogniser) -> None:
    assert recogniser.recognise("NKDA").matches == ()
