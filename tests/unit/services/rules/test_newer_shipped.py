"""Tests: a clinic's rules when MesoDesk ships newer ones, and the words of a question that is gone.

The older shipped rules are made of today's: version 2025.1, in which insulin-dependent diabetes
was told by the answer alone; today's tell it by an insulin among the medicines as well.
"""

from dataclasses import replace
from datetime import date

import pytest

from mesodesk.core.errors import Refused
from mesodesk.core.ids import PatientId
from mesodesk.domain.clinic import Clinician, SecondSignature
from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.domain.screening.answers import Answer, Reply
from mesodesk.domain.screening.rule_file import read_rules
from mesodesk.domain.screening.rules import RuleBook, RuleClass
from mesodesk.domain.screening.wording import Wording
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.patients import register_patient
from mesodesk.services.rules import editing
from mesodesk.services.rules.in_force import rules_in_force
from mesodesk.services.sheets.heads import head
from mesodesk.services.sheets.screening import screening_sheet
from mesodesk.services.signing import Signatures
from mesodesk.store import rules as rule_store
from tests.fresh import PASSWORD
from tests.override import THEIRS, add_colleague
from tests.rule_changes import WHY, kept, mild_stroke, signed

_MEDICINE = """\
      medicine:
        atc: [A10A]
        substances: [insulin]
        classes: [insulin]
        kind:
          en: an insulin
          fr: une insuline
"""


def older_text() -> str:
    """The shipped rules as they were in 2025.1."""
    text = knowledge.rules_text()
    assert text.count(_MEDICINE) == 1
    return text.replace(_MEDICINE, "").replace(f'"{knowledge.rules().version}"', '"2025.1"')


@pytest.fixture
def ben(desk: Desk) -> Signatures:
    """Both signatures."""
    return Signatures(PASSWORD, add_colleague(desk).id, THEIRS)


@pytest.fixture
def then(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The program ships 2025.1; `undo()` brings today's."""
    text = older_text()
    book = read_rules(text, "contraindications.yaml")
    monkeypatch.setattr(knowledge, "rules_text", lambda: text)
    monkeypatch.setattr(knowledge, "rules", lambda: book)
    return monkeypatch


def reworded(book: RuleBook, code: str, words: str, text: str = "") -> str:
    """The text with a rule that says something of the clinic's own to the patient."""
    rule = book.rule(code)
    return editing.with_rule(text, replace(rule, patient=Wording((("en", words),))))


def both_changed() -> str:
    """Stroke is milder, which two sign for; diabetes has other words for the patient."""
    return reworded(knowledge.rules(), "insulin_diabetes", "Keep your insulin.", mild_stroke())


def test_that_what_two_signed_for_does_not_hide_another_rule_that_became_stricter(
    desk: Desk, ben: Signatures, then: pytest.MonkeyPatch
) -> None:
    old = kept(desk, both_changed(), ben)
    assert old.rule("insulin_diabetes").medicine is None
    then.undo()
    now = rules_in_force(desk)
    assert now.rule("insulin_diabetes") == knowledge.rules().rule("insulin_diabetes")
    assert now.rule("stroke").rule_class is RuleClass.RELATIVE


def test_that_a_rule_written_out_as_it_was_shipped_follows_the_newer_one(
    desk: Desk, ben: Signatures, then: pytest.MonkeyPatch
) -> None:
    keloid = knowledge.rules().rule("keloid")
    shipped = replace(keloid, rule_class=RuleClass.PRECAUTION)
    older = replace(
        knowledge.rules(),
        rules=tuple(shipped if one == keloid else one for one in knowledge.rules().rules),
    )
    text = knowledge.rules_text()
    lines = text.splitlines(keepends=True)
    place = lines.index("  - code: keloid\n")
    there = next(n for n in range(place, place + 9) if lines[n].startswith("    class: "))
    lines[there] = "    class: precaution\n"
    then.setattr(knowledge, "rules_text", lambda: "".join(lines))
    then.setattr(knowledge, "rules", lambda: older)
    kept(desk, editing.with_rule(mild_stroke(), shipped), ben)
    assert rules_in_force(desk).rule("keloid").rule_class is RuleClass.PRECAUTION
    then.undo()
    assert rules_in_force(desk).rule("keloid") == knowledge.rules().rule("keloid")
    assert rules_in_force(desk).rule("stroke").rule_class is RuleClass.RELATIVE


def test_that_the_newer_stop_is_only_made_milder_again_by_two(
    desk: Desk, ben: Signatures, then: pytest.MonkeyPatch
) -> None:
    text = both_changed()
    kept(desk, text, ben)
    then.undo()
    found = editing.check(desk, text)
    assert found.changed == ("insulin_diabetes",)
    assert [one.code for one in found.milder if one.is_protected] == ["insulin_diabetes"]
    with pytest.raises(Refused):
        kept(desk, text)
    assert kept(desk, text, ben).rule("insulin_diabetes").medicine is None


def test_that_the_shipped_stop_counts_where_nobody_knows_what_two_signed_over(
    desk: Desk, then: pytest.MonkeyPatch
) -> None:
    then.undo()
    second = add_colleague(desk)
    with desk.store.work(desk.author) as work:
        rule_store.save_rules(work, mild_stroke(), WHY, "2025.1", _signature(second, desk), 0)
    assert rules_in_force(desk).rule("stroke") == knowledge.rules().rule("stroke")


def _signature(person: Clinician, desk: Desk) -> SecondSignature:
    return SecondSignature(person.id, person.name, person.role, desk.clock.now())


def test_that_a_question_that_is_gone_is_printed_as_it_was_asked(desk: Desk) -> None:
    asked = "Have you had a tattoo in the last month?"
    rule = knowledge.rules().rule("tia")
    assert rule.question is not None and rule.answer is not None
    own = replace(
        rule,
        code="own_tattoo",
        answer=replace(rule.answer, code="own_tattoo"),
        question=replace(rule.question, code="own_tattoo", text=Wording((("en", asked),))),
        tier="CLINIC",
    )
    kept(desk, editing.with_rule("", own))
    done = signed(desk, _patient(desk), Answer("own_tattoo", Reply.YES)).screening
    kept(desk, "")
    sheet = screening_sheet(desk, head(desk, done.patient_id, "en"), done)
    answers = {line.question: line.answer for page in sheet.pages for line in page.answers}
    assert answers[asked] == "Yes"
    assert "own_tattoo" not in answers


def _patient(desk: Desk) -> PatientId:
    details = PatientDetails("Okafor", "Ngozi", date(1984, 5, 2), Sex.FEMALE, phototype=2)
    return register_patient(desk, details).patient.id
