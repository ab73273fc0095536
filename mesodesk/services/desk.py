"""Services: the desk: an opened record and who sits at it. Every verb takes it first."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from mesodesk.core.clock import Clock, today
from mesodesk.domain.clinic import Author, Clinic, Settings
from mesodesk.store.record import Store


@dataclass(slots=True, eq=False)
class Desk:
    """`clinic` and `settings` are as they stood at the last change or opening."""

    store: Store
    clock: Clock
    author: Author
    clinic: Clinic
    settings: Settings

    @property
    def zone(self) -> ZoneInfo:
        """The clinic's time zone."""
        return self.clinic.zone

    @property
    def today(self) -> date:
        """The calendar day at the clinic."""
        return today(self.clock, self.zone)

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self.store.folder

    def close(self) -> None:
        """Seal the audit chain's end and close every file."""
        self.store.close()
