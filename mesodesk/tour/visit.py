"""Tour: the visit itself: a fictional patient, from the first call to the sheets on paper."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTableView, QWidget

from mesodesk.app.doorway import Doorway
from mesodesk.app.opened import demo_password
from mesodesk.app.rooms import ClinicWindow
from mesodesk.tour import eyes
from mesodesk.tour.hands import Hands
from mesodesk.tour.steps import Story, Until
from mesodesk.ui.kit.signature_pad import SignaturePad
from mesodesk.ui.kit.suggestions import SuggestionList
from mesodesk.ui.sheets.sheet_list import SheetList

_SIZE = (1366, 768)
_PACE = 0.7
_SIGNATURE = ((0.1, 0.7), (0.2, 0.2), (0.28, 0.8), (0.42, 0.3), (0.6, 0.7), (0.9, 0.45))
_PHOTOGRAPHS = (
    "Yes: Photographs may be taken and kept in my record, to follow the treatment.",
    "No: They may be shown to professionals for teaching, without my name.",
    "No: They may be published to present the clinic's work, without my name.",
)
_OTHER_SHEETS = ("Consent", "Screening record", "Course plan", "Traceability card")


class Visit:
    """One visit. `shoot(name)` keeps a picture of the window as it is."""

    def __init__(
        self, doorway: Doorway, home: Path, hands: Hands, shoot: Callable[[str], None], out: Path
    ) -> None:
        self._doorway, self._home, self._hands = doorway, home, hands
        self._shoot, self._out = shoot, out

    def story(self) -> Story:
        """From the first start to the last sheet."""
        yield from self._arrive()
        yield from self._look_around()
        yield from self._register()
        yield from self._screen()
        yield from self._plan()
        yield from self._take_consent()
        yield from self._treat()
        yield from self._print_sheets()
        yield from self._afterwards()

    def _arrive(self) -> Story:
        yield Until("the first start", lambda: eyes.has_button("Look around with a demo clinic"))
        self._shoot("welcome")
        self._hands.click(eyes.button("Look around with a demo clinic"))
        yield Until(
            "the clinic's window", lambda: isinstance(self._doorway.window, ClinicWindow), 90
        )
        window = self._window()
        window.resize(*_SIZE)
        window.activateWindow()
        yield Until("the day's lists", _has_rows)
        yield from _pause(1.5)  # the sessions due come first, the other lists after them
        self._shoot("today")

    def _look_around(self) -> Story:
        self._hands.press("Ctrl+K")
        self._hands.type("zoe o briain")
        yield Until("somebody found", lambda: eyes.is_shown(SuggestionList))
        yield from _pause(0.4)
        self._shoot("search")
        self._hands.press("Return")
        yield Until("the chart", lambda: eyes.has_tab("Overview"))
        yield from _pause(1.0)
        self._shoot("chart")
        yield from self._turn_to("Healing")
        yield Until("sessions", _has_rows)
        self._hands.presses("Down", 3)
        yield from _pause(0.6)
        self._shoot("healing")

    def _register(self) -> Story:
        self._hands.press("Ctrl+2")
        yield Until("the list of patients", lambda: eyes.has_button("New patient"))
        self._hands.press("Ctrl+N")
        yield Until("the form", lambda: eyes.has_line("Given names"))
        for text, tabs in (
            ("Maëlle", 1),
            ("Quéméneur-Ångström", 2),
            ("14/03/1986", 1),
        ):
            self._hands.type(text)
            self._hands.presses("Tab", tabs)
        self._hands.press("Space")
        self._hands.presses("Tab", 1)
        self._hands.press("Space")
        self._hands.press("Tab")
        self._hands.type("+33 1 99 00 07 77")
        yield from _pause(0.4)
        self._shoot("new-patient")
        self._hands.press("Ctrl+S")
        yield Until("the new chart", lambda: eyes.has_tab("Overview"))
        yield from _pause(0.5)

    def _screen(self) -> Story:
        yield from self._turn_to("Screening")
        yield Until("nothing screened yet", lambda: eyes.has_button("Start the screening"))
        self._hands.click(eyes.button("Start the screening"))
        yield Until("the first page", lambda: eyes.has_button("Hair loss"))
        self._hands.click(eyes.button("Cellulite reduction"))
        yield from self._none_and_next()
        self._hands.type("aspiring")
        self._hands.press("Return")
        yield Until("did you mean", lambda: eyes.has_button("No, something else  (N)"))
        self._shoot("did-you-mean")
        self._hands.press("Y")
        yield from _pause(0.4)
        self._shoot("not-suitable")
        self._hands.click(eyes.button("Remove aspiring"))
        yield from _pause(0.3)
        for _page in range(4):
            yield from self._none_and_next()
        self._shoot("review")
        self._hands.press("Ctrl+S")
        yield Until("the signature's question", lambda: eyes.is_shown(QDialog))
        yield from self._sign()
        yield Until("the screening signed", lambda: eyes.has_button("All screenings"))

    def _plan(self) -> Story:
        yield from self._turn_to("Course")
        yield Until("a new course", lambda: eyes.has_button("Save course"))
        self._hands.press("Down")
        yield Until("suggested areas", lambda: eyes.has_button("Outer thigh"))
        self._hands.click(eyes.button("Outer thigh"))
        yield from _pause(0.4)
        self._shoot("course")
        self._hands.click(eyes.button("Save course"))
        yield Until("the course saved", lambda: eyes.has_button("Stop the course"))

    def _take_consent(self) -> Story:
        yield from self._turn_to("Consent and sheets")
        yield Until("the consents", lambda: eyes.has_tab("Consents"))
        yield from self._turn_to("Consents")
        yield Until("a consent to take", lambda: eyes.has_button("Take the consent"))
        self._hands.click(eyes.button("Take the consent"))
        yield Until("the declarations", lambda: eyes.has_button("All agreed"))
        yield from _pause(0.5)
        self._hands.click(eyes.button("All agreed"))
        for answer in _PHOTOGRAPHS:
            self._hands.click(eyes.button(answer))
        self._hands.draw(eyes.the(SignaturePad).area, _SIGNATURE)
        self._hands.click(eyes.line("Your password or PIN"))
        self._hands.type(demo_password(self._home))
        yield from _pause(1.2)
        self._shoot("consent")
        self._hands.press("Return")
        yield from _pause(0.2)
        if eyes.has_button("All agreed"):
            self._hands.press("Ctrl+Return")
        yield Until("the consent signed", lambda: not eyes.has_button("All agreed"))

    def _treat(self) -> Story:
        yield from self._turn_to("Session")
        yield Until("a new session", lambda: eyes.has_button("New session"))
        self._hands.click(eyes.button("New session"))
        yield Until("the identity gate", lambda: eyes.has_button("Name and birth date confirmed"))
        self._hands.click(eyes.button("Name and birth date confirmed"))
        yield from _pause(0.4)
        for zone in ("thigh l 24", "thigh r 24"):
            self._hands.click(eyes.line("Add a zone"))
            self._hands.type(zone)
            self._hands.press("Return")
            yield from _pause(0.5)
        self._hands.click(eyes.button("Lay a grid of points"))
        yield from _pause(0.3)
        self._hands.press("F5")
        yield Until("the mixture", lambda: eyes.has_button("As planned"))
        self._hands.click(eyes.button("As planned"))
        yield from _pause(0.6)
        for _lot in range(4):
            self._hands.press("F12")
            yield from _pause(0.35)
        self._shoot("session")
        self._hands.press("F8")
        yield Until("the start", lambda: eyes.has_button("None for all zones (N)"))
        self._hands.press("Ctrl+Shift+0")
        yield from _pause(0.4)
        self._hands.press("F7")
        yield Until("the signature", lambda: eyes.has_line("Password or PIN"))
        yield from _pause(0.4)
        self._shoot("sign")
        yield from self._sign()
        yield Until("the session signed", lambda: eyes.has_button("Print the two sheets"))
        yield from _pause(0.4)
        self._shoot("signed")

    def _print_sheets(self) -> Story:
        self._hands.press("Ctrl+P")
        yield Until("the sheets", lambda: eyes.has_button("Print ..."))
        yield from _pause(1.0)
        self._shoot("sheets")
        yield from self._print()
        chosen: tuple[str, ...] = ("Aftercare", "Session record")
        for sheet in _OTHER_SHEETS:
            self._choose(chosen, is_wanted=False)
            self._choose((sheet,), is_wanted=True)
            chosen = (sheet,)
            yield from _pause(0.5)
            yield from self._print()

    def _afterwards(self) -> Story:
        yield from self._turn_to("Overview")
        self._hands.press("Ctrl+3")
        yield Until("the stock", lambda: eyes.has_button("Receive a lot"))
        yield from _pause(0.5)
        self._shoot("stock")
        self._hands.press("Ctrl+L")
        yield from _pause(0.4)
        self._shoot("locked")

    def _window(self) -> QWidget:
        assert self._doorway.window is not None
        return self._doorway.window

    def _turn_to(self, words: str) -> Story:
        yield Until(f"the page {words}", lambda: eyes.has_tab(words))
        bar, number = eyes.tab(words)
        self._hands.click(bar, bar.tabRect(number).center())
        yield from _pause(0.4)

    def _none_and_next(self) -> Story:
        """None of these, then the next page."""
        yield from _pause(0.25)
        self._hands.press("Alt+N")
        yield from _pause(0.25)
        self._hands.press("Ctrl+Return")
        yield from _pause(0.35)

    def _sign(self) -> Story:
        self._hands.type(demo_password(self._home))
        self._hands.press("Return")
        yield from _pause(0.3)

    def _choose(self, sheets: tuple[str, ...], *, is_wanted: bool) -> None:
        """Tick sheets, or take their ticks away."""
        listed = eyes.the(SheetList)
        for item in (listed.item(row) for row in range(listed.count())):
            if item.text() in sheets:
                self._hands.click(listed.viewport(), listed.visualItemRect(item).center())
                if is_wanted is not (item.checkState() is Qt.CheckState.Checked):
                    self._hands.press("Space")

    def _print(self) -> Story:
        before = len(list(self._out.glob("*.pdf")))
        self._hands.press("Ctrl+P")
        yield Until("a sheet printed", lambda: len(list(self._out.glob("*.pdf"))) > before, 30)
        yield Until("the printer free", lambda: eyes.has_button("Print ..."), 30)


def _has_rows() -> bool:
    """Whether some visible list has something in it."""
    # A table without rows to show yet has no model, whatever its type says.
    models = [cast(Any, table).model() for table in eyes.visible(QTableView)]
    return any(model.rowCount() for model in models if model is not None)


def _pause(seconds: float) -> Story:
    """Let the window catch up, as a person would."""
    begun = time.monotonic()
    yield Until("a moment", lambda: time.monotonic() - begun > seconds * _PACE)
