"""First start: leads through the three steps, or into the demo clinic. Holds no widget."""

from collections.abc import Callable
from enum import IntEnum
from typing import Protocol

from mesodesk.core.errors import BadInput, MesoDeskError
from mesodesk.ui.first_start.details import ClinicDetails, ClinicianDetails, FirstClinic
from mesodesk.ui.kit.runner import Runner


class Page(IntEnum):
    """The pages in their order."""

    WELCOME = 0
    CLINIC = 1
    CLINICIAN = 2
    RECOVERY = 3


class FirstStartView(Protocol):
    """What the presenter needs of the window."""

    def show_page(self, page: int) -> None:
        """Show a page and put the cursor into its first field."""
        ...

    def show_busy(self, message: str) -> None:
        """Something takes a moment; empty words when it is over."""
        ...

    def show_error(self, error: MesoDeskError) -> None:
        """Show trouble: at the fields where it belongs to one, else in the page's bar."""
        ...

    def show_key(self, key: str) -> None:
        """Show the recovery key."""
        ...

    def show_printed(self) -> None:
        """The recovery sheet went to the printer."""
        ...

    def finish(self) -> None:
        """The record is open; nothing is left to ask."""
        ...


class FirstStartPresenter:
    """`create_clinic` makes and opens the record and returns the recovery key; it takes seconds,
    so it runs in the database thread, as does `open_demo`. `print_sheet(key)` prints the recovery
    sheet and says whether it was sent; it asks for a printer, so it runs here.
    """

    def __init__(
        self,
        view: FirstStartView,
        runner: Runner,
        create_clinic: Callable[[FirstClinic], str],
        open_demo: Callable[[], object],
        print_sheet: Callable[[str], bool],
        words: Callable[[str], str] = str,
    ) -> None:
        self._view, self._runner, self._words = view, runner, words
        self._create_clinic, self._open_demo = create_clinic, open_demo
        self._print_sheet = print_sheet
        self._clinic: ClinicDetails | None = None
        self._key = ""

    def on_set_up(self) -> None:
        """The person wants a clinic of their own."""
        self._view.show_page(Page.CLINIC)

    def on_demo(self) -> None:
        """The person wants to look around."""
        self._view.show_busy(self._words("Making a clinic of fictional patients ..."))
        self._runner.ask(self._open_demo, lambda _opened: self._finish(), self._on_trouble)

    def on_back(self, page: int) -> None:
        """One step back; once the record exists there is no way back."""
        if not self._key:
            self._view.show_page(max(page - 1, Page.WELCOME))

    def on_clinic(self, clinic: ClinicDetails) -> None:
        """Step one is filled in."""
        self._clinic = clinic
        self._view.show_page(Page.CLINICIAN)

    def on_clinician(self, clinician: ClinicianDetails, password: str) -> None:
        """Step two is filled in: make the record."""
        if self._clinic is None:
            self._view.show_page(Page.CLINIC)
            return
        first = FirstClinic(self._clinic, clinician, password)
        self._view.show_busy(self._words("Making the encrypted record ..."))
        self._runner.ask(lambda: self._create_clinic(first), self._on_created, self._on_trouble)

    def on_print(self) -> None:
        """Print the recovery sheet."""
        try:
            is_sent = self._print_sheet(self._key)
        except MesoDeskError as error:
            self._view.show_error(error)
            return
        if is_sent:
            self._view.show_printed()

    def on_kept(self) -> None:
        """The person says the key is in a safe place."""
        self._finish()

    def _on_created(self, key: str) -> None:
        self._key = key
        self._view.show_busy("")
        self._view.show_key(key)
        self._view.show_page(Page.RECOVERY)

    def _on_trouble(self, error: MesoDeskError) -> None:
        self._view.show_busy("")
        if isinstance(error, BadInput) and any(_is_clinic(p.field) for p in error.problems):
            self._view.show_page(Page.CLINIC)
        self._view.show_error(error)

    def _finish(self) -> None:
        self._view.show_busy("")
        self._view.finish()


def _is_clinic(field: str) -> bool:
    return field in ("clinic_name", "address", "phone", "email", "country", "language", "paper")
