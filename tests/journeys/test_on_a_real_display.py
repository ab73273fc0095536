"""One journey in a real window of a real X server: nothing of the program is in this process."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from mesodesk.core.clock import SystemClock
from mesodesk.services import register, sign_in
from tests.journeys.conftest import PASSWORD, SetUp

ROOT = Path(__file__).parents[2]
PATIENCE_S = 40.0


class Display:
    """An X server, and a person's hands and eyes before it."""

    def __init__(self, number: int) -> None:
        self.environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
            "QT_LOGGING_RULES": "*.debug=false",
        }

    def start(self, home: Path) -> "subprocess.Popen[str]":
        """`python -m mesodesk --home HOME`."""
        return subprocess.Popen(
            [sys.executable, "-m", "mesodesk", "--home", str(home)],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def do(self, *words: str) -> str:
        """One command of xdotool; what it said, empty where it found nothing."""
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        return done.stdout.strip()

    def windows(self) -> dict[str, tuple[int, int]]:
        """Visible windows of MesoDesk: their size by their id."""
        found = {}
        for one in self.do("search", "--onlyvisible", "--name", "^MesoDesk$").split():
            size = dict(
                line.split("=", 1)
                for line in self.do("getwindowgeometry", "--shell", one).splitlines()
                if "=" in line
            )
            if "WIDTH" in size:
                found[one] = (int(size["WIDTH"]), int(size["HEIGHT"]))
        return found

    def look(self, window: str, picture: Path) -> int:
        """Take a picture of a window; returns how many colours are seen in it."""
        subprocess.run(
            ["import", "-window", window, str(picture)],
            env=self.environment,
            capture_output=True,
            timeout=30,
            check=True,
        )
        with Image.open(picture) as seen:
            return len(seen.convert("RGB").getcolors(1 << 24) or ())


def until(found: Callable[[], object]) -> None:
    """Look again and again until it is so."""
    pause, end = threading.Event(), time.monotonic() + PATIENCE_S
    while not found():
        assert time.monotonic() < end, "waited in vain"
        pause.wait(0.1)


@pytest.fixture
def display() -> Iterator[Display]:
    """An X server on a free display, 1366 x 768."""
    for tool in ("Xvfb", "xdotool", "import"):
        assert shutil.which(tool), f"{tool} is needed (Debian: xvfb, xdotool, imagemagick)"
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = int(told.readline())
    yield Display(number)
    server.terminate()
    server.wait(timeout=20)


def test_that_the_window_opens_on_a_real_display_takes_a_password_and_closes_in_order(
    display: Display, set_up: SetUp, home: Path, tmp_path: Path
) -> None:
    desk, _ = set_up()
    desk.close()
    program = display.start(home)
    try:
        until(display.windows)
        (prompt,) = display.windows()
        until(lambda: display.look(prompt, tmp_path / "prompt.png") > 50)

        display.do("windowfocus", "--sync", prompt)
        display.do("type", "--delay", "5", PASSWORD)
        display.do("key", "Return")
        until(lambda: display.windows() and prompt not in display.windows())
        (main,) = display.windows()
        width, height = display.windows()[main]
        assert 1000 <= width <= 1366
        assert 600 <= height <= 768
        until(lambda: display.look(main, tmp_path / "today.png") > 50)

        display.do("windowfocus", "--sync", main)
        display.do("key", "ctrl+q")
        assert program.wait(timeout=PATIENCE_S) == 0
    finally:
        if program.poll() is None:
            program.kill()
        _, said = program.communicate()
    assert said == ""

    clock = SystemClock()
    again = sign_in.sign_in(home, sign_in.unlock(home, PASSWORD, clock), clock)
    verbs = [row.verb for row in register.audit_trail(again)]
    again.close()
    assert verbs.count("sign_in") == 2
