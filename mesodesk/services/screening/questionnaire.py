"""Services, screening: giving a patient the questionnaire to answer alone, and its words."""

from dataclasses import dataclass, replace
from datetime import date

from mesodesk.domain.screening.answers import Page, handed_over
from mesodesk.domain.sheets.speech import day as say_day
from mesodesk.domain.sheets.wording import Wording
from mesodesk.services import knowledge
from mesodesk.services import languages as tongues
from mesodesk.services.desk import Desk
from mesodesk.services.doorstep import remember_given_away
from mesodesk.services.screening.drafts import ScreeningDraft, save_draft
from mesodesk.store.patients import details as details_store


@dataclass(frozen=True, slots=True)
class Handover:
    """The draft as it is given away, whose it is, and the language to begin in."""

    draft: ScreeningDraft
    name: str
    birth_date: date
    language: str


def hand_over(desk: Desk, draft: ScreeningDraft) -> Handover:
    """Note that the patient answers alone from now on, and keep the draft so marked.

    Every page has then to be gone through by the clinician before the screening can be suitable,
    whatever happens to the program meanwhile; until a password is given the record does not
    open by itself. Raises NotFound.
    """
    given = replace(
        draft, answers=handed_over(draft.answers, desk.clock.now()), page=Page.WHY.value
    )
    remember_given_away(desk.folder)
    with desk.store.work(desk.author) as work:
        patient = details_store.patient(work, draft.patient_id)
        work.note("hand_over", "screening", draft.id, draft.patient_id)
    save_draft(desk, given)
    language = tongues.language_for(desk, patient)
    return Handover(given, patient.details.full_name, patient.details.birth_date, language)


def languages() -> tuple[tuple[str, str], ...]:
    """The languages of the questionnaire: code, and the name that its speakers know."""
    return tuple((code, wording(code).text("language.name")) for code in tongues.languages())


def wording(language: str) -> Wording:
    """The questionnaire's words in a language."""
    return tongues.wording(language)


def reasons(language: str) -> tuple[tuple[str, str], ...]:
    """What a patient may come for: the indications by code and name."""
    return tuple((one.code, one.name.said_in(language)) for one in knowledge.indications())


def day_in(language: str, day: date) -> str:
    """A day as the language writes it."""
    return say_day(wording(language), day)
