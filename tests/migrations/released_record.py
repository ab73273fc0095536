"""Tests: writes the small record that each release leaves behind under `released/<revision>/`.

Run it once with the code of the release: `python -m tests.migrations.released_record FOLDER`.
Later programs open the folder, bring it up to date and must find everything. All fictional.
"""

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from mesodesk.core.clock import SetClock
from mesodesk.core.ids import ItemId, PatientId, SessionId
from mesodesk.domain.patients import ChartAllergy
from mesodesk.domain.screening.answers import Page, deny_all
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.questions import shown_questions
from mesodesk.services import chart, healing, signing, upkeep
from mesodesk.services.desk import Desk
from mesodesk.services.screening import medicines
from mesodesk.services.screening.signing import sign_screening
from mesodesk.services.screening.starting import start_screening
from mesodesk.services.treatments.reading import signed_session
from tests import visit

PASSWORD, PIN = visit.PASSWORD, "4711"


def write(folder: Path) -> None:
    """A clinic, its clinician and three patients: one treated, one stopped, one only registered."""
    desk = visit.open_clinic(folder)
    signing.set_pin(desk, PASSWORD, PIN)
    upkeep.change_settings(desk, replace(desk.settings, recent_cancer_years=7))
    treated = visit.register(desk)
    visit.screen(desk, treated)
    course = visit.plan(desk, treated)
    shelf = visit.shelve(desk)
    visit.consent(desk, course)
    _observe(desk, visit.treat(desk, course, shelf, note="Both thighs"))
    _stop(desk, visit.register(desk, "Haddad", "Omar"))
    registered = visit.register(desk, "Ferrer", "Lucía")
    chart.save_item(desk, registered, ChartAllergy(ItemId(""), 0, "Soya"))
    desk.close()


def _observe(desk: Desk, session_id: SessionId) -> None:
    """The left thigh, 37 hours later."""
    assert isinstance(desk.clock, SetClock)
    desk.clock.moment += timedelta(hours=37)
    zone = signed_session(desk, session_id).session.zones[0]
    healing.note_observation(desk, session_id, healing.Seen(zone.id, swelling=1, bruising=2))


def _stop(desk: Desk, patient_id: PatientId) -> None:
    """Screened on warfarin: not treated."""
    started = start_screening(desk, patient_id)
    answers = replace(started.draft.answers, indications=("cellulite",), areas=("outer_thigh",))
    for page in Page:
        asked = shown_questions(started.basis.book, page, answers, started.basis.facts)
        answers = deny_all(answers, page, [one.code for one in asked])
    taken = medicines.recognise("Warfarin 5 mg").medicines
    answers = replace(answers, medicines=taken, none_stated=False)
    draft = replace(started.draft, answers=answers, is_list_confirmed=True)
    sign_screening(desk, draft, DecisionKind.DO_NOT_TREAT, "", PASSWORD)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
