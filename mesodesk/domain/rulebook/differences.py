"""Domain, rule book: which rules two versions tell differently, and in which parts."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum

from mesodesk.domain.screening.rules import Rule, RuleBook


class Standing(StrEnum):
    """How a rule of the clinic stands to the shipped ones."""

    SHIPPED = "shipped"
    CHANGED = "changed"
    OWN = "own"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in the list of all: as it is now, as it was shipped, and what differs by name.

    `now` is None for a rule that is switched off, `shipped` for one of the clinic's own.
    """

    code: str
    now: Rule | None
    shipped: Rule | None
    standing: Standing
    differs: tuple[str, ...] = ()

    @property
    def rule(self) -> Rule:
        """The rule that there is to be read."""
        found = self.now or self.shipped
        assert found is not None
        return found


def rule_lines(shipped: RuleBook, now: RuleBook) -> tuple[RuleLine, ...]:
    """Every rule there is, those switched off among them: shipped order, then the clinic's own."""
    return tuple(_lines(shipped, now))


def _lines(shipped: RuleBook, now: RuleBook) -> Iterator[RuleLine]:
    standing = {rule.code: rule for rule in now.rules}
    for rule in shipped.rules:
        yield _line(rule, standing.pop(rule.code, None))
    for own in standing.values():
        yield RuleLine(own.code, own, None, Standing.OWN)


def _line(shipped: Rule, now: Rule | None) -> RuleLine:
    if now is None:
        return RuleLine(shipped.code, None, shipped, Standing.OFF)
    differs = differing_parts(shipped, now)
    kind = Standing.CHANGED if differs else Standing.SHIPPED
    return RuleLine(shipped.code, now, shipped, kind, differs)


def differing_parts(first: Rule, then: Rule) -> tuple[str, ...]:
    """The names of the rule's parts that are not the same."""
    names = [one.name for one in fields(Rule)]
    return tuple(name for name in names if getattr(first, name) != getattr(then, name))
