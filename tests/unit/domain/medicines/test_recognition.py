"""What people really write is recognised: brands, spellings, lines, slips, look-alikes."""

import pytest

from mesodesk.domain.medicines.classes import DrugClass
from mesodesk.domain.medicines.recogniser import Recogniser
from mesodesk.domain.medicines.recognition import Certainty, Ground

_SURE = [
    ("Marevan 3mg tabs od", "warfarin"),
    ("COUMADIN", "warfarin"),
    ("warfarinum natricum", "warfarin"),
    ("warfaryna", "warfarin"),
    ("Varfarín 5 mg", "warfarin"),
    ("варфарин", "warfarin"),
    ("βαρφαρίνη", "warfarin"),
    ("وارفارين", "warfarin"),
    ("Warfarin Teva 5 mg Tabletten", "warfarin"),
    ("Sintrom 4", "acenocoumarol"),
    ("Marcumar", "phenprocoumon"),
    ("Previscan", "fluindione"),
    ("eparina", "heparin"),
    ("Клексан", "enoxaparin"),
    ("Lovenox 0,4 ml", "enoxaparin"),
    ("énoxaparine", "enoxaparin"),
    ("Innohep", "tinzaparin"),
    ("Plavix 75", "clopidogrel"),
    ("clopidogrelum", "clopidogrel"),
    ("clopidogrel bisulfate", "clopidogrel"),
    ("Brilique 90mg bd", "ticagrelor"),
    ("Brilinta", "ticagrelor"),
    ("Efient", "prasugrel"),
    ("Persantin", "dipyridamole"),
    ("Pradaxa 110", "dabigatran etexilate"),
    ("Xarelto 20 mg once daily", "rivaroxaban"),
    ("Ксарелто", "rivaroxaban"),
    ("Eliquis 2x5mg", "apixaban"),
    ("Lixiana", "edoxaban"),
    ("Savaysa", "edoxaban"),
    ("Arixtra", "fondaparinux"),
    ("Actilyse", "alteplase"),
    ("ASA 81", "acetylsalicylic acid"),
    ("AAS 100 mg", "acetylsalicylic acid"),
    ("ASS-ratiopharm 100", "acetylsalicylic acid"),
    ("baby aspirin", "acetylsalicylic acid"),
    ("aspirine", "acetylsalicylic acid"),
    ("Aspirintabletten", "acetylsalicylic acid"),
    ("acide acétylsalicylique 75 mg", "acetylsalicylic acid"),
    ("Acetylsalicylsäure", "acetylsalicylic acid"),
    ("ácido acetilsalicílico", "acetylsalicylic acid"),
    ("Kardégic", "acetylsalicylic acid"),
    ("kardegic 160", "acetylsalicylic acid"),
    ("Adiro", "acetylsalicylic acid"),
    ("Polocard", "acetylsalicylic acid"),
    ("Lantus 20 IU nocte", "insulin glargine"),
    ("Novo Rapid", "insulin aspart"),
    ("NovoRapid FlexPen", "insulin aspart"),
    ("Humalog KwikPen", "insulin lispro"),
    ("Tresiba", "insulin degludec"),
    ("insulin pen", "insulin"),
    ("Insulinpen", "insulin"),
    ("insulina", "insulin"),
    ("инсулин", "insulin"),
    ("Xultophy", "insulin degludec and liraglutide"),
    ("Suliqua", "insulin glargine and lixisenatide"),
    ("blood thinner", "antithrombotic agents"),
    ("Blutverdünner", "antithrombotic agents"),
    ("DOAC", "direct oral anticoagulants"),
    ("LMWH", "heparin group"),
    # forms, strengths and doses of many languages are no names of their own
    ("Warfarin 5mg Tabl. 1x täglich abends", "warfarin"),
    ("Xarelto 20 mg comprimés pelliculés 1/j", "rivaroxaban"),
    ("Kardegic 75 mg poudre pour solution buvable en sachet-dose", "acetylsalicylic acid"),
    ("Adiro 100 mg comprimidos gastrorresistentes EFG", "acetylsalicylic acid"),
    ("Cardioaspirin 100 mg compresse gastroresistenti", "acetylsalicylic acid"),
    ("Trombyl 75 mg tabletter, 1 tablett dagligen", "acetylsalicylic acid"),
    ("Acard 75 mg tabletki dojelitowe", "acetylsalicylic acid"),
    ("Σιντρόμ 4 mg δισκία", "acenocoumarol"),
    ("Ксарелто 20 мг таб. п.п.о. №28", "rivaroxaban"),
    ("أسبرين ١٠٠ ملغ أقراص", "acetylsalicylic acid"),
    ("الأسبرين", "acetylsalicylic acid"),
    ("يأخذ الوارفارين", "warfarin"),
    ("аспірин", "acetylsalicylic acid"),
    ("ινσουλίνη", "insulin"),
    ("Asp\u200birin", "acetylsalicylic acid"),
    ("A S P I R I N", "acetylsalicylic acid"),
]
_SLIPS = [
    ("aspiring", "acetylsalicylic acid"),
    ("asprin", "acetylsalicylic acid"),
    ("warfrin", "warfarin"),
    ("cumadin", "warfarin"),
    ("heperin", "heparin"),
    ("clopidogrill", "clopidogrel"),
    ("plavics", "clopidogrel"),
    ("xeralto", "rivaroxaban"),
    ("elequis", "apixaban"),
    ("lantis", "insulin glargine"),
    ("novorapit", "insulin aspart"),
    ("enoxap", "enoxaparin"),
    ("baby asprin", "acetylsalicylic acid"),
    ("alka selzer", "acetylsalicylic acid"),
    ("wsrfarin", "warfarin"),
    ("qspirin", "acetylsalicylic acid"),
    ("wrafarin", "warfarin"),
    ("elikwis", "apixaban"),
    ("humalogue", "insulin lispro"),
]
_HARMLESS = """vitamin K|tranexamic acid|protamine|Hirudoid|heparinoid cream|metformin|Glucophage
Ozempic|Victoza|Trulicity|Mounjaro|Jardiance|Forxiga|paracetamol|Tylenol|acetaminophen|Doliprane
amlodipine|bisoprolol|ramipril|atorvastatin|levothyroxine|Synthroid|omeprazole|amoxicillin
Cartia XT|mesalazine|5-ASA|insulin resistance|Konakion|Latuda|Kemadrin|methotrexate|Praxbind
cetirizine|salbutamol|vitamin D3|Yasmin|Daflon 500|vitamin B12""".replace("\n", "|").split("|")


