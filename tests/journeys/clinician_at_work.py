"""A child process that is killed: a clinician who writes and signs one session after another.

Run as `python clinician_at_work.py HOME PATIENT COURSE`. It says on its standard output, one line
at a time and at once, what is safe by now: `kept SESSION ZONES` or `signed SESSION ZONES`.
"""

import sys
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from mesodesk.core.clock import SystemClock
from mesodesk.core.ids import CourseId, PatientId
from mesodesk.domain.treatments import Component, Session
from mesodesk.services import sign_in, stock
from mesodesk.services.desk import Desk
from mesodesk.services.treatments.drafts import new_session, save_draft
from mesodesk.services.treatments.signing import missing_at_signing, sign_session
from tests.journeys.conftest import PASSWORD
from tests.unit.services.treatments.visits import zone

REGIONS = ("outer_thigh", "abdomen", "buttock")
MOST_ZONES = 6


def main(home: Path, patient_id: PatientId, course_id: CourseId) -> None:
    """Work until killed."""
    clock = SystemClock()
    with sign_in.holding(home):
        desk = sign_in.sign_in(home, sign_in.unlock(home, PASSWORD, clock), clock)
        say("open")
        while True:
            write_and_sign(desk, new_session(desk, patient_id, course_id))


def write_and_sign(desk: Desk, session: Session) -> None:
    """One zone after another, each kept; then the signature."""
    session = replace(session, identity_confirmed=True, components=mixture(desk))
    sides = cycle(("left", "right"))
    for number in range(MOST_ZONES):
        more = zone(REGIONS[number // 2], next(sides))
        session = replace(session, zones=(*session.zones, more))
        save_draft(desk, session, "Cellulite", {"zone": more.id})
        say("kept", session)
    reasons = {code: "as it happened" for code, _words in missing_at_signing(desk, session)}
    sign_session(desk, session, PASSWORD, reasons)
    say("signed", session)


def mixture(desk: Desk) -> tuple[Component, ...]:
    """What is on the shelf, two millilitres of each."""
    return tuple(
        Component(one.id, one.name, zone("abdomen", "left").volume_ml * 2)
        for one in stock.products(desk)
    )


def say(verb: str, session: Session | None = None) -> None:
    """Say at once what is safe."""
    told = f" {session.id} {len(session.zones)}" if session else ""
    print(verb + told, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), PatientId(sys.argv[2]), CourseId(sys.argv[3]))
