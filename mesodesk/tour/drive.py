"""Tour: drives the real window off-screen through a whole visit; leaves pictures and PDFs."""

import os
import sys
import time
from pathlib import Path

from mesodesk.core.paths import holds_record

# Off-screen before Qt is loaded: the tour never shows itself, whatever display there is.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from mesodesk.app.doorway import Doorway
from mesodesk.app.starting import make_application, open_doorway
from mesodesk.tour.steps import PatientHands, Player
from mesodesk.tour.visit import Visit
from mesodesk.ui.kit.printing import FilePrinters


def run_tour(home: Path, out: Path) -> int:
    """Play the tour in an empty data folder. Returns 0 if it came to its end.

    `out` receives numbered PNG pictures and the printed sheets as PDF.
    """
    if holds_record(home):
        print(f"mesodesk: {home} already holds a record; the tour wants an empty folder.")
        return 1
    out.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    trouble = _play(home, out)
    seconds = time.monotonic() - begun
    if trouble:
        print(f"mesodesk: the tour stopped: {trouble}", file=sys.stderr)
        return 1
    pictures, sheets = len(list(out.glob("*.png"))), len(list(out.glob("*.pdf")))
    print(f"The tour took {seconds:.0f} s: {pictures} pictures and {sheets} sheets are in {out}.")
    return 0


def _play(home: Path, out: Path) -> str:
    application = make_application(["mesodesk"])
    doorway = open_doorway(application, home, FilePrinters(out))
    player = Player(application)
    camera = _Camera(doorway, out)
    visit = Visit(doorway, home, PatientHands(player), camera.shoot, out)
    ends: list[str] = []
    player.ended.connect(ends.append)
    player.ended.connect(application.quit)
    player.play(visit.story())
    application.exec()
    if ends and ends[0]:
        camera.shoot("stopped-here")
    doorway.close()
    return ends[0] if ends else "the window was closed"


class _Camera:
    """Keeps numbered pictures of whatever window stands open."""

    def __init__(self, doorway: Doorway, out: Path) -> None:
        self._doorway, self._out, self._taken = doorway, out, 0

    def shoot(self, name: str) -> None:
        """Keep a picture."""
        self._taken += 1
        if self._doorway.window is not None:
            picture = self._doorway.window.grab()
            picture.save(str(self._out / f"{self._taken:02d}-{name}.png"))
