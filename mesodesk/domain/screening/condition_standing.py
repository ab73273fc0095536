"""Domain, screening: what a recognised condition weighs, by the rules its question answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mesodesk.domain.conditions.recognition import Match
from mesodesk.domain.conditions.vocabulary import NO_QUESTION
from mesodesk.domain.known_date import KnownDate, later
from mesodesk.domain.screening.rules import Rule, RuleBook, RuleClass, Thresholds

UNKNOWN = "unknown"
HARMLESS = "harmless"
_ORDER = tuple(RuleClass)


@dataclass(frozen=True, slots=True)
class Standing:
    """The class of the gravest rule (absolute, relative, precaution; `harmless` where no question
    is about it, `unknown` where it is in no list), and whether it is a founding stop."""

    rule_class: str
    is_founding: bool
    rule_code: str = ""


def standing(match: Match, book: RuleBook, settings: Thresholds, today: date) -> Standing:
    """What a yes to the questions of `match` would weigh, with its date; contexts left aside.

    A date that is not known counts as recent, as it does in the screening.
    """
    if not match.questions:
        return Standing(HARMLESS if match.condition == NO_QUESTION else UNKNOWN, False)
    found = [rule for code in match.questions for rule in rules_of(book, code)]
    fitting = [rule for rule in found if fits(rule, match.when, settings, today)]
    rule = min(fitting, key=gravity, default=None)
    if rule is None:
        return Standing(UNKNOWN, False)
    return Standing(rule.rule_class.value, rule.is_founding, rule.code)


def rules_of(book: RuleBook, code: str) -> Iterator[Rule]:
    """The rules that wait for the answer to a question."""
    return (rule for rule in book.rules if rule.answer is not None and rule.answer.code == code)


def gravity(rule: Rule) -> tuple[bool, int]:
    """A sorting key: founding rules first, then the gravest class."""
    return (not rule.is_founding, _ORDER.index(rule.rule_class))


def fits(rule: Rule, when: KnownDate | None, settings: Thresholds, today: date) -> bool:
    """Whether the date fits the rule's window: "within five years", "beyond five years"."""
    trigger = rule.answer
    span = (trigger.within or trigger.beyond) if trigger is not None else None
    if trigger is None or span is None:
        return True
    years = settings.years(span)
    is_beyond = when is not None and later(when.last(), months=12 * years) < today
    return is_beyond == (trigger.beyond is not None)
