"""Domain, screening: reads the rule file's text; a mistake names the file, the line and why."""

import re

from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.rules import (
    AnswerTrigger,
    Concerns,
    Fact,
    FactTrigger,
    MedicineTrigger,
    Phrases,
    Question,
    Rule,
    RuleBook,
    RuleClass,
    Special,
    Wait,
    Wording,
    Years,
)
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
SETTINGS = ("recent_cancer_years",)
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
PHRASES = (
    "months",
    "because_medicine",
    "because_same_name",
    "because_answer",
    "because_unknown",
    "because_fact",
    "because_fact_missing",
    "because_named_allergy",
    "because_unsettled",
    "because_did_you_mean",
    "because_unanswered",
    "explained",
    "principle_founding",
    "principle_absolute",
    "principle_relative",
    "principle_precaution",
    "principle_open",
    "principle_past",
    "general_knowledge",
    "tier",
    "atc_code",
    "not_concerned",
    "answer_yes",
    "answer_unknown",
    "answer_no_date",
    "age",
    "bmi",
    "phototype",
    "use_regular",
    "use_occasional",
    "use_ended",
    "last_taken",
    "prescribed_by",
    "planned_end",
    "ended_on",
    "ended_wording",
    "medicines_blank",
    "indication_blank",
    "questions_blank",
    "page_why",
    "page_medicines",
    "page_conditions",
    "page_allergies",
    "page_today",
    "not_yet",
    "date_needed",
    "follows_founding",
    "follows_medicine",
    "follows_absolute",
    "follows_relative",
    "follows_precaution",
    "follows_open",
    "follows_not_yet",
    "follows_avoid",
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
    return RuleBook(top.get("version").word(), tuple(rules), sources, _phrases(top.get("phrases")))


def _phrases(entry: Entry) -> Phrases:
    entry.only(*PHRASES)
    return Phrases(tuple((key, _wording(entry.get(key))) for key in PHRASES))


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
    code = _code(entry.get("code"))
    trigger = entry.get("trigger").only("medicine", "answer", "fact", "special")
    rule = Rule(
        code=code,
        page=Page(entry.get("page").choice(*Page)),
        rule_class=RuleClass(entry.get("class").choice(*RuleClass)),
        is_founding=_truth(entry, "founding"),
        medicine=_medicine(trigger.find("medicine")),
        answer=_answer(trigger.find("answer")),
        fact=_fact(trigger.find("fact")),
        special=_special(trigger.find("special")),
        concerns=_concerns(entry.find("concerns")),
        wait=_wait(entry.find("wait")),
        name=_wording(entry.get("name")),
        wording=_wording(entry.get("wording")),
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


def _code(entry: Entry) -> str:
    word = entry.word()
    if not re.fullmatch(r"[a-z][a-z0-9_]*", word):
        raise entry.mistake(f"'{word}' is not a code: small letters, digits and _ only")
    return word


def _truth(entry: Entry, name: str) -> bool:
    found = entry.find(name)
    return False if found is None else found.truth()


def _words(entry: Entry, name: str) -> tuple[str, ...]:
    found = entry.find(name)
    return () if found is None else found.words()


def _wording(entry: Entry) -> Wording:
    texts = tuple((language, value.word()) for language, value in entry.pairs())
    if "en" not in dict(texts):
        raise entry.mistake("the English text ('en') is missing")
    return Wording(texts)


def _medicine(entry: Entry | None) -> MedicineTrigger | None:
    if entry is None:
        return None
    entry.only("atc", "except", "substances", "classes", "at_least", "kind")
    at_least = entry.find("at_least")
    for item in entry.get("atc").items():
        if not re.fullmatch(r"[A-Z](\d\d([A-Z]([A-Z](\d\d)?)?)?)?", item.word()):
            raise item.mistake(f"'{item.word()}' is not the beginning of an ATC code")
    return MedicineTrigger(
        prefixes=entry.get("atc").words(),
        excepted=_words(entry, "except"),
        substances=tuple(word.casefold() for word in _words(entry, "substances")),
        classes=_words(entry, "classes"),
        at_least=1 if at_least is None else at_least.whole(),
        kind=_wording(entry.get("kind")),
    )


def _answer(entry: Entry | None) -> AnswerTrigger | None:
    if entry is None:
        return None
    entry.only("code", "within_years", "beyond_years")
    return AnswerTrigger(
        code=_code(entry.get("code")),
        within=_years(entry.find("within_years")),
        beyond=_years(entry.find("beyond_years")),
    )


def _years(entry: Entry | None) -> Years | None:
    if entry is None:
        return None
    if entry.word() in SETTINGS:
        return Years(None, entry.word())
    return Years(entry.whole(), "")


def _fact(entry: Entry | None) -> FactTrigger | None:
    if entry is None:
        return None
    entry.only("of", "above", "below")
    above, below = entry.find("above"), entry.find("below")
    if (above is None) == (below is None):
        raise entry.mistake("give either 'above' or 'below'")
    return FactTrigger(
        fact=Fact(entry.get("of").choice(*Fact)),
        above=above.decimal() if above else None,
        below=below.decimal() if below else None,
    )


def _special(entry: Entry | None) -> Special | None:
    return None if entry is None else Special(entry.choice(*Special))


def _concerns(entry: Entry | None) -> Concerns:
    if entry is None:
        return Concerns()
    entry.only("indications", "areas", "ingredients")
    indications = entry.find("indications")
    for item in indications.items() if indications else ():
        item.choice(*INDICATIONS)
    names = ("indications", "areas", "ingredients")
    return Concerns(*(_words(entry, name) for name in names))


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
        text=_wording(found.get("text")),
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
