"""Domain: what is wrong with a patient's details or an item of the chart, field by field."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from mesodesk.core.clock import age_on
from mesodesk.core.errors import Problem
from mesodesk.domain.names.folding import has_letter
from mesodesk.domain.names.phones import digits
from mesodesk.domain.patients import (
    ChartAllergy,
    ChartCondition,
    ChartItem,
    ChartMedicine,
    Measurement,
    MedicineUse,
    PatientDetails,
)

OLDEST_YEARS = 130
LONGEST_NAME, LONGEST_NOTE = 200, 20_000
# Bounds of what a person can weigh and measure; beyond them the unit was mistaken.
LIGHTEST_KG, HEAVIEST_KG = Decimal(1), Decimal(500)
SHORTEST_CM, TALLEST_CM = Decimal(30), Decimal(275)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_PHONE = re.compile(r"\+?[\d\s().\-‐‑–/]+((ext|x|#)[.\s]*\d{1,6})?", re.IGNORECASE)
_FEWEST_PHONE, _MOST_PHONE = 3, 20


def details_problems(details: PatientDetails, today: date) -> tuple[Problem, ...]:
    """What keeps the details from being saved; empty when all is well."""
    names, births = _name_problems(details), _birth_problems(details.birth_date, today)
    return (*names, *births, *_contact_problems(details))


def item_problems(item: ChartItem, today: date) -> tuple[Problem, ...]:
    """What keeps an item of the chart from being saved; empty when all is well."""
    return tuple(_ITEM_CHECKS[type(item)](item, today))


def _name_problems(details: PatientDetails) -> Iterator[Problem]:
    names = (details.family_name, details.given_names)
    if not any(has_letter(name) for name in names):
        yield Problem("family_name", "Type the patient's name, in any script.")
    for field in ("family_name", "given_names", "maiden_name"):
        name = getattr(details, field)
        if len(name) > LONGEST_NAME:
            yield Problem(field, f"A name of more than {LONGEST_NAME} characters cannot be kept.")
        elif name and not has_letter(name) and has_letter("".join(names)):
            yield Problem(field, "This is not a name: it has no letter.")
    if len(details.notes) > LONGEST_NOTE:
        yield Problem("notes", f"A note holds at most {LONGEST_NOTE} characters.")


def _birth_problems(birth_date: date, today: date) -> Iterator[Problem]:
    if birth_date > today:
        yield Problem("birth_date", "The birth date lies in the future. Check the year.")
    elif age_on(birth_date, today) > OLDEST_YEARS:
        words = f"This would be an age of more than {OLDEST_YEARS} years. Check the year."
        yield Problem("birth_date", words)


def _contact_problems(details: PatientDetails) -> Iterator[Problem]:
    phones = (
        *(("phones", phone) for phone in details.phones),
        ("emergency_phone", details.emergency_contact.phone),
        ("gp_phone", details.gp.phone),
    )
    for field, phone in phones:
        if phone and not _is_phone(phone):
            yield Problem(field, f"“{phone[:40]}” is not a telephone number.")
    if details.email and not _EMAIL.fullmatch(details.email):
        yield Problem("email", "An e-mail address looks like name@example.org.")
    if details.phototype is not None and details.phototype not in range(1, 7):
        yield Problem("phototype", "The phototype is 1 to 6.")


def _is_phone(phone: str) -> bool:
    fits = _PHONE.fullmatch(phone.strip()) is not None
    return fits and _FEWEST_PHONE <= len(digits(phone)) <= _MOST_PHONE


def _allergy_problems(item: ChartItem, _today: date) -> Iterator[Problem]:
    assert isinstance(item, ChartAllergy)
    if not item.substance.strip():
        yield Problem("substance", "Name what the patient is allergic to.")


def _medicine_problems(item: ChartItem, today: date) -> Iterator[Problem]:
    assert isinstance(item, ChartMedicine)
    if not item.typed.strip():
        yield Problem("typed", "Name the medicine, as the patient says it.")
    if item.last_taken and item.last_taken > today:
        yield Problem("last_taken", "The day it was last taken cannot lie in the future.")
    is_ahead = item.ended_on is not None and item.ended_on > today
    if is_ahead and not item.end_set_by_prescriber:
        words = "An end in the future counts only where the prescriber already set it."
        yield Problem("ended_on", words)
    if item.ended_on and item.last_taken and item.last_taken > item.ended_on:
        yield Problem("last_taken", "It was last taken after it ended: check both days.")
    if is_ahead and item.use is MedicineUse.ENDED:
        yield Problem("use", "It has not ended yet: it is still regular or occasional.")


def _condition_problems(item: ChartItem, _today: date) -> Iterator[Problem]:
    assert isinstance(item, ChartCondition)
    if not item.name.strip():
        yield Problem("name", "Name the condition.")


def _measurement_problems(item: ChartItem, today: date) -> Iterator[Problem]:
    assert isinstance(item, Measurement)
    if item.weight_kg is None and item.height_cm is None:
        yield Problem("weight_kg", "Type the weight, the height, or both.")
    if item.weight_kg is not None and not LIGHTEST_KG <= item.weight_kg <= HEAVIEST_KG:
        yield Problem("weight_kg", f"Between {LIGHTEST_KG} and {HEAVIEST_KG} kg.")
    if item.height_cm is not None and not SHORTEST_CM <= item.height_cm <= TALLEST_CM:
        yield Problem("height_cm", f"Between {SHORTEST_CM} and {TALLEST_CM} cm.")
    for field, places in (("weight_kg", 3), ("height_cm", 2)):
        number = getattr(item, field)
        if number is not None and number != round(number, places):
            yield Problem(field, f"At most {places} places after the point.")
    if item.taken_on > today:
        yield Problem("taken_on", "A measurement cannot lie in the future.")


_ITEM_CHECKS: dict[type[ChartItem], Callable[[ChartItem, date], Iterator[Problem]]] = {
    ChartAllergy: _allergy_problems,
    ChartMedicine: _medicine_problems,
    ChartCondition: _condition_problems,
    Measurement: _measurement_problems,
}
