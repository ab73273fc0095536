"""Chart: the words for what a condition of the chart is for the screening."""

from PySide6.QtCore import QCoreApplication

from mesodesk.domain.conditions.contexts import Context
from mesodesk.domain.patients import ChartCondition
from mesodesk.domain.screening.rules import RuleClass
from mesodesk.services.condition_words import ConditionTold
from mesodesk.ui.kit.theme.shades import Severity


def _tr(text: str) -> str:
    return QCoreApplication.translate("Chart", text)


def said_condition(item: ChartCondition, told: ConditionTold | None) -> str:
    """What a condition was recognised as, its class, and its note."""
    parts = [item.note]
    if told is not None:
        is_same = told.label.casefold() == item.name.casefold()
        parts = ["" if is_same else told.label, _class_words(told), item.note]
    return ", ".join(part for part in parts if part)


def condition_severity(told: ConditionTold | None) -> Severity | None:
    """How much a condition weighs: a stop, a warning, or nothing."""
    if told is None:
        return None
    rule = told.rule
    if told.is_open or rule is None:
        return Severity.WARNING if told.is_open else None
    is_stop = rule.rule_class is RuleClass.ABSOLUTE and rule.concerns.is_everything()
    return Severity.STOP if rule.is_founding or is_stop else Severity.WARNING


def _class_words(told: ConditionTold) -> str:
    rule = told.rule
    if told.is_open or rule is None:
        return _open_words(told) if told.is_open else ""
    if rule.is_founding:
        return _tr("founding stop")
    words = {
        RuleClass.ABSOLUTE: _tr("absolute contraindication"),
        RuleClass.RELATIVE: _tr("relative contraindication"),
        RuleClass.PRECAUTION: _tr("precaution"),
    }[rule.rule_class]
    if rule.concerns.is_everything():
        return words
    return _tr("{weight} for some treatments").format(weight=words)


def _open_words(told: ConditionTold) -> str:
    """Why the screening will ask."""
    said = {
        Context.NEGATED: _tr("written as not had"),
        Context.FAMILY: _tr("written as somebody else's"),
        Context.SUSPECTED: _tr("written as suspected"),
    }.get(told.context, "" if told.label else _tr("not recognised"))
    asked = _tr("will be asked in the screening")
    return f"{said}: {asked}" if said else asked
