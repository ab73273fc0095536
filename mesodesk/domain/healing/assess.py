"""Domain: an observation set against its windows: expected, call, or the same day."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from mesodesk.domain.healing.observation import Effect, Observation
from mesodesk.domain.healing.windows import EffectWindow, HealingTable, HealingWindows
from mesodesk.domain.phrases import Basis, Phrase, Statement


class Level(IntEnum):
    """What follows, in rising order of haste."""

    EXPECTED = 0
    CALL = 1
    SAME_DAY = 2


@dataclass(frozen=True, slots=True)
class HealingFinding:
    """What one observation means: the level, in words, the rule that says so, and its source.

    `effect` is None for a red flag and for the observation as a whole. `parts` are the findings
    that an overall finding was made of, the most urgent first.
    """

    level: Level
    rule: str
    words: Phrase
    basis: Basis
    effect: Effect | None = None
    is_emergency: bool = False
    parts: tuple["HealingFinding", ...] = ()


def assess(
    observation: Observation,
    session_at: datetime,
    windows: HealingWindows,
    table: HealingTable,
) -> HealingFinding:
    """The most urgent of what an observation says, with every finding in `parts`.

    Expected is no more than mild and inside its time; else call; a red flag means the same day.
    """
    elapsed = observation.observed_at - session_at
    parts = [_flag(code, table) for code in observation.red_flags]
    parts += [
        _graded(effect, grade, elapsed, windows, table)
        for effect in Effect
        if (grade := observation.grade(effect))
    ]
    if not parts:
        return _nothing(observation, table)
    # A stable sort: at the same level the order above stands, flags before effects.
    parts.sort(key=lambda finding: (-finding.level, not finding.is_emergency))
    worst = parts[0]
    return HealingFinding(
        worst.level, worst.rule, worst.words, worst.basis, None, worst.is_emergency, tuple(parts)
    )


def hours_and_days(elapsed: timedelta, language: str) -> str:
    """How long after the session: hours up to three days (rounded down), then days."""
    hours = int(elapsed.total_seconds() // 3600)
    if hours <= 72:
        return f"{hours} h"
    days = hours // 24
    return f"{days} jours" if language == "fr" else f"{days} days"


def _graded(
    effect: Effect, grade: int, elapsed: timedelta, windows: HealingWindows, table: HealingTable
) -> HealingFinding:
    window = windows.window(effect)
    if grade > table.mild_up_to:
        return _finding(Level.CALL, "too_strong", effect, grade, elapsed, window, table)
    if window is not None and not window.holds(elapsed, grade):
        return _finding(Level.CALL, "too_long", effect, grade, elapsed, window, table)
    return _finding(Level.EXPECTED, "expected", effect, grade, elapsed, window, table)


def _finding(
    level: Level,
    rule: str,
    effect: Effect,
    grade: int,
    elapsed: timedelta,
    window: EffectWindow | None,
    table: HealingTable,
) -> HealingFinding:
    said = table.say(rule)
    texts = tuple(
        (
            language,
            text.format(
                effect=table.effect_word(effect).said_in(language),
                grade=table.grade_words[grade].said_in(language),
                elapsed=hours_and_days(elapsed, language),
                window=_limit(window, grade, language),
            ),
        )
        for language, text in said.words.texts
    )
    basis = window.basis if window and rule != "too_strong" else said.basis
    return HealingFinding(level, f"{effect.value}.{rule}", Phrase(texts), basis, effect)


def _limit(window: EffectWindow | None, grade: int, language: str) -> str:
    if window is None:
        return "–"
    hours = window.trace_hours if grade == 1 and window.trace_hours else window.hours
    return hours_and_days(timedelta(hours=hours), language)


def _flag(code: str, table: HealingTable) -> HealingFinding:
    flag = table.red_flag(code)
    lead: Statement = table.say("emergency" if flag.is_emergency else "red_flag")
    texts = tuple(
        (language, text.format(flag=flag.statement.words.said_in(language)))
        for language, text in lead.words.texts
    )
    return HealingFinding(
        Level.SAME_DAY,
        f"red_flag.{code}",
        Phrase(texts),
        flag.statement.basis,
        is_emergency=flag.is_emergency,
    )


def _nothing(observation: Observation, table: HealingTable) -> HealingFinding:
    """Nothing is to be seen: settled since a day, looked at and none, or only a note."""
    if observation.settled_since_day is not None:
        said = table.say("settled").filled(day=observation.settled_since_day)
    else:
        looked = any(observation.grade(effect) == 0 for effect in Effect)
        said = table.say("none" if looked else "noted")
    return HealingFinding(Level.EXPECTED, said.code, said.words, said.basis)
