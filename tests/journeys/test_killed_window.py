"""A window killed while somebody types: at most two seconds of typing are lost."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from mesodesk.core.clock import SystemClock
from mesodesk.services import sign_in, upkeep
from mesodesk.services.drafts import drafts
from tests.journeys.conftest import PASSWORD, SetUp

ROOT = Path(__file__).parents[2]
MOST_LOST_S = 2.0
TYPIST = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from mesodesk.app.starting import make_application, open_doorway
from mesodesk.tour.hands import Hands
from mesodesk.ui.kit.room import Destination

application = make_application(["mesodesk"])
doorway, hands = open_doorway(application, Path(sys.argv[1])), Hands()

def open_form():
    doorway.window.go_to(Destination("patients", page="new"))
    timer.start()

def write():
    hands.type("a")
    print(time.monotonic(), flush=True)

timer = QTimer()
timer.setInterval(50)
timer.timeout.connect(write)
def sign_in():
    if QApplication.focusWidget() is None:
        QTimer.singleShot(20, sign_in)
        return
    hands.type(sys.argv[2])
    hands.press("Return")

doorway.inside.connect(lambda: QTimer.singleShot(300, open_form))
sign_in()
application.exec()
"""


def test_that_a_killed_window_has_kept_all_but_the_last_two_seconds_of_typing(
    home: Path, set_up: SetUp
) -> None:
    set_up()[0].close()
    child = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(home), PASSWORD],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert child.stdout is not None
    ending = threading.Timer(40, child.kill)  # a window that never opens must not hang the test
    ending.start()
    with child.stdout as lines:
        # three seconds and a half of typing
        typed = [float(lines.readline()) for _ in range(70)]
        killed_at = time.monotonic()
        child.send_signal(signal.SIGKILL)
    assert child.wait() == -signal.SIGKILL
    ending.cancel()

    clock = SystemClock()
    desk = sign_in.sign_in(home, sign_in.unlock(home, PASSWORD, clock), clock)
    (kept,) = drafts(desk, "patient")
    safe = len(kept.content["given_names"])
    assert [one for one in upkeep.verify(desk) if one.wrong] == []
    desk.close()
    assert safe >= sum(1 for moment in typed if killed_at - moment > MOST_LOST_S)
    assert safe > 0
