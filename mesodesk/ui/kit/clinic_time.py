"""Kit: what day and hour it is at the clinic, whatever zone the workstation is set to."""

from collections.abc import Callable
from datetime import date, datetime, tzinfo

from mesodesk.core.clock import Clock

Zone = Callable[[], tzinfo | None]


class _Wall:
    """Where the clinic's clock hangs; before a record is open, the workstation's own zone."""

    zone: Zone = staticmethod(lambda: None)


def follow(zone: Zone) -> None:
    """Show times in the zone that `zone` gives; None is the workstation's own."""
    _Wall.zone = staticmethod(zone)


def at_clinic(moment: datetime) -> datetime:
    """A moment (aware) as the clinic's clock on the wall shows it."""
    return moment.astimezone(_Wall.zone())


def today(clock: Clock) -> date:
    """The calendar day it is now at the clinic."""
    return at_clinic(clock.now()).date()
