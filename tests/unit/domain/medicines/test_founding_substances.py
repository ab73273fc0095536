"""Every substance of the clinical facts, section 3, is known by its code and class."""

import pytest

from mesodesk.domain.medicines.classes import DrugClass
from mesodesk.domain.medicines.recogniser import Recogniser
from mesodesk.domain.medicines.recognition import Certainty
from mesodesk.domain.medicines.vocabulary import Kind, Vocabulary

# CLINICAL.md 3.1, written out from the list there.
_B01A = """
B01AA01 dicoumarol|B01AA02 phenindione|B01AA03 warfarin|B01AA04 phenprocoumon
B01AA07 acenocoumarol|B01AA08 ethyl biscoumacetate|B01AA09 clorindione|B01AA10 diphenadione
B01AA11 tioclomarol|B01AA12 fluindione|B01AB01 heparin|B01AB02 antithrombin III
B01AB04 dalteparin|B01AB05 enoxaparin|B01AB06 nadroparin|B01AB07 parnaparin|B01AB08 reviparin
B01AB09 danaparoid|B01AB10 tinzaparin|B01AB11 sulodexide|B01AB12 bemiparin
B01AC01 ditazole|B01AC02 cloricromen|B01AC03 picotamide|B01AC04 clopidogrel|B01AC05 ticlopidine
B01AC06 acetylsalicylic acid|B01AC07 dipyridamole|B01AC08 carbasalate calcium
B01AC09 epoprostenol|B01AC10 indobufen|B01AC11 iloprost|B01AC13 abciximab|B01AC15 aloxiprin
B01AC16 eptifibatide|B01AC17 tirofiban|B01AC18 triflusal|B01AC19 beraprost|B01AC21 treprostinil
B01AC22 prasugrel|B01AC23 cilostazol|B01AC24 ticagrelor|B01AC25 cangrelor|B01AC26 vorapaxar
B01AC27 selexipag|B01AC28 limaprost|B01AD01 streptokinase|B01AD02 alteplase
B01AD03 anistreplase|B01AD04 urokinase|B01AD05 fibrinolysin|B01AD06 brinase|B01AD07 reteplase
B01AD08 saruplase|B01AD09 ancrod|B01AD10 drotrecogin alfa|B01AD11 tenecteplase
B01AD12 protein C|B01AD13 apadamtase alfa|B01AD13 cinaxadamtase alfa|B01AE01 desirudin
B01AE02 lepirudin|B01AE03 argatroban|B01AE04 melagatran|B01AE05 ximelagatran
B01AE06 bivalirudin|B01AE07 dabigatran etexilate|B01AF01 rivaroxaban|B01AF02 apixaban
B01AF03 edoxaban|B01AF04 betrixaban|B01AX01 defibrotide|B01AX04 dermatan sulfate
B01AX05 fondaparinux|B01AX07 caplacizumab
B01AB certoparin|B01AB ardeparin|B01AB semuloparin|B01AC sarpogrelate|B01AC ozagrel
"""
_COMBINATIONS = "B01AB51 B01AC30 B01AC56 B01AF51"
_INSULINS = """
A10AB01 insulin human|A10AB04 insulin lispro|A10AB05 insulin aspart|A10AB06 insulin glulisine
A10AB02 insulin (beef)|A10AB03 insulin (pork)|A10AC01 isophane insulin
A10AE04 insulin glargine|A10AE05 insulin detemir|A10AE06 insulin degludec
A10AE07 insulin icodec|A10AF01 inhaled insulin|A10AE54 insulin glargine and lixisenatide
A10AE56 insulin degludec and liraglutide|A10AE57 insulin icodec and semaglutide
"""
_INSULIN_CODES = """A10AB01 A10AB02 A10AB03 A10AB04 A10AB05 A10AB06 A10AB30 A10AC01 A10AC02
A10AC03 A10AC04 A10AC30 A10AD01 A10AD02 A10AD03 A10AD04 A10AD05 A10AD06 A10AD30 A10AE01 A10AE02
A10AE03 A10AE04 A10AE05 A10AE06 A10AE07 A10AE30 A10AE54 A10AE56 A10AE57 A10AF01"""
_SALICYLATES = """
N02BA06 salsalate|N02BA11 diflunisal|N02BA09 dipyrocetyl|N02BA10 benorilate
"""
_SOLD_UNDER_SEVERAL = """acetylsalicylic acid|warfarin|phenprocoumon|acenocoumarol|heparin
dalteparin|enoxaparin|nadroparin|bemiparin|parnaparin|sulodexide|clopidogrel
ticlopidine|dipyridamole|prasugrel|ticagrelor|cilostazol|triflusal|iloprost|epoprostenol
treprostinil|tirofiban|alteplase|reteplase|urokinase|streptokinase|dabigatran etexilate
rivaroxaban|apixaban|edoxaban|fondaparinux|argatroban|carbasalate calcium|insulin human
insulin lispro|insulin aspart|insulin glargine"""


