"""Tests: the clinic's rules on a real record: drafted, signed in versions, and judged by."""

from dataclasses import replace
from datetime import date, timedelta
from unittest.mock import Mock

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import BadInput, ChangedSinceOpened, Refused, WrongPassword
from mesodesk.core.ids import ClinicianId, PatientId
from mesodesk.domain.clinic import Role
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.domain.rulebook.comparing import Dimension
from mesodesk.domain.rulebook.differences import Standing
from mesodesk.domain.screening.answers import Answer, Reply
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.rules import AnswerTrigger, RuleClass, Years
from mesodesk.services import colleagues, knowledge, upkeep
from mesodesk.services.colleagues import NewColleague
from mesodesk.services.desk import Desk
from mesodesk.services.patients import register_patient
from mesodesk.services.rules import editing
from mesodesk.services.rules.editing import RuleSheet
from mesodesk.services.rules.in_force import rules_in_force
from mesodesk.services.rules.keeping import put_in_force
from mesodesk.services.screening.rejudging import judged_by, rejudge
from mesodesk.services.signing import Signatures
from mesodesk.store import audit
from mesodesk.store import rules as rule_store
from tests.fresh import PASSWORD
from tests.rule_changes import MINE, WHY, kept, mild_stroke, signed, strict_keloid

THEIRS = "violet anchor pebble moss"


@pytest.fixture
def patient_id(desk: Desk) -> PatientId:
    details = PatientDetails("Okafor", "Ngozi", date(1984, 5, 2), Sex.FEMALE, phototype=2)
    return register_patient(desk, details).patient.id


@pytest.fixture
def ben(desk: Desk) -> ClinicianId:
    typed = NewColleague("Dr Ben Okafor", Role.CLINICIAN, THEIRS, THEIRS, "IMC 111111", "MD")
    (made,) = colleagues.add_colleague(desk, typed, PASSWORD).clinic
    return ClinicianId(made)


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [reason.code for reason in caught.value.reasons]


def test_that_a_clinic_without_changes_has_the_shipped_rules(desk: Desk) -> None:
    assert rules_in_force(desk) == knowledge.rules()
    assert editing.version_in_force(desk) == knowledge.rules().version
    assert editing.open_sheet(desk) == RuleSheet("", 0, "")


def test_that_a_signed_change_is_the_clinics_next_version(desk: Desk) -> None:
    book = kept(desk, strict_keloid())
    assert book.version == f"{knowledge.rules().version} + clinic 1"
    assert book.rule("keloid").rule_class is RuleClass.ABSOLUTE
    again = kept(desk, editing.switched_off(strict_keloid(), "planned_event"))
    assert again.version == f"{knowledge.rules().version} + clinic 2"
    first, second = reversed(editing.versions(desk))
    assert (first.version, first.why, first.second) == (1, WHY, None)
    assert second.text.startswith("# The clinic's own rules")
    assert second.changed_by_name == "Dr Ana Lindqvist"
    with desk.store.reading(desk.author) as reading:
        told = [(e.verb, e.kind) for e in audit.events(reading)]
    assert told.count(("change", "rules")) == 2


def test_that_a_draft_is_kept_broken_or_not_and_is_no_rule(desk: Desk) -> None:
    sheet = editing.keep_sheet(desk, replace(editing.open_sheet(desk), text="rules: ["))
    assert editing.open_sheet(desk) == sheet
    assert sheet.is_changed
    assert rules_in_force(desk) == knowledge.rules()
    assert editing.drop_sheet(desk) == RuleSheet("", 0, "")


def test_that_a_broken_text_is_refused_with_its_line_and_the_draft_stays(desk: Desk) -> None:
    broken = strict_keloid().replace("class: absolute", "class: deadly")
    sheet = editing.keep_sheet(desk, replace(editing.open_sheet(desk), text=broken))
    with pytest.raises(BadInput, match=r"Line 6: 'deadly' is not one of"):
        put_in_force(desk, sheet, WHY, MINE)
    assert editing.open_sheet(desk).text == broken
    found = editing.check(desk, broken)
    assert found.mistake is not None
    assert found.mistake.line == 6
    assert found.book.rules == knowledge.rules().rules


