"""Tests: screenings on a real record: started from the chart, judged, signed, kept, void."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from mesodesk.core.clock import SetClock
from mesodesk.core.errors import BadInput, Refused, WrongPassword
from mesodesk.core.ids import ItemId, PatientId
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.patients import (
    ChartAllergy,
    ChartCondition,
    ChartMedicine,
    Measurement,
    MedicineUse,
    PatientDetails,
    Sex,
)
from mesodesk.domain.screening.answers import (
    Answer,
    Certainty,
    MedicineAnswer,
    Page,
    Reply,
    Use,
    deny_all,
    with_answer,
)
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.questions import shown_questions
from mesodesk.services import chart
from mesodesk.services.desk import Desk
from mesodesk.services.patients import register_patient
from mesodesk.services.screening import drafts, medicines, reading
from mesodesk.services.screening.drafts import ScreeningDraft
from mesodesk.services.screening.judging import Basis, decisions, judge_now
from mesodesk.services.screening.signing import sign_screening, void_screening
from mesodesk.services.screening.starting import Started, resume_screening, start_screening
from mesodesk.store.patients import items as items_store

PASSWORD = "a calm river at dawn"


@pytest.fixture
def patient_id(desk: Desk) -> PatientId:
    details = PatientDetails("Okafor", "Ngozi", date(1984, 5, 2), Sex.FEMALE, phototype=2)
    return register_patient(desk, details).patient.id


def denied(started: Started, *, with_medicines: bool = False) -> ScreeningDraft:
    """Comes for cellulite, and every shown question is answered with no."""
    draft, basis = started.draft, started.basis
    answers = replace(draft.answers, indications=("cellulite",), areas=("outer_thigh",))
    for page in Page:
        if page is Page.MEDICINES:
            continue
        shown = [q.code for q in shown_questions(basis.book, page, answers, basis.facts)]
        answers = deny_all(answers, page, shown)
    if not with_medicines:
        answers = deny_all(answers, Page.MEDICINES, ())
    return replace(draft, answers=answers, is_list_confirmed=True)


def taking(started: Started, *typed: str) -> ScreeningDraft:
    found = tuple(row for line in typed for row in medicines.recognise(line).medicines)
    draft = denied(started)
    return replace(draft, answers=replace(draft.answers, medicines=found, none_stated=False))


def having(started: Started, page: Page, answer: Answer) -> ScreeningDraft:
    draft = denied(started)
    return replace(draft, answers=with_answer(draft.answers, page, answer))


def verdict(draft: ScreeningDraft, basis: Basis) -> Verdict:
    return judge_now(draft, basis).verdict


def signed_as_healthy(desk: Desk, patient_id: PatientId) -> ScreeningDraft:
    draft = denied(start_screening(desk, patient_id))
    sign_screening(desk, draft, DecisionKind.PROCEED, "", PASSWORD)
    return draft


def test_that_a_blank_screening_is_never_suitable(desk: Desk, patient_id: PatientId) -> None:
    started = start_screening(desk, patient_id)
    assert verdict(started.draft, started.basis) is Verdict.INCOMPLETE
    assert len(judge_now(started.draft, started.basis).open_findings) == 5


@pytest.mark.parametrize("page", list(Page))
def test_that_one_blank_page_keeps_a_healthy_patient_from_being_suitable(
    desk: Desk, patient_id: PatientId, page: Page
) -> None:
    started = start_screening(desk, patient_id)
    draft = denied(started)
    if page is Page.MEDICINES:
        answers = replace(draft.answers, none_stated=False)
    else:
        answers = draft.answers.with_replies(page, ())
    assert verdict(replace(draft, answers=answers), started.basis) is Verdict.INCOMPLETE


@pytest.mark.parametrize("typed", ["warfarin", "Kardegic", "Clexane", "aspirin", "阿司匹林"])
def test_that_a_blood_thinner_is_not_suitable_and_cannot_be_decided_otherwise(
    desk: Desk, patient_id: PatientId, typed: str
) -> None:
    started = start_screening(desk, patient_id)
    draft = taking(started, typed)
    assert verdict(draft, started.basis) is Verdict.NOT_SUITABLE
    allowed = decisions(judge_now(draft, started.basis), started.basis)
    assert allowed == (DecisionKind.DO_NOT_TREAT, DecisionKind.WAIT)
    for kind in (DecisionKind.PROCEED, DecisionKind.PROCEED_WITH_REASON):
        with pytest.raises(Refused) as refused:
            sign_screening(desk, draft, kind, "the patient insists", PASSWORD)
        assert refused.value.reasons[0].code == "founding_stop"
    assert reading.last_screening(desk, patient_id) is None


@pytest.mark.parametrize("code", ["dvt", "stroke", "current_cancer", "insulin_diabetes"])
def test_that_each_founding_condition_is_not_suitable(
    desk: Desk, patient_id: PatientId, code: str
) -> None:
    started = start_screening(desk, patient_id)
    draft = having(started, Page.CONDITIONS, Answer(code, Reply.YES))
    judgement = judge_now(draft, started.basis)
    assert judgement.verdict is Verdict.NOT_SUITABLE
    assert judgement.has_founding_stop()


def test_that_insulin_is_found_by_the_medicine_as_by_the_diagnosis(
    desk: Desk, patient_id: PatientId
) -> None:
    started = start_screening(desk, patient_id)
    judgement = judge_now(taking(started, "Lantus"), started.basis)
    assert judgement.verdict is Verdict.NOT_SUITABLE
    assert judgement.has_founding_stop()


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (None, Verdict.NOT_SUITABLE),
        (KnownDate(2021, 3, 15), Verdict.NOT_SUITABLE),
        (KnownDate(2020), Verdict.SUITABLE_WITH_PRECAUTIONS),
    ],
)
def test_that_a_cancer_of_unknown_date_counts_as_recent(
    desk: Desk, patient_id: PatientId, when: KnownDate | None, expected: Verdict
) -> None:
    started = start_screening(desk, patient_id)
    draft = having(started, Page.CONDITIONS, Answer("cancer", Reply.YES, when))
    assert verdict(draft, started.basis) is expected


def test_that_aspiring_asks_whether_aspirin_was_meant_and_says_why() -> None:
    read = medicines.recognise("aspiring")
    assert read.medicines[0].certainty is Certainty.LIKELY
    offer = read.offers[0]
    assert offer.name.casefold() == "aspirin"
    assert offer.is_founding_stop
    assert "a blood thinner" in offer.why


def test_that_did_you_mean_stays_open_until_accepted_or_refused(
    desk: Desk, patient_id: PatientId
) -> None:
    started = start_screening(desk, patient_id)
    draft = taking(started, "aspiring")
    row, offer = draft.answers.medicines[0], medicines.recognise("aspiring").offers[0]
    assert verdict(draft, started.basis) is Verdict.INCOMPLETE
    yes = replace(draft.answers, medicines=(medicines.accepted(row, offer),))
    assert verdict(replace(draft, answers=yes), started.basis) is Verdict.NOT_SUITABLE
    no = replace(draft.answers, medicines=(medicines.rejected(row),))
    assert verdict(replace(draft, answers=no), started.basis) is Verdict.INCOMPLETE


def test_that_an_unrecognised_medicine_is_open_until_named_or_signed(
    desk: Desk, patient_id: PatientId
) -> None:
    started = start_screening(desk, patient_id)
    draft = taking(started, "qwxzjk")
    row = draft.answers.medicines[0]
    assert verdict(draft, started.basis) is Verdict.INCOMPLETE
    with pytest.raises(Refused):
        sign_screening(desk, draft, DecisionKind.PROCEED, "", PASSWORD)
    named = medicines.named(row, "enoxaparin")
    assert named is not None and named.typed == "qwxzjk"
    thinner = replace(draft.answers, medicines=(named,))
    assert verdict(replace(draft, answers=thinner), started.basis) is Verdict.NOT_SUITABLE
    neither = replace(draft.answers, medicines=(replace(row, signed_neither=True),))
    judged = verdict(replace(draft, answers=neither), started.basis)
    assert judged is Verdict.SUITABLE_WITH_PRECAUTIONS  # weight and height are not on record


def test_that_an_unknown_name_does_not_settle_another() -> None:
    assert medicines.named(MedicineAnswer("qwxzjk"), "zzzqqq") is None


def test_that_a_name_is_completed_while_it_is_typed() -> None:
    assert "Xarelto" in [one.name for one in medicines.complete("xarel")]


def test_that_a_line_without_a_name_stays_as_it_was_typed() -> None:
    assert [one.typed for one in medicines.recognise("75 mg").medicines] == ["75 mg"]
    assert medicines.recognise("  ").medicines == ()


def test_that_the_class_of_a_code_alone_is_known() -> None:
    row = MedicineAnswer("x", atc="B01AA03", certainty=Certainty.NAMED)
    assert medicines.is_founding_stop(row)
    assert medicines.class_words(MedicineAnswer("x")) == "not in the medicine list"


def test_that_a_heparin_cream_is_asked_about(desk: Desk, patient_id: PatientId) -> None:
    started = start_screening(desk, patient_id)
    draft = taking(started, "heparin cream")
    assert draft.answers.medicines[0].certainty is Certainty.SURE
    assert verdict(draft, started.basis) is Verdict.INCOMPLETE
    row = replace(draft.answers.medicines[0], route="")
    inside = replace(draft.answers, medicines=(row,))
    assert verdict(replace(draft, answers=inside), started.basis) is Verdict.NOT_SUITABLE


def test_that_a_line_of_somebody_elses_medicine_is_asked_about() -> None:
    read = medicines.recognise("my mother takes warfarin")
    assert read.medicines[0].certainty is Certainty.LIKELY
    assert read.offers[0].is_about_use


def test_that_signing_needs_the_password(desk: Desk, patient_id: PatientId) -> None:
    draft = denied(start_screening(desk, patient_id))
    with pytest.raises(WrongPassword):
        sign_screening(desk, draft, DecisionKind.PROCEED, "", "not it")
    assert reading.screenings_of(desk, patient_id) == ()


def test_that_a_signed_screening_is_read_back_as_it_was_signed(
    desk: Desk, patient_id: PatientId
) -> None:
    draft = denied(start_screening(desk, patient_id))
    done = sign_screening(desk, draft, DecisionKind.PROCEED, "", PASSWORD)
    assert patient_id in done.changes.patients and draft.id in done.changes.screenings
    read = reading.screening(desk, draft.id)
    assert read == done.screening
    assert read.signed_by_name == "Dr Ana Lindqvist"
    assert read.valid_until == date(2026, 9, 13)  # 183 days after 14 March 2026
    assert read.allows_treatment
    assert drafts.drafts_of(desk, patient_id) == ()


def test_that_waiting_against_a_good_verdict_wants_a_reason(
    desk: Desk, patient_id: PatientId
) -> None:
    draft = denied(start_screening(desk, patient_id))
    with pytest.raises(Refused) as refused:
        sign_screening(desk, draft, DecisionKind.WAIT, "  ", PASSWORD)
    assert [reason.code for reason in refused.value.reasons] == ["reason_missing"]


def test_that_a_relative_finding_needs_a_written_reason(desk: Desk, patient_id: PatientId) -> None:
    started = start_screening(desk, patient_id)
    draft = having(started, Page.CONDITIONS, Answer("keloid", Reply.YES))
    assert verdict(draft, started.basis) is Verdict.CLINICIANS_DECISION_NEEDED
    with pytest.raises(Refused):
        sign_screening(desk, draft, DecisionKind.PROCEED_WITH_REASON, "", PASSWORD)
    reason = "Face only, no scar there; spoken about."
    sign_screening(desk, draft, DecisionKind.PROCEED_WITH_REASON, reason, PASSWORD)
    last = reading.last_screening(desk, patient_id)
    assert last is not None and last.decision.reason == reason


def test_that_yesterdays_answers_of_today_cannot_be_signed(
    desk: Desk, patient_id: PatientId, clock_of_desk: SetClock
) -> None:
    draft = denied(start_screening(desk, patient_id))
    drafts.save_draft(desk, draft)
    clock_of_desk.advance(timedelta(days=1))
    with pytest.raises(Refused):
        sign_screening(desk, draft, DecisionKind.PROCEED, "", PASSWORD)
    resumed = resume_screening(desk, draft.id)
    assert resumed is not None
    assert resumed.draft.answers.today == ()
    assert resumed.draft.answers.conditions == draft.answers.conditions


@pytest.fixture
def clock_of_desk(desk: Desk) -> SetClock:
    assert isinstance(desk.clock, SetClock)
    return desk.clock


def test_that_a_draft_comes_back_as_it_was_typed(desk: Desk, patient_id: PatientId) -> None:
    draft = replace(taking(start_screening(desk, patient_id), "aspiring"), page="medicines")
    drafts.save_draft(desk, draft)
    resumed = resume_screening(desk, draft.id)
    assert resumed is not None and resumed.draft == draft
    assert [line.id for line in drafts.drafts_of(desk, patient_id)] == [draft.id]
    drafts.drop_draft(desk, draft.id)
    assert resume_screening(desk, draft.id) is None


# ---------------------------------------------------------------- the chart's lists


def test_that_the_chart_follows_the_answers_in_the_same_moment(
    desk: Desk, patient_id: PatientId
) -> None:
    started = start_screening(desk, patient_id)
    draft = taking(started, "Marevan, ramipril")
    answers = with_answer(draft.answers, Page.CONDITIONS, Answer("stroke", Reply.YES))
    answers = with_answer(answers, Page.ALLERGIES, Answer("soy_allergy", Reply.YES))
    draft = replace(draft, answers=replace(answers, named_allergies=("Penicillin",)))
    sign_screening(desk, draft, DecisionKind.DO_NOT_TREAT, "", PASSWORD)
    read = chart.chart(desk, patient_id)
    assert {one.typed: one.atc for one in read.medicines} == {
        "Marevan": "B01AA03",
        "ramipril": "C09AA05",
    }
    assert [one.code for one in read.conditions] == ["stroke"]
    assert {one.substance: one.tags for one in read.allergies} == {
        "Soy allergy": ("soy",),
        "Penicillin": (),
    }
    on_file = reading.verdict_on_file(desk, patient_id)
    assert on_file is not None
    assert (on_file.verdict, on_file.is_outdated) == (Verdict.NOT_SUITABLE, False)


def test_that_the_chart_is_filled_in_and_its_medicines_must_be_gone_through(
    desk: Desk, patient_id: PatientId
) -> None:
    new = ItemId("")
    chart.save_item(desk, patient_id, ChartMedicine(new, 0, "Eliquis", prescriber="Dr Moreau"))
    chart.save_item(desk, patient_id, ChartCondition(new, 0, "DVT", "dvt", "2011"))
    chart.save_item(desk, patient_id, ChartAllergy(new, 0, "Penicillin"))
    chart.save_item(desk, patient_id, ChartAllergy(new, 0, "soya", ("soy",)))
    started = start_screening(desk, patient_id)
    answers = started.draft.answers
    assert answers.medicines[0].substance == "apixaban"
    assert answers.medicines[0].prescriber == "Dr Moreau"
    assert answers.conditions == (Answer("dvt", Reply.YES, KnownDate(2011)),)
    assert answers.named_allergies == ("Penicillin",)
    assert [one.code for one in answers.allergies] == ["soy_allergy"]
    pages = {one.page for one in judge_now(started.draft, started.basis).open_findings}
    assert Page.MEDICINES in pages


def test_that_a_name_settled_once_is_not_asked_about_again(
    desk: Desk, patient_id: PatientId
) -> None:
    draft = taking(start_screening(desk, patient_id), "qwxzjk")
    named = medicines.named(draft.answers.medicines[0], "ramipril")
    assert named is not None
    draft = replace(draft, answers=replace(draft.answers, medicines=(named,)))
    sign_screening(desk, draft, DecisionKind.PROCEED, "", PASSWORD)
    (again,) = start_screening(desk, patient_id).draft.answers.medicines
    assert (again.typed, again.substance) == ("qwxzjk", "ramipril")
    assert again.certainty is Certainty.NAMED


def test_that_an_unconfirmed_list_of_harmless_medicines_stays_open(
    desk: Desk, patient_id: PatientId
) -> None:
    chart.save_item(desk, patient_id, ChartMedicine(ItemId(""), 0, "ramipril"))
    started = start_screening(desk, patient_id)
    draft = replace(denied(started, with_medicines=True), is_list_confirmed=False)
    assert verdict(draft, started.basis) is Verdict.INCOMPLETE
    confirmed = replace(draft, is_list_confirmed=True)
    assert verdict(confirmed, started.basis) is Verdict.SUITABLE_WITH_PRECAUTIONS


def test_that_a_medicine_no_longer_named_is_ended_and_never_lost(
    desk: Desk, patient_id: PatientId
) -> None:
    chart.save_item(desk, patient_id, ChartMedicine(ItemId(""), 0, "ramipril"))
    signed_as_healthy(desk, patient_id)
    (kept,) = chart.medicines(desk, patient_id)
    assert (kept.typed, kept.use) == ("ramipril", MedicineUse.ENDED)


def test_that_an_allergy_taken_out_of_the_answers_leaves_the_chart(
    desk: Desk, patient_id: PatientId
) -> None:
    chart.save_item(desk, patient_id, ChartAllergy(ItemId(""), 0, "Penicillin"))
    signed_as_healthy(desk, patient_id)
    assert chart.allergies(desk, patient_id) == ()


def test_that_days_that_contradict_each_other_are_said_before_signing(
    desk: Desk, patient_id: PatientId
) -> None:
    draft = taking(start_screening(desk, patient_id), "ramipril")
    wrong = replace(
        draft.answers.medicines[0],
        use=Use.ENDED,
        last_taken=KnownDate(2026, 3, 10),
        ended_on=KnownDate(2026, 3, 1),
    )
    draft = replace(draft, answers=replace(draft.answers, medicines=(wrong,)))
    with pytest.raises(BadInput) as bad:
        sign_screening(desk, draft, DecisionKind.PROCEED, "", PASSWORD)
    assert bad.value.problems[0].message.startswith("ramipril:")


def test_that_what_the_chart_already_says_is_not_written_twice(
    desk: Desk, patient_id: PatientId, clock_of_desk: SetClock
) -> None:
    started = start_screening(desk, patient_id)
    draft = taking(started, "ramipril")
    answers = with_answer(draft.answers, Page.CONDITIONS, Answer("keloid", Reply.YES))
    answers = with_answer(answers, Page.ALLERGIES, Answer("soy_allergy", Reply.YES))
    answers = replace(answers, named_allergies=("Nickel",))
    sign_screening(desk, replace(draft, answers=answers), DecisionKind.WAIT, "", PASSWORD)
    before = chart.chart(desk, patient_id)
    clock_of_desk.advance(timedelta(hours=1))
    again = denied(start_screening(desk, patient_id), with_medicines=True)
    again = replace(again, answers=replace(answers, today=again.answers.today))
    sign_screening(desk, again, DecisionKind.WAIT, "", PASSWORD)
    after = chart.chart(desk, patient_id)
    assert (after.medicines, after.conditions, after.allergies) == (
        before.medicines,
        before.conditions,
        before.allergies,
    )


def test_that_a_condition_denied_later_is_kept_as_past(
    desk: Desk, patient_id: PatientId, clock_of_desk: SetClock
) -> None:
    started = start_screening(desk, patient_id)
    draft = having(started, Page.CONDITIONS, Answer("thyroid", Reply.YES, note="tablets"))
    draft = replace(
        draft,
        answers=with_answer(draft.answers, Page.ALLERGIES, Answer("soy_allergy", Reply.YES)),
    )
    sign_screening(desk, draft, DecisionKind.WAIT, "", PASSWORD)
    clock_of_desk.advance(timedelta(days=1))
    signed_as_healthy(desk, patient_id)
    (condition,) = chart.conditions(desk, patient_id)
    assert (condition.code, condition.is_past, condition.note) == ("thyroid", True, "tablets")
    assert chart.allergies(desk, patient_id) == ()
    again = start_screening(desk, patient_id).draft
    assert "thyroid" not in {one.code for one in again.answers.conditions}


def test_that_a_vague_date_goes_into_the_note_and_is_not_made_exact(
    desk: Desk, patient_id: PatientId
) -> None:
    draft = taking(start_screening(desk, patient_id), "ramipril", "qwxzjk")
    first, second = draft.answers.medicines
    ended = replace(first, use=Use.ENDED, ended_on=KnownDate(2019))
    neither = replace(second, signed_neither=True)
    draft = replace(draft, answers=replace(draft.answers, medicines=(ended, neither)))
    sign_screening(desk, draft, DecisionKind.PROCEED, "", PASSWORD)
    kept = {one.typed: one for one in chart.medicines(desk, patient_id)}
    assert (kept["ramipril"].ended_on, kept["ramipril"].note) == (None, "ended 2019")
    assert "neither blood thinner nor insulin" in kept["qwxzjk"].note
    again = start_screening(desk, patient_id).draft.answers.medicines
    again_by_name = {item.typed: item for item in again}
    assert again_by_name["ramipril"].ended_on == KnownDate(2019)
    assert not again_by_name["qwxzjk"].signed_neither


def test_that_a_planned_end_set_by_the_prescriber_gives_the_earliest_day(
    desk: Desk, patient_id: PatientId
) -> None:
    started = start_screening(desk, patient_id)
    draft = taking(started, "Clexane")
    planned = replace(
        draft.answers.medicines[0],
        ended_on=KnownDate(2026, 4, 1),
        end_set_by_prescriber=True,
    )
    draft = replace(draft, answers=replace(draft.answers, medicines=(planned,)))
    judgement = judge_now(draft, started.basis)
    assert (judgement.verdict, judgement.earliest) == (Verdict.NOT_YET, date(2026, 4, 2))
    sign_screening(desk, draft, DecisionKind.WAIT, "", PASSWORD)
    (kept,) = chart.medicines(desk, patient_id)
    assert (kept.use, kept.ended_on) == (MedicineUse.REGULAR, date(2026, 4, 1))


def test_that_a_medicine_known_by_its_substance_alone_is_judged_by_it(
    desk: Desk, patient_id: PatientId
) -> None:
    item = ChartMedicine(ItemId(""), 0, "her blood tablets", "warfarin", "B01AA03")
    with desk.store.work(desk.author) as work:
        items_store.save(work, patient_id, item)
        items_store.save(work, patient_id, ChartMedicine(ItemId(""), 0, "qwxzjk"))
    found = start_screening(desk, patient_id).draft.answers.medicines
    rows = {item.typed: item for item in found}
    tablets = rows["her blood tablets"]
    assert (tablets.substance, tablets.drug_class) == ("warfarin", "antithrombotic")
    assert medicines.is_founding_stop(tablets)
    assert medicines.class_words(tablets) == "a blood thinner"
    assert not rows["qwxzjk"].is_settled()


def test_that_free_conditions_and_body_mass_of_the_chart_are_known(
    desk: Desk, patient_id: PatientId
) -> None:
    new = ItemId("")
    chart.save_item(desk, patient_id, ChartCondition(new, 0, "Migraine"))
    measured = Measurement(new, 0, date(2026, 3, 1), Decimal(90), Decimal(160))
    chart.save_item(desk, patient_id, measured)
    started = start_screening(desk, patient_id)
    basis = started.basis
    assert [one.typed for one in started.draft.answers.named_conditions] == ["Migraine"]
    assert not started.draft.answers.named_conditions[0].is_open
    assert basis.facts.bmi == Decimal("35.2")  # 90 / 1.6 / 1.6


# ---------------------------------------------------------------- the next visit


def test_that_only_what_may_have_changed_is_asked_again(
    desk: Desk, patient_id: PatientId, clock_of_desk: SetClock
) -> None:
    started = start_screening(desk, patient_id)
    draft = having(started, Page.CONDITIONS, Answer("keloid", Reply.YES))
    sign_screening(desk, draft, DecisionKind.WAIT, "", PASSWORD)
    clock_of_desk.advance(timedelta(days=14))
    again = start_screening(desk, patient_id).draft
    assert again.since == date(2026, 3, 14)
    assert not again.is_full
    assert again.answers.indications == ("cellulite",)
    assert {one.code for one in again.answers.why} == {one.code for one in draft.answers.why}
    assert "keloid" in {one.code for one in again.answers.conditions}
    assert "heart_disease" in again.reasked
    assert "keloid" not in again.reasked
    assert again.answers.today == ()
    assert not again.answers.none_stated


def test_that_an_expired_screening_is_taken_again_whole(
    desk: Desk, patient_id: PatientId, clock_of_desk: SetClock
) -> None:
    signed_as_healthy(desk, patient_id)
    clock_of_desk.advance(timedelta(days=184))
    again = start_screening(desk, patient_id).draft
    assert again.is_full
    assert again.answers.why == ()
    on_file = reading.verdict_on_file(desk, patient_id)
    assert on_file is not None and on_file.is_expired


def test_that_a_chart_changed_later_makes_the_verdict_outdated(
    desk: Desk, patient_id: PatientId, clock_of_desk: SetClock
) -> None:
    signed_as_healthy(desk, patient_id)
    clock_of_desk.advance(timedelta(minutes=1))
    chart.save_item(desk, patient_id, ChartMedicine(ItemId(""), 0, "ramipril"))
    on_file = reading.verdict_on_file(desk, patient_id)
    assert on_file is not None and on_file.is_outdated


def test_that_a_void_screening_no_longer_counts_and_stays_on_file(
    desk: Desk, patient_id: PatientId
) -> None:
    draft = signed_as_healthy(desk, patient_id)
    with pytest.raises(BadInput):
        void_screening(desk, draft.id, " ", PASSWORD)
    void_screening(desk, draft.id, "The wrong patient was asked.", PASSWORD)
    assert reading.verdict_on_file(desk, patient_id) is None
    (kept,) = reading.screenings_of(desk, patient_id)
    assert (kept.is_voided, kept.void_reason) == (True, "The wrong patient was asked.")
    with pytest.raises(Refused):
        void_screening(desk, draft.id, "Again.", PASSWORD)


def test_that_no_sentence_advises_to_stop_a_medicine(desk: Desk, patient_id: PatientId) -> None:
    started = start_screening(desk, patient_id)
    draft = taking(started, "warfarin, aspirin, Lantus, ibuprofen, fish oil, sertraline")
    for finding in judge_now(draft, started.basis).findings:
        told = f"{finding.wording} {finding.follows} {finding.explanation}".casefold()
        for advice in ("stop taking", "discontinue", "pause the", "withhold", "come off"):
            assert advice not in told