def _rows(text: str) -> list[tuple[str, str]]:
    cells = text.strip().replace("\n", "|").split("|")
    return [(cell.split(" ", 1)[0], cell.split(" ", 1)[1]) for cell in cells]


def _is_surely(recogniser: Recogniser, text: str, atc: str, drug_class: DrugClass) -> None:
    (match,) = recogniser.recognise(text).matches
    assert (match.certainty, match.atc, match.drug_class) == (Certainty.SURE, atc, drug_class)


@pytest.mark.parametrize(("atc", "inn"), _rows(_B01A))
def test_that_every_blood_thinner_is_sure_by_its_substance(
    recogniser: Recogniser, atc: str, inn: str
) -> None:
    _is_surely(recogniser, inn, atc, DrugClass.ANTITHROMBOTIC)
    _is_surely(recogniser, inn.upper(), atc, DrugClass.ANTITHROMBOTIC)


@pytest.mark.parametrize(("atc", "inn"), _rows(_INSULINS))
def test_that_every_insulin_is_sure_by_its_substance(
    recogniser: Recogniser, atc: str, inn: str
) -> None:
    _is_surely(recogniser, inn, atc, DrugClass.INSULIN)


@pytest.mark.parametrize(("atc", "inn"), _rows(_SALICYLATES))
def test_that_the_other_salicylates_stop_as_aspirin_does(
    recogniser: Recogniser, atc: str, inn: str
) -> None:
    _is_surely(recogniser, inn, atc, DrugClass.SALICYLATE)
    assert recogniser.recognise(inn).stops


def test_that_no_code_of_section_3_is_missing(vocabulary: Vocabulary) -> None:
    known = {row.atc for row in vocabulary.inns()}
    wanted = {atc for atc, _ in _rows(_B01A)} | set(_COMBINATIONS.split())
    wanted |= set(_INSULIN_CODES.split())
    wanted |= {"N02BA01", "N02BA02", "N02BA15", "N02BA51", "N02BA71"}
    assert wanted <= known
    assert len({atc for atc in wanted if atc.startswith("B01A") and len(atc) == 7}) == 78


@pytest.mark.parametrize("inn", _SOLD_UNDER_SEVERAL.replace("\n", "|").split("|"))
def test_that_a_substance_sold_under_several_names_has_three_brands(
    vocabulary: Vocabulary, inn: str
) -> None:
    brands = {row.name for row in vocabulary.names if row.kind is Kind.BRAND}
    own = {row.name for row in vocabulary.names if row.substance == inn and row.name in brands}
    assert len(own) >= 3


def test_that_every_brand_has_the_code_of_a_listed_substance(vocabulary: Vocabulary) -> None:
    known = {row.atc for row in vocabulary.inns()}
    # Heparin for the skin has its own code beside the injected one.
    strays = {
        row.name
        for row in vocabulary.names
        if row.kind is Kind.BRAND and row.atc not in known and row.atc != "C05BA03"
    }
    assert strays == set()


def test_that_every_part_of_a_blood_thinning_combination_is_known(vocabulary: Vocabulary) -> None:
    for row, drug_class in zip(vocabulary.names, vocabulary.classes(), strict=True):
        if row.kind is Kind.COMBINATION and "acetylsalicylic acid" in row.components:
            assert drug_class.is_founding_stop, row.name


def test_that_each_name_says_where_it_comes_from(vocabulary: Vocabulary) -> None:
    assert all(row.source for row in vocabulary.names)
    assert all(row.countries for row in vocabulary.names if row.kind is Kind.BRAND)
