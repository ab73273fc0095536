"""Domain, screening: judges a screening by a version of the rules: findings and one verdict.

The verdict is that of the gravest finding, so a further finding never improves it and the order
of entry never matters.
"""

from collections.abc import Iterable, Iterator

from mesodesk.domain.screening.answer_hits import answer_hits
from mesodesk.domain.screening.answers import Page, ScreeningAnswers
from mesodesk.domain.screening.case import Case, PatientFacts
from mesodesk.domain.screening.compose import Hit, finding
from mesodesk.domain.screening.condition_hits import condition_hits
from mesodesk.domain.screening.fact_hits import fact_hits
from mesodesk.domain.screening.findings import Finding, Judgement, Verdict
from mesodesk.domain.screening.medicine_hits import medicine_hits
from mesodesk.domain.screening.questions import is_answered, unanswered
from mesodesk.domain.screening.rules import RuleBook, RuleClass, Special, Thresholds

_FEW = 4


def judge(
    answers: ScreeningAnswers,
    facts: PatientFacts,
    rules: RuleBook,
    settings: Thresholds,
    *,
    planned_ingredients: Iterable[str] = (),
    language: str = "en",
) -> Judgement:
    """The verdict on a screening. `planned_ingredients` are tags of products already chosen:
    a rule about them then weighs in full instead of being kept as a note."""
    planned = frozenset(planned_ingredients)
    case = Case(answers, facts, rules, settings, planned, language)
    everything = _findings(case)
    verdict = max((item.weight for item in everything), key=_rank, default=Verdict.SUITABLE)
    dates = [item.earliest for item in everything if item.earliest is not None]
    return Judgement(
        verdict=verdict,
        findings=tuple(f for f in everything if f.weight is not Verdict.INCOMPLETE),
        open_findings=tuple(f for f in everything if f.weight is Verdict.INCOMPLETE),
        earliest=max(dates) if verdict is Verdict.NOT_YET else None,
        avoid_ingredients=_tags(everything, RuleClass.ABSOLUTE),
        decide_ingredients=_tags(everything, RuleClass.RELATIVE),
        rules_version=rules.version,
        judged_on=facts.today,
    )


def _tags(findings: tuple[Finding, ...], weight: RuleClass) -> tuple[str, ...]:
    """The ingredients that findings of a class are about, sorted."""
    return tuple(sorted({tag for f in findings if f.rule_class is weight for tag in f.avoid}))


def _rank(verdict: Verdict) -> int:
    return verdict.rank


def _findings(case: Case) -> tuple[Finding, ...]:
    """Every finding once, the gravest first."""
    found = {finding(case, hit) for hit in _hits(case)}
    return tuple(
        sorted(
            found,
            key=lambda f: (-f.weight.rank, not f.is_founding, f.rule_code, f.answered, f.wording),
        )
    )


def _hits(case: Case) -> Iterator[Hit]:
    yield from medicine_hits(case)
    yield from answer_hits(case)
    yield from fact_hits(case)
    yield from _named_allergies(case)
    yield from condition_hits(case)
    yield from _blank_pages(case)
    yield from _unreviewed(case)


def _named_allergies(case: Case) -> Iterator[Hit]:
    for name in case.answers.named_allergies:
        because = case.say("because_named_allergy", name=name)
        yield Hit(case.book.special(Special.NAMED_ALLERGY), name, because)


def _blank_pages(case: Case) -> Iterator[Hit]:
    """One hit for each page that is not wholly answered, with the questions left open."""
    rule = case.book.special(Special.UNANSWERED)
    for page in Page:
        if is_answered(case.book, page, case.answers, case.facts):
            continue
        codes = unanswered(case.book, page, case.answers, case.facts)
        told = _what_is_blank(case, page, codes)
        because = case.say("because_unanswered", what=told)
        yield Hit(rule, told, because, questions=codes, page=page)


def _unreviewed(case: Case) -> Iterator[Hit]:
    """One hit for each page that the patient answered alone and nobody went through yet."""
    rule = case.book.special(Special.UNANSWERED)
    for page in case.answers.to_review:
        told = case.say(f"page_{page.value}")
        because = case.say("because_not_reviewed", what=told)
        yield Hit(rule, told, because, page=page)


def _what_is_blank(case: Case, page: Page, codes: tuple[str, ...]) -> str:
    """What is missing by name, or counted where it is more than a few."""
    if page is Page.MEDICINES:
        return case.say("medicines_blank")
    missing = _names(case, codes)
    if len(codes) > _FEW:
        place = case.say(f"page_{page.value}")
        missing = [case.say("questions_blank", count=str(len(codes)), page=place)]
    if page is Page.WHY and not case.answers.indications:
        missing.insert(0, case.say("indication_blank"))
    return ", ".join(missing)


def _names(case: Case, codes: tuple[str, ...]) -> list[str]:
    asking = {rule.question.code: rule for rule in case.book.rules if rule.question is not None}
    return [asking[code].name.told(case.language) for code in codes]
