"""What keeps a patient or an item of the chart from being saved, and what is put into order."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mesodesk.core.ids import ItemId
from mesodesk.domain.patient_checks import details_problems, item_problems
from mesodesk.domain.patients import (
    ChartAllergy,
    ChartCondition,
    ChartItem,
    ChartMedicine,
    Contact,
    Measurement,
    MedicineUse,
    PatientDetails,
)
from mesodesk.domain.tidying import tidied, tidied_text

TODAY = date(2026, 3, 14)
GOOD = PatientDetails("Ó Briain", "Zoë", date(1980, 3, 14))
NEW = ItemId("")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"family_name": "", "given_names": ""}, "family_name"),
        ({"family_name": "123", "given_names": "!"}, "family_name"),
        ({"maiden_name": "---"}, "maiden_name"),
        ({"given_names": "x" * 201}, "given_names"),
        ({"notes": "x" * 20_001}, "notes"),
        ({"birth_date": date(2026, 3, 15)}, "birth_date"),
        ({"birth_date": date(1895, 3, 13)}, "birth_date"),
        ({"phones": ("abc",)}, "phones"),
        ({"phones": ("12",)}, "phones"),
        ({"emergency_contact": Contact("Tom", "none")}, "emergency_phone"),
        ({"gp": Contact("Dr P", "???")}, "gp_phone"),
        ({"email": "zoe at example"}, "email"),
        ({"phototype": 7}, "phototype"),
    ],
)
def test_that_bad_details_are_said_beside_their_field(
    changes: dict[str, object], field: str
) -> None:
    problems = details_problems(replace(GOOD, **changes), TODAY)  # type: ignore[arg-type]
    assert [problem.field for problem in problems] == [field]


@pytest.mark.parametrize(
    "details",
    [
        GOOD,
        PatientDetails("", "Suharto", TODAY),
        PatientDetails("王", "小明", date(1896, 3, 14), phones=("+86 10 5555 0100",)),
        PatientDetails("الأحمد", "فاطمة", TODAY, phones=("٠١٢٣ ٤٥٦٧",), email="f@example.org"),
        replace(GOOD, phones=("020 7946 0958 ext 12",), phototype=1),
    ],
)
def test_that_names_of_any_script_and_one_name_alone_are_fine(details: PatientDetails) -> None:
    assert details_problems(details, TODAY) == ()


@pytest.mark.parametrize(
    ("item", "field"),
    [
        (ChartAllergy(NEW, 0, " "), "substance"),
        (ChartCondition(NEW, 0, ""), "name"),
        (ChartMedicine(NEW, 0, ""), "typed"),
        (ChartMedicine(NEW, 0, "Aspirin", last_taken=date(2026, 3, 15)), "last_taken"),
        (ChartMedicine(NEW, 0, "Aspirin", ended_on=date(2026, 4, 1)), "ended_on"),
        (
            ChartMedicine(
                NEW, 0, "Aspirin", last_taken=date(2026, 3, 2), ended_on=date(2026, 3, 1)
            ),
            "last_taken",
        ),
        (
            ChartMedicine(
                NEW,
                0,
                "Aspirin",
                use=MedicineUse.ENDED,
                ended_on=date(2026, 4, 1),
                end_set_by_prescriber=True,
            ),
            "use",
        ),
        (Measurement(NEW, 0, TODAY), "weight_kg"),
        (Measurement(NEW, 0, TODAY, Decimal("0.5")), "weight_kg"),
        (Measurement(NEW, 0, TODAY, None, Decimal("1.71")), "height_cm"),
        (Measurement(NEW, 0, TODAY, Decimal("62.1234")), "weight_kg"),
        (Measurement(NEW, 0, date(2026, 3, 15), Decimal(62)), "taken_on"),
    ],
)
def test_that_a_bad_item_is_said_beside_its_field(item: ChartItem, field: str) -> None:
    assert [problem.field for problem in item_problems(item, TODAY)] == [field]


def test_that_an_end_in_the_future_counts_where_the_prescriber_set_it() -> None:
    item = ChartMedicine(NEW, 0, "Apixaban", ended_on=date(2026, 4, 1), end_set_by_prescriber=True)
    assert item_problems(item, TODAY) == ()


def test_that_blanks_and_control_signs_go_and_lines_stay() -> None:
    assert tidied_text("  Zoë\t Anne\x00 \u200b") == "Zoë Anne \u200b"
    assert tidied_text(" one \r\n two\ud800 ") == "one\ntwo"
    assert tidied_text("Zoe\u0308") == "Zoë"
    tidy = tidied(replace(GOOD, phones=(" 1234 ", "  "), gp=Contact(" Dr  P ")))
    assert tidy.phones == ("1234",)
    assert tidy.gp.name == "Dr P"


def test_that_no_repr_shows_a_patients_data() -> None:
    assert "Briain" not in repr(GOOD)
    assert "Aspirin" not in repr(ChartMedicine(ItemId("i1"), 1, "Aspirin"))
