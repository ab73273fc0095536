"""Domain, screening: which rules the answers to questions set off, with their time windows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from mesodesk.domain.known_date import KnownDate, later
from mesodesk.domain.screening.answers import Answer, Page, Reply
from mesodesk.domain.screening.case import Case
from mesodesk.domain.screening.compose import Hit, weight_of
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.rules import AnswerTrigger, Rule, Wait


def answer_hits(case: Case) -> Iterator[Hit]:
    """A hit for each yes, and each "not known", that a rule is waiting for."""
    given = [item for page in Page for item in case.answers.replies(page)]
    for rule in case.book.rules:
        if rule.answer is None:
            continue
        for item in given:
            hit = _hit(case, rule, rule.answer, item) if item.code == rule.answer.code else None
            if hit is not None:
                yield hit


def _hit(case: Case, rule: Rule, trigger: AnswerTrigger, item: Answer) -> Hit | None:
    if item.reply is Reply.NO:
        return None
    if item.reply is Reply.UNKNOWN:
        return None if trigger.beyond is not None else _unknown(case, rule, item)
    if trigger.within is not None or trigger.beyond is not None:
        return _windowed(case, rule, trigger, item)
    if rule.wait is not None:
        return _waiting(case, rule, rule.wait, item)
    return _yes(case, rule, item)


def _yes(case: Case, rule: Rule, item: Answer) -> Hit:
    when = _when(case, rule, item)
    because = case.say("because_answer", when=f" ({when})" if when else "")
    return Hit(rule, told(case, rule, item), because)


def _unknown(case: Case, rule: Rule, item: Answer) -> Hit:
    """Not knowing about an absolute contraindication keeps the verdict open; else as a yes."""
    because = case.say("because_unknown")
    stops = weight_of(case, rule) is Verdict.NOT_SUITABLE
    weight = Verdict.INCOMPLETE if stops else None
    return Hit(rule, told(case, rule, item), because, weight=weight, questions=(item.code,))


def _windowed(case: Case, rule: Rule, trigger: AnswerTrigger, item: Answer) -> Hit | None:
    """Within so many years an unknown date always raises; beyond them it never does."""
    span = trigger.within or trigger.beyond
    assert span is not None
    years = case.settings.years(span)
    is_beyond = item.when is not None and _is_older(item.when.last(), years, case.facts.today)
    if is_beyond != (trigger.beyond is not None):
        return None
    return Hit(rule, told(case, rule, item), _because_of_years(case, item, is_beyond, years))


def _because_of_years(case: Case, item: Answer, is_beyond: bool, years: int) -> str:
    if item.when is None:
        return case.say("because_within_unknown", years=str(years))
    key = "because_beyond" if is_beyond else "because_within"
    when = case.phrases.day(item.when, case.language)
    return case.say(key, when=when, years=str(years))


def _is_older(event: date, years: int, today: date) -> bool:
    return later(event, months=12 * years) < today


def _waiting(case: Case, rule: Rule, wait: Wait, item: Answer) -> Hit | None:
    """Counted from the latest day the event can have been on, if it is over."""
    today, hit = case.facts.today, _yes(case, rule, item)
    if item.when is None or item.when.first() > today:
        # Not over, or nobody knows when: no date to wait for. A precaution stands as it is.
        light = weight_of(case, rule) is Verdict.SUITABLE_WITH_PRECAUTIONS and item.when is not None
        remark = "" if light else case.say("date_needed", name=rule.name.told(case.language))
        weight = None if light else Verdict.INCOMPLETE
        return replace(hit, weight=weight, remark=remark, questions=(item.code,))
    earliest = wait.over_on(min(item.when.last(), today))
    if earliest <= today:
        return None
    if not case.is_concerned(rule):
        return hit
    because = _because_of_wait(case, wait, item.when, earliest)
    return replace(hit, because=because, weight=Verdict.NOT_YET, earliest=earliest)


def _because_of_wait(case: Case, wait: Wait, when: KnownDate, earliest: date) -> str:
    """The arithmetic: the event, the time from it, and the first day on which it is over."""
    key, count = ("span_months", wait.months) if wait.months else ("span_days", wait.days)
    return case.say(
        "because_wait",
        when=case.phrases.day(when, case.language),
        span=case.say(key, count=str(count)),
        event=case.say(f"event_{wait.counts_from}"),
        date=case.phrases.day(earliest, case.language),
    )


def told(case: Case, rule: Rule, item: Answer) -> str:
    """What was answered to a question, in one line."""
    name = rule.name.told(case.language)
    key = "answer_yes" if item.reply is Reply.YES else "answer_unknown"
    parts = (case.say(key, name=name), _when(case, rule, item), item.note)
    return ", ".join(part for part in parts if part)


def _when(case: Case, rule: Rule, item: Answer) -> str:
    """The date in words; that it is not known, where the question asks for one; else nothing."""
    if item.when is not None:
        return case.phrases.day(item.when, case.language)
    asks = rule.answer is not None and _asks_date(case, rule.answer.code)
    return case.say("answer_no_date") if asks and item.reply is Reply.YES else ""


def _asks_date(case: Case, code: str) -> bool:
    asked = (rule.question for rule in case.book.rules if rule.question is not None)
    return any(item.asks_date for item in asked if item.code == code)