def test_that_a_form_cannot_write_over_a_text_that_cannot_be_read() -> None:
    with pytest.raises(BadInput, match="Line 1"):
        strict_keloid("rules: [")


@pytest.mark.parametrize("why", ["", "  "])
def test_that_a_version_needs_a_reason(desk: Desk, why: str) -> None:
    with pytest.raises(BadInput, match="Say why"):
        put_in_force(desk, RuleSheet(strict_keloid(), 0, ""), why, MINE)


def test_that_a_version_needs_the_signature(desk: Desk) -> None:
    with pytest.raises(WrongPassword):
        kept(desk, strict_keloid(), Signatures("not it"))
    assert rules_in_force(desk) == knowledge.rules()


def test_that_the_rules_that_stand_are_no_new_version(desk: Desk) -> None:
    kept(desk, strict_keloid())
    with pytest.raises(Refused) as refused:
        kept(desk, strict_keloid())
    assert codes(refused) == ["nothing_changed"]


def test_that_a_version_upon_an_older_one_is_refused(desk: Desk) -> None:
    kept(desk, strict_keloid())
    with pytest.raises(ChangedSinceOpened):
        put_in_force(desk, RuleSheet("off: [planned_event]\n", 0, ""), WHY, MINE)


def test_that_one_clinician_alone_cannot_make_a_founding_stop_milder(desk: Desk) -> None:
    with pytest.raises(Refused, match="there is none") as refused:
        kept(desk, mild_stroke())
    assert codes(refused) == ["no_second_signer"]
    assert rules_in_force(desk) == knowledge.rules()


def test_that_a_second_clinician_must_sign_for_a_milder_founding_stop(
    desk: Desk, ben: ClinicianId
) -> None:
    with pytest.raises(Refused) as refused:
        kept(desk, mild_stroke())
    assert codes(refused) == ["second_signature"]
    with pytest.raises(WrongPassword):
        kept(desk, mild_stroke(), Signatures(PASSWORD, ben, "not theirs"))
    with pytest.raises(Refused):
        kept(desk, mild_stroke(), Signatures(PASSWORD, desk.author.id, PASSWORD))
    book = kept(desk, mild_stroke(), Signatures(PASSWORD, ben, THEIRS))
    assert book.rule("stroke").rule_class is RuleClass.RELATIVE
    (version,) = editing.versions(desk)
    assert version.second is not None
    assert version.second.name == "Dr Ben Okafor"


def test_that_what_was_signed_for_is_not_asked_again_until_it_becomes_milder_still(
    desk: Desk, ben: ClinicianId
) -> None:
    kept(desk, mild_stroke(), Signatures(PASSWORD, ben, THEIRS))
    kept(desk, strict_keloid(mild_stroke()))
    latest = editing.versions(desk)[0]
    assert latest.second is not None
    rule = rules_in_force(desk).rule("stroke")
    milder = editing.with_rule(mild_stroke(), replace(rule, rule_class=RuleClass.PRECAUTION))
    with pytest.raises(Refused) as refused:
        kept(desk, milder)
    assert codes(refused) == ["second_signature"]


def test_that_a_stop_left_behind_by_the_clinics_own_number_is_not_signed_for(desk: Desk) -> None:
    rule = knowledge.rules().rule("recent_cancer")
    five = replace(rule, answer=AnswerTrigger("cancer", within=Years(5, "")))
    text = editing.with_rule("", five)
    kept(desk, text)
    upkeep.change_settings(desk, replace(desk.settings, recent_cancer_years=10))
    with pytest.raises(Refused) as refused:
        kept(desk, strict_keloid(text))
    assert codes(refused) == ["no_second_signer"]
    kept(desk, strict_keloid())


