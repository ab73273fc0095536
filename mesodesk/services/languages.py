"""Services: the languages that patients are printed and shown words in, and their wording."""

from functools import cache

from mesodesk.documents.shelf import sheet_languages, sheet_wording
from mesodesk.domain.patients import Patient
from mesodesk.domain.sheets.wording import Wording
from mesodesk.services.desk import Desk


def languages() -> tuple[str, ...]:
    """The languages that have a wording: `en`, `fr` ..."""
    return sheet_languages()


@cache
def wording(language: str) -> Wording:
    """The wording of a language, read once."""
    return sheet_wording(language)


def language_for(desk: Desk, patient: Patient, wanted: str = "") -> str:
    """The first of the wanted, the patient's and the clinic's language that has a wording."""
    known = languages()
    choices = (wanted, patient.details.language, desk.clinic.language, "en")
    return next(one for one in choices if one in known)
