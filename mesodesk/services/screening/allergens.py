"""Services, screening: which allergy of the chart an allergy question is about, and back."""

from mesodesk.domain.patients import ChartAllergy
from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.rules import Rule, RuleBook, RuleClass
from mesodesk.services import knowledge
from mesodesk.services.allergens import tags_of_words


def allergy_rules(book: RuleBook) -> tuple[Rule, ...]:
    """The rules whose question stands on the page of allergies."""
    return tuple(
        rule for rule in book.rules if rule.question and rule.question.page is Page.ALLERGIES
    )


def tags_of(rule: Rule) -> tuple[str, ...]:
    """What an allergy that a rule asks about rules out, as the ingredient table names it.

    A relative rule rules out nothing by itself: what it is about waits for the clinician's
    documented decision, and only the allergy's own name is a tag.
    """
    if rule.rule_class is RuleClass.RELATIVE:
        return own_tags(rule)
    known = {tag for one in knowledge.ingredients().ingredients for tag in one.allergens}
    about = tuple(tag for tag in rule.concerns.ingredients if tag in known)
    return tuple(dict.fromkeys((*about, *own_tags(rule))))


def own_tags(rule: Rule) -> tuple[str, ...]:
    """The allergens that the allergy is to, not those it crosses with."""
    return tags_of_words(name_of(rule, "en"))


def relative_allergens(book: RuleBook) -> frozenset[str]:
    """The allergens whose own rule leaves the decision to the clinician."""
    relative = (one for one in allergy_rules(book) if one.rule_class is RuleClass.RELATIVE)
    return frozenset(tag for rule in relative for tag in own_tags(rule))


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
        if typed in spoken or _tags(allergy) & set(own_tags(rule)):
            return rule.question.code
    return ""


def _tags(allergy: ChartAllergy) -> set[str]:
    """By its words where they mean something; else by the tags it was given."""
    return set(tags_of_words(allergy.substance) or allergy.tags)