def test_that_back_to_shipped_needs_no_second_signature_and_carries_none(
    desk: Desk, ben: ClinicianId
) -> None:
    kept(desk, mild_stroke(), Signatures(PASSWORD, ben, THEIRS))
    book = kept(desk, "")
    assert book.rules == knowledge.rules().rules
    assert editing.versions(desk)[0].second is None


def test_that_a_founding_stop_is_made_stricter_and_returned_alone(desk: Desk) -> None:
    rule = knowledge.rules().rule("insulin_diabetes")
    assert rule.medicine is not None
    more = replace(rule, medicine=replace(rule.medicine, prefixes=("A10A", "A10B")))
    book = kept(desk, editing.with_rule("", more))
    assert book.rule("insulin_diabetes").is_founding
    assert kept(desk, "").rule("insulin_diabetes") == rule


def test_that_milder_changes_of_other_rules_are_told_and_need_one_signature(desk: Desk) -> None:
    text = editing.switched_off("", "planned_event")
    found = editing.check(desk, text)
    assert [(one.code, one.dimension, one.is_protected) for one in found.milder] == [
        ("planned_event", Dimension.SWITCHED_OFF, False)
    ]
    assert found.changed == ("planned_event",)
    standing = {line.code: line.standing for line in found.lines}
    assert standing["planned_event"] is Standing.OFF
    kept(desk, text)


def test_that_a_screening_keeps_the_version_and_its_text(desk: Desk, patient_id: PatientId) -> None:
    text = strict_keloid()
    kept(desk, text)
    done = signed(desk, patient_id, Answer("keloid", Reply.YES)).screening
    assert done.judgement.rules_version == f"{knowledge.rules().version} + clinic 1"
    assert done.judgement.verdict is Verdict.NOT_SUITABLE
    kept(desk, "")
    found = judged_by(desk, done.id)
    assert found is not None
    assert (found.version, found.changes) == (done.judgement.rules_version, text)
    assert found.shipped == knowledge.rules_text()


def test_that_the_text_of_the_rules_is_kept_once_for_all_screenings(
    desk: Desk, patient_id: PatientId
) -> None:
    first = signed(desk, patient_id).screening
    second = signed(desk, patient_id).screening
    assert judged_by(desk, first.id) == judged_by(desk, second.id)
    with desk.store.reading(desk.author) as reading:
        count = reading.rows.connection().exec_driver_sql("SELECT count(*) FROM rule_book_text")
        assert count.scalar() == 1


def test_that_a_kept_text_that_is_altered_is_found(desk: Desk, patient_id: PatientId) -> None:
    signed(desk, patient_id)
    assert all(not check.wrong for check in upkeep.verify(desk))
    with desk.store.work(desk.author) as work:
        raw = work.rows.connection().exec_driver_sql
        names = raw(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'rule_book_text'"
        )
        for (name,) in names.all():
            raw(f"DROP TRIGGER {name}")
        raw("UPDATE rule_book_text SET changes = 'off: [keloid]'")
    found = {check.name: check.wrong for check in upkeep.verify(desk)}
    assert found["texts of rules"] == "1 text of rules is not what was judged by"


def test_that_a_rule_text_cannot_be_changed_in_the_file(desk: Desk, patient_id: PatientId) -> None:
    signed(desk, patient_id)
    for statement in (
        "UPDATE rule_book_text SET changes = ''",
        "DELETE FROM rule_book_text",
        "DELETE FROM screening_basis",
        "UPDATE screening_basis SET facts = '{}'",
    ):
        with pytest.raises(Refused, match="never changed"), desk.store.work(desk.author) as work:
            work.rows.connection().exec_driver_sql(statement)


