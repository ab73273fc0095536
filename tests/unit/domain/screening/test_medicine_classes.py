"""Tests: every code that the clinical notes list sets off the rule of its class, and only that."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from mesodesk.domain.screening.answers import Certainty, MedicineAnswer, ScreeningAnswers
from mesodesk.domain.screening.findings import Judgement

ANTITHROMBOTICS = {
    "B01AA": "01 02 03 04 07 08 09 10 11 12",
    "B01AB": "01 02 04 05 06 07 08 09 10 11 12 51",
    "B01AC": "01 02 03 04 05 06 07 08 09 10 11 13 15 16 17 18 19 21 22 23 24 25 26 27 28 30 56",
    "B01AD": "01 02 03 04 05 06 07 08 09 10 11 12 13",
    "B01AE": "01 02 03 04 05 06 07",
    "B01AF": "01 02 03 04 51",
    "B01AX": "01 04 05 06 07",
    "N02BA": "01 02 06 09 10 11 15 51 71",
}
INSULINS = {
    "A10AB": "01 02 03 04 05 06 30",
    "A10AC": "01 02 03 04 30",
    "A10AD": "01 02 03 04 05 06 30",
    "A10AE": "01 02 03 04 05 06 07 30 54 56 57",
    "A10AF": "01",
}
ANTI_INFLAMMATORIES = {
    "M01AA": "01 02 03 05 06",
    "M01AB": "01 05 15 16",
    "M01AC": "01 02 05 06",
    "M01AE": "01 02 03 09 17",
    "M01AG": "01 02",
    "M01AH": "01 05",
    "M01AX": "01 02 17",
}
ANTIDEPRESSANTS = {"N06AB": "03 04 05 06 08 10", "N06AX": "16 21 23 26"}
SILENT = {
    "A10BA": "02",
    "A10BB": "09",
    "A10BJ": "02 06",
    "A10BK": "01 03",
    "B02AA": "02",
    "B02BA": "01",
    "C05BA": "03",
    "C07AB": "02",
    "C08CA": "01",
    "C09AA": "05",
    "C10AA": "05",
    "M02AA": "15",
    "N02BE": "01",
    "N06AX": "11",
    "V03AB": "14",
}


def codes(table: dict[str, str]) -> list[str]:
    return [f"{group}{number}" for group, numbers in table.items() for number in numbers.split()]


CASES = [
    *((code, {"blood_thinner"}) for code in codes(ANTITHROMBOTICS)),
    *((code, {"insulin_diabetes"}) for code in codes(INSULINS)),
    *((code, {"nsaid"}) for code in codes(ANTI_INFLAMMATORIES)),
    *((code, {"ssri"}) for code in codes(ANTIDEPRESSANTS)),
    *((code, {"supplement"}) for code in ("M01AX05", "M01AX25", "C10AX06")),
    ("M01AX26", set()),
    ("M01BA03", {"blood_thinner"}),
    *((code, set()) for code in codes(SILENT)),
]


@pytest.mark.parametrize(("atc", "rules"), CASES, ids=lambda value: str(value)[:12])
def test_that_a_code_sets_off_the_rule_of_its_class(
    atc: str,
    rules: set[str],
    healthy: Callable[..., ScreeningAnswers],
    judged: Callable[..., Judgement],
) -> None:
    medicine = MedicineAnswer("Brand", "some substance", atc, certainty=Certainty.SURE)
    answers = replace(healthy(), medicines=(medicine,), none_stated=False)
    assert {finding.rule_code for finding in judged(answers).findings} == rules


@pytest.mark.parametrize(
    ("drug_class", "rules"),
    [
        ("antithrombotic", {"blood_thinner"}),
        ("salicylate", {"blood_thinner"}),
        ("insulin", {"insulin_diabetes"}),
        ("nsaid", {"nsaid"}),
        ("ssri_snri", {"ssri"}),
        ("supplement", {"supplement"}),
        ("other_bleeding", {"other_bleeding_medicine"}),
        ("harmless", set()),
    ],
)
def test_that_the_class_of_the_medicine_list_is_enough(
    drug_class: str,
    rules: set[str],
    healthy: Callable[..., ScreeningAnswers],
    judged: Callable[..., Judgement],
) -> None:
    medicine = MedicineAnswer("Brand", drug_class=drug_class, certainty=Certainty.SURE)
    answers = replace(healthy(), medicines=(medicine,), none_stated=False)
    judgement = judged(answers)
    assert {finding.rule_code for finding in judgement.findings} == rules
    assert judgement.open_findings == ()
