"""Domain, conditions: how a line speaks of a condition: had, denied, suspected, somebody else's."""

from enum import StrEnum


class Context(StrEnum):
    """How the line speaks of a condition. Every one is shown; none is dropped."""

    CURRENT = "current"
    PAST = "past"
    NEGATED = "negated"
    FAMILY = "family"
    SUSPECTED = "suspected"
    MENTIONED = "mentioned"
    UNCLEAR = "unclear"

    @property
    def words(self) -> str:
        """The context in words, as an addition to a finding."""
        return _WORDS[self]

    @property
    def is_patients_own(self) -> bool:
        """Whether the line says that the patient has it or had it."""
        return self in (Context.CURRENT, Context.PAST)


_WORDS = {
    Context.CURRENT: "the patient's own",
    Context.PAST: "written as over, or as history",
    Context.NEGATED: "written as not had",
    Context.FAMILY: "written as somebody else's",
    Context.SUSPECTED: "written as suspected, not as certain",
    Context.MENTIONED: "spoken of without saying that the patient had it",
    Context.UNCLEAR: "it is not clear whether the patient had it",
}


def settled(found: frozenset[Context]) -> Context:
    """One context out of all that was heard about one condition.

    The patient is spared a stop only by a clear word: what contradicts itself is unclear.
    """
    told = found - {Context.CURRENT}
    if not told:
        return Context.CURRENT
    if len(told) == 1:
        return next(iter(told))
    if Context.UNCLEAR in told or told >= {Context.NEGATED, Context.FAMILY}:
        return Context.UNCLEAR
    for first in (Context.FAMILY, Context.MENTIONED, Context.NEGATED, Context.SUSPECTED):
        if first in told:
            return first
    return Context.PAST
