"""Services, rules: the rules in force: the shipped ones with the clinic's changes over them."""

from functools import cache, lru_cache

from mesodesk.core.errors import Reason, Refused
from mesodesk.domain.medicines.classes import DrugClass
from mesodesk.domain.rulebook.comparing import loosenings, needs_second
from mesodesk.domain.rulebook.overlay import Overlay, Vocabulary, laid_over, read_overlay, without
from mesodesk.domain.rulebook.record import ClinicRules, RulesText, label
from mesodesk.domain.screening.rules import RuleBook, Thresholds
from mesodesk.domain.source import Mistake
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.store import rules as rule_store
from mesodesk.store.work import Reading


def rules_in_force(desk: Desk) -> RuleBook:
    """The rules as they stand now. Raises Refused where the clinic's cannot be read."""
    with desk.store.reading(desk.author) as reading:
        return book_in_force(reading)


def book_in_force(reading: Reading) -> RuleBook:
    """The same, within a reading."""
    standing = rule_store.clinic_rules(reading)
    return knowledge.rules() if standing is None else _book(standing)


def text_in_force(reading: Reading) -> RulesText:
    """The whole text of the rules in force, to be kept with what is judged by them."""
    standing = rule_store.clinic_rules(reading)
    version = label(knowledge.rules().version, standing.version if standing else 0)
    return RulesText(version, knowledge.rules_text(), standing.text if standing else "")


@cache
def vocabulary() -> Vocabulary:
    """The words that a rule may be about."""
    table = knowledge.ingredients().ingredients
    tags = {tag for one in table for tag in one.allergens}
    shipped = {tag for rule in knowledge.rules().rules for tag in rule.concerns.ingredients}
    return Vocabulary(
        areas=frozenset(region.code for region in knowledge.regions().all),
        ingredients=frozenset({one.code for one in table} | tags | shipped),
        drug_classes=frozenset(DrugClass),
    )


def laid(text: str, version: str) -> RuleBook:
    """The rule book of a text of changes. Raises Mistake."""
    shipped = knowledge.rules()
    return laid_over(shipped, read_overlay(text, shipped, vocabulary()), version)


@lru_cache(maxsize=4)
def _book(standing: ClinicRules) -> RuleBook:
    """A clinic's change never hides that a newer shipped founding rule has become stricter."""
    shipped = knowledge.rules()
    version = label(shipped.version, standing.version)
    try:
        overlay = read_overlay(standing.text, shipped, vocabulary())
    except Mistake as mistake:
        raise _unreadable(mistake) from mistake
    if standing.shipped_version != shipped.version and standing.second is None:
        overlay = _not_milder(shipped, overlay)
    return laid_over(shipped, overlay, version)


def _not_milder(shipped: RuleBook, overlay: Overlay) -> Overlay:
    found = needs_second(loosenings(shipped, laid_over(shipped, overlay, ""), Thresholds()))
    return without(overlay, {one.code for one in found})


def _unreadable(mistake: Mistake) -> Refused:
    words = (
        "The clinic's own rules do not fit this version of MesoDesk, so nobody can be screened "
        f"by them. Mend them in the room “Rules”: line {mistake.line}, {mistake.reason}."
    )
    return Refused(Reason("rules_unreadable", words))
