"""Domain, rule book: reads what a clinic changes and lays it over the shipped rules."""

from dataclasses import dataclass, replace

from mesodesk.domain.rulebook.sheet import FILE, is_blank
from mesodesk.domain.screening.rule_entry import read_rule
from mesodesk.domain.screening.rule_file import check_whole
from mesodesk.domain.screening.rules import Rule, RuleBook
from mesodesk.domain.source import Entry, read


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words a rule may be about: region codes, ingredient codes and allergens, classes of
    the medicine list. A word that nothing else knows would be a rule that never fires."""

    areas: frozenset[str]
    ingredients: frozenset[str]
    drug_classes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Overlay:
    """A clinic's changes: whole rules in place of shipped ones or beside them, rules switched
    off, and sources of the clinic's own."""

    rules: tuple[Rule, ...] = ()
    off: tuple[str, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()


def read_overlay(text: str, shipped: RuleBook, known: Vocabulary, file: str = FILE) -> Overlay:
    """The changes in `text`, each checked against the shipped rules. Raises Mistake."""
    if is_blank(text):
        return Overlay()
    top = read(text, file).only("sources", "off", "rules")
    sources = _sources(top.find("sources"), shipped)
    keys = {key for key, _ in (*shipped.sources, *sources)}
    listed = top.find("rules")
    entries = listed.items() if listed else ()
    rules = tuple(_rule(entry, keys, shipped, known) for entry in entries)
    for place, rule in enumerate(rules):
        if any(rule.code == other.code for other in rules[:place]):
            raise entries[place].mistake(f"the rule '{rule.code}' stands here a second time")
    overlay = Overlay(rules, _off(top.find("off"), shipped, rules), sources)
    found = {rule.code: entry for rule, entry in zip(rules, entries, strict=True)}
    _check_asked_once(found, _laid(shipped, overlay))
    check_whole(_laid(shipped, overlay), lambda code: found.get(code, top))
    return overlay


def laid_over(shipped: RuleBook, overlay: Overlay, version: str) -> RuleBook:
    """The rules in force: the shipped ones with the clinic's changes over them."""
    sources = dict(shipped.sources) | dict(overlay.sources)
    return replace(
        shipped, version=version, rules=_laid(shipped, overlay), sources=tuple(sources.items())
    )


def without(overlay: Overlay, codes: set[str]) -> Overlay:
    """The same without its changes of these rules."""
    return replace(overlay, rules=tuple(one for one in overlay.rules if one.code not in codes))


def _laid(shipped: RuleBook, overlay: Overlay) -> tuple[Rule, ...]:
    """In the shipped order, then the clinic's own rules."""
    changed = {rule.code: rule for rule in overlay.rules}
    codes = {rule.code for rule in shipped.rules}
    kept = [changed.get(one.code, one) for one in shipped.rules if one.code not in overlay.off]
    own = [rule for rule in overlay.rules if rule.code not in codes]
    return (*kept, *own)


def _rule(entry: Entry, keys: set[str], shipped: RuleBook, known: Vocabulary) -> Rule:
    rule = read_rule(entry, keys)
    standing = {one.code: one for one in shipped.rules}.get(rule.code)
    if rule.is_founding and (standing is None or not standing.is_founding):
        raise entry.get("founding").mistake("only the founding document's own rules are founding")
    _check_tier(entry, rule, standing)
    if rule.special is not (None if standing is None else standing.special):
        raise entry.get("trigger").mistake(
            "what only the program notices ('special') stays with its shipped rule"
        )
    _check_words(entry, known)
    return rule


def _check_tier(entry: Entry, rule: Rule, standing: Rule | None) -> None:
    """The tier SEED says "the founding document's own words": no more and no less than that."""
    place = entry.get("tier")
    if rule.is_founding and rule.tier != "SEED":
        raise place.mistake("a founding rule rests on the founding document: its tier is SEED")
    if rule.tier != "SEED":
        return
    if standing is None or standing.tier != "SEED":
        raise place.mistake("SEED stands for the founding document's own words")
    if standing.is_founding and not rule.is_founding:
        raise place.mistake(
            "a rule that is no founding stop any more is the clinic's own: its tier is CLINIC"
        )


def _check_asked_once(entries: dict[str, Entry], rules: tuple[Rule, ...]) -> None:
    """Two questions of one code would be one answer: the second could hide the first."""
    asking: dict[str, list[str]] = {}
    for rule in rules:
        if rule.question is not None:
            asking.setdefault(rule.question.code, []).append(rule.code)
    for question, codes in asking.items():
        written = next((code for code in reversed(codes) if code in entries), None)
        if len(codes) > 1 and written is not None:
            other = next(code for code in codes if code != written)
            raise (
                entries[written]
                .get("question")
                .mistake(
                    f"the rule '{other}' asks the question '{question}' already; "
                    "wait for its answer without a question here, or give it a code of its own"
                )
            )


def _check_words(entry: Entry, known: Vocabulary) -> None:
    about = entry.find("concerns")
    for name, words in (("areas", known.areas), ("ingredients", known.ingredients)):
        _check_list(about.find(name) if about else None, words)
    medicine = entry.get("trigger").find("medicine")
    if medicine is not None:
        _check_list(medicine.find("classes"), known.drug_classes)


def _check_list(listed: Entry | None, known: frozenset[str]) -> None:
    for item in listed.items() if listed else ():
        if item.word() not in known:
            raise item.mistake(f"'{item.word()}' is not known; a rule about it would never fire")


def _sources(listed: Entry | None, shipped: RuleBook) -> tuple[tuple[str, str], ...]:
    taken = dict(shipped.sources)
    for key, value in listed.pairs() if listed else ():
        if key in taken:
            raise value.mistake(f"'{key}' is a source of the shipped rules; choose another key")
    return tuple((key, value.word()) for key, value in listed.pairs()) if listed else ()


def _off(listed: Entry | None, shipped: RuleBook, rules: tuple[Rule, ...]) -> tuple[str, ...]:
    for item in listed.items() if listed else ():
        _check_off(item, shipped, {rule.code for rule in rules})
    return tuple(dict.fromkeys(listed.words())) if listed else ()


def _check_off(item: Entry, shipped: RuleBook, changed: set[str]) -> None:
    code = item.word()
    rule = {one.code: one for one in shipped.rules}.get(code)
    if rule is None:
        raise item.mistake(f"'{code}' is not a shipped rule")
    if rule.is_founding:
        raise item.mistake(f"'{code}' is a founding rule; it cannot be switched off")
    if rule.special is not None:
        raise item.mistake(f"'{code}' is what the program itself notices; it stays on")
    if code in changed:
        raise item.mistake(f"'{code}' is changed below; either change it or switch it off")
