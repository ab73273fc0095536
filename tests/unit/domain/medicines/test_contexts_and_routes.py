"""Denied, past, other people's, allergies and local routes are offered as such."""

import pytest

from mesodesk.domain.medicines.contexts import Context
from mesodesk.domain.medicines.recogniser import Recogniser
from mesodesk.domain.medicines.recognition import Certainty
from mesodesk.domain.medicines.vocabulary import Route


@pytest.mark.parametrize(
    ("line", "context"),
    [
        ("no heparin", Context.NEGATED),
        ("not on insulin", Context.NEGATED),
        ("denies aspirin", Context.NEGATED),
        ("pas d'aspirine", Context.NEGATED),
        ("kein Marcumar", Context.NEGATED),
        ("aspirin: no", Context.NEGATED),
        ("stopped warfarin 2019", Context.PAST),
        ("warfarin until 2019", Context.PAST),
        ("aspirin 75 mg - stopped", Context.PAST),
        ("no longer takes warfarin", Context.PAST),
        ("ne prend plus Sintrom", Context.PAST),
        ("ho smesso il Coumadin", Context.PAST),
        ("husband takes Eliquis", Context.OTHER_PERSON),
        ("Eliquis (husband)", Context.OTHER_PERSON),
        ("mother stopped warfarin", Context.OTHER_PERSON),
        ("allergic to aspirin", Context.ALLERGY),
        ("aspirin allergy", Context.ALLERGY),
        ("alergia a la aspirina", Context.ALLERGY),
        ("no allergy to aspirin", Context.UNCLEAR),
        ("never stopped warfarin", Context.CURRENT),
        ("warfarin", Context.CURRENT),
        ("not currently on warfarin", Context.NEGATED),
        ("never been on warfarin", Context.NEGATED),
        ("declined heparin", Context.NEGATED),
        ("non prende aspirina", Context.NEGATED),
        ("não toma aspirina", Context.NEGATED),
        ("nunca ha tomado aspirina", Context.NEGATED),
        ("δεν παίρνει Sintrom", Context.NEGATED),
        ("не принимает аспирин", Context.NEGATED),
        ("a arrêté le Xarelto en 2020", Context.PAST),
        ("plus d'aspirine depuis 2 ans", Context.PAST),
        ("hat früher Marcumar genommen", Context.PAST),
        ("dejó el Sintrom en 2019", Context.PAST),
        ("parou a varfarina em 2019", Context.PAST),
        ("mon mari prend du Previscan", Context.OTHER_PERSON),
        ("Ehemann nimmt Marcumar", Context.OTHER_PERSON),
        ("su marido toma Eliquis", Context.OTHER_PERSON),
        ("o marido toma Eliquis", Context.OTHER_PERSON),
        ("il marito prende Xarelto", Context.OTHER_PERSON),
        ("муж принимает Ксарелто", Context.OTHER_PERSON),
        ("allergique à l'aspirine", Context.ALLERGY),
        ("Allergie gegen ASS", Context.ALLERGY),
        ("allergica all'aspirina", Context.ALLERGY),
        ("alérgico ao AAS", Context.ALLERGY),
        ("aspirin on hold", Context.UNCLEAR),
        # what only looks like a denial, a past or another person
        ("no, only aspirin", Context.CURRENT),
        ("keine außer ASS", Context.CURRENT),
        ("rien sauf aspirine", Context.CURRENT),
        ("Fragmin 5000 NE", Context.CURRENT),
        ("Marcumar 1 bis 2 Tabletten", Context.CURRENT),
        ("history of stroke on warfarin", Context.CURRENT),
        ("non smoker on aspirin", Context.CURRENT),
        ("I do take warfarin", Context.CURRENT),
        ("on warfarin so far", Context.CURRENT),
        ("aspirine pour son coeur", Context.CURRENT),
        ("Sintrom depuis mai 2020", Context.CURRENT),
    ],
)
def test_that_a_line_says_whose_and_when(
    recogniser: Recogniser, line: str, context: Context
) -> None:
    (match,) = recogniser.recognise(line).matches
    assert match.certainty is Certainty.SURE
    assert match.context is context


