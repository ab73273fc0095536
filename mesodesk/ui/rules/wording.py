"""Rules: the words of classes, pages, tiers, standings and of what became milder."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from mesodesk.domain.rulebook.comparing import Dimension, Loosening
from mesodesk.domain.rulebook.differences import Standing
from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.rules import Rule, RuleClass
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.theme.shades import Severity

SEVERITIES = {
    RuleClass.ABSOLUTE: Severity.STOP,
    RuleClass.RELATIVE: Severity.WARNING,
    RuleClass.PRECAUTION: Severity.INFO,
    RuleClass.OPEN: Severity.INFO,
}


def _say(text: str) -> str:
    return QCoreApplication.translate("Rules", text)


def class_name(rule_class: RuleClass) -> str:
    """The class in one word or two."""
    return {
        RuleClass.ABSOLUTE: _say("Absolute"),
        RuleClass.RELATIVE: _say("Relative"),
        RuleClass.PRECAUTION: _say("Precaution"),
        RuleClass.OPEN: _say("Keeps it open"),
    }[rule_class]


def class_meaning(rule: Rule) -> str:
    """What the class leads to."""
    if rule.is_founding:
        return _say("Not suitable. One of the founding document's stops.")
    if rule.wait is not None and rule.rule_class is RuleClass.ABSOLUTE:
        return _say("Not suitable until the waiting time is over.")
    return {
        RuleClass.ABSOLUTE: _say("Not suitable."),
        RuleClass.RELATIVE: _say("The clinician decides, and writes down why."),
        RuleClass.PRECAUTION: _say("Suitable with care."),
        RuleClass.OPEN: _say("No verdict until this is settled."),
    }[rule.rule_class]


def class_words(rule: Rule) -> str:
    """The class and what it leads to, as one sentence."""
    meaning = class_meaning(rule)
    return f"{class_name(rule.rule_class)}: {meaning[:1].lower()}{meaning[1:]}"


def page_name(page: Page) -> str:
    """The wizard's page."""
    return {
        Page.WHY: _say("Why the patient comes"),
        Page.MEDICINES: _say("Medicines"),
        Page.CONDITIONS: _say("Conditions"),
        Page.ALLERGIES: _say("Allergies"),
        Page.TODAY: _say("Today"),
    }[page]


def tier_name(tier: str) -> str:
    """What a tier says about how far a source carries."""
    return {
        "SEED": _say("founding document"),
        "A": _say("A: law, label, guideline or study"),
        "B": _say("B: training or trade"),
        "C": _say("C: clinic or vendor, not established"),
        "GK": _say("general knowledge, no source looked up"),
        "CLINIC": _say("the clinic's own rule"),
    }.get(tier, tier)


def standing_name(standing: Standing) -> str:
    """How a rule stands to the shipped ones."""
    return {
        Standing.SHIPPED: _say("as shipped"),
        Standing.CHANGED: _say("changed by the clinic"),
        Standing.OWN: _say("the clinic's own"),
        Standing.OFF: _say("switched off"),
    }[standing]


def part_name(part: str) -> str:
    """The name of a part of a rule, for a comparison."""
    return {
        "page": _say("page"),
        "rule_class": _say("class"),
        "is_founding": _say("founding"),
        "medicine": _say("medicines"),
        "answer": _say("answer waited for"),
        "fact": _say("limit"),
        "special": _say("what the program notices"),
        "concerns": _say("what it concerns"),
        "wait": _say("waiting time"),
        "name": _say("name"),
        "wording": _say("words for the clinician"),
        "patient": _say("words for the patient"),
        "question": _say("question"),
        "sources": _say("source"),
        "tier": _say("tier"),
    }.get(part, part)


def milder_words(one: Loosening) -> str:
    """In which way a rule became milder."""
    told = {
        Dimension.SWITCHED_OFF: _say("is switched off"),
        Dimension.NOT_FOUNDING: _say("is no longer marked as founding"),
        Dimension.CLASS_MILDER: _say("has a milder class"),
        Dimension.TRIGGER_NARROWER: _say("no longer fires for {what}"),
        Dimension.PREFIX_REMOVED: _say("no longer fires for ATC {what}"),
        Dimension.EXCEPTION_ADDED: _say("makes an exception of ATC {what}"),
        Dimension.MORE_NEEDED: _say("needs {what} different medicines to fire"),
        Dimension.EXEMPTS_MORE: _say("takes {what} out of the founding stop when taken once"),
        Dimension.YEARS_CHANGED: _say("counts other years"),
        Dimension.LIMIT_MOVED: _say("has a limit further out"),
        Dimension.CONCERNS_NARROWED: _say("concerns less"),
        Dimension.WAIT_ADDED: _say("ends after a waiting time"),
        Dimension.WAIT_SHORTER: _say("has a shorter waiting time"),
        Dimension.WAIT_REMOVED: _say("no longer makes anybody wait"),
        Dimension.QUESTION_GONE: _say("asks no question any more"),
        Dimension.ASKED_OF_FEWER: _say("is asked of fewer patients"),
        Dimension.ASKED_ELSEWHERE: _say("is asked on another page; read how often that is"),
        Dimension.YES_FORGOTTEN: _say("asks again after a yes, so that it can be denied"),
        Dimension.PAST_UNCOUNTED: _say("no longer counts what is over"),
        Dimension.QUESTION_REWORDED: _say("asks in other words; read whether it asks for less"),
    }[one.dimension]
    return told.format(what=one.what.replace("_", " "))


def day_words(day: date) -> str:
    """A day as the clinic reads it."""
    return say_date(day)
