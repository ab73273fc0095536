"""A process killed at any moment loses nothing that it called safe, and leaves nothing half."""

import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from mesodesk.core.clock import SystemClock
from mesodesk.core.ids import PatientId, SessionId
from mesodesk.services import sign_in, upkeep
from mesodesk.services.treatments.drafts import drafts_of, new_session, open_draft, save_draft
from mesodesk.services.treatments.reading import session_start
from mesodesk.services.treatments.signing import sign_session
from tests.journeys.conftest import PASSWORD, SetUp
from tests.unit.services.treatments.visits import add_course, add_patient, prepare_visit

ROOT = Path(__file__).parents[2]
MOST_ZONES = 6
STEPS = 2 * (MOST_ZONES + 1)  # two sessions: each zone kept, then the signature
LONGEST_S = 0.1


@dataclass
class Told:
    """What the killed process had said by then: zones kept and signed, by session."""

    kept: dict[str, int] = field(default_factory=dict)
    signed: dict[str, int] = field(default_factory=dict)

    def hear(self, line: str) -> None:
        """One line; a line that was cut off by the kill says nothing."""
        match line.split():
            case ["kept", one, zones] if line.endswith("\n"):
                self.kept[one] = int(zones)
            case ["signed", one, zones] if line.endswith("\n"):
                self.signed[one] = int(zones)


def work_until_killed(home: Path, patient_id: str, course_id: str, random: Random) -> Told:
    """Kill -9 at a random moment after a random step; returns what was said to be safe."""
    words = [sys.executable, "-m", "tests.journeys.clinician_at_work"]
    child = subprocess.Popen(
        [*words, str(home), patient_id, course_id],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    told = Told()
    with child.stdout as lines:
        for _ in range(random.randrange(STEPS)):
            told.hear(lines.readline())
        threading.Event().wait(random.uniform(0, LONGEST_S))
        child.send_signal(signal.SIGKILL)
        for line in lines:
            told.hear(line)
    assert child.wait() == -signal.SIGKILL
    return told


def look(home: Path, patient_id: PatientId, told: Told, before: set[str]) -> set[str]:
    """Everything is there, nothing is half. Returns the ids of all signed sessions."""
    clock = SystemClock()
    hold = sign_in.FolderHold(home)  # the killed window's lock went with it
    desk = sign_in.sign_in(home, sign_in.unlock(home, PASSWORD, clock), clock)
    try:
        assert [one for one in upkeep.verify(desk) if one.wrong] == []
        signed = {one.id: one for one in session_start(desk, patient_id).sessions}
        assert set(told.signed) | before <= set(signed)
        for one in signed.values():
            assert (len(one.zones), len(one.components)) == (MOST_ZONES, 2)
            assert all(len(zone.points) == 2 for zone in one.zones)
        for one_id, zones in told.kept.items():
            if one_id not in signed:
                found = open_draft(desk, SessionId(one_id))
                assert found is not None
                assert len(found[0].zones) >= zones
        offered = {str(draft.id) for draft in drafts_of(desk, patient_id)}
        assert not offered & set(signed), "what is signed is not offered for signing again"
        return {str(one) for one in signed}
    finally:
        desk.close()
        hold.release()


def kill_again_and_again(times: int, seed: int, home: Path, set_up: SetUp) -> None:
    desk, _ = set_up()
    prepare_visit(desk)
    patient_id = add_patient(desk, "Adeyemi")
    course = add_course(desk, patient_id)
    desk.close()
    random, signed = Random(seed), set[str]()
    for _ in range(times):
        told = work_until_killed(home, patient_id, course.id, random)
        signed = look(home, patient_id, told, signed)
    assert signed, "no session was ever signed: the kills came too early to prove anything"


def test_that_a_session_survives_three_kills(home: Path, set_up: SetUp) -> None:
    kill_again_and_again(3, 1, home, set_up)


def test_that_a_kill_between_the_signature_and_the_drafts_end_offers_nothing_twice(
    home: Path, set_up: SetUp
) -> None:
    desk, _ = set_up()
    visit = prepare_visit(desk)
    sign_session(desk, visit.session, PASSWORD)
    save_draft(desk, visit.session, "Cellulite", {})  # as the kill would have left it
    waiting = new_session(desk, visit.patient_id, visit.course.id)
    save_draft(desk, waiting, "Cellulite", {})
    desk.close()
    clock = SystemClock()
    again = sign_in.sign_in(home, sign_in.unlock(home, PASSWORD, clock), clock)
    offered = [draft.id for draft in drafts_of(again)]
    again.close()
    assert offered == [waiting.id]


@pytest.mark.slow
def test_that_a_session_survives_twenty_kills_at_random_moments(home: Path, set_up: SetUp) -> None:
    kill_again_and_again(20, 3, home, set_up)
