"""A child of the printing journey: a visit, then Ctrl+Shift+P prints both sheets of its session.

Run in a process of its own, because the system's printing library looks for its server once.
Prints to the standard output what was printed, and what the audit chain has of it.
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mesodesk.services.sheets.printing import kept_sheets
from mesodesk.store import audit
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.sheets.view import SheetsRoom
from tests import visit


def main(home: Path) -> None:
    """One visit, both sheets on paper."""
    application = QApplication([])
    desk = visit.open_clinic(home)
    who = visit.register(desk)
    course, shelf = visit.plan(desk, who), visit.shelve(desk)
    visit.consent(desk, course)
    session = visit.treat(desk, course, shelf)
    room = SheetsRoom(desk, DirectRunner(), Announcer(), ScriptedPrompter())
    room.show()
    room.activateWindow()
    assert QTest.qWaitForWindowActive(room)
    room.show_patient(who)
    room.go_to(Destination("sheets", who, "session", session))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(room, Qt.Key.Key_P, both)
    for _ in range(100):  # a button pressed by its key is seen to go down first
        if room.notice.message:
            break
        QTest.qWait(50)
    application.processEvents()
    kept = sorted(one.kind for one in kept_sheets(desk, who))
    with desk.store.reading(desk.author) as reading:
        verbs = [event.verb for event in list(audit.events(reading))[:6]]
    lines = (
        f"said: {room.notice.message}",
        f"kept: {' '.join(kept)}",
        f"chain: {' '.join(reversed(verbs))}",
    )
    sys.stdout.write("\n".join(lines) + "\n")
    room.close()
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
