"""Rules: a rule in plain words: what sets it off, what it concerns, how long it makes wait."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication

from mesodesk.domain.screening.rules import (
    AnswerTrigger,
    Fact,
    FactTrigger,
    MedicineTrigger,
    Rule,
    RuleBook,
    Special,
    Wait,
    Years,
)
from mesodesk.services.rules.names import RuleNames
from mesodesk.ui.rules.wording import day_words, tier_name

_MOST_WORDS = 12


def _say(text: str) -> str:
    return QCoreApplication.translate("Rules", text)


def triggers(
    rule: Rule, book: RuleBook, years: int, language: str, *, whole: bool = False
) -> tuple[str, ...]:
    """What sets the rule off, one sentence each. `years`: the clinic's number for a cancer;
    `whole`: a long list of codes is not cut short."""
    return tuple(_triggers(rule, book, years, language, None if whole else _MOST_WORDS))


def _triggers(
    rule: Rule, book: RuleBook, years: int, language: str, most: int | None
) -> Iterator[str]:
    if rule.medicine is not None:
        yield from _medicine(rule.medicine, language, most)
    if rule.answer is not None:
        yield _answer(rule.answer, book, years, language)
    if rule.fact is not None:
        yield _fact(rule.fact)
    if rule.special is not None:
        yield _special(rule.special)


def _medicine(trigger: MedicineTrigger, language: str, most: int | None) -> Iterator[str]:
    kind = trigger.kind.told(language)
    if trigger.at_least > 1:
        told = _say("{n} or more different medicines are taken, each of them {kind}.")
        yield told.format(n=trigger.at_least, kind=kind)
    else:
        yield _say("A medicine is taken that is {kind}.").format(kind=kind)
    lists = (
        (_say("ATC codes beginning with {words}."), trigger.prefixes),
        (_say("Never: {words}."), trigger.excepted),
        (_say("By name: {words}."), trigger.substances),
        (_say("By class of the medicine list: {words}."), trigger.classes),
    )
    for told, found in lists:
        if found:
            yield told.format(words=_some(found, most))


def _some(found: tuple[str, ...], most: int | None) -> str:
    shown = ", ".join(one.replace("_", " ") for one in found[:most])
    more = len(found) - (most or len(found))
    return _say("{shown} and {n} more").format(shown=shown, n=more) if more > 0 else shown


def _answer(trigger: AnswerTrigger, book: RuleBook, years: int, language: str) -> str:
    asked = (rule.question for rule in book.rules if rule.question is not None)
    texts = [one.text.told(language) for one in asked if one.code == trigger.code]
    question = texts[0] if texts else trigger.code
    told = _say("Yes to “{question}”").format(question=question)
    if trigger.within is not None:
        span = _years(trigger.within, years)
        words = _say("within {span}; a date nobody knows counts as within")
        return f"{told} {words.format(span=span)}."
    if trigger.beyond is not None:
        words = _say("longer than {span} ago").format(span=_years(trigger.beyond, years))
        return f"{told} {words}."
    return told + "."


def _years(span: Years, years: int) -> str:
    if span.number is None:
        return _say("the clinic's number of years ({n})").format(n=years)
    return _say("{n} years").format(n=span.number)


def _fact(trigger: FactTrigger) -> str:
    what = {
        Fact.AGE: _say("Age in years"),
        Fact.BMI: _say("Body mass index in kg/m2"),
        Fact.PHOTOTYPE: _say("Fitzpatrick photo type"),
    }[trigger.fact]
    if trigger.above is not None:
        return _say("{what} above {limit}.").format(what=what, limit=trigger.above)
    return _say("{what} below {limit}.").format(what=what, limit=trigger.below)


def _special(kind: Special) -> str:
    told = {
        Special.NAMED_ALLERGY: _say("An allergy is named in the patient's own words."),
        Special.UNANSWERED: _say("A page is not wholly answered."),
        Special.UNRECOGNISED: _say("A medicine's name is not recognised."),
        Special.DID_YOU_MEAN: _say("A medicine's name looks like a slip of the keys."),
        Special.END_UNKNOWN: _say("A medicine is said to have ended, but not when."),
        Special.CONDITION: _say("A condition in words is not settled, or contradicts an answer."),
        Special.ROUTE: _say("A medicine that excludes is used on the skin, as a flush or drops."),
        Special.OCCASIONAL: _say("A painkiller was taken once, not prescribed, on a known day."),
    }[kind]
    return _say("The program notices: {what}").format(what=told)


def concerns(rule: Rule, names: RuleNames) -> str:
    """Which treatments, areas or products the rule is about."""
    about = rule.concerns
    if about.is_everything():
        return _say("Every treatment.")
    lists = (
        (_say("Treatments: {words}."), about.indications),
        (_say("Areas: {words}."), about.areas),
        (_say("Products with: {words}."), about.ingredients),
    )
    told = [
        words.format(words=", ".join(names.told(code) for code in codes))
        for words, codes in lists
        if codes
    ]
    return " ".join(told)


def wait(rule: Rule, today: date) -> tuple[str, ...]:
    """The waiting time with its arithmetic for an event of today; that there is none, else."""
    if rule.medicine is not None:
        return (
            _say("None. A medicine stays as prescribed; only an end the prescriber set is a date."),
        )
    if rule.wait is None:
        return (_say("None."),)
    return _arithmetic(rule.wait, today)


def _arithmetic(span: Wait, today: date) -> tuple[str, ...]:
    event = event_name(span.counts_from)
    length = (
        _say("{n} months").format(n=span.months)
        if span.months
        else _say("{n} days").format(n=span.days)
    )
    return (
        _say("{length}, counted from {event} once it is over.").format(length=length, event=event),
        _say("Example: {event} on {day} – earliest {earliest}.").format(
            event=event, day=day_words(today), earliest=day_words(span.over_on(today))
        ),
    )


def event_name(event: str) -> str:
    """What a waiting time is counted from."""
    return {
        "birth": _say("a birth"),
        "infection": _say("the end of an infection"),
        "vaccination": _say("a vaccination"),
        "surgery": _say("an operation"),
    }[event]


def sources(rule: Rule, book: RuleBook) -> tuple[str, ...]:
    """The tier, and each source with its address or title."""
    known = dict(book.sources)
    named = [key for key in rule.sources if key != "SEED"]
    return (tier_name(rule.tier), *(f"{key}: {known.get(key, key)}" for key in named))
