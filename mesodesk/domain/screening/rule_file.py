"""Domain, screening: reads the rule file's text; a mistake names the file, the line and why."""

from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.rule_triggers import (
    read_answer,
    read_code,
    read_fact,
    read_medicine,
    read_special,
    words_of,
)
from mesodesk.domain.screening.rules import (
    Concerns,
    Question,
    Rule,
    RuleBook,
    RuleClass,
    Special,
    Wait,
)
from mesodesk.domain.screening.wording import read_phrases, read_wording
from mesodesk.domain.source import Entry, read

TIERS = ("SEED", "A", "B", "C", "GK")
EVENTS = ("birth", "infection", "vaccination", "surgery")
INDICATIONS = (
    "cellulite",
    "localised_fat",
    "rejuvenation",
    "scars",
    "stretch_marks",
    "hair_loss",
    "post_liposuction",
)
_RULE_KEYS = (
    "code",
    "page",
    "class",
    "founding",
    "trigger",
    "concerns",
    "wait",
    "name",
    "wording",
    "question",
    "source",
    "tier",
)


def read_rules(text: str, file: str) -> RuleBook:
    """The rule book in `text`. Raises Mistake, with the line, for anything that is not right."""
    top = read(text, file).only("version", "sources", "phrases", "rules")
    sources = tuple((key, value.word()) for key, value in top.get("sources").pairs())
    rules: list[Rule] = []
    for entry in top.get("rules").items():
        rule = _rule(entry, {key for key, _ in sources})
        if any(rule.code == other.code for other in rules):
            raise entry.mistake(f"the rule '{rule.code}' stands here a second time")
        rules.append(rule)
    _check_whole(top, rules)
    return RuleBook(
        top.get("version").word(), tuple(rules), sources, read_phrases(top.get("phrases"))
    )


def _check_whole(top: Entry, rules: list[Rule]) -> None:
    """Every open kind has its rule, every answer its question, and the founding five are there."""
    specials = {rule.special for rule in rules}
    for kind in Special:
        if kind not in specials:
            raise top.get("rules").mistake(f"no rule has the trigger 'special: {kind.value}'")
    asked = {rule.question.code for rule in rules if rule.question}
    for entry, rule in zip(top.get("rules").items(), rules, strict=True):
        if rule.answer and rule.answer.code not in asked:
            raise entry.mistake(f"no rule asks the question '{rule.answer.code}'")


def _rule(entry: Entry, sources: set[str]) -> Rule:
    entry.only(*_RULE_KEYS)
    code = read_code(entry.get("code"))
    trigger = entry.get("trigger").only("medicine", "answer", "fact", "special")
    rule = Rule(
        code=code,
        page=Page(entry.get("page").choice(*Page)),
        rule_class=RuleClass(entry.get("class").choice(*RuleClass)),
        is_founding=_truth(entry, "founding"),
        medicine=read_medicine(trigger.find("medicine")),
        answer=read_answer(trigger.find("answer")),
        fact=read_fact(trigger.find("fact")),
        special=read_special(trigger.find("special")),
        concerns=_concerns(entry.find("concerns")),
        wait=_wait(entry.find("wait")),
        name=read_wording(entry.get("name")),
        wording=read_wording(entry.get("wording")),
        question=_question(entry),
        sources=_sources(entry, sources),
        tier=entry.get("tier").choice(*TIERS),
    )
    _check_rule(entry, rule)
    return rule


def _check_rule(entry: Entry, rule: Rule) -> None:
    if not (rule.medicine or rule.answer or rule.fact or rule.special):
        raise entry.get("trigger").mistake("a rule needs a medicine, answer, fact or special")
    if rule.is_founding and rule.rule_class is not RuleClass.ABSOLUTE:
        raise entry.get("class").mistake("a founding rule is always absolute")
    if rule.is_founding and not rule.concerns.is_everything():
        raise entry.get("concerns").mistake("a founding rule concerns every treatment")
    if not rule.sources and rule.tier != "GK":
        raise entry.get("tier").mistake("only general knowledge (GK) may stand without a source")


def _truth(entry: Entry, name: str) -> bool:
    found = entry.find(name)
    return False if found is None else found.truth()


def _concerns(entry: Entry | None) -> Concerns:
    if entry is None:
        return Concerns()
    entry.only("indications", "areas", "ingredients")
    indications = entry.find("indications")
    for item in indications.items() if indications else ():
        item.choice(*INDICATIONS)
    names = ("indications", "areas", "ingredients")
    return Concerns(*(words_of(entry, name) for name in names))


def _wait(entry: Entry | None) -> Wait | None:
    if entry is None:
        return None
    entry.only("months", "days", "from")
    months, days = entry.find("months"), entry.find("days")
    if (months is None) == (days is None):
        raise entry.mistake("give either 'months' or 'days'")
    return Wait(
        months=months.whole() if months else 0,
        days=days.whole() if days else 0,
        counts_from=entry.get("from").choice(*EVENTS),
    )


def _question(entry: Entry) -> Question | None:
    """A rule's question carries the code of the answer that the rule waits for."""
    found = entry.find("question")
    if found is None:
        return None
    answer = entry.get("trigger").find("answer")
    if answer is None:
        raise found.mistake("a question needs a trigger 'answer'")
    found.only("text", "date", "sex", "lasting", "always")
    sex = found.find("sex")
    return Question(
        code=answer.get("code").word(),
        page=Page(entry.get("page").choice("why", "conditions", "allergies", "today")),
        text=read_wording(found.get("text")),
        asks_date=_truth(found, "date"),
        sex=sex.choice("female", "male") if sex else "",
        is_lasting=_truth(found, "lasting"),
        is_always_asked=_truth(found, "always"),
    )


def _sources(entry: Entry, known: set[str]) -> tuple[str, ...]:
    found = entry.find("source")
    for item in found.items() if found else ():
        if item.word() not in known:
            raise item.mistake(f"'{item.word()}' is not among the file's sources")
    return found.words() if found else ()
