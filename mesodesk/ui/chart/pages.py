"""Chart: how the app gives the chart its pages, and what the head is told by other rooms."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from mesodesk.domain.course_line import HeadFacts
from mesodesk.ui.kit.room import Room

HeadFactsOf = Callable[[str], HeadFacts]


@runtime_checkable
class ShowsPatient(Protocol):
    """A page that shows one patient at a time."""

    def show_patient(self, patient_id: str) -> None:
        """Show this patient."""
        ...


@runtime_checkable
class MayBeReadOnly(Protocol):
    """A page that can be told to change nothing."""

    def set_read_only(self, is_read_only: bool) -> None:
        """Nothing may be changed."""
        ...


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page of every chart: its name in a Destination, its tab, and who builds it.

    `build` makes a Room with `show_patient(patient_id)`; it is called when the page of a patient
    is first opened, once for each open chart.
    """

    name: str
    title: str
    build: Callable[[], Room]


def no_facts(_patient_id: str) -> HeadFacts:
    """What other rooms say where there are none."""
    return HeadFacts()
