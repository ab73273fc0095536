"""Until when each advice holds: worked by hand for each mixture of zones."""

from dataclasses import replace
from datetime import datetime

import pytest

from mesodesk.documents.shelf import aftercare_rules
from mesodesk.domain.sheets.aftercare import (
    AftercareSheet,
    TimedAdvice,
    ZoneTreated,
    after,
    kinds_treated,
    timed_advice,
)
from mesodesk.domain.sheets.aftercare_rules import read_aftercare_rules
from mesodesk.domain.source import Mistake
from tests.unit.documents.samples import AFTERCARE, BELLY, CHIN, FACE, PARIS, SCALP, THIGH

RULES = aftercare_rules()


def advised(*zones: ZoneTreated, sheet: AftercareSheet = AFTERCARE) -> dict[str, TimedAdvice]:
    return {a.topic: a for a in timed_advice(replace(sheet, zones=zones), RULES)}


def at(day: int, hour: int, minute: int = 30) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=PARIS)


def test_that_a_face_treated_until_10_30_takes_no_make_up_until_22_30() -> None:
    make_up = advised(FACE)["make_up"]
    assert (make_up.until, make_up.hours) == (at(14, 22), 12)


def test_that_the_face_has_its_own_advice_and_no_other() -> None:
    expected = {
        "make_up": at(14, 22),  # 12 h
        "washing": at(14, 18),  # 8 h
        "exercise": at(15, 10),  # 24 h
        "heat": at(15, 10),
        "massage": at(15, 10),
        "sun": at(16, 10),  # 48 h
        "alcohol": at(16, 10),
    }
    assert {topic: a.until for topic, a in advised(FACE).items()} == expected


def test_that_after_scalp_work_the_hair_is_not_washed_until_next_morning() -> None:
    hair = advised(SCALP)["hair_wash"]
    assert (hair.until, hair.hours) == (at(15, 7, 0), None)
    assert "make_up" not in advised(SCALP)


def test_that_the_stricter_advice_wins_and_says_which_zone_asks_for_it() -> None:
    found = advised(FACE, BELLY, THIGH)
    assert found["exercise"].until == at(16, 10)  # 48 h of lipolysis over 24 h of face and body
    assert found["exercise"].zones == ("left outer thigh",)
    assert not found["exercise"].is_for_all
    assert found["sun"].is_for_all  # 48 h everywhere
    assert found["make_up"].zones == ("under the left eye",)


def test_that_the_order_of_the_zones_changes_nothing_but_the_order_of_names() -> None:
    one, other = advised(FACE, THIGH, SCALP), advised(SCALP, THIGH, FACE)
    assert {t: a.until for t, a in one.items()} == {t: a.until for t, a in other.items()}


def test_that_only_lipolysis_under_the_chin_calls_for_compression() -> None:
    assert advised(CHIN)["compression"].until == at(19, 10)  # 5 days
    assert "compression" not in advised(FACE, THIGH)


def test_that_hours_are_counted_through_the_start_of_summer_time() -> None:
    # In Paris the clock went from 02:00 to 03:00 on 29 March 2026.
    ended = datetime(2026, 3, 28, 20, 0, tzinfo=PARIS)
    assert after(ended, 12) == datetime(2026, 3, 29, 9, 0, tzinfo=PARIS)


def test_that_the_paragraphs_are_those_of_the_zones_treated() -> None:
    assert kinds_treated(replace(AFTERCARE, zones=(THIGH, FACE))) == ("face", "body", "lipolysis")
    assert kinds_treated(replace(AFTERCARE, zones=(SCALP,))) == ("scalp",)


def test_that_every_advice_names_its_source_and_none_claims_to_be_law() -> None:
    assert all(advice.source for advice in RULES.advice)
    assert {advice.tier for advice in RULES.advice} == {"C"}


@pytest.mark.parametrize(
    ("lines", "line", "reason"),
    [
        ("    source: X\n    tier: C\n", 3, "holds for no kind of zone"),
        ("    face: 0\n    source: X\n    tier: C\n", 3, "at least 1"),
        ("    face: soon\n    source: X\n    tier: C\n", 3, "not a whole number"),
        ("    face: 1\n    source: X\n    tier: D\n", 5, "not one of"),
        ("    foot: 1\n    source: X\n    tier: C\n", 3, "'foot' is not known here"),
    ],
)
def test_that_a_mistake_in_the_rules_is_named_with_its_line(
    lines: str, line: int, reason: str
) -> None:
    with pytest.raises(Mistake, match=reason) as met:
        read_aftercare_rules(f"advice:\n  sun:\n{lines}", "aftercare.yaml")
    assert (met.value.file, met.value.line) == ("aftercare.yaml", line)
