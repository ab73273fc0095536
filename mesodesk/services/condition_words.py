"""Services: what each condition of a chart is for the screening, for the chart's list."""

from dataclasses import dataclass

from mesodesk.core.ids import ItemId
from mesodesk.domain.conditions.contexts import Context
from mesodesk.domain.patients import ChartCondition
from mesodesk.domain.screening.condition_standing import gravity
from mesodesk.domain.screening.rules import Rule, RuleClass, Thresholds
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.rules.in_force import rules_in_force
from mesodesk.services.screening.chart_conditions import charted
from mesodesk.services.screening.conditions import name_of_question, question_rule


@dataclass(frozen=True, slots=True)
class ConditionTold:
    """What a condition of the chart was recognised as, in words, and the rule that a yes sets off.

    `rule` is None where no question is about it. `is_open`: the screening will ask, for its
    words are not known, or say of somebody else, suspected or denied (`context`).
    """

    label: str
    rule: Rule | None
    is_open: bool
    context: Context


def conditions_told(
    desk: Desk, conditions: tuple[ChartCondition, ...]
) -> dict[ItemId, ConditionTold]:
    """Each condition by its id, the gravest of what its words mean."""
    book = rules_in_force(desk)
    settings = Thresholds(recent_cancer_years=desk.settings.recent_cancer_years)
    found: dict[ItemId, ConditionTold] = {}
    for condition in conditions:
        told = [
            ConditionTold(
                item.label or name_of_question(book, condition.code, desk.clinic.language),
                question_rule(item, book, settings, desk.today),
                item.is_open,
                item.context,
            )
            for item in charted(condition, desk.today)
        ]
        found[condition.id] = min(told, key=_gravity)
    return found


def likely_meant(typed: str, desk: Desk) -> str:
    """The condition that a slip of the keys may have meant; empty where nothing is to be asked."""
    matches = knowledge.condition_recogniser().recognise(typed, desk.today).matches
    return next((match.name for match in matches if match.is_slip), "")


def _gravity(told: ConditionTold) -> tuple[bool, bool, int]:
    place = gravity(told.rule)[1] if told.rule is not None else len(RuleClass)
    is_founding = told.rule is not None and told.rule.is_founding
    return (not is_founding, not told.is_open, place)