@pytest.mark.parametrize(("typed", "substance"), _SURE)
def test_that_a_blood_thinner_or_insulin_is_sure_as_people_write_it(
    recogniser: Recogniser, typed: str, substance: str
) -> None:
    stops = recogniser.recognise(typed).stops
    assert [match.substance for match in stops] == [substance]


@pytest.mark.parametrize(("typed", "substance"), _SLIPS)
def test_that_a_slip_asks_and_does_not_fire(
    recogniser: Recogniser, typed: str, substance: str
) -> None:
    found = recogniser.recognise(typed)
    assert found.stops == ()
    assert substance in [match.substance for match in found.open_questions]
    assert {match.certainty for match in found.matches} == {Certainty.LIKELY}


@pytest.mark.parametrize("typed", _HARMLESS)
def test_that_a_look_alike_is_known_as_harmless(recogniser: Recogniser, typed: str) -> None:
    (match,) = recogniser.recognise(typed).matches
    assert (match.certainty, match.drug_class) == (Certainty.SURE, DrugClass.HARMLESS)
    assert not match.is_open


@pytest.mark.parametrize(
    ("typed", "drug_class"),
    [
        ("ibuprofen 400", DrugClass.NSAID),
        ("Voltaren", DrugClass.NSAID),
        ("naproxène", DrugClass.NSAID),
        ("Arcoxia", DrugClass.NSAID),
        ("Prozac", DrugClass.SSRI_SNRI),
        ("sertralina", DrugClass.SSRI_SNRI),
        ("Cymbalta", DrugClass.SSRI_SNRI),
        ("Trintellix", DrugClass.SSRI_SNRI),
        ("omega-3", DrugClass.SUPPLEMENT),
        ("Vascepa", DrugClass.SUPPLEMENT),
        ("ginkgo biloba", DrugClass.SUPPLEMENT),
        ("glucosamine", DrugClass.SUPPLEMENT),
        ("turmeric", DrugClass.SUPPLEMENT),
        ("Xagrid", DrugClass.OTHER_BLEEDING),
        ("pentoxifylline", DrugClass.OTHER_BLEEDING),
        ("Imbruvica", DrugClass.OTHER_BLEEDING),
        ("prednisolone", DrugClass.OTHER_BLEEDING),
    ],
)
def test_that_the_other_bleeding_risks_are_told_apart_from_the_stops(
    recogniser: Recogniser, typed: str, drug_class: DrugClass
) -> None:
    (match,) = recogniser.recognise(typed).matches
    assert (match.certainty, match.drug_class) == (Certainty.SURE, drug_class)
    assert not match.is_founding_stop


