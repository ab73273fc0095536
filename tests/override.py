"""A second clinician and an override of a founding stop, for tests; both people are fictional."""

from dataclasses import replace

from mesodesk.core.ids import PatientId
from mesodesk.domain.clinic import Clinician, Role
from mesodesk.domain.screening.answers import Answer, Page, Reply, deny_all, with_answer
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.questions import shown_questions
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.services import colleagues, overriding
from mesodesk.services.colleagues import NewColleague
from mesodesk.services.desk import Desk
from mesodesk.services.screening.drafts import ScreeningDraft
from mesodesk.services.screening.signing import SecondSigner, sign_screening
from mesodesk.services.screening.starting import start_screening
from tests.fresh import PASSWORD

THEIRS = "violet anchor pebble moss"
REASON = "Fifteen years ago, cleared in writing by the cardiologist"
BEN = NewColleague("Dr Ben Okafor", Role.CLINICIAN, THEIRS, THEIRS, "IMC 111111", "MD")


def add_colleague(desk: Desk, typed: NewColleague = BEN) -> Clinician:
    """The colleague as they stand in the record."""
    (made,) = colleagues.add_colleague(desk, typed, PASSWORD).clinic
    return next(one for one in colleagues.colleagues(desk) if one.id == made)


def once_thrombosed(desk: Desk, patient_id: PatientId) -> ScreeningDraft:
    """Comes for cellulite and denies everything but a thrombosis."""
    started = start_screening(desk, patient_id)
    answers = replace(started.draft.answers, indications=("cellulite",), areas=("outer_thigh",))
    for page in Page:
        asked = shown_questions(started.basis.book, page, answers, started.basis.facts)
        answers = deny_all(answers, page, [one.code for one in asked])
    answers = with_answer(answers, Page.CONDITIONS, Answer("dvt", Reply.YES))
    return replace(started.draft, answers=answers, is_list_confirmed=True)


def signed_override(
    desk: Desk, patient_id: PatientId, ben: Clinician | None = None
) -> SignedScreening:
    """Allows overrides and signs one, with Dr Ben Okafor as second clinician."""
    second = ben or add_colleague(desk)
    overriding.allow_founding_override(desk, PASSWORD, second.id, THEIRS)
    draft = once_thrombosed(desk, patient_id)
    signer = SecondSigner(second.id, THEIRS)
    return sign_screening(desk, draft, DecisionKind.OVERRIDE, REASON, PASSWORD, signer).screening
