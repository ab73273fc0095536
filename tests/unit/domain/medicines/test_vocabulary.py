"""The vocabulary's reader names file and line of each mistake; classes follow the codes."""

import pytest

from mesodesk.domain.medicines.classes import DrugClass, class_of, current_code, gravest
from mesodesk.domain.medicines.vocabulary import (
    COLUMNS,
    Kind,
    Route,
    read_vocabularies,
    read_vocabulary,
)
from mesodesk.domain.source import Mistake

_HEAD = ",".join(COLUMNS)
_GOOD = "Marevan,warfarin,B01AA03,brand,AU GB,oral,current,public knowledge,"


def _read(*lines: str) -> tuple[str, int]:
    with pytest.raises(Mistake) as caught:
        read_vocabulary("\n".join((_HEAD, *lines)), "names.csv")
    return caught.value.file, caught.value.line


def test_that_a_row_is_read_as_written() -> None:
    (row,) = read_vocabulary(f"{_HEAD}\n{_GOOD}\n", "names.csv").names
    assert (row.name, row.substance, row.atc) == ("Marevan", "warfarin", "B01AA03")
    assert (row.kind, row.countries, row.route) == (Kind.BRAND, ("AU", "GB"), Route.ORAL)
    assert (row.is_current, row.file, row.line) == (True, "names.csv", 2)


@pytest.mark.parametrize(
    "bad",
    [
        ",warfarin,B01AA03,brand,GB,oral,current,x,",
        "Marevan,,B01AA03,brand,GB,oral,current,x,",
        "Marevan,warfarin,B01AA3,brand,GB,oral,current,x,",
        "Marevan,warfarin,B01AA03,trade,GB,oral,current,x,",
        "Marevan,warfarin,B01AA03,brand,Britain,oral,current,x,",
        "Marevan,warfarin,B01AA03,brand,GB,mouth,current,x,",
        "Marevan,warfarin,B01AA03,brand,GB,oral,sold,x,",
        "Marevan,warfarin,B01AA03,brand,GB,oral,current,,",
        "Marevan,warfarin,B01AA03,brand,GB,oral,current,x,insulin",
        "Marevan,warfarin,B01AA03",
        _GOOD,
    ],
)
def test_that_a_mistake_names_its_file_and_line(bad: str) -> None:
    assert _read(_GOOD, bad) == ("names.csv", 3)


def test_that_another_heading_is_refused_in_line_1() -> None:
    with pytest.raises(Mistake) as caught:
        read_vocabulary("name,substance\n", "names.csv")
    assert caught.value.line == 1


def test_that_a_combination_takes_the_class_of_its_gravest_part() -> None:
    text = "\n".join(
        (
            _HEAD,
            "acetylsalicylic acid,acetylsalicylic acid,B01AC06,inn,,oral,current,x,",
            "Trinomia,acetylsalicylic acid + atorvastatin,C10BX06,combination,ES,oral,current,x,",
        )
    )
    joined = read_vocabularies({"names.csv": text})
    assert joined.classes() == (DrugClass.ANTITHROMBOTIC, DrugClass.ANTITHROMBOTIC)


@pytest.mark.parametrize(
    ("atc", "drug_class"),
    [
        ("B01AA03", DrugClass.ANTITHROMBOTIC),
        ("B01AX06", DrugClass.ANTITHROMBOTIC),
        ("N02BA01", DrugClass.SALICYLATE),
        ("A10AE54", DrugClass.INSULIN),
        ("A10BJ06", DrugClass.HARMLESS),
        ("M01AE01", DrugClass.NSAID),
        ("M01AX05", DrugClass.SUPPLEMENT),
        ("M02AA15", DrugClass.HARMLESS),
        ("N06AB03", DrugClass.SSRI_SNRI),
        ("N06AX16", DrugClass.SSRI_SNRI),
        ("N06AX11", DrugClass.HARMLESS),
        ("C10AX06", DrugClass.SUPPLEMENT),
        ("B02AA02", DrugClass.HARMLESS),
    ],
)
def test_that_a_code_tells_its_class(atc: str, drug_class: DrugClass) -> None:
    assert class_of(atc) is drug_class


def test_that_the_old_code_of_rivaroxaban_still_leads_to_it() -> None:
    assert current_code("B01AX06") == "B01AF01"


def test_that_the_gravest_class_wins() -> None:
    assert gravest(DrugClass.HARMLESS, DrugClass.INSULIN, DrugClass.NSAID) is DrugClass.INSULIN
    assert all(drug_class.words for drug_class in DrugClass)


def test_that_blank_lines_are_skipped_and_still_counted() -> None:
    (row,) = read_vocabulary(f"{_HEAD}\n\n{_GOOD}\n", "names.csv").names
    assert row.line == 3
