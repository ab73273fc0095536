"""Screening: the words and icons of verdicts, decisions, pages, rules and their sources."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from mesodesk.domain.screening.answers import Answer, MedicineAnswer, Page, Reply, Use
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.findings import Judgement, Verdict
from mesodesk.domain.screening.rules import RuleClass
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.screening.known_dates import say_known

REVIEW = "review"
_LONGEST_WORD = 24
PAGES = (*(page.value for page in Page), REVIEW)

SEVERITIES = {
    Verdict.SUITABLE: Severity.OK,
    Verdict.SUITABLE_WITH_PRECAUTIONS: Severity.WARNING,
    Verdict.CLINICIANS_DECISION_NEEDED: Severity.WARNING,
    Verdict.NOT_YET: Severity.WARNING,
    Verdict.INCOMPLETE: Severity.INFO,
    Verdict.NOT_SUITABLE: Severity.STOP,
}


def _say(text: str) -> str:
    return QCoreApplication.translate("Screening", text)


def verdict_words(verdict: Verdict, earliest: date | None = None) -> str:
    """The verdict as the screen says it."""
    if verdict is Verdict.NOT_YET and earliest is not None:
        return _say("Not yet: earliest {day}").format(day=long_date(earliest))
    return {
        Verdict.SUITABLE: _say("Suitable"),
        Verdict.SUITABLE_WITH_PRECAUTIONS: _say("Suitable with precautions"),
        Verdict.CLINICIANS_DECISION_NEEDED: _say("Clinician's decision needed"),
        Verdict.NOT_YET: _say("Not yet"),
        Verdict.INCOMPLETE: _say("Not complete yet"),
        Verdict.NOT_SUITABLE: _say("Not suitable"),
    }[verdict]


def verdict_icon(verdict: Verdict) -> str:
    """The icon beside the verdict's words."""
    icons = {Verdict.INCOMPLETE: "clock", Verdict.NOT_YET: "calendar"}
    return icons.get(verdict, SEVERITIES[verdict].value)


def summary(judgement: Judgement) -> str:
    """What stands behind the verdict, in one line."""
    found, still_open = len(judgement.findings), len(judgement.open_findings)
    parts = []
    if found:
        parts.append(findings_words(found))
    if still_open:
        parts.append(_say("{n} still open").format(n=still_open))
    told = ", ".join(parts) or _say("Every page is answered and nothing was found.")
    gravest = next(iter(judgement.findings), None)
    if gravest is None or gravest.weight.rank < Verdict.CLINICIANS_DECISION_NEEDED.rank:
        return told
    return f"{told}. " + _say("Gravest: {what}").format(what=breakable(gravest.answered))


def findings_words(count: int) -> str:
    """How many findings there are."""
    return _say("1 finding") if count == 1 else _say("{n} findings").format(n=count)


def breakable(text: str) -> str:
    """The text with places where a very long word or an address may be broken."""
    parts = []
    for word in text.split(" "):
        if "://" in word:
            word = word.replace("/", "/\u200b").replace("-", "-\u200b")
        elif len(word) > _LONGEST_WORD:
            starts = range(0, len(word), _LONGEST_WORD)
            word = "\u200b".join(word[at : at + _LONGEST_WORD] for at in starts)
        parts.append(word)
    return " ".join(parts)


def weight_words(weight: Verdict) -> str:
    """What one finding alone would mean, as a short label."""
    return {
        Verdict.SUITABLE: _say("In order"),
        Verdict.SUITABLE_WITH_PRECAUTIONS: _say("Precaution"),
        Verdict.CLINICIANS_DECISION_NEEDED: _say("Decide"),
        Verdict.NOT_YET: _say("Not yet"),
        Verdict.INCOMPLETE: _say("Open"),
        Verdict.NOT_SUITABLE: _say("Not suitable"),
    }[weight]


def class_words(rule_class: RuleClass, is_founding: bool) -> str:
    """How much the rule weighs."""
    if is_founding:
        return _say("founding stop")
    return {
        RuleClass.ABSOLUTE: _say("absolute contraindication"),
        RuleClass.RELATIVE: _say("relative contraindication"),
        RuleClass.PRECAUTION: _say("precaution"),
        RuleClass.OPEN: _say("open question"),
    }[rule_class]


def tier_words(tier: str) -> str:
    """How far a source carries, in plain words: nothing weak is passed off as evidence."""
    return {
        "SEED": _say("founding document"),
        "A": _say("tier A: guideline, label or trial"),
        "B": _say("tier B: professional source"),
        "C": _say("tier C: clinic or maker's page"),
        "GK": _say("general knowledge, no source looked up"),
    }.get(tier, tier)


def decision_words(kind: DecisionKind) -> str:
    """A decision as it is offered."""
    return {
        DecisionKind.PROCEED: _say("Treat"),
        DecisionKind.PROCEED_WITH_REASON: _say("Treat, for the reason given"),
        DecisionKind.DO_NOT_TREAT: _say("Do not treat"),
        DecisionKind.WAIT: _say("Wait"),
        DecisionKind.OVERRIDE: _say("Override, with a second signature"),
    }[kind]


def page_title(page: str) -> str:
    """A page's name on the list of pages."""
    return {
        "why": _say("Why"),
        "medicines": _say("Medicines"),
        "conditions": _say("Conditions"),
        "allergies": _say("Allergies"),
        "today": _say("Today"),
        REVIEW: _say("Review and sign"),
    }[page]


def page_heading(page: str) -> str:
    """A page's own heading."""
    return {
        "why": _say("Why does the patient come?"),
        "medicines": _say("Which medicines are taken?"),
        "conditions": _say("Illnesses, now or ever"),
        "allergies": _say("Allergies"),
        "today": _say("Today"),
        REVIEW: _say("Review and sign"),
    }[page]


def long_date(day: date) -> str:
    """A date in full: 14 March 2026."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def answer_words(answer: Answer) -> str:
    """An answer in a few words: yes, Mar 2019, after a fracture."""
    reply = {
        Reply.YES: _say("yes"),
        Reply.NO: _say("no"),
        Reply.UNKNOWN: _say("unknown"),
    }[answer.reply]
    when = say_known(answer.when) if answer.when is not None else ""
    return ", ".join(part for part in (reply, when, answer.note) if part)


def medicine_words(item: MedicineAnswer) -> str:
    """A medicine as answered: Aspro (acetylsalicylic acid, B01AC06), now and then, ..."""
    is_same = item.substance.casefold() == item.typed.casefold()
    parts = [item.substance] if item.substance and not is_same else []
    parts += [item.atc] if item.atc else []
    meaning = ", ".join(parts) or ("" if item.substance else _say("not recognised"))
    name = f"{breakable(item.typed)} ({meaning})" if meaning else breakable(item.typed)
    return ", ".join((name, *_use_words(item)))


def _use_words(item: MedicineAnswer) -> tuple[str, ...]:
    use = {
        Use.REGULAR: _say("regularly"),
        Use.OCCASIONAL: _say("now and then"),
        Use.ENDED: _say("no longer"),
    }[item.use]
    parts = [use]
    if item.last_taken is not None:
        parts.append(_say("last taken {day}").format(day=say_known(item.last_taken)))
    if item.ended_on is not None:
        parts.append(_say("until {day}").format(day=say_known(item.ended_on)))
    if item.prescriber:
        parts.append(_say("prescribed by {name}").format(name=item.prescriber))
    if item.signed_neither:
        parts.append(_say("signed: neither blood thinner nor insulin"))
    return tuple(parts)
