"""Services, rules: the rules in force: the shipped ones with the clinic's changes over them."""

from functools import cache, lru_cache

from mesodesk.core.errors import Reason, Refused
from mesodesk.domain.medicines.classes import DrugClass
from mesodesk.domain.rulebook.layering import carried_over
from mesodesk.domain.rulebook.overlay import Vocabulary, laid_over, read_overlay
from mesodesk.domain.rulebook.record import ClinicRules, RulesText, label
from mesodesk.domain.screening.rule_file import read_rules
from mesodesk.domain.screening.rules import RuleBook
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
    if standing is None:
        return knowledge.rules()
    return _book(standing, _shipped_then(reading, standing), knowledge.rules_text())


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


def readable_book(reading: Reading) -> RuleBook:
    """The rules in force; the shipped ones where the clinic's cannot be read."""
    try:
        return book_in_force(reading)
    except Refused:
        return knowledge.rules()


@lru_cache(maxsize=8)
def book_of(text: RulesText) -> RuleBook:
    """The rules of a text that was kept. Raises Mistake where this version reads it no more."""
    shipped = _shipped_book(text.shipped)
    return laid_over(shipped, read_overlay(text.changes, shipped, vocabulary()), text.version)


def _shipped_then(reading: Reading, standing: ClinicRules) -> str:
    """The shipped text that the changes were laid over; empty where it is today's, or not kept."""
    if standing.shipped_version == knowledge.rules().version:
        return ""
    kept = rule_store.kept_text(reading, label(standing.shipped_version, standing.version))
    return kept.shipped if kept is not None and kept.changes == standing.text else ""


def _shipped_book(text: str) -> RuleBook:
    if text == knowledge.rules_text():
        return knowledge.rules()
    return read_rules(text, "contraindications.yaml")


def _readable_shipped(text: str) -> RuleBook | None:
    try:
        return _shipped_book(text) if text else None
    except Mistake:
        return None


@lru_cache(maxsize=4)
def _book(standing: ClinicRules, then: str, _: str) -> RuleBook:
    """`then` is the shipped text of the changes' day. A clinic's change never hides that a newer
    shipped founding rule has become stricter."""
    shipped = knowledge.rules()
    version = label(shipped.version, standing.version)
    try:
        overlay = read_overlay(standing.text, shipped, vocabulary())
    except Mistake as mistake:
        raise _unreadable(mistake) from mistake
    if standing.shipped_version != shipped.version:
        older = _readable_shipped(then)
        overlay = carried_over(overlay, older, shipped, standing.second is not None)
    return laid_over(shipped, overlay, version)


def _unreadable(mistake: Mistake) -> Refused:
    words = (
        "The clinic's own rules do not fit this version of MesoDesk, so nobody can be screened "
        f"by them. Mend them in the room “Rules”: line {mistake.line}, {mistake.reason}."
    )
    return Refused(Reason("rules_unreadable", words))
