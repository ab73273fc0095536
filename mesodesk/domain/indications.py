"""Domain: the seven indications. What is treated, where, how often, and what may be expected."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import yaml

from mesodesk.domain.phrases import (
    Basis,
    Phrase,
    Statement,
    read_basis,
    read_phrase,
    read_statement,
    read_statements,
)
from mesodesk.domain.source import Entry, read

ASSESSMENTS = ("body", "skin", "scar", "stretch_marks", "hair_loss", "post_liposuction")
CLASSES = ("medicine", "vitamin", "mineral", "enzyme", "amino_acid", "other")

AreaLevel = Literal["suggested", "allowed", "unusual", "forbidden"]


@dataclass(frozen=True, slots=True)
class FoundingPlan:
    """The founding document's course: counts of sessions, days and months, as ranges.

    `first_change_after` is the session after which change is usually noticed; None where the
    founding document gives no such number. `intervals_days` are the choices it names.
    """

    sessions_from: int
    sessions_to: int
    sessions_first: int
    first_change_after: int | None
    intervals_days: tuple[int, ...]
    interval_first_days: int
    maintenance_months_from: int
    maintenance_months_to: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class AreaRule:
    """Why some regions are forbidden, or not usual, for an indication."""

    regions: tuple[str, ...]
    why: Statement


@dataclass(frozen=True, slots=True)
class Caution:
    """A warning about an assessment, with the limit it looks at (None where it has no number)."""

    code: str
    limit: Decimal | None
    why: Statement


@dataclass(frozen=True, slots=True)
class Indication:
    """One indication by code. `allowed` is None where any region may be treated."""

    code: str
    name: Phrase
    order: int
    plan: FoundingPlan
    suggested: tuple[str, ...]
    allowed: tuple[str, ...] | None
    unusual: tuple[AreaRule, ...]
    forbidden: tuple[AreaRule, ...]
    classes: tuple[str, ...]
    mixture: Statement
    techniques: tuple[str, ...]
    assessment: str
    expectations: tuple[Statement, ...]
    limits: tuple[Statement, ...]
    cautions: tuple[Caution, ...]

    def level_of(self, region: str) -> AreaLevel:
        """How well a region suits this indication; one named nowhere is unusual."""
        if _rule_for(self.forbidden, region):
            return "forbidden"
        if _rule_for(self.unusual, region):
            return "unusual"
        if region in self.suggested:
            return "suggested"
        return "allowed" if self.allowed is None or region in self.allowed else "unusual"

    def why_not(self, region: str) -> Statement | None:
        """The statement that forbids a region or calls it unusual, where one was written."""
        return _rule_for(self.forbidden, region) or _rule_for(self.unusual, region)

    def caution(self, code: str) -> Caution:
        """The caution of that code; KeyError if this indication has none such."""
        for caution in self.cautions:
            if caution.code == code:
                return caution
        raise KeyError(code)

    def regions(self) -> tuple[str, ...]:
        """Every region code this indication names, in the order of the file."""
        rules = (region for rule in self.unusual + self.forbidden for region in rule.regions)
        return tuple(dict.fromkeys((*self.suggested, *(self.allowed or ()), *rules)))


def read_indications(files: Iterable[tuple[str, str]]) -> tuple[Indication, ...]:
    """Indications from (file name, text) pairs, in their `order`; raises Mistake."""
    found = tuple(read_indication(text, name) for name, text in files)
    return tuple(sorted(found, key=lambda indication: indication.order))


def read_indication(text: str, file: str) -> Indication:
    """One indication file. Raises Mistake, naming file and line."""
    top = read(text, file).only(
        "code", "name", "order", "plan", "areas", "mixture", "techniques",
        "assessment", "expectations", "limits", "cautions",
    )  # fmt: skip
    areas = top.get("areas").only("suggested", "allowed", "unusual", "forbidden")
    mixture = top.get("mixture")
    return Indication(
        code=top.get("code").word(),
        name=read_phrase(top.get("name")),
        order=top.get("order").whole(),
        plan=_plan(top.get("plan")),
        suggested=_words(areas.find("suggested")),
        allowed=_allowed(areas.get("allowed")),
        unusual=_rules(areas.find("unusual")),
        forbidden=_rules(areas.find("forbidden")),
        classes=tuple(item.choice(*CLASSES) for item in mixture.get("classes").items()),
        mixture=read_statement(mixture),
        techniques=_words(top.find("techniques")),
        assessment=top.get("assessment").choice(*ASSESSMENTS),
        expectations=read_statements(top.find("expectations")),
        limits=read_statements(top.find("limits")),
        cautions=tuple(_caution(item) for item in _items(top.find("cautions"))),
    )


def _plan(entry: Entry) -> FoundingPlan:
    entry.only(
        "sessions_from", "sessions_to", "sessions_first", "first_change_after", "intervals_days",
        "interval_first_days", "maintenance_months_from", "maintenance_months_to",
        "source", "tier",
    )  # fmt: skip
    first_change = entry.find("first_change_after")
    plan = FoundingPlan(
        sessions_from=entry.get("sessions_from").whole(),
        sessions_to=entry.get("sessions_to").whole(),
        sessions_first=entry.get("sessions_first").whole(),
        first_change_after=first_change.whole() if first_change else None,
        intervals_days=tuple(item.whole() for item in entry.get("intervals_days").items()),
        interval_first_days=entry.get("interval_first_days").whole(),
        maintenance_months_from=entry.get("maintenance_months_from").whole(),
        maintenance_months_to=entry.get("maintenance_months_to").whole(),
        basis=read_basis(entry),
    )
    if not 1 <= plan.sessions_from <= plan.sessions_first <= plan.sessions_to:
        raise entry.mistake("sessions_first must lie between sessions_from and sessions_to")
    if plan.interval_first_days not in plan.intervals_days:
        raise entry.mistake("interval_first_days must be one of intervals_days")
    if not 1 <= plan.maintenance_months_from <= plan.maintenance_months_to:
        raise entry.mistake("maintenance must not end before it begins")
    return plan


def _allowed(entry: Entry) -> tuple[str, ...] | None:
    if isinstance(entry.node, yaml.SequenceNode):
        return entry.words()
    entry.choice("any")
    return None


def _rules(entry: Entry | None) -> tuple[AreaRule, ...]:
    return tuple(
        AreaRule(item.get("regions").words(), read_statement(item)) for item in _items(entry)
    )


def _caution(entry: Entry) -> Caution:
    limit = entry.find("limit")
    statement = read_statement(entry)
    return Caution(statement.code, limit.decimal() if limit else None, statement)


def _items(entry: Entry | None) -> tuple[Entry, ...]:
    return entry.items() if entry else ()


def _words(entry: Entry | None) -> tuple[str, ...]:
    return entry.words() if entry else ()


def _rule_for(rules: tuple[AreaRule, ...], region: str) -> Statement | None:
    return next((rule.why for rule in rules if region in rule.regions), None)
