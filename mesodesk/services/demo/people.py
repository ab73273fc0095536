"""Services, demo: the fictional people of the demo clinic, read from their file."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, cast

from mesodesk.core.paths import resources
from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.domain.source import Entry, read

Stage = Literal["registered", "screened", "running", "finished", "stopped"]
Slip = Literal["no_lot", "identity"]
Heals = Literal["usual", "slow", "badly"]


@dataclass(frozen=True, slots=True)
class Person:
    """One fictional patient and their story; `started` is in days before today.

    `once` are painkillers taken on the day before the first screening; `override` is why two
    clinicians went against a founding stop, each time. `slip` is what was missing at the first
    session, by the code of its gate; `begins` are the days from the first visit to the day for
    which the course was planned.
    """

    details: PatientDetails
    indication: str
    areas: tuple[str, ...]
    started: int
    done: int
    every: int
    stage: Stage
    heals: Heals
    stop_reason: str
    medicines: tuple[str, ...]
    conditions: tuple[str, ...]
    allergies: tuple[str, ...]
    once: tuple[str, ...]
    override: str
    slip: Slip | None
    begins: int


@cache
def people() -> tuple[Person, ...]:
    """Everyone in the demo clinic's file, in its order. Raises Mistake."""
    path = resources() / "demo" / "patients.yaml"
    top = read(path.read_text(encoding="utf-8"), path.name).only("patients")
    return tuple(_person(entry) for entry in top.get("patients").items())


def _person(entry: Entry) -> Person:
    entry.only(
        "family", "given", "born", "sex", "skin", "language", "phone", "came_by", "indication",
        "areas", "started", "done", "every", "stage", "reason", "heals", "medicines",
        "conditions", "allergies", "once", "override", "slip", "begins",
    )  # fmt: skip
    stage, heals, slip = entry.find("stage"), entry.find("heals"), entry.find("slip")
    begins = entry.find("begins")
    return Person(
        details=_details(entry),
        indication=entry.get("indication").word(),
        areas=entry.get("areas").words(),
        started=entry.get("started").whole(),
        done=entry.get("done").whole(),
        every=entry.get("every").whole(),
        stage=cast(
            Stage,
            stage.choice("registered", "screened", "running", "finished", "stopped")
            if stage
            else "running",
        ),
        heals=cast(Heals, heals.choice("usual", "slow", "badly") if heals else "usual"),
        stop_reason=_text(entry, "reason"),
        medicines=_words(entry, "medicines"),
        conditions=_words(entry, "conditions"),
        allergies=_words(entry, "allergies"),
        once=_words(entry, "once"),
        override=_text(entry, "override"),
        slip=cast(Slip, slip.choice("no_lot", "identity")) if slip else None,
        begins=begins.whole() if begins else 0,
    )


def _details(entry: Entry) -> PatientDetails:
    born: date = entry.get("born").day()
    return PatientDetails(
        family_name=entry.get("family").word(),
        given_names=entry.get("given").word(),
        birth_date=born,
        sex=Sex(entry.get("sex").choice("female", "male")),
        phototype=entry.get("skin").whole(),
        phones=(entry.get("phone").word(),),
        language=entry.get("language").word(),
        came_by=_text(entry, "came_by"),
    )


def _text(entry: Entry, name: str) -> str:
    found = entry.find(name)
    return found.word() if found else ""


def _words(entry: Entry, name: str) -> tuple[str, ...]:
    found = entry.find(name)
    return found.words() if found else ()
