"""Services, sheets: what a consent to a course says, put together from the record."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Literal

from mesodesk.domain.consents import Consent, NamedProduct
from mesodesk.domain.courses.course import Course
from mesodesk.domain.sheets.consent import (
    ConsentAnswer,
    ConsentProduct,
    ConsentSheet,
    Ink,
    Licence,
    Signature,
)
from mesodesk.domain.sheets.letterhead import PlannedCourse, UsualCourse
from mesodesk.domain.sheets.wording import Wording
from mesodesk.domain.stock import LegalStatus, Product
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.heads import Head, local
from mesodesk.services.sheets.places import place
from mesodesk.services.treatments.drafts import drafted_sessions
from mesodesk.store import stock
from mesodesk.store.work import Reading

# The founding document treats these two by dissolving fat: whatever product is chosen in the end,
# the patient hears what that can do, also before the clinic has written a recipe.
_LIPOLYSIS = frozenset(("localised_fat", "post_liposuction"))
PAD = 10_000  # the signature pad's width, and its height, in the units in which strokes are kept
_PAD_RATIO = 3.0  # the pad on screen is three times as wide as high


def consent_sheet(
    desk: Desk,
    reading: Reading,
    head: Head,
    course: Course,
    *,
    informed_on: date | None = None,
    treatment_on: date | None = None,
    answers: tuple[tuple[str, bool], ...] = (),
    signatures: tuple[Signature, ...] = (),
) -> ConsentSheet:
    """The consent to a course, with the products that it is planned with."""
    products = planned_products(reading, course)
    return ConsentSheet(
        letterhead=head.letterhead,
        patient=head.patient,
        indication=course.indication,
        areas=tuple(place(area.region, area.side, head.wording) for area in course.areas),
        products=tuple(_product(one, head.wording) for one in products),
        course=planned(course, products),
        operator=head.operator,
        complaints_to=_complaints(desk),
        is_lipolytic=course.indication in _LIPOLYSIS or any(one.is_lipolytic for one in products),
        information_given_on=informed_on,
        reflection_days=desk.settings.reflection_days,
        treatment_on=treatment_on,
        recent_cancer_years=desk.settings.recent_cancer_years,
        notices=_notices(desk, products, head.wording),
        answers=tuple(ConsentAnswer(key, is_yes) for key, is_yes in answers),
        signatures=signatures,
        cost_note=course.cost_note.strip(),
    )


def planned_products(reading: Reading, course: Course) -> tuple[Product, ...]:
    """The products chosen for the course, else those of the clinic's usual mixture, or none."""
    usual = [one for one in stock.recipes(reading, course.indication) if one.is_default]
    parts = usual[0].parts if usual else ()
    chosen = course.products or tuple(part.product_id for part in parts)
    return tuple(stock.product(reading, one) for one in chosen)


def with_mixture(desk: Desk, reading: Reading, course: Course) -> Course:
    """The course with what a session being written for it holds beside its own products.

    What is about to be injected is what the patient is asked to agree to.
    """
    held = [
        part.product_id
        for session in drafted_sessions(desk, course.patient_id)
        if session.course_id == course.id
        for part in session.components
    ]
    planned_for = [one.id for one in planned_products(reading, course)]
    return replace(course, products=tuple(dict.fromkeys((*planned_for, *held))))


def named_products(reading: Reading, course: Course) -> tuple[NamedProduct, ...]:
    """The products that a consent to the course names, as they are kept beside its text."""
    return tuple(
        NamedProduct(one.id, one.name, tuple(part.code for part in one.ingredients))
        for one in planned_products(reading, course)
    )


def planned(course: Course, products: Iterable[Product]) -> PlannedCourse:
    """A course's plan as the sheets say it.

    The longest interval of its products and their least maximum of sessions hold on paper as they
    do at the needle: nobody signs for what would then be refused.
    """
    given = tuple(products)
    days = max(course.interval_days, *(one.minimum_interval_days or 0 for one in given), 0)
    most = [one.maximum_sessions for one in given if one.maximum_sessions is not None]
    sessions = min(course.sessions_planned, *most, course.sessions_planned)
    return PlannedCourse(
        sessions_low=sessions,
        sessions_high=sessions,
        interval_low_days=days,
        interval_high_days=days,
        upkeep_low_months=course.maintenance_months_from,
        upkeep_high_months=course.maintenance_months_to,
        noticed_after=course.first_change_after,
        usual=_usual(course.indication),
    )


def _usual(indication: str) -> UsualCourse:
    founding = knowledge.indication(indication).plan
    return UsualCourse(
        founding.sessions_from,
        founding.sessions_to,
        min(founding.intervals_days),
        max(founding.intervals_days),
    )


def signatures_of(desk: Desk, given: Consent) -> tuple[Signature, ...]:
    """The patient's and the clinician's signature of a consent, as they are printed."""
    ink = None
    if given.strokes:
        strokes = tuple(
            tuple((float(x), y / _PAD_RATIO) for x, y in line) for line in given.strokes
        )
        ink = Ink(float(PAD), PAD / _PAD_RATIO, strokes)
    return (
        _signature("patient", given.signer_name, local(desk, given.signed_at), ink),
        _signature("clinician", given.taken_by_name, local(desk, given.signed_at), None),
    )


def _signature(
    role: Literal["patient", "clinician"], name: str, at: datetime, ink: Ink | None
) -> Signature:
    return Signature(role, name, at, ink)


# A cosmetic is licensed for the skin, never for injection; of an unknown product nothing is shown.
_LICENCES: dict[LegalStatus, Licence] = {
    LegalStatus.LICENSED: "licensed",
    LegalStatus.DEVICE: "licensed",
    LegalStatus.OFF_LABEL: "off_label",
}


def _product(product: Product, wording: Wording) -> ConsentProduct:
    table = {one.code: one for one in knowledge.ingredients().ingredients}
    codes = [part.code for part in product.ingredients]
    names = [table[code].name.said_in(wording.language) for code in codes if code in table]
    is_off_label = product.legal_status is LegalStatus.OFF_LABEL
    return ConsentProduct(
        name=product.name,
        ingredients=", ".join(names),
        drug=product.name if is_off_label else "",
        licensed_route=product.licensed_route if is_off_label else "",
        licence=_LICENCES.get(product.legal_status, "not_shown"),
    )


def _notices(desk: Desk, products: tuple[Product, ...], wording: Wording) -> tuple[str, ...]:
    """What the law of the clinic's country says of a product, where the catalogue knows it."""
    codes = {part.code for product in products for part in product.ingredients}
    country = desk.clinic.country
    kinds = [
        kind
        for kind in knowledge.catalogue().kinds
        if {part.code for part in kind.ingredients} & codes
        and kind.status_in(country) is LegalStatus.PROHIBITED
        and kind.is_lipolytic
    ]
    names = dict.fromkeys(kind.name.said_in(wording.language) for kind in kinds)
    return tuple(
        wording.text("consent.purpose.notice", name=name, country=country) for name in names
    )


def _complaints(desk: Desk) -> str:
    clinic = desk.clinic
    return ", ".join(part for part in (clinic.name, clinic.phone, clinic.email) if part)
