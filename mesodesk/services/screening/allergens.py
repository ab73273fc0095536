"""Services, screening: which allergy of the chart an allergy question is about, and back."""

from mesodesk.domain.patients import ChartAllergy
from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.rules import Rule, RuleBook
from mesodesk.services import knowledge


def allergy_rules(book: RuleBook) -> tuple[Rule, ...]:
    """The rules whose question stands on the page of allergies."""
    return tuple(
        rule for rule in book.rules if rule.question and rule.question.page is Page.ALLERGIES
    )


def tags_of(rule: Rule) -> tuple[str, ...]:
    """The allergens among what a rule is about, as the ingredient table names them."""
    known = {tag for one in knowledge.ingredients().ingredients for tag in one.allergens}
    return tuple(tag for tag in rule.concerns.ingredients if tag in known)


def name_of(rule: Rule, language: str) -> str:
    """The allergy as it stands in the chart: the rule's name, begun with a capital."""
    name = rule.name.told(language)
    for article in ("a ", "an ", "une ", "un "):
        name = name.removeprefix(article)
    return name[:1].upper() + name[1:]


def question_of(book: RuleBook, allergy: ChartAllergy) -> str:
    """The code of the question that an allergy of the chart answers; empty where none does."""
    typed = allergy.substance.casefold()
    for rule in allergy_rules(book):
        assert rule.question is not None
        spoken = {name_of(rule, language).casefold() for language, _ in rule.name.texts}
        if typed in spoken or set(allergy.tags) & set(tags_of(rule)):
            return rule.question.code
    return ""
