"""Property tests: findings never improve a verdict, order never matters, blank never passes."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from mesodesk.core.paths import resources
from mesodesk.domain.conditions.contexts import Context
from mesodesk.domain.conditions.recognition import Certainty as Clarity
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.screening.answers import (
    Answer,
    Certainty,
    MedicineAnswer,
    Page,
    Reply,
    ScreeningAnswers,
    Use,
    deny_all,
)
from mesodesk.domain.screening.case import PatientFacts
from mesodesk.domain.screening.findings import Judgement, Verdict
from mesodesk.domain.screening.judge import judge
from mesodesk.domain.screening.named_condition import NamedCondition, Settled
from mesodesk.domain.screening.plain import from_plain, to_plain
from mesodesk.domain.screening.questions import shown_questions
from mesodesk.domain.screening.rule_file import INDICATIONS, read_rules
from mesodesk.domain.screening.rules import Thresholds

PATH = resources() / "rules" / "contraindications.yaml"
BOOK = read_rules(PATH.read_text(encoding="utf-8"), PATH.name)
TODAY = date(2026, 3, 14)
FACTS = PatientFacts(date(1985, 6, 2), "female", 2, Decimal("22.5"), TODAY)
PAGES = (Page.WHY, Page.CONDITIONS, Page.ALLERGIES, Page.TODAY)
CODES = {page: [item.code for item in BOOK.questions(page)] for page in PAGES}
ATC = ["B01AA03", "N02BA01", "A10AE04", "M01AE01", "J01GB03", "C01AA05", "C01BD01", "N02BE01", ""]

days = st.dates(date(1960, 1, 1), date(2028, 12, 31))
dates = (
    days.map(KnownDate.on)
    | days.map(lambda d: KnownDate(d.year, d.month))
    | days.map(lambda d: KnownDate(d.year))
)
medicines = st.builds(
    MedicineAnswer,
    typed=st.sampled_from(["Alpha", "Beta", "Gamma"]),
    substance=st.sampled_from(["warfarin", "insulin", "fish oil", "paracetamol", ""]),
    atc=st.sampled_from(ATC),
    drug_class=st.sampled_from(["", "antithrombotic", "nsaid", "harmless"]),
    certainty=st.sampled_from(Certainty),
    use=st.sampled_from(Use),
    last_taken=st.none() | dates,
    ended_on=st.none() | dates,
    end_set_by_prescriber=st.booleans(),
    prescriber=st.text(max_size=5),
    signed_neither=st.booleans(),
    route=st.sampled_from(["", "topical", "flush", "oral"]),
)


named_conditions = st.builds(
    NamedCondition,
    typed=st.sampled_from(["Alpha", "Beta", "Gamma"]),
    condition=st.just("any"),
    label=st.just("any"),
    questions=st.lists(st.sampled_from(CODES[Page.CONDITIONS]), unique=True, max_size=2).map(tuple),
    certainty=st.sampled_from(Clarity),
    context=st.sampled_from(Context),
    when=st.none() | dates,
    settled=st.sampled_from(Settled),
)


@st.composite
def answer_lists(draw: st.DrawFn, page: Page) -> tuple[Answer, ...]:
    codes = draw(st.lists(st.sampled_from(CODES[page]), unique=True, max_size=8))
    made = [
        Answer(
            code, draw(st.sampled_from(Reply)), draw(st.none() | dates), draw(st.text(max_size=4))
        )
        for code in codes
    ]
    return tuple(made)


screenings = st.builds(
    ScreeningAnswers,
    indications=st.lists(st.sampled_from(INDICATIONS), unique=True, max_size=3).map(tuple),
    areas=st.lists(st.sampled_from(["submental", "abdomen"]), unique=True).map(tuple),
    expectations=st.text(max_size=10),
    why=answer_lists(Page.WHY),
    medicines=st.lists(medicines, max_size=4).map(tuple),
    none_stated=st.booleans(),
    conditions=answer_lists(Page.CONDITIONS),
    allergies=answer_lists(Page.ALLERGIES),
    named_allergies=st.lists(st.text(min_size=1, max_size=5), max_size=2).map(tuple),
    today=answer_lists(Page.TODAY),
    named_conditions=st.lists(named_conditions, max_size=2).map(tuple),
)


def judged(answers: ScreeningAnswers, facts: PatientFacts = FACTS) -> Judgement:
    return judge(answers, facts, BOOK, Thresholds())


def denied(start: ScreeningAnswers) -> ScreeningAnswers:
    """The same with every question that is still open answered no."""
    for page in PAGES:
        given = {item.code for item in start.replies(page)}
        shown = [q.code for q in shown_questions(BOOK, page, start, FACTS) if q.code not in given]
        named = start.named_allergies
        start = replace(deny_all(start, page, shown), named_allergies=named)
    return start


@settings(max_examples=60, deadline=None)
@given(screenings, medicines)
def test_that_another_medicine_never_improves_a_verdict(
    answers: ScreeningAnswers, more: MedicineAnswer
) -> None:
    whole = replace(denied(answers), none_stated=True)
    longer = replace(whole, medicines=(*whole.medicines, more))
    assert judged(longer).verdict.rank >= judged(whole).verdict.rank


@settings(max_examples=60, deadline=None)
@given(screenings, named_conditions)
def test_that_another_condition_in_words_never_improves_a_verdict(
    answers: ScreeningAnswers, more: NamedCondition
) -> None:
    whole = denied(answers)
    longer = replace(whole, named_conditions=(*whole.named_conditions, more))
    assert judged(longer).verdict.rank >= judged(whole).verdict.rank


@settings(max_examples=60, deadline=None)
@given(named_conditions)
def test_that_a_condition_left_open_keeps_even_a_healthy_patients_verdict_open(
    more: NamedCondition,
) -> None:
    healthy = denied(ScreeningAnswers(indications=("scars",), none_stated=True))
    assert judged(healthy).verdict is Verdict.SUITABLE
    longer = replace(healthy, named_conditions=(more,))
    if more.is_open:
        assert judged(longer).verdict is Verdict.INCOMPLETE


@settings(max_examples=60, deadline=None)
@given(screenings, st.data())
def test_that_a_yes_in_place_of_a_no_never_improves_a_verdict(
    answers: ScreeningAnswers, data: st.DataObject
) -> None:
    whole = denied(answers)
    page = data.draw(st.sampled_from(PAGES))
    code = data.draw(st.sampled_from([item.code for item in whole.replies(page)] or ["none"]))
    reply = data.draw(st.sampled_from([Reply.YES, Reply.UNKNOWN]))
    when = data.draw(st.none() | dates)
    others = tuple(item for item in whole.replies(page) if item.code != code)
    before = whole.with_replies(page, (*others, Answer(code, Reply.NO)))
    after = whole.with_replies(page, (*others, Answer(code, reply, when)))
    assert judged(after).verdict.rank >= judged(before).verdict.rank


@settings(max_examples=60, deadline=None)
@given(screenings, st.randoms(use_true_random=False))
def test_that_the_order_of_entry_never_matters(answers: ScreeningAnswers, random: object) -> None:
    def shuffled(items: tuple[object, ...]) -> tuple[object, ...]:
        mixed = list(items)
        random.shuffle(mixed)  # type: ignore[attr-defined]
        return tuple(mixed)

    names = (
        "indications",
        "areas",
        "why",
        "medicines",
        "conditions",
        "allergies",
        "named_allergies",
        "named_conditions",
        "today",
    )
    other = replace(answers, **{name: shuffled(getattr(answers, name)) for name in names})  # type: ignore[arg-type]
    assert judged(other) == judged(answers)


@settings(max_examples=60, deadline=None)
@given(screenings, st.sampled_from(Page))
def test_that_a_screening_with_a_blank_page_is_never_suitable(
    answers: ScreeningAnswers, page: Page
) -> None:
    if page is Page.MEDICINES:
        blank = replace(answers, medicines=(), none_stated=False)
    else:
        blank = answers.with_replies(page, ())
    assert judged(blank).verdict in (Verdict.INCOMPLETE, Verdict.NOT_SUITABLE)


@settings(max_examples=60, deadline=None)
@given(screenings)
def test_that_a_date_to_wait_for_lies_ahead_and_never_hides_something_worse(
    answers: ScreeningAnswers,
) -> None:
    judgement = judged(denied(answers))
    assert (judgement.earliest is not None) == (judgement.verdict is Verdict.NOT_YET)
    if judgement.earliest is not None:
        assert judgement.earliest > TODAY
        assert not judgement.open_findings


@settings(max_examples=100, deadline=None)
@given(screenings)
def test_that_answers_survive_being_stored(answers: ScreeningAnswers) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(answers)))) == answers
