"""Tests: no way round a founding stop with one clinician's signature, on a real record."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from mesodesk.core.errors import BadInput, Refused, WrongPassword
from mesodesk.core.ids import ClinicianId
from mesodesk.domain.clinic import Role
from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.rules import (
    AnswerTrigger,
    Concerns,
    Rule,
    RuleClass,
    Wait,
    Years,
)
from mesodesk.domain.screening.wording import Wording
from mesodesk.services import colleagues, knowledge, upkeep
from mesodesk.services.colleagues import NewColleague
from mesodesk.services.desk import Desk
from mesodesk.services.rules import editing
from mesodesk.services.rules.in_force import rules_in_force
from mesodesk.services.signing import Signatures
from tests.fresh import PASSWORD
from tests.rule_changes import kept

THEIRS = "violet anchor pebble moss"


@pytest.fixture
def ben(desk: Desk) -> ClinicianId:
    typed = NewColleague("Dr Ben Okafor", Role.CLINICIAN, THEIRS, THEIRS, "IMC 111111", "MD")
    (made,) = colleagues.add_colleague(desk, typed, PASSWORD).clinic
    return ClinicianId(made)


def whole(**parts: Any) -> Callable[[Rule], Rule]:
    return lambda rule: replace(rule, **parts)


def within(name: str, **parts: Any) -> Callable[[Rule], Rule]:
    return lambda rule: replace(rule, **{name: replace(getattr(rule, name), **parts)})


def unfounded(**parts: Any) -> Callable[[Rule], Rule]:
    return whole(is_founding=False, tier="CLINIC", **parts)


def moved(page: Page) -> Callable[[Rule], Rule]:
    return lambda rule: within("question", page=page)(replace(rule, page=page))


MILDER = (
    ("dvt", unfounded()),
    ("stroke", unfounded(rule_class=RuleClass.RELATIVE)),
    ("stroke", unfounded(concerns=Concerns(indications=("scars",)))),
    ("dvt", whole(wait=Wait(6, 0, "surgery"))),
    ("dvt", whole(answer=AnswerTrigger("dvt", within=Years(10, "")))),
    ("recent_cancer", whole(answer=AnswerTrigger("cancer", within=Years(4, "")))),
    ("current_cancer", whole(answer=AnswerTrigger("tia"), question=None)),
    ("blood_thinner", within("medicine", excepted=("B01AC06",))),
    ("blood_thinner", within("medicine", classes=("salicylate",))),
    ("blood_thinner", within("medicine", at_least=2)),
    ("insulin_diabetes", within("medicine", prefixes=("A10AB",))),
    ("insulin_diabetes", whole(medicine=None)),
    ("occasional_painkiller", within("medicine", prefixes=("N02BA", "M01", "B01AA"))),
    ("dvt", within("question", sex="male")),
    ("dvt", within("question", is_lasting=False)),
    ("recent_cancer", within("question", asks_date=False)),
    ("dvt", moved(Page.TODAY)),
    ("stroke", moved(Page.WHY)),
    ("stroke", within("question", text=Wording((("en", "Any luck?"), ("fr", "Chance ?"))))),
)


@pytest.mark.parametrize(("code", "change"), MILDER)
def test_that_a_founding_stop_becomes_milder_by_two_signatures_only(
    code: str, change: Callable[[Rule], Rule], desk: Desk, ben: ClinicianId
) -> None:
    text = editing.with_rule("", change(knowledge.rules().rule(code)))
    with pytest.raises(Refused, match="second clinician signs"):
        kept(desk, text)
    assert rules_in_force(desk) == knowledge.rules()
    assert kept(desk, text, Signatures(PASSWORD, ben, THEIRS)) != knowledge.rules()


STEPS = (
    (
        "recent_cancer",
        whole(answer=AnswerTrigger("cancer", within=Years(4, ""))),
        whole(answer=AnswerTrigger("cancer", within=Years(1, ""))),
    ),
    (
        "dvt",
        whole(wait=Wait(12, 0, "surgery")),
        whole(wait=Wait(1, 0, "surgery")),
    ),
    (
        "stroke",
        within("question", text=Wording((("en", "Ever had a stroke?"),))),
        within("question", text=Wording((("en", "Any luck?"),))),
    ),
    (
        "stroke",
        unfounded(concerns=Concerns(indications=("scars", "cellulite"))),
        unfounded(concerns=Concerns(indications=("scars",))),
    ),
    (
        "insulin_diabetes",
        within("medicine", excepted=("A10AF01",)),
        within("medicine", excepted=("A10AF01", "A10AE04")),
    ),
)


@pytest.mark.parametrize(("code", "first", "then"), STEPS)
def test_that_a_second_step_the_same_way_is_signed_for_by_two_again(
    code: str,
    first: Callable[[Rule], Rule],
    then: Callable[[Rule], Rule],
    desk: Desk,
    ben: ClinicianId,
) -> None:
    rule = knowledge.rules().rule(code)
    stands = kept(desk, editing.with_rule("", first(rule)), Signatures(PASSWORD, ben, THEIRS))
    further = editing.with_rule("", then(rule))
    with pytest.raises(Refused, match="second clinician signs"):
        kept(desk, further)
    assert rules_in_force(desk) == stands


def test_that_a_step_back_towards_the_founding_document_takes_one(
    desk: Desk, ben: ClinicianId
) -> None:
    rule = knowledge.rules().rule("recent_cancer")
    for years, signatures in ((1, Signatures(PASSWORD, ben, THEIRS)), (4, Signatures(PASSWORD))):
        span = AnswerTrigger("cancer", within=Years(years, ""))
        book = kept(desk, editing.with_rule("", replace(rule, answer=span)), signatures)
        assert book.rule("recent_cancer").answer == span


def test_that_an_old_version_put_back_is_signed_for_again(desk: Desk, ben: ClinicianId) -> None:
    """What two signed for ends with the version that no longer holds it."""
    text = editing.with_rule("", unfounded()(knowledge.rules().rule("dvt")))
    kept(desk, text, Signatures(PASSWORD, ben, THEIRS))
    kept(desk, "")
    with pytest.raises(Refused, match="second clinician signs"):
        kept(desk, editing.versions(desk)[1].text)


OWN = """rules:
  - code: own_clot
    page: conditions
    class: precaution
    trigger: {answer: {code: CODE}}
    concerns: {indications: [scars]}
    name: {en: a clot}
    wording: {en: A clot.}
    patient: {en: A clot.}
    question: {text: {en: "Do you like the rain?"}}
    tier: CLINIC
