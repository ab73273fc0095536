"""A founding stop overridden by two clinicians: allowed, signed, seen at the gate, taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mesodesk.core.errors import Refused, WrongPassword
from mesodesk.core.ids import ClinicianId, PatientId, SessionId
from mesodesk.domain.clinic import Author, Clinician, Role
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.wording import Wording
from mesodesk.domain.treatments import Gate, GateState, Session
from mesodesk.services import knowledge, overriding, upkeep
from mesodesk.services.desk import Desk
from mesodesk.services.rules import editing
from mesodesk.services.screening.judging import decisions, judge_now
from mesodesk.services.screening.reading import last_screening
from mesodesk.services.screening.signing import SecondSigner, sign_screening, void_screening
from mesodesk.services.screening.starting import start_screening
from mesodesk.services.sheets.heads import head
from mesodesk.services.sheets.screening import screening_sheet
from mesodesk.services.sheets.session import session_sheet
from mesodesk.services.treatments.gates import gates_of
from mesodesk.store import audit
from mesodesk.store.treatments.reading import session as read_session
from tests import visit
from tests.fresh import PASSWORD
from tests.override import REASON, THEIRS, add_colleague, once_thrombosed, signed_override
from tests.rule_changes import kept, strict_keloid

Overriding = Callable[[], PatientId]


@pytest.fixture
def ben(desk: Desk) -> Clinician:
    """A second clinician."""
    return add_colleague(desk)


@pytest.fixture
def patient_id(desk: Desk) -> PatientId:
    """Somebody who once had a thrombosis."""
    return visit.register(desk)


@pytest.fixture
def override(desk: Desk, ben: Clinician, patient_id: PatientId) -> Overriding:
    """Allows overrides and signs one."""

    def signing() -> PatientId:
        signed_override(desk, patient_id, ben)
        return patient_id

    return signing


def screening_gate(desk: Desk, patient_id: PatientId) -> GateState:
    """The gate of the screening, for a session now."""
    now = desk.clock.now()
    session = Session(SessionId("s"), patient_id, None, "cellulite", now, identity_confirmed=True)
    return next(one for one in gates_of(desk, session) if one.gate is Gate.SCREENING)


def is_allowed(desk: Desk) -> bool:
    """Whether the clinic allows overrides now."""
    return desk.settings.founding_override


def events(desk: Desk) -> list[tuple[str, str, str]]:
    """Verb, kind and subject of each event, the newest first."""
    with desk.store.reading(desk.author) as reading:
        return [(one.verb, one.kind, one.subject_id) for one in audit.events(reading)]


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [reason.code for reason in caught.value.reasons]


def test_that_as_shipped_two_signatures_do_not_override_a_founding_stop(
    desk: Desk, ben: Clinician, patient_id: PatientId
) -> None:
    draft = once_thrombosed(desk, patient_id)
    started = start_screening(desk, patient_id)
    assert DecisionKind.OVERRIDE not in decisions(judge_now(draft, started.basis), started.basis)
    with pytest.raises(Refused) as caught:
        sign_screening(
            desk, draft, DecisionKind.OVERRIDE, REASON, PASSWORD, SecondSigner(ben.id, THEIRS)
        )
    assert codes(caught) == ["founding_stop"]
    assert last_screening(desk, patient_id) is None


def test_that_allowing_it_takes_two_clinicians_and_is_audited(desk: Desk, ben: Clinician) -> None:
    with pytest.raises(WrongPassword):
        overriding.allow_founding_override(desk, THEIRS, ben.id, THEIRS)
    with pytest.raises(WrongPassword):
        overriding.allow_founding_override(desk, PASSWORD, ben.id, PASSWORD)
    with pytest.raises(Refused):
        overriding.allow_founding_override(desk, PASSWORD, desk.author.id, PASSWORD)
    assert not is_allowed(desk)
    overriding.allow_founding_override(desk, PASSWORD, ben.id, THEIRS)
    assert is_allowed(desk)
    assert desk.settings.founding_override_by == "Dr Ana Lindqvist, Dr Ben Okafor"
    assert ("allow_override", "settings", ben.id) in events(desk)


def test_that_saving_the_numbers_neither_allows_nor_forbids_it(desk: Desk, ben: Clinician) -> None:
    upkeep.change_settings(desk, replace(desk.settings, founding_override=True))
    assert not is_allowed(desk)
    overriding.allow_founding_override(desk, PASSWORD, ben.id, THEIRS)
    upkeep.change_settings(desk, replace(desk.settings, founding_override=False, bruise_days=9))
    assert (desk.settings.founding_override, desk.settings.bruise_days) == (True, 9)


def test_that_an_override_is_signed_by_two_with_a_reason_and_stays_so(
    desk: Desk, ben: Clinician, override: Overriding
) -> None:
    done = last_screening(desk, override())
    assert done is not None
    second = done.decision.second
    assert second is not None
    assert done.is_override
    assert done.allows_treatment
    assert (done.decision.reason, done.signed_by_role) == (REASON, Role.CLINICIAN)
    assert (second.clinician_id, second.name, second.role, second.at) == (
        ben.id, "Dr Ben Okafor", Role.CLINICIAN, datetime(2026, 3, 14, 9, 30, tzinfo=UTC),
    )  # fmt: skip
    assert ("override", "screening", done.id) in events(desk)


@pytest.mark.parametrize(
    ("reason", "second", "refused"),
    [
        (REASON, None, ["second_signature"]),
        (" ", ("ben", THEIRS), ["reason_missing"]),
        (REASON, ("me", PASSWORD), ["second_signature"]),
        (REASON, ("nobody", THEIRS), ["second_signer"]),
    ],
)
def test_that_an_override_is_refused_without_reason_or_a_second_clinician(
    desk: Desk,
    ben: Clinician,
    patient_id: PatientId,
    reason: str,
    second: tuple[str, str] | None,
    refused: list[str],
) -> None:
    overriding.allow_founding_override(desk, PASSWORD, ben.id, THEIRS)
    people = {"ben": ben.id, "me": desk.author.id, "nobody": ClinicianId("nobody")}
    beside = SecondSigner(people[second[0]], second[1]) if second else None
    with pytest.raises(Refused) as caught:
        sign_screening(
            desk, once_thrombosed(desk, patient_id), DecisionKind.OVERRIDE, reason, PASSWORD, beside
        )
    assert codes(caught) == refused
    assert last_screening(desk, patient_id) is None


def test_that_a_wrong_second_password_signs_nothing_and_is_noted(
    desk: Desk, ben: Clinician, patient_id: PatientId
) -> None:
    overriding.allow_founding_override(desk, PASSWORD, ben.id, THEIRS)
    with pytest.raises(WrongPassword):
        sign_screening(
            desk,
            once_thrombosed(desk, patient_id),
            DecisionKind.OVERRIDE,
            REASON,
            PASSWORD,
            SecondSigner(ben.id, PASSWORD),
        )
    assert last_screening(desk, patient_id) is None
    assert events(desk)[0] == ("fail_signature", "clinician", ben.id)


def test_that_an_assistant_signs_no_screening_and_declares_none_void(
    desk: Desk, override: Overriding
) -> None:
    done = last_screening(desk, override())
    assert done is not None
    desk.author = Author(desk.author.id, desk.author.name, Role.ASSISTANT)
    for forbidden in (
        lambda: void_screening(desk, done.id, "why", PASSWORD),
        lambda: sign_screening(
            desk, once_thrombosed(desk, done.patient_id), DecisionKind.DO_NOT_TREAT, "", PASSWORD
        ),
        lambda: overriding.forbid_founding_override(desk),
    ):
        with pytest.raises(Refused) as caught:
            forbidden()
        assert codes(caught) == ["assistant"]


def test_that_the_gate_is_open_and_says_that_it_was_an_override(
    desk: Desk, override: Overriding
) -> None:
    gate = screening_gate(desk, override())
    assert gate.is_open
    assert gate.remark == (
        "Override of a founding stop, signed by Dr Ana Lindqvist and Dr Ben Okafor."
    )


def test_that_no_session_rests_on_an_override_that_the_clinic_no_longer_allows(
    desk: Desk, override: Overriding
) -> None:
    patient_id = override()
    overriding.forbid_founding_override(desk)
    assert (desk.settings.founding_override, desk.settings.founding_override_by) == (False, "")
    assert ("forbid_override", "settings", "settings") in events(desk)
    gate = screening_gate(desk, patient_id)
    assert [code for code, _ in gate.missing] == ["override_off"]


def test_that_an_ordinary_screening_has_no_remark(desk: Desk, patient_id: PatientId) -> None:
    visit.screen(desk, patient_id)
    assert screening_gate(desk, patient_id) == GateState(Gate.SCREENING)


def test_that_the_printed_screening_names_both_and_their_roles(
    desk: Desk, override: Overriding
) -> None:
    patient_id = override()
    done = last_screening(desk, patient_id)
    assert done is not None
    sheet = screening_sheet(desk, head(desk, patient_id, "en"), done)
    assert sheet.decision == "Treat against a founding stop, with a second signature"
    assert sheet.author == "Dr Ana Lindqvist (clinician)"
    assert sheet.second_author == "Dr Ben Okafor (clinician)"
    french = screening_sheet(desk, head(desk, patient_id, "fr"), done)
    assert french.second_author == "Dr Ben Okafor (clinicien)"


def test_that_the_printed_screening_tells_findings_and_the_patient_in_its_language(
    desk: Desk, override: Overriding
) -> None:
    patient_id = override()
    done = last_screening(desk, patient_id)
    assert done is not None
    found = done.judgement.findings[0]
    rule = knowledge.rules().rule(found.rule_code)
    english = screening_sheet(desk, head(desk, patient_id, "en"), done)
    assert english.for_patient[0] == rule.patient.told("en")
    assert english.findings[0].rule == found.explanation
    french = screening_sheet(desk, head(desk, patient_id, "fr"), done)
    assert french.for_patient[0] == rule.patient.told("fr")
    assert (french.findings[0].rule_class, english.findings[0].rule_class) == (
        "absolue",
        "absolute",
    )
    assert rule.name.told("fr") in french.findings[0].rule
    assert french.findings[0].consequence.startswith("Ne convient pas.")


def test_that_findings_whose_rule_reads_otherwise_by_now_are_printed_as_they_were_signed(
    desk: Desk, override: Overriding
) -> None:
    patient_id = override()
    done = last_screening(desk, patient_id)
    assert done is not None
    found = done.judgement.findings[0]
    kept(desk, strict_keloid())
    other = screening_sheet(desk, head(desk, patient_id, "fr"), done)
    assert other.findings[0].rule != found.explanation
    rule = knowledge.rules().rule(found.rule_code)
    reworded = replace(rule, patient=Wording((("en", "Please ask us."), ("fr", "Parlons-en."))))
    kept(desk, editing.with_rule(strict_keloid(), reworded))
    french = screening_sheet(desk, head(desk, patient_id, "fr"), done)
    assert french.findings[0].rule == found.explanation
    assert french.for_patient[0] == rule.patient.told("en")


def test_that_the_printed_session_says_that_it_rests_on_an_override(
    desk: Desk, override: Overriding
) -> None:
    patient_id = override()
    course = visit.plan(desk, patient_id)
    visit.consent(desk, course)
    treated = visit.treat(desk, course, visit.shelve(desk))
    with desk.store.reading(desk.author) as reading:
        given = read_session(reading, treated)
    sheet = session_sheet(desk, head(desk, patient_id, "en"), given)
    assert sheet.exceptions == (
        "Override of a founding stop, signed by Dr Ana Lindqvist and Dr Ben Okafor. "
        f"Reason: {REASON}",
    )
    assert sheet.signed_by == "Dr Ana Lindqvist (clinician)"
