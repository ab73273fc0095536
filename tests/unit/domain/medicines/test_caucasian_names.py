"""Names written in Georgian and Armenian letters are read by their letters, in any case."""

import pytest

from mesodesk.domain.medicines.recogniser import Recogniser
from mesodesk.domain.medicines.spelling import fold, is_transliterated


@pytest.mark.parametrize(
    ("typed", "substance"),
    [
        ("ვარფარინი 3 მგ ტაბლეტი", "warfarin"),
        ("იღებს კლოპიდოგრელს 75 მგ", "clopidogrel"),
        ("აცენოკუმაროლი", "acenocoumarol"),
        ("პარნაპარინი", "parnaparin"),
        ("ედოქსაბანის", "edoxaban"),
        ("ლანტუსი", "insulin glargine"),
        ("վարֆարին 5 մգ", "warfarin"),
        ("էդոքսաբանը", "edoxaban"),
        ("ասպիրին", "acetylsalicylic acid"),
    ],
)
def test_that_a_name_in_georgian_or_armenian_letters_fires(
    recogniser: Recogniser, typed: str, substance: str
) -> None:
    assert [match.substance for match in recogniser.recognise(typed).stops] == [substance]


@pytest.mark.parametrize("typed", ["პარაცეტამოლი", "ომეპრაზოლი", "պարացետամոլ", "մետֆորմին"])
def test_that_a_harmless_name_in_these_letters_stays_harmless(
    recogniser: Recogniser, typed: str
) -> None:
    found = recogniser.recognise(typed)
    assert found.stops == ()
    assert not any(match.drug_class.is_founding_stop for match in found.open_questions)


@pytest.mark.parametrize("typed", ["ჰეპარინის მალამო", "հեպարին քսուք", "Heparin merhem"])
def test_that_an_ointment_of_a_stop_is_asked_about(recogniser: Recogniser, typed: str) -> None:
    found = recogniser.recognise(typed)
    assert found.stops == ()
    assert any(match.drug_class.is_founding_stop for match in found.open_questions)


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("კლექსანის", "kleksan"),
        ("ᲙᲚᲔᲥᲡᲐᲜᲘ", "kleksan"),
        ("კლექსანით", "kleksan"),
        ("ինսուլինը", "insulin"),
        ("ԻՆՍՈՒԼԻՆԻ", "insulin"),
        ("სისხლი", "sishl"),
    ],
)
def test_that_a_case_ending_is_taken_off(word: str, key: str) -> None:
    assert fold(word) == key
    assert is_transliterated(word)
