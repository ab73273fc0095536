"""Services, sheets: what every sheet begins with: letterhead, patient, operator, language."""

from dataclasses import dataclass
from datetime import datetime

from mesodesk.core.ids import PatientId
from mesodesk.domain.clinic import Role
from mesodesk.domain.sheets.letterhead import Letterhead, Operator, Paper, PatientOnSheet
from mesodesk.domain.sheets.wording import Wording
from mesodesk.services import patients, upkeep
from mesodesk.services.desk import Desk
from mesodesk.services.languages import language_for, wording


@dataclass(frozen=True, slots=True)
class Head:
    """The desk's part of every sheet, for one patient in one language."""

    letterhead: Letterhead
    patient: PatientOnSheet
    operator: Operator
    wording: Wording
    is_large_print: bool = False


def head(
    desk: Desk, patient_id: PatientId, language: str = "", *, is_large_print: bool = False
) -> Head:
    """The head of a patient's sheet. Without a language, the patient's own, else the clinic's."""
    patient = patients.patient(desk, patient_id)
    person = upkeep.clinician(desk)
    return Head(
        letterhead(desk),
        PatientOnSheet(patient.details.full_name, patient.details.birth_date, patient.chart_number),
        Operator(person.name, person.qualification, person.registration_number),
        wording(language_for(desk, patient, language)),
        is_large_print,
    )


def letterhead(desk: Desk) -> Letterhead:
    """The clinic as it stands at the head of each page."""
    clinic = desk.clinic
    paper: Paper = "Letter" if clinic.paper == "Letter" else "A4"
    logo = desk.store.content.get(clinic.logo_sha256).data if clinic.logo_sha256 else None
    return Letterhead(clinic.name, clinic.address, clinic.phone, clinic.email, logo, paper)


def with_role(name: str, role: Role | None, wording: Wording) -> str:
    """A signer's name with their role, where that was kept at signing."""
    return name if role is None else f"{name} ({wording.text(f'screening.role.{role.value}')})"


def local(desk: Desk, moment: datetime) -> datetime:
    """A moment on the clinic's clock."""
    return moment.astimezone(desk.zone)
