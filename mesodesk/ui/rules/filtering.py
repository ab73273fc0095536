"""Rules: which of all rules the list shows, by words, class, page, standing and source."""

from dataclasses import dataclass

from mesodesk.domain.rulebook.differences import RuleLine, Standing
from mesodesk.domain.screening.rules import RuleClass


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to; an empty part narrows nothing."""

    words: str = ""
    rule_class: str = ""
    page: str = ""
    standing: str = ""
    source: str = ""


FOUNDING = "founding"
NOT_SHIPPED = "not_shipped"


def filtered(lines: tuple[RuleLine, ...], wanted: Wanted) -> tuple[RuleLine, ...]:
    """The lines that fit, in their order."""
    return tuple(line for line in lines if _fits(line, wanted))


def _fits(line: RuleLine, wanted: Wanted) -> bool:
    rule = line.rule
    return (
        _has_class(line, wanted.rule_class)
        and wanted.page in ("", rule.page.value)
        and _stands(line, wanted.standing)
        and (not wanted.source or wanted.source in (*rule.sources, rule.tier))
        and all(word in _spoken(line) for word in wanted.words.casefold().split())
    )


def _has_class(line: RuleLine, rule_class: str) -> bool:
    if rule_class == FOUNDING:
        return line.rule.is_founding
    return not rule_class or line.rule.rule_class is RuleClass(rule_class)


def _stands(line: RuleLine, standing: str) -> bool:
    if standing == NOT_SHIPPED:
        return line.standing is not Standing.SHIPPED
    return not standing or line.standing is Standing(standing)


def _spoken(line: RuleLine) -> str:
    """Everything of a rule that somebody may search for, in every language."""
    rule = line.rule
    texts = [rule.code]
    for wording in (rule.name, rule.wording, rule.patient):
        texts += [text for _, text in wording.texts]
    if rule.question is not None:
        texts += [text for _, text in rule.question.text.texts]
    if rule.medicine is not None:
        texts += [*rule.medicine.prefixes, *rule.medicine.substances, *rule.medicine.classes]
    texts += [*rule.concerns.indications, *rule.concerns.areas, *rule.concerns.ingredients]
    return " ".join([*texts, *rule.sources, rule.tier]).casefold()