def test_that_a_stop_out_of_context_is_asked_about_and_not_dropped(recogniser: Recogniser) -> None:
    found = recogniser.recognise("stopped warfarin 2019")
    assert found.stops == ()
    assert [match.substance for match in found.open_questions] == ["warfarin"]


@pytest.mark.parametrize(
    "around",
    [
        "{} 1 раз в день",
        "{} 1 tbl den",
        "{} MI 2019",
        "{} min 5 years",
        "{} till natten",
        "{} for the past 3 years",
        "{} without food",
        "{} without prescription",
        "{} keine Nebenwirkungen",
        "{} sans problème",
        "{} sin problemas",
        "{} no bleeding",
        "{} due to family history",
        "never forgets {}",
    ],
)
def test_that_how_a_medicine_is_taken_denies_nothing(recogniser: Recogniser, around: str) -> None:
    found = recogniser.recognise(around.format("Eliquis"))
    assert [match.substance for match in found.stops] == ["apixaban"]


@pytest.mark.parametrize(
    "line", ["bisoprolol post MI", "ramipril since MI", "vitamin D 1 раз в день после еды"]
)
def test_that_what_it_is_taken_for_is_no_blood_thinner(recogniser: Recogniser, line: str) -> None:
    assert recogniser.recognise(line).stops == ()


@pytest.mark.parametrize(
    ("line", "contexts"),
    [
        ("no aspirin or heparin", [Context.NEGATED, Context.NEGATED]),
        ("no heparin, warfarin", [Context.NEGATED, Context.CURRENT]),
        ("mother takes warfarin, I take aspirin", [Context.OTHER_PERSON, Context.CURRENT]),
        ("aspirin-free Anacin", [Context.NEGATED, Context.CURRENT]),
        ("stopped warfarin now Eliquis", [Context.PAST, Context.CURRENT]),
        ("switched from warfarin to Eliquis", [Context.PAST, Context.CURRENT]),
        ("aspirin, stopped warfarin", [Context.CURRENT, Context.PAST]),
        ("clopidogrel (stopped 2018), aspirin 75", [Context.PAST, Context.CURRENT]),
        ("Allergies: aspirin. Warfarin 3mg", [Context.ALLERGY, Context.CURRENT]),
    ],
)
def test_that_each_medicine_of_a_line_has_its_own_context(
    recogniser: Recogniser, line: str, contexts: list[Context]
) -> None:
    assert [match.context for match in recogniser.recognise(line).matches] == contexts


@pytest.mark.parametrize(
    ("line", "route"),
    [
        ("heparin cream", Route.TOPICAL),
        ("Heparinsalbe", Route.TOPICAL),
        ("Lioton gel", Route.TOPICAL),
        ("heparin flush", Route.FLUSH),
        ("hep-lock", Route.FLUSH),
        ("heparin eye drops", Route.EYE),
        ("pommade à l'héparine", Route.TOPICAL),
        ("heparin gel", Route.TOPICAL),
        ("гепарин мазь", Route.TOPICAL),
        ("aspirin mouthwash", Route.TOPICAL),
    ],
)
def test_that_a_local_blood_thinner_asks_instead_of_firing(
    recogniser: Recogniser, line: str, route: Route
) -> None:
    found = recogniser.recognise(line)
    (match,) = found.matches
    assert (match.route, match.certainty) == (route, Certainty.LIKELY)
    assert found.stops == ()


def test_that_capsules_of_gel_are_swallowed(recogniser: Recogniser) -> None:
    assert recogniser.recognise("aspirin gel caps").stops


def test_that_a_painkiller_gel_raises_nothing(recogniser: Recogniser) -> None:
    (match,) = recogniser.recognise("ibuprofen gel").matches
    assert match.drug_class.value == "harmless"


def test_that_every_context_can_be_said_in_words() -> None:
    assert all(context.words for context in Context)
    assert Context.PAST.words == "written as taken in the past"
