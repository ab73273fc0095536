"""Tests: what was recognised in a line becomes answers that a judgement can use."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from mesodesk.domain.medicines.classes import DrugClass
from mesodesk.domain.medicines.contexts import Context
from mesodesk.domain.medicines.recognition import Certainty as Recognised
from mesodesk.domain.medicines.recognition import Ground, Match, Recognition
from mesodesk.domain.medicines.vocabulary import Route
from mesodesk.domain.screening.answers import Certainty, ScreeningAnswers, Use
from mesodesk.domain.screening.findings import Judgement, Verdict
from mesodesk.domain.screening.recognised import medicine_answer, medicine_answers

MAREVAN = Match(
    typed="Marevan",
    name="Marevan",
    substance="warfarin",
    atc="B01AA03",
    drug_class=DrugClass.ANTITHROMBOTIC,
    certainty=Recognised.SURE,
    ground=Ground.NAME,
    why="",
    route=Route.ORAL,
    context=Context.CURRENT,
)


def test_that_a_sure_match_becomes_a_sure_answer() -> None:
    answer = medicine_answer(MAREVAN)
    assert (answer.typed, answer.substance, answer.atc) == ("Marevan", "warfarin", "B01AA03")
    assert (answer.drug_class, answer.route) == ("antithrombotic", "oral")
    assert (answer.certainty, answer.use) == (Certainty.SURE, Use.REGULAR)


@pytest.mark.parametrize(
    ("context", "verdict"),
    [
        (Context.CURRENT, Verdict.NOT_SUITABLE),
        (Context.PAST, Verdict.INCOMPLETE),
        (Context.NEGATED, Verdict.INCOMPLETE),
        (Context.OTHER_PERSON, Verdict.INCOMPLETE),
        (Context.ALLERGY, Verdict.INCOMPLETE),
        (Context.UNCLEAR, Verdict.INCOMPLETE),
    ],
)
def test_that_no_way_of_speaking_of_a_blood_thinner_is_dropped(
    context: Context,
    verdict: Verdict,
    healthy: Callable[..., ScreeningAnswers],
    judged: Callable[..., Judgement],
) -> None:
    line = Recognition("…", (replace(MAREVAN, context=context),))
    answers = replace(healthy(), medicines=medicine_answers(line), none_stated=False)
    assert judged(answers).verdict is verdict


def test_that_a_flush_is_asked_about(
    healthy: Callable[..., ScreeningAnswers], judged: Callable[..., Judgement]
) -> None:
    line = Recognition("…", (replace(MAREVAN, route=Route.FLUSH),))
    answers = replace(healthy(), medicines=medicine_answers(line), none_stated=False)
    assert judged(answers).verdict is Verdict.INCOMPLETE


def test_that_alternatives_for_one_slip_become_one_question() -> None:
    slip = replace(MAREVAN, typed="marvan", certainty=Recognised.LIKELY)
    other = replace(slip, substance="something else")
    line = Recognition("marvan, Marevan", (slip, other, MAREVAN))
    found = [(item.typed, item.substance) for item in medicine_answers(line)]
    assert found == [("marvan", "warfarin"), ("Marevan", "warfarin")]


def test_that_an_unread_name_stays_unread() -> None:
    unread = replace(
        MAREVAN, certainty=Recognised.NONE, substance="", atc="", drug_class=DrugClass.UNKNOWN
    )
    assert medicine_answer(unread).certainty is Certainty.NONE
    assert not medicine_answer(unread).is_settled()