def test_that_the_same_rules_judge_the_same(desk: Desk, patient_id: PatientId) -> None:
    done = signed(desk, patient_id, Answer("keloid", Reply.YES)).screening
    found = rejudge(desk, done.id)
    assert found.is_same
    assert found.has_kept_facts
    assert found.now == done.judgement


def test_that_stricter_rules_show_their_difference_on_an_old_screening(
    desk: Desk, patient_id: PatientId
) -> None:
    done = signed(desk, patient_id, Answer("keloid", Reply.YES)).screening
    kept(desk, strict_keloid())
    found = rejudge(desk, done.id)
    assert found.then == done.judgement
    assert found.then.verdict is Verdict.CLINICIANS_DECISION_NEEDED
    assert found.now.verdict is Verdict.NOT_SUITABLE
    assert [one.rule_code for one in found.gone] == ["keloid"]
    assert [(one.rule_code, one.weight) for one in found.come] == [("keloid", Verdict.NOT_SUITABLE)]


def test_that_it_is_judged_by_the_day_and_the_facts_of_then(
    desk: Desk, patient_id: PatientId
) -> None:
    upkeep.change_settings(desk, replace(desk.settings, recent_cancer_years=6))
    cancer = Answer("cancer", Reply.YES, KnownDate(2020, 3, 20))
    done = signed(desk, patient_id, cancer).screening
    assert done.judgement.verdict is Verdict.NOT_SUITABLE
    assert isinstance(desk.clock, SetClock)
    desk.clock.advance(timedelta(days=30))
    assert rejudge(desk, done.id).is_same
    upkeep.change_settings(desk, replace(desk.settings, recent_cancer_years=5))
    now = rejudge(desk, done.id).now
    assert now.judged_on == done.screened_on
    assert now.verdict is Verdict.SUITABLE_WITH_PRECAUTIONS


def test_that_a_new_question_of_the_clinics_leaves_an_old_screening_open(
    desk: Desk, patient_id: PatientId
) -> None:
    done = signed(desk, patient_id).screening
    rule = knowledge.rules().rule("tia")
    assert rule.question is not None and rule.answer is not None
    own = replace(
        rule,
        code="own_tattoo",
        answer=replace(rule.answer, code="own_tattoo"),
        question=replace(rule.question, code="own_tattoo"),
        tier="CLINIC",
    )
    kept(desk, editing.with_rule("", own))
    found = rejudge(desk, done.id)
    assert found.now.verdict is Verdict.INCOMPLETE
    assert found.come[0].questions == ("own_tattoo",)


def test_that_a_screening_from_before_is_judged_on_the_charts_facts(
    desk: Desk, patient_id: PatientId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rule_store, "keep_basis", Mock())
    done = signed(desk, patient_id).screening
    found = rejudge(desk, done.id)
    assert not found.has_kept_facts
    assert found.is_same
    assert judged_by(desk, done.id) is None


def test_that_a_newer_shipped_founding_rule_is_not_hidden_by_the_clinics_older_one(
    desk: Desk,
) -> None:
    rule = knowledge.rules().rule("insulin_diabetes")
    assert rule.medicine is not None
    older = replace(rule, medicine=replace(rule.medicine, classes=()))
    text = editing.with_rule(strict_keloid(), older)
    with desk.store.work(desk.author) as work:
        rule_store.save_rules(work, text, "then", "2025.1", None, 0)
    book = rules_in_force(desk)
    assert book.rule("insulin_diabetes") == rule
    assert book.rule("keloid").rule_class is RuleClass.ABSOLUTE


def test_that_rules_that_no_longer_fit_are_refused_in_words(desk: Desk) -> None:
    with desk.store.work(desk.author) as work:
        rule_store.save_rules(work, "off: [gone_rule]\n", "then", "2025.1", None, 0)
    with pytest.raises(Refused, match=r"Mend them in the room .* line 1") as refused:
        rules_in_force(desk)
    assert codes(refused) == ["rules_unreadable"]
