"""Tests of domain.healing: windows, assessment and observation, at their boundaries."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from mesodesk.core.ids import ObservationId, SessionId
from mesodesk.core.paths import resources
from mesodesk.domain.clinic import Settings
from mesodesk.domain.healing.assess import HealingFinding, Level, assess, hours_and_days
from mesodesk.domain.healing.observation import Effect, How, Observation, problems_of
from mesodesk.domain.healing.windows import HealingTable, read_healing, windows_for, with_settings
from mesodesk.domain.source import Mistake

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def _text() -> str:
    return (resources() / "healing" / "windows.yaml").read_text("utf-8")


def _table() -> HealingTable:
    return read_healing(_text(), "windows.yaml")


def _seen(after: timedelta, **grades: object) -> Observation:
    blank = Observation(ObservationId("o"), SessionId("s"), None, AT + after, AT + after, How.CHAIR)
    return replace(blank, **grades)  # type: ignore[arg-type]


def _assess(
    seen: Observation,
    ingredient: str = "",
    lipolytic: bool = False,
    settings: Settings | None = None,
) -> HealingFinding:
    table = _table()
    chosen = windows_for(table, "scars", [ingredient], lipolytic, settings or Settings())
    return assess(seen, AT, chosen, table)


@pytest.mark.parametrize(
    ("after", "level"),
    [
        (timedelta(hours=36) - MINUTE, Level.EXPECTED),
        (timedelta(hours=36), Level.EXPECTED),
        (timedelta(hours=36) + MINUTE, Level.CALL),
    ],
)
def test_that_36_hours_of_swelling_are_still_inside(after: timedelta, level: Level) -> None:
    assert _assess(_seen(after, swelling=1)).level is level


@pytest.mark.parametrize(
    ("after", "level"),
    [(timedelta(days=7), Level.EXPECTED), (timedelta(days=7) + MINUTE, Level.CALL)],
)
def test_that_seven_days_of_bruising_are_still_inside(after: timedelta, level: Level) -> None:
    assert _assess(_seen(after, bruising=2)).level is level


def test_that_the_clinics_number_of_days_rules() -> None:
    seen = _seen(timedelta(days=6), bruising=1)
    found = _assess(seen, settings=Settings(bruise_days=5))
    assert (found.level, found.basis.tier) == (Level.CALL, "CLINIC")
    assert _assess(seen).basis.tier == "GK"


@pytest.mark.parametrize("grade", [3, 4])
def test_that_more_than_mild_means_call_even_inside_its_time(grade: int) -> None:
    found = _assess(_seen(timedelta(hours=2), swelling=grade))
    assert (found.level, found.rule) == (Level.CALL, "swelling.too_strong")


def test_that_mild_is_still_expected() -> None:
    found = _assess(_seen(timedelta(hours=20), swelling=2))
    assert (found.level, found.rule, found.basis.tier) == (
        Level.EXPECTED, "swelling.expected", "SEED",
    )  # fmt: skip
    assert str(found.words) == "Swelling: mild after 20 h, as expected (up to 36 h)."
    assert found.words.said_in("fr").startswith("Gonflement : léger après 20 h")


def test_that_none_is_never_too_late() -> None:
    found = _assess(_seen(timedelta(days=100), swelling=0, bruising=0))
    assert (found.level, found.rule) == (Level.EXPECTED, "none")


def test_that_lipolysis_has_ten_days_for_swelling() -> None:
    inside, outside = _seen(timedelta(days=10), swelling=2), _seen(timedelta(days=11), swelling=2)
    assert _assess(inside, lipolytic=True).level is Level.EXPECTED
    assert _assess(outside, lipolytic=True).level is Level.CALL
    assert _assess(inside, lipolytic=True).basis.source == "BBA"
    assert _assess(inside).level is Level.CALL


def test_that_a_trace_after_deoxycholic_acid_may_stay_four_weeks() -> None:
    trace, mild = _seen(timedelta(days=28), swelling=1), _seen(timedelta(days=8), swelling=2)
    assert _assess(trace, "deoxycholic_acid", True).level is Level.EXPECTED
    assert _assess(mild, "deoxycholic_acid", True).level is Level.CALL
    late = _seen(timedelta(days=28) + MINUTE, swelling=1)
    assert _assess(late, "deoxycholic_acid", True).level is Level.CALL


@pytest.mark.parametrize("flag", [flag.code for flag in _table().red_flags])
def test_that_every_red_flag_means_the_same_day(flag: str) -> None:
    found = _assess(_seen(timedelta(hours=1), swelling=1, red_flags=(flag,)))
    assert (found.level, found.rule) == (Level.SAME_DAY, f"red_flag.{flag}")
    assert [part.rule for part in found.parts] == [f"red_flag.{flag}", "swelling.expected"]


def test_that_an_emergency_stands_before_another_flag() -> None:
    found = _assess(_seen(timedelta(hours=1), red_flags=("infection", "anaphylaxis")))
    assert found.is_emergency
    assert found.rule == "red_flag.anaphylaxis"
    assert "call the emergency number now" in str(found.words)


def test_that_the_most_urgent_effect_is_said_first() -> None:
    found = _assess(_seen(timedelta(hours=40), swelling=1, bruising=1, pain=1))
    assert [(p.effect, p.level) for p in found.parts] == [
        (Effect.SWELLING, Level.CALL),
        (Effect.BRUISING, Level.EXPECTED),
        (Effect.PAIN, Level.EXPECTED),
    ]


def test_that_settled_means_nothing_is_left() -> None:
    seen = _seen(timedelta(days=9), settled_since_day=2)
    found = _assess(seen)
    assert (found.level, str(found.words)) == (Level.EXPECTED, "All settled since day 2.")
    assert seen.grade(Effect.PAIN) == 0


def test_that_an_indication_can_have_windows_of_its_own() -> None:
    text = _text().replace("      lipolytic: yes\n", "      indications: [scars]\n", 1)
    table = read_healing(text, "windows.yaml")
    assert windows_for(table, "scars", [], False, Settings()).code == "lipolysis"
    assert windows_for(table, "hair_loss", [], False, Settings()).code == "founding"


def test_that_a_clinic_cannot_change_the_windows_of_lipolysis() -> None:
    table = _table()
    lipolysis = table.windows[1]
    assert with_settings(lipolysis, Settings(swelling_hours=1)) == lipolysis


def test_that_an_effect_without_a_window_is_judged_by_grade_alone() -> None:
    table = _table()
    bare = replace(table.windows[-1], effects=())
    found = assess(_seen(timedelta(days=50), swelling=2), AT, bare, table)
    assert (found.level, found.basis.tier) == (Level.EXPECTED, "SEED")
    assert str(found.words) == "Swelling: mild after 50 days, as expected (up to –)."


def test_that_a_note_alone_is_only_noted() -> None:
    assert _assess(_seen(timedelta(days=9), note="called, no answer")).rule == "noted"


@pytest.mark.parametrize(
    ("hours", "language", "words"),
    [(72, "en", "72 h"), (73, "en", "3 days"), (168, "fr", "7 jours"), (36, "fr", "36 h")],
)
def test_that_hours_become_days(hours: int, language: str, words: str) -> None:
    assert hours_and_days(timedelta(hours=hours), language) == words


@pytest.mark.parametrize(
    ("after", "grades", "fields"),
    [
        (timedelta(hours=1), {"swelling": 5}, ["swelling"]),
        (timedelta(hours=1), {"pain": -1}, ["pain"]),
        (-MINUTE, {"swelling": 1}, ["observed_at"]),
        (timedelta(hours=1), {}, ["swelling"]),
        (timedelta(days=2), {"settled_since_day": 4}, ["settled_since_day"]),
        (timedelta(days=2), {"settled_since_day": 1, "pain": 1}, ["settled_since_day"]),
        (timedelta(hours=1), {"extent_mm": Decimal(-1)}, ["extent_mm"]),
        (timedelta(days=2), {"settled_since_day": 2}, []),
        (timedelta(0), {"swelling": 0}, []),
    ],
)
def test_that_an_observation_that_cannot_be_is_refused(
    after: timedelta, grades: dict[str, object], fields: list[str]
) -> None:
    assert [problem.field for problem in problems_of(_seen(after, **grades), AT)] == fields


def test_that_an_observation_from_the_future_is_refused() -> None:
    seen = replace(_seen(timedelta(hours=2), swelling=1), entered_at=AT)
    assert [problem.field for problem in problems_of(seen, AT)] == ["observed_at"]


@pytest.mark.parametrize(
    ("wrong", "right", "reason"),
    [
        ("  - { en: trace, fr: trace }\n", "", "five words"),
        ("  - { effect: pain, en: Pain, fr: Douleur }\n", "", "each effect needs a word"),
        ("    founding: yes\n", "", "must be the founding ones"),
        ("code: too_long", "code: long", "'too_long' is missing"),
        ("effect: redness\n", "effect: blush\n", "'blush' is not one of"),
    ],
)
def test_that_a_mistake_in_the_file_is_named(wrong: str, right: str, reason: str) -> None:
    assert wrong in _text()
    with pytest.raises(Mistake, match=reason):
        read_healing(_text().replace(wrong, right), "windows.yaml")
    with pytest.raises(KeyError):
        _table().red_flag("hiccup")