@pytest.mark.parametrize(
    "line",
    [
        "aspirin, warfarin, Lantus",
        "aspirin + warfarin + Lantus",
        "aspirin and warfarin and Lantus",
        "aspirine et warfarine et Lantus",
        "aspirin 75 mg od; warfarin 3mg, Lantus 20 units nocte",
        "aspirin\nwarfarin\nLantus",
    ],
)
def test_that_several_medicines_in_one_line_are_all_found(
    recogniser: Recogniser, line: str
) -> None:
    found = [match.substance for match in recogniser.recognise(line).stops]
    assert found == ["acetylsalicylic acid", "warfarin", "insulin glargine"]


def test_that_an_unknown_name_stays_open(recogniser: Recogniser) -> None:
    (match,) = recogniser.recognise("zorblaxin 20 mg").matches
    assert (match.certainty, match.drug_class) == (Certainty.NONE, DrugClass.UNKNOWN)
    assert match.typed == "zorblaxin"
    assert match.is_open


def test_that_an_unknown_name_beside_a_known_one_is_not_dropped(recogniser: Recogniser) -> None:
    found = recogniser.recognise("metformin, zorblaxin").matches
    assert [match.certainty for match in found] == [Certainty.SURE, Certainty.NONE]


@pytest.mark.parametrize(
    "line", ["", "   ", "-", "none", "nothing", "no medicines", "keine Medikamente", "rien"]
)
def test_that_a_line_without_a_name_gives_nothing(recogniser: Recogniser, line: str) -> None:
    assert recogniser.recognise(line).matches == ()


@pytest.mark.parametrize(
    "line", ["water tablets", "inhaler", "75 mg od", "blood pressure tablets", "heart pills"]
)
def test_that_everyday_words_for_a_medicine_stay_open(recogniser: Recogniser, line: str) -> None:
    (match,) = recogniser.recognise(line).matches
    assert (match.certainty, match.typed) == (Certainty.NONE, line)


def test_that_a_nameless_medicine_beside_a_named_one_stays_open(recogniser: Recogniser) -> None:
    found = recogniser.recognise("aspirin 75 mg, 1 tablet daily, blood pressure tablets").matches
    assert [match.typed for match in found] == ["aspirin", "blood pressure tablets"]


def test_that_a_name_used_for_two_classes_asks_which(recogniser: Recogniser) -> None:
    found = recogniser.recognise("Actron")
    assert found.stops == ()
    assert {match.ground for match in found.matches} == {Ground.SEVERAL}


