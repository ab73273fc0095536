"""The shipped names of the European registers, in their own scripts, and what must not fire."""

import pytest

from mesodesk.domain.medicines.recogniser import Recogniser


@pytest.mark.parametrize(
    ("typed", "substance"),
    [
        ("Vixargio 20 mg", "rivaroxaban"),
        ("Abrea 75 mg", "acetylsalicylic acid"),
        ("Drisentin 75 mg", "dipyridamole"),
        ("Kovar", "warfarin"),
        ("Dazparda", "insulin aspart"),
        ("Сінкумар", "acenocoumarol"),
        ("Σίντρομ 4 mg", "acenocoumarol"),
        ("ΑΣΠΙΡΙΝΗ 100 mg", "acetylsalicylic acid"),
        ("Тромбо АСС 100 мг", "acetylsalicylic acid"),
        ("Эликвис 5 мг", "apixaban"),
        ("كليكسان", "enoxaparin"),
        ("لانتوس", "insulin glargine"),
        ("クロピドグレル", "clopidogrel"),
        ("阿司匹林肠溶片", "acetylsalicylic acid"),
        ("אליקוויס", "apixaban"),
        ("वारफरिन 5mg", "warfarin"),
        ("kyselina acetylsalicylová", "acetylsalicylic acid"),
    ],
)
def test_that_a_name_of_a_european_pharmacy_fires(
    recogniser: Recogniser, typed: str, substance: str
) -> None:
    assert [match.substance for match in recogniser.recognise(typed).stops] == [substance]


@pytest.mark.parametrize(
    "typed",
    [
        "magnesium aspartate",
        "L-ornithine L-aspartate",
        "aspartame",
        "whey protein",
        "protein",
        "protein s příchutí",
        "caffeine",
        "Beriplex",
        "Aspar Espefa",
        "Contractubex gel",
    ],
)
def test_that_a_look_alike_does_not_fire(recogniser: Recogniser, typed: str) -> None:
    assert recogniser.recognise(typed).stops == ()


@pytest.mark.parametrize("typed", ["Dilutol", "Clopin", "Airfix", "Klodin", "Actron"])
def test_that_a_name_sold_for_two_medicines_asks_which(recogniser: Recogniser, typed: str) -> None:
    found = recogniser.recognise(typed)
    assert found.stops == ()
    assert len({match.substance for match in found.open_questions}) == 2
