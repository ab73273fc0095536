"""Domain, screening: reads the rule file's text; a mistake names the file, the line and why."""

from collections.abc import Callable, Sequence

from mesodesk.domain.screening.rule_entry import INDICATIONS, read_rule
from mesodesk.domain.screening.rules import Question, Rule, RuleBook, Special
from mesodesk.domain.screening.wording import read_phrases
from mesodesk.domain.source import Entry, read

__all__ = ["INDICATIONS", "check_whole", "read_rules"]


def read_rules(text: str, file: str) -> RuleBook:
    """The rule book in `text`. Raises Mistake, with the line, for anything that is not right."""
    top = read(text, file).only("version", "sources", "phrases", "rules")
    sources = tuple((key, value.word()) for key, value in top.get("sources").pairs())
    rules: list[Rule] = []
    for entry in top.get("rules").items():
        rule = read_rule(entry, {key for key, _ in sources})
        if any(rule.code == other.code for other in rules):
            raise entry.mistake(f"the rule '{rule.code}' stands here a second time")
        rules.append(rule)
    entries = dict(zip((rule.code for rule in rules), top.get("rules").items(), strict=True))
    check_whole(rules, lambda code: entries.get(code, top.get("rules")))
    return RuleBook(
        top.get("version").word(), tuple(rules), sources, read_phrases(top.get("phrases"))
    )


def check_whole(rules: Sequence[Rule], place: Callable[[str], Entry]) -> None:
    """Every open kind has its rule, every answer its question, every wait its date.

    `place` finds where a rule (or "" for the whole list) stands. Raises Mistake.
    """
    specials = {rule.special for rule in rules}
    for kind in Special:
        if kind not in specials:
            raise place("").mistake(f"no rule has the trigger 'special: {kind.value}'")
    asked: dict[str, Question] = {}
    for rule in rules:
        if rule.question is not None and rule.question.code in asked:
            words = f"the question '{rule.question.code}' is asked by an earlier rule"
            raise place(rule.code).mistake(words)
        if rule.question is not None:
            asked[rule.question.code] = rule.question
    for rule in rules:
        trouble = _trouble(rule, asked)
        if trouble:
            raise place(rule.code).mistake(trouble)


def _trouble(rule: Rule, asked: dict[str, Question]) -> str:
    if rule.answer is None:
        return ""
    question = asked.get(rule.answer.code)
    if question is None:
        return f"no rule asks the question '{rule.answer.code}'"
    if rule.wait is not None and not question.asks_date:
        return f"the waiting time needs the day: the question '{question.code}' does not ask it"
    return ""
