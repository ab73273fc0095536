"""Services, sheets: what a patient's sheets can be about: sessions, courses, screenings."""

from dataclasses import dataclass
from datetime import date, datetime

from mesodesk.core.ids import PatientId
from mesodesk.domain.courses.course import Course
from mesodesk.domain.treatments import Outcome, Session
from mesodesk.services import knowledge, patients
from mesodesk.services.desk import Desk
from mesodesk.services.languages import language_for, languages
from mesodesk.store import consents as consent_store
from mesodesk.store import courses as course_store
from mesodesk.store import screenings as screening_store
from mesodesk.store.treatments import reading as treatments
from mesodesk.store.work import Reading


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sheet is about: its id, the indication in the clinic's language, and its day.

    `is_signed` tells a consent that was given from one to be filled in.
    """

    id: str
    title: str
    on: date
    is_signed: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be printed for a patient: subjects of each kind, newest first, and languages.

    `language` is the patient's where it has a wording; `clinic_language` is the clinic's.
    """

    patient_id: PatientId
    chart_number: str
    subjects: dict[str, tuple[Subject, ...]]
    languages: tuple[str, ...]
    language: str
    clinic_language: str

    def of(self, kind: str) -> tuple[Subject, ...]:
        """The subjects of a kind of sheet; none where there is nothing to print."""
        return self.subjects.get(kind, ())


def choices(desk: Desk, patient_id: PatientId) -> Choices:
    """What can be printed for this patient."""
    patient = patients.patient(desk, patient_id)
    with desk.store.reading(desk.author) as reading:
        subjects = _subjects(desk, reading, patient_id)
    own = patient.details.language
    clinic = desk.clinic.language
    return Choices(
        patient_id,
        patient.chart_number,
        subjects,
        languages(),
        language_for(desk, patient, own),
        clinic if clinic in languages() else "en",
    )


def _subjects(
    desk: Desk, reading: Reading, patient_id: PatientId
) -> dict[str, tuple[Subject, ...]]:
    courses = tuple(_course(desk, one) for one in course_store.courses_of(reading, patient_id))
    sessions = [one for one in treatments.sessions_of(reading, patient_id) if not one.is_voided]
    given = [one for one in sessions if one.outcome is not Outcome.NOT_GIVEN]
    signed = tuple(
        Subject(one.id, _name(desk, one.indication), _day(desk, one.signed_at), is_signed=True)
        for one in consent_store.consents_of(reading, patient_id)
    )
    screenings = tuple(
        Subject(
            one.id,
            ", ".join(_name(desk, code) for code in one.answers.indications),
            _day(desk, one.screened_at),
        )
        for one in screening_store.screenings_of(reading, patient_id)
    )
    return {
        "consent": signed + courses,
        "aftercare": tuple(_session(desk, one) for one in given),
        "session": tuple(_session(desk, one) for one in sessions),
        "screening": screenings,
        "course_plan": courses,
        "traceability": tuple(_session(desk, one) for one in given),
    }


def _course(desk: Desk, course: Course) -> Subject:
    return Subject(course.id, _name(desk, course.indication), course.started_on)


def _session(desk: Desk, session: Session) -> Subject:
    return Subject(session.id, _name(desk, session.indication), _day(desk, session.treated_at))


def _name(desk: Desk, code: str) -> str:
    return knowledge.indication(code).name.said_in(desk.clinic.language)


def _day(desk: Desk, moment: datetime) -> date:
    return moment.astimezone(desk.zone).date()
