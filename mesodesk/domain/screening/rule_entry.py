"""Domain, screening: reads one rule of a rule file; a mistake names its line and why."""

from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.rule_triggers import (
    read_answer,
    read_code,
    read_fact,
    read_medicine,
    read_special,
    read_told,
    words_of,
)
from mesodesk.domain.screening.rules import (
    Concerns,
    Question,
    Rule,
    RuleClass,
    Special,
    Wait,
)
from mesodesk.domain.source import Entry

TIERS = ("SEED", "A", "B", "C", "GK", "CLINIC")
# Kinds of statement that may stand without a source: they say themselves what they rest on.
_WITHOUT_SOURCE = ("GK", "CLINIC")
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
    "patient",
    "question",
    "source",
    "tier",
)


def read_rule(entry: Entry, sources: set[str]) -> Rule:
    """The rule in one block; `sources` are the keys it may name. Raises Mistake."""
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
        name=read_told(entry.get("name")),
        wording=read_told(entry.get("wording")),
        patient=read_told(entry.get("patient")),
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
    if not rule.sources and rule.tier not in _WITHOUT_SOURCE:
        raise entry.get("tier").mistake(
            "only general knowledge (GK) and the clinic's own (CLINIC) may stand without a source"
        )
    _check_open(entry, rule)
    _check_wait(entry, rule)


def _check_open(entry: Entry, rule: Rule) -> None:
    """What keeps a verdict open is what the program notices, and nothing else."""
    notices = rule.special not in (None, Special.NAMED_ALLERGY, Special.OCCASIONAL)
    if notices != (rule.rule_class is RuleClass.OPEN):
        raise entry.get("class").mistake(
            "'open' is the class of what only the program can notice, and of nothing else"
        )


def _check_wait(entry: Entry, rule: Rule) -> None:
    """A waiting time is counted from an event with a date, never from a medicine."""
    if rule.wait is None:
        return
    place = entry.get("wait")
    if rule.medicine is not None:
        raise place.mistake(
            "a waiting time is never counted from a medicine: the prescriber sets its end, and "
            "that date is asked with the medicine itself"
        )
    if rule.answer is None:
        raise place.mistake("a waiting time needs a question that asks for the day of the event")
    if rule.answer.within is not None or rule.answer.beyond is not None:
        raise place.mistake("give either a waiting time or a number of years, not both")
    if rule.wait.months < 0 or rule.wait.days < 0 or rule.wait.months + rule.wait.days == 0:
        raise place.mistake("a waiting time is at least one day")


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
        text=read_told(found.get("text")),
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
