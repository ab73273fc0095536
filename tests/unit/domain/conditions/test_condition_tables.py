"""Tests: the shipped tables of conditions, and the mistakes that their reader names."""

from datetime import date

import pytest

from mesodesk.domain.conditions.codes import System
from mesodesk.domain.conditions.contexts import Context
from mesodesk.domain.conditions.recogniser import ConditionRecogniser
from mesodesk.domain.conditions.vocabulary import Vocabulary, read_vocabulary
from mesodesk.domain.source import Mistake
from mesodesk.services import knowledge

HEAD = "condition,questions,name,asks\nstroke,stroke,stroke,\n"


def names(row: str) -> dict[str, str]:
    """A table with one name."""
    return {"conditions.csv": HEAD, "names_en.csv": f"name,condition,kind,language,source\n{row}"}


def codes(row: str) -> dict[str, str]:
    """A table with one code."""
    return {"conditions.csv": HEAD, "codes.csv": f"system,code,condition,context,source\n{row}"}


def test_that_every_condition_answers_a_question_of_the_rules(vocabulary: Vocabulary) -> None:
    asked = {rule.question.code for rule in knowledge.rules().rules if rule.question}
    told = {code for one in vocabulary.conditions.values() for code in one.questions}
    assert told - asked == set()


def test_that_every_question_about_an_illness_is_answered_by_some_condition(
    vocabulary: Vocabulary,
) -> None:
    asked = {
        rule.question.code
        for rule in knowledge.rules().rules
        if rule.question and rule.question.page.value == "conditions"
    }
    told = {code for one in vocabulary.conditions.values() for code in one.questions}
    assert asked - told == set()


def test_that_every_condition_has_names_and_the_founding_ones_in_fourteen_languages(
    vocabulary: Vocabulary,
) -> None:
    languages: dict[str, set[str]] = {}
    for name in vocabulary.names:
        languages.setdefault(name.condition, set()).add(name.language)
    assert set(vocabulary.conditions) - set(languages) == set()
    for code in ("deep_vein_thrombosis", "stroke", "cancer", "type_1_diabetes"):
        assert {
            "en",
            "fr",
            "de",
            "es",
            "it",
            "pt",
            "nl",
            "pl",
            "sv",
            "da",
            "no",
            "fi",
            "ru",
            "el",
        } <= (languages[code])


@pytest.mark.parametrize(
    ("code", "condition", "context"),
    [
        ("I82.4", "deep_vein_thrombosis", Context.CURRENT),
        ("i82.401", "deep_vein_thrombosis", Context.CURRENT),
        ("I26.99", "pulmonary_embolism", Context.CURRENT),
        ("I80.0", "other_thrombosis", Context.CURRENT),
        ("I63.9", "stroke", Context.CURRENT),
        ("I69.3", "stroke", Context.CURRENT),
        ("G45.9", "tia", Context.CURRENT),
        ("G45.4", "no_question", Context.CURRENT),
        ("C50.9", "breast_cancer", Context.CURRENT),
        ("C81.1", "blood_cancer", Context.CURRENT),
        ("C44.3", "skin_cancer", Context.CURRENT),
        ("C78.7", "metastatic_cancer", Context.CURRENT),
        ("D24", "no_question", Context.CURRENT),
        ("D05.1", "possible_cancer", Context.CURRENT),
        ("E10", "type_1_diabetes", Context.CURRENT),
        ("E11.65", "type_2_diabetes", Context.CURRENT),
        ("E23.2", "no_question", Context.CURRENT),
        ("D68.51", "bleeding_disorder", Context.CURRENT),
        ("Z86.718", "deep_vein_thrombosis", Context.PAST),
        ("Z86.73", "stroke", Context.PAST),
        ("Z85.3", "breast_cancer", Context.PAST),
        ("Z80.0", "cancer", Context.FAMILY),
        ("Z82.3", "stroke", Context.FAMILY),
        ("Z79.4", "insulin_treatment", Context.CURRENT),
        ("Z95.0", "heart_disease", Context.CURRENT),
    ],
)
def test_that_a_code_of_an_imported_record_means_its_condition(
    recogniser: ConditionRecogniser, code: str, condition: str, context: Context
) -> None:
    found = recogniser.of_code(System.ICD10, code)
    assert found is not None
    assert (found[0].code, found[1]) == (condition, context)


@pytest.mark.parametrize(
    ("code", "condition"),
    [
        ("128053003", "deep_vein_thrombosis"),
        ("59282003", "pulmonary_embolism"),
        ("230690007", "stroke"),
        ("266257000", "tia"),
        ("254837009", "breast_cancer"),
        ("46635009", "type_1_diabetes"),
        ("44054006", "type_2_diabetes"),
        ("15771004", "no_question"),
    ],
)
def test_that_a_snomed_code_means_its_condition_alone_and_in_a_line(
    recogniser: ConditionRecogniser, code: str, condition: str
) -> None:
    found = recogniser.of_code(System.SNOMED, code)
    assert found is not None and found[0].code == condition
    read = recogniser.recognise(code, date(2026, 3, 14)).matches
    assert [match.condition for match in read] == [condition]


@pytest.mark.parametrize("code", ["", "E1", "Q99.9", "12345", "B12", "hello", "E10-E11"])
def test_that_what_is_no_listed_code_means_nothing(
    recogniser: ConditionRecogniser, code: str
) -> None:
    assert recogniser.of_code(System.ICD10, code) is None


@pytest.mark.parametrize(
    ("files", "line", "reason"),
    [
        ({"conditions.csv": "a,b\n"}, 1, "first line"),
        ({"conditions.csv": HEAD + "stroke,stroke,again,\n"}, 3, "above"),
        ({"conditions.csv": HEAD + ",stroke,nameless,\n"}, 3, "needed"),
        (names("x,y,term,en,z\n"), 2, "no condition"),
        (names("x,stroke,odd,en,z\n"), 2, "not one of"),
        (names("x,stroke,term,en,\n"), 2, "source"),
        (codes("icd10,I6,stroke,,ICD-10\n"), 2, "not a code"),
        (codes("icd9,430,stroke,,ICD-9\n"), 2, "not one of"),
        (codes("icd10,I60,palsy,,ICD-10\n"), 2, "no condition"),
        (codes("icd10,I60,stroke,odd,ICD-10\n"), 2, "context"),
        (names("x,stroke\n"), 2, "columns"),
    ],
)
def test_that_a_mistake_is_named_with_its_line(
    files: dict[str, str], line: int, reason: str
) -> None:
    with pytest.raises(Mistake) as caught:
        read_vocabulary(files)
    assert caught.value.line == line
    assert reason in caught.value.reason
