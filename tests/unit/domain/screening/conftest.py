"""Tests: a healthy fictional patient, all of whose screening was answered with no."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mesodesk.core.paths import resources
from mesodesk.domain.screening.answers import Page, ScreeningAnswers, deny_all
from mesodesk.domain.screening.case import PatientFacts
from mesodesk.domain.screening.findings import Judgement
from mesodesk.domain.screening.judge import judge
from mesodesk.domain.screening.questions import shown_questions
from mesodesk.domain.screening.rule_file import read_rules
from mesodesk.domain.screening.rules import RuleBook, Thresholds

RULES = "rules/contraindications.yaml"
Healthy = Callable[..., ScreeningAnswers]
Judging = Callable[..., Judgement]


@pytest.fixture(scope="session")
def rules_text() -> str:
    """The shipped rule file's text."""
    return (resources() / RULES).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def book(rules_text: str) -> RuleBook:
    """The shipped rules."""
    return read_rules(rules_text, "contraindications.yaml")


@pytest.fixture(scope="session")
def facts() -> PatientFacts:
    """A woman of 40 on 14 March 2026, photo type II, BMI 22.5."""
    return PatientFacts(date(1985, 6, 2), "female", 2, Decimal("22.5"), date(2026, 3, 14))


@pytest.fixture(scope="session")
def healthy(book: RuleBook, facts: PatientFacts) -> Healthy:
    """Makes the answers of a patient who denied everything she was asked."""

    def answers(
        indications: tuple[str, ...] = ("scars",), areas: tuple[str, ...] = ("abdomen",)
    ) -> ScreeningAnswers:
        made = ScreeningAnswers(indications=indications, areas=areas)
        for page in Page:
            shown = [item.code for item in shown_questions(book, page, made, facts)]
            made = deny_all(made, page, shown)
        return made

    return answers


@pytest.fixture(scope="session")
def judged(book: RuleBook, facts: PatientFacts) -> Judging:
    """Judges answers by the shipped rules; facts may be changed by name."""

    def judging(
        answers: ScreeningAnswers,
        *,
        planned: tuple[str, ...] = (),
        language: str = "en",
        settings: Thresholds | None = None,
        **changed: object,
    ) -> Judgement:
        known = replace(facts, **changed)  # type: ignore[arg-type]
        return judge(
            answers,
            known,
            book,
            settings or Thresholds(),
            planned_ingredients=planned,
            language=language,
        )

    return judging
