"""Names are completed while they are typed, the likely first."""

import pytest

from mesodesk.domain.medicines.recogniser import Recogniser
from mesodesk.domain.medicines.slips import SlipIndex, slips_allowed
from mesodesk.domain.medicines.spelling import fold, sound
from mesodesk.domain.medicines.vocabulary import read_vocabulary


@pytest.mark.parametrize(
    ("typed", "first"),
    [("warf", "warfarin"), ("Eliq", "Eliquis"), ("xare", "Xarelto"), ("lant", "Lantus")],
)
def test_that_the_likely_name_comes_first(recogniser: Recogniser, typed: str, first: str) -> None:
    assert recogniser.complete(typed)[0].name == first


def test_that_accents_and_case_do_not_matter(recogniser: Recogniser) -> None:
    assert "Kardégic" in [each.name for each in recogniser.complete("KARDEG")]


def test_that_a_slip_is_completed_too(recogniser: Recogniser) -> None:
    assert "Eliquis" in [each.name for each in recogniser.complete("elequis")]


def test_that_no_more_are_offered_than_asked_for(recogniser: Recogniser) -> None:
    assert len(recogniser.complete("a", limit=5)) == 5
    assert recogniser.complete(" ") == ()


@pytest.mark.parametrize(
    ("length", "slips"), [(3, 0), (4, 0), (5, 1), (6, 1), (7, 2), (10, 2), (11, 3)]
)
def test_that_longer_names_forgive_more(length: int, slips: int) -> None:
    assert slips_allowed(length) == slips


def test_that_two_letters_swapped_are_one_slip() -> None:
    (near,) = SlipIndex(["eliquis"]).near("eilquis")
    assert (near.key, near.slips) == ("eliquis", 1)


def test_that_a_wrong_first_letter_of_a_short_name_is_not_guessed_at() -> None:
    assert SlipIndex(["waran"]).near("caran") == ()


@pytest.mark.parametrize(
    "written", ["warfarinum", "warfaryna", "warfariini", "Warfarine", "varfarín", "варфарин"]
)
def test_that_a_substance_sounds_alike_in_every_language(written: str) -> None:
    assert sound(fold(written)) == "varfarin"


@pytest.mark.parametrize(("country", "first"), [("DE", "Marcumar"), ("GB", "Marevan")])
def test_that_the_clinics_country_comes_first(
    recogniser: Recogniser, country: str, first: str
) -> None:
    assert recogniser.complete("mar", country=country)[0].name == first


@pytest.mark.parametrize(("typed", "first"), [("lant", "Lantus"), ("Лант", "Лантус")])
def test_that_a_name_is_offered_in_the_letters_it_is_typed_in(
    recogniser: Recogniser, typed: str, first: str
) -> None:
    assert recogniser.complete(typed)[0].name == first


def test_that_what_is_sold_comes_before_what_is_withdrawn() -> None:
    text = "name,substance,atc,kind,countries,route,status,source,class\n" + "".join(
        f"{name},warfarin,B01AA03,brand,GB US FR DE ES,oral,{status},made up,\n"
        for name, status in (("Warabel", "withdrawn"), ("Waracor", "current"))
    )
    small = Recogniser(read_vocabulary(text, "test.csv"))
    assert [each.name for each in small.complete("wara")] == ["Waracor", "Warabel"]