def test_that_a_name_of_two_blood_thinners_fires_for_both(recogniser: Recogniser) -> None:
    # Caprin is an aspirin in Britain and a heparin in India.
    found = {match.substance for match in recogniser.recognise("Caprin").stops}
    assert found == {"acetylsalicylic acid", "heparin"}


def test_that_a_new_substance_is_sure_by_an_ending_of_its_kind_alone(
    recogniser: Recogniser,
) -> None:
    (match,) = recogniser.recognise("milvexaxaban").matches
    assert (match.certainty, match.ground) == (Certainty.SURE, Ground.BUILT)
    assert match.drug_class is DrugClass.ANTITHROMBOTIC


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("clopizorex", "B01AC04"),
        ("rivarmedix", "B01AF01"),
        ("dabigzor", "B01AE07"),
        ("thrombozadex", "B01A"),
        ("insulorex", "A10A"),
        ("zorxian", "B01AX"),
        ("zortofiban", "B01AC"),
    ],
)
def test_that_an_unknown_brand_built_like_a_stop_is_asked_about(
    recogniser: Recogniser, typed: str, code: str
) -> None:
    (match,) = recogniser.recognise(typed).matches
    assert (match.certainty, match.atc) == (Certainty.LIKELY, code)
    assert typed in match.why


def test_that_a_tablets_name_written_as_a_syrup_is_asked_about(recogniser: Recogniser) -> None:
    # Another country's brand of the same name is likelier than a syrup of clopidogrel.
    (match,) = recogniser.recognise("Plavix 5 ml syrup").matches
    assert (match.certainty, match.ground) == (Certainty.LIKELY, Ground.FORM)
    assert recogniser.recognise("Plavix 75 mg").stops


def test_that_an_everyday_word_is_a_name_only_alone_or_as_on_a_box(
    recogniser: Recogniser,
) -> None:
    # Cama is an aspirin in the USA and a bed in Spain.
    assert recogniser.recognise("Cama").stops
    assert recogniser.recognise("Cama 500 mg").stops
    assert not recogniser.recognise("metformina antes de ir a la cama").stops


def test_that_the_commonest_name_is_the_one_asked_about(recogniser: Recogniser) -> None:
    assert recogniser.recognise("aspirn").matches[0].name == "aspirin"


def test_that_an_unknown_brand_with_aspirin_in_its_name_asks(recogniser: Recogniser) -> None:
    matches = recogniser.recognise("Zonkaspirinox").matches
    assert [match.substance for match in matches] == ["acetylsalicylic acid"]
    assert matches[0].certainty is Certainty.LIKELY


def test_that_the_reason_names_brand_substance_code_and_class(recogniser: Recogniser) -> None:
    (match,) = recogniser.recognise("Lantus").matches
    assert match.why == "Lantus contains insulin glargine (ATC A10AE04), an insulin"


def test_that_everyday_words_that_are_also_brands_do_not_fire(recogniser: Recogniser) -> None:
    assert recogniser.recognise("none at the moment").matches == ()


def test_that_the_salt_after_a_name_is_no_medicine_of_its_own(recogniser: Recogniser) -> None:
    found = recogniser.recognise("rosuvastatin magnesium, magnesium").matches
    assert [match.substance for match in found] == ["rosuvastatin", "magnesium"]


def test_that_a_greek_or_cyrillic_brand_is_read_letter_by_letter(recogniser: Recogniser) -> None:
    (match,) = recogniser.recognise("Элеквис").matches
    assert match.substance == "apixaban"
    (sure,) = recogniser.recognise("Лантус").stops
    assert sure.substance == "insulin glargine"


def test_that_the_founding_documents_own_slip_asks_about_aspirin(recogniser: Recogniser) -> None:
    (match,) = recogniser.recognise("aspiring").matches
    assert (match.name, match.certainty) == ("aspirin", Certainty.LIKELY)
    assert match.why.startswith("did you mean aspirin?")
