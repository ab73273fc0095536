"""The audit trail's words: no event is shown by its code."""

from dataclasses import fields
from datetime import UTC, datetime

import pytest

from mesodesk.domain.clinic import Clinic, Clinician, Settings
from mesodesk.domain.healing.observation import Observation
from mesodesk.domain.patients import PatientDetails
from mesodesk.domain.register import AuditRow
from mesodesk.models.courses import CourseVersion
from mesodesk.ui.register.field_words import SILENT, field_words, names_of_fields
from mesodesk.ui.register.wording import event_words

AT = datetime(2026, 3, 8, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("verb", "kind", "said"),
    [
        ("sign", "session", "signed a session"),
        ("reprint", "sheet", "reprinted a sheet"),
        ("outcome", "sheet", "noted how the printing or saving of a sheet ended"),
        ("trace", "lot", "looked up who received a lot"),
    ],
)
def test_that_an_event_is_said_as_a_sentence(verb: str, kind: str, said: str) -> None:
    assert event_words(AuditRow(1, AT, "Dr A", verb, kind, "s", "p", "Zoë", ())) == said


def test_that_fields_are_said_in_words_and_those_of_the_program_are_not_said() -> None:
    said = field_words(("maintenance_months_from", "maintenance_months_to", "phones", "version"))
    assert said == "maintenance, telephone"


@pytest.mark.parametrize("kind", [Clinic, Clinician, Observation, PatientDetails, Settings])
def test_that_every_field_of_what_is_changed_has_words(kind: type) -> None:
    names = {one.name for one in fields(kind)}
    assert names <= SILENT | set(names_of_fields())


def test_that_every_column_of_a_course_has_words() -> None:
    names = {column.key for column in CourseVersion.__table__.columns}
    assert names <= SILENT | set(names_of_fields())
