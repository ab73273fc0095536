"""One window for each data folder; short commands run beside it, long ones refuse kindly."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.services.patients import patient_count, register_patient
from tests.journeys.conftest import PASSWORD, SetUp
from tests.journeys.program import Program

ROOT = Path(__file__).parents[2]


def typed(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`mesodesk --home HOME ...`, as typed in a terminal, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "mesodesk", "--home", str(home), *words],
        cwd=ROOT,
        env={**os.environ, "MESODESK_PASSWORD": PASSWORD},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_that_a_second_window_is_refused_kindly_while_short_commands_run_beside_the_first(
    program: Program, set_up: SetUp, home: Path
) -> None:
    desk, _ = set_up()
    register_patient(desk, PatientDetails("Okonjo", "Ingrid", date(1986, 2, 3), Sex.FEMALE))
    desk.close()
    program.start()
    program.sign_in(PASSWORD)

    second = Program(program.qtbot, home)
    try:
        second.start()
        second.hands.type(PASSWORD)
        second.hands.press("Return")
        second.until(second.prompt.trouble.isVisible)
        assert "already open" in second.said()
        assert "Use the window that is already open, or close it first." in second.said()
    finally:
        second.leave()

    found = typed(home, "find", "okonjo")
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.startswith("M-00001  Okonjo, Ingrid  1986-02-03")

    checked = typed(home, "verify")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "audit chain: good" in checked.stdout

    for refused in (typed(home, "demo"), typed(home, "demo", "--wipe")):
        assert refused.returncode == 1
        assert "already open" in refused.stderr
        assert "Traceback" not in refused.stderr

    assert patient_count(program.desk) == 1
    program.restart()
    program.sign_in(PASSWORD)


def test_that_the_demo_refuses_to_take_the_place_of_a_clinics_record(
    set_up: SetUp, home: Path
) -> None:
    desk, _ = set_up()
    desk.close()
    before = sorted((one.name, one.stat().st_size) for one in home.iterdir())
    for words in (("demo",), ("demo", "--wipe")):
        refused = typed(home, *words)
        assert refused.returncode == 1
        assert refused.stderr.startswith("mesodesk: ")
        assert "Traceback" not in refused.stderr
    kept = {one.name: one.stat().st_size for one in home.iterdir()}
    assert all(kept.get(name) == size for name, size in before)