"""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("off: [dvt]\n", "cannot be switched off"),
        ("off: [medicine_unrecognised]\n", "it stays on"),
        (OWN.replace("CODE", "dvt"), "asks the question 'dvt' already"),
        (OWN.replace("own_clot", "dvt").replace("CODE", "stroke"), "question 'stroke' already"),
    ],
)
def test_that_a_stop_is_not_switched_off_nor_its_question_hidden_whoever_signs(
    text: str, reason: str, desk: Desk, ben: ClinicianId
) -> None:
    with pytest.raises(BadInput, match=reason):
        kept(desk, text, Signatures(PASSWORD, ben, THEIRS))


def test_that_the_clinics_number_of_years_is_shortened_by_two_only(
    desk: Desk, ben: ClinicianId
) -> None:
    """A rule's own number and the clinic's are one way round alike."""

    def set_years(years: int, *signed: Signatures) -> int:
        upkeep.change_settings(desk, replace(desk.settings, recent_cancer_years=years), *signed)
        return desk.settings.recent_cancer_years

    both = Signatures(PASSWORD, ben, THEIRS)
    for refused in ((), (Signatures(PASSWORD),)):
        with pytest.raises(Refused, match="two clinicians sign"):
            set_years(4, *refused)
    with pytest.raises(WrongPassword):
        set_years(4, Signatures(PASSWORD, ben, "not theirs"))
    with pytest.raises(Refused):
        set_years(4, Signatures(PASSWORD, desk.author.id, PASSWORD))
    assert set_years(2, both) == 2
    assert set_years(4) == 4
    with pytest.raises(Refused, match="two clinicians sign"):
        set_years(3)
    assert [set_years(10), set_years(5)] == [10, 5]


def test_that_one_clinician_alone_shortens_no_years(desk: Desk) -> None:
    with pytest.raises(Refused, match="there is none"):
        upkeep.change_settings(desk, replace(desk.settings, recent_cancer_years=4))
    assert desk.settings.recent_cancer_years == 5


def test_that_a_stop_under_another_code_leaves_the_shipped_one_standing(desk: Desk) -> None:
    rule = unfounded(rule_class=RuleClass.PRECAUTION, question=None)(knowledge.rules().rule("dvt"))
    book = kept(desk, editing.with_rule("", replace(rule, code="own_dvt")))
    assert book.rule("dvt") == knowledge.rules().rule("dvt")
