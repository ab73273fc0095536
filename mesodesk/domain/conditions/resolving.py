"""Domain, conditions: what several conditions of one line say about each other."""

from collections.abc import Sequence
from dataclasses import replace

from mesodesk.domain.conditions.contexts import Context
from mesodesk.domain.conditions.filler import BENIGN, ENDED_BY_DIET
from mesodesk.domain.conditions.recognition import Certainty, Ground, Match
from mesodesk.domain.conditions.verdicts import match_of
from mesodesk.domain.conditions.vocabulary import NO_QUESTION, Condition
from mesodesk.domain.known_date import KnownDate

UNSPECIFIED = "diabetes_unspecified"
TREATED = "insulin_treatment"
WITHOUT_INSULIN = "type_2_diabetes"
GROWTH = "possible_cancer"
_TYPES = ("type_1_diabetes", WITHOUT_INSULIN, TREATED)


class Resolver:
    """Knows the conditions that one becomes when something more is said."""

    def __init__(self, conditions: dict[str, Condition]) -> None:
        self._conditions = conditions

    def resolved(self, words: frozenset[str], matches: Sequence[Match]) -> tuple[Match, ...]:
        """The matches in order, diabetes and growths told apart, each said once."""
        found = self._diabetes(words, list(matches))
        if words & BENIGN:
            found = [self._benign(match) for match in found]
        return _once(found)

    def _diabetes(self, words: frozenset[str], found: list[Match]) -> list[Match]:
        """The type of a diabetes whose type is said, or whose treatment is."""
        denied = [m for m in found if m.condition == TREATED and m.context is Context.NEGATED]
        typed = {_whose(m.context) for m in found if m.is_sure and m.condition in _TYPES}
        told: list[Match] = []
        for match in found:
            if match.condition != UNSPECIFIED:
                told.append(match)
            elif _whose(match.context) not in typed:
                if denied or words & ENDED_BY_DIET:
                    typed.add(_whose(match.context))
                    match = self._as(WITHOUT_INSULIN, match)
                told.append(match)
        has_other = any(match.condition in (UNSPECIFIED, WITHOUT_INSULIN) for match in told)
        return [m for m in told if m not in denied] if has_other else told

    def _benign(self, match: Match) -> Match:
        is_growth = match.condition == GROWTH and NO_QUESTION in self._conditions
        return self._as(NO_QUESTION, match) if is_growth else match

    def _as(self, code: str, match: Match) -> Match:
        return match_of(
            self._conditions[code], match.name, match.typed, Ground.NAME, match.context, match.when
        )


def _whose(context: Context) -> Context:
    """The context, had and over being one: both are the patient's own."""
    return Context.CURRENT if context.is_patients_own else context


def _once(matches: Sequence[Match]) -> tuple[Match, ...]:
    """Each condition once per context and certainty, with the last of its dates."""
    first: dict[tuple[str, Context, Certainty], Match] = {}
    for match in matches:
        name = match.name if match.condition == NO_QUESTION else match.condition
        key = (name or match.typed, match.context, match.certainty)
        known = first.get(key)
        first[key] = match if known is None else replace(known, when=_later(known, match))
    return tuple(first.values())


def _later(one: Match, other: Match) -> KnownDate | None:
    dates = [when for when in (one.when, other.when) if when is not None]
    return max(dates, key=KnownDate.last, default=None)
