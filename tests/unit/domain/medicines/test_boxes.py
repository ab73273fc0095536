"""What a box says beside the name, in many languages: makers, forms and packings stay quiet."""

import pytest

from mesodesk.domain.medicines.recogniser import Recogniser


@pytest.mark.parametrize(
    "maker",
    [
        "Belupo", "Galenika", "Replek Farm", "Planta", "Zorka", "Farmak", "Aflofarm", "Clonmel",
        "Léčiva", "Slovakofarma", "Канон", "Штада", "СОЛОфарм", "Біолік", "Macleods", "Emcure",
        "Eurofarma", "Tecnoquímicas", "Roemmers", "Bagó", "Chalver", "Dexa", "Hexpharm", "RiteMed",
        "Hikma", "Julphar", "Tabuk", "SPIMACO", "EIPICO", "Amoun", "Aburaihan", "Sawai",
        "Hanmi", "Chong Kun Dang", "Grindeks", "Озон", "Medical Valley", "Emzor", "Spirig",
    ],
)  # fmt: skip
def test_that_a_maker_before_or_behind_a_name_is_set_aside(
    recogniser: Recogniser, maker: str
) -> None:
    for line in (f"Clopidogrel {maker} 75 mg", f"{maker} Clopidogrel"):
        found = recogniser.recognise(line)
        assert [match.substance for match in found.matches] == ["clopidogrel"], line


@pytest.mark.parametrize(
    "box",
    [
        "75 mg töflur", "stungulyf, lausn í áfylltri sprautu", "örtüklü tabletlər",
        "plyonka bilan qoplangan tabletkalar", "үлбірлі қабықпен қапталған таблеткалар",
        "tableta të veshura", "ტაბლეტი 75 მგ", "75 մգ, դեղահատեր", "100 vienetų švirkštiklyje",
        "100 ühikut, pensüstlis", "pildspalvveida pilnšļircē", "стомашно-устойчиви таблетки",
        "v předplněném peru", "u brizgalici", "v napolnjenem peresniku", "esitäytetty ruisku",
        "cylinderampull", "burk, 100 tabletter", "75 mg, tabletki powlekane", "75 мг, таблетки",
        "ağızda dağılan tablet", "أقراص مغلفة", "قرص روکش دار", "טבליות מצופות",
        "tablet salut selaput", "viên nén bao phim", "sprej",
    ],
)  # fmt: skip
def test_that_form_and_packing_are_no_medicine(recogniser: Recogniser, box: str) -> None:
    found = recogniser.recognise(f"Paracetamol {box}")
    assert [match.substance for match in found.matches] == ["paracetamol"]


@pytest.mark.parametrize("word", ["Lek", "Apotex", "Replek", "Planta", "plain", "closed"])
def test_that_a_maker_or_a_word_of_the_box_alone_is_still_kept(
    recogniser: Recogniser, word: str
) -> None:
    """Nothing that was typed is dropped in silence, though no stop is guessed."""
    (match,) = recogniser.recognise(word).matches
    assert match.typed == word
    assert not match.drug_class.is_founding_stop


@pytest.mark.parametrize("line", ["clonazepam (LISTA B1)", "Clonazepam 2 mg, aplic. x 20 ml"])
def test_that_a_schedule_or_an_applicator_asks_about_no_stop(
    recogniser: Recogniser, line: str
) -> None:
    assert [match.substance for match in recogniser.recognise(line).matches] == ["clonazepam"]


def test_that_water_tablets_behind_a_strength_are_asked_about(recogniser: Recogniser) -> None:
    found = recogniser.recognise("Paracetamol 500 mg, water tablets")
    assert [match.typed for match in found.matches] == ["Paracetamol", "water tablets"]


@pytest.mark.parametrize(
    ("typed", "substance"),
    [
        ("Bayer", "acetylsalicylic acid"),
        ("Extra strength Bayer", "acetylsalicylic acid"),
        ("LEVONEX", "enoxaparin"),
        ("ASAS", "acetylsalicylic acid"),
        ("ASPELLIN", "acetylsalicylic acid"),
    ],
)
def test_that_what_people_say_for_a_stop_is_asked_about(
    recogniser: Recogniser, typed: str, substance: str
) -> None:
    found = recogniser.recognise(typed)
    assert found.stops == ()
    assert substance in {match.substance for match in found.open_questions}


@pytest.mark.parametrize(
    "typed", ["BABY ASP", "ASPIR EC", "human 70/30", "lente 20 units", "NOVLON N", "PANAPIDIN"]
)
def test_that_what_can_only_be_a_stop_fires(recogniser: Recogniser, typed: str) -> None:
    assert len(recogniser.recognise(typed).stops) == 1


def test_that_a_maker_of_aspirin_behind_another_name_is_a_maker(recogniser: Recogniser) -> None:
    found = recogniser.recognise("Adalat Bayer")
    assert [match.substance for match in found.matches] == ["nifedipine"]
