"""A patient's whole visit for tests, made through the services: screened, planned, treated.

All people, products and lots are fictional. Figures are chosen so that sums can be done by hand:
two outer thighs of 12 points of 0.1 mL are 1.2 mL each, and a 2 % solution holds 20 mg per mL.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from mesodesk.core.clock import SetClock
from mesodesk.core.ids import (
    LotId,
    PatientId,
    ProductId,
    ScreeningId,
    SessionId,
    ZoneId,
    new_id,
)
from mesodesk.domain.clinic import Clinic
from mesodesk.domain.consents import Consent
from mesodesk.domain.courses.course import Area, Course
from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.domain.screening.answers import Page, deny_all
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.questions import shown_questions
from mesodesk.domain.stock import Lot, Product, ProductIngredient
from mesodesk.domain.treatments import Component, Reaction, Session, Zone, ZonePoint
from mesodesk.services import consents, courses, patients, stock
from mesodesk.services.desk import Desk
from mesodesk.services.screening.signing import sign_screening
from mesodesk.services.screening.starting import start_screening
from mesodesk.services.sign_in import FirstClinician, set_up_clinic
from mesodesk.services.treatments.signing import sign_session
from mesodesk.store.keys import Cost
from mesodesk.store.sqlite.engine import connect
from mesodesk.store.sqlite.trouble import worded

PASSWORD = "a calm river at dawn"
CLINIC = Clinic("Harbour Clinic", ("1 Quay Street", "Galway"))
AREAS = (Area("outer_thigh", "left"), Area("outer_thigh", "right"))
STROKES = (((1000, 5000), (3000, 2000), (5000, 7000), (9000, 4000)),)
NO_SCREENING = {"no_screening": "Done on paper today"}


@dataclass(frozen=True, slots=True)
class Shelf:
    """A product in stock with one lot."""

    product: Product
    lot: Lot


def open_clinic(folder: Path, clinic: Clinic = CLINIC) -> Desk:
    """The desk of a new clinic, at half past nine on 14 March 2026 (UTC), a Saturday."""
    clock = SetClock(datetime(2026, 3, 14, 9, 30, tzinfo=UTC))
    person = FirstClinician("Dr Ana Lindqvist", "7654321", PASSWORD, PASSWORD, "MD")
    return set_up_clinic(folder, clock, clinic, person, Cost(1, 64, 1))[0]


def speak_sql(desk: Desk, *statements: str) -> None:
    """Speak SQL to the file, as somebody who has its key but not the program would."""
    connection = connect(desk.folder / "record.db", desk.store.keys.record)
    try:
        with worded():
            for statement in statements:
                connection.execute(statement)
    finally:
        connection.close()


def without_guards(desk: Desk, table: str, statement: str) -> None:
    """Change a signed row after tearing down the guards of its table."""
    connection = connect(desk.folder / "record.db", desk.store.keys.record)
    try:
        query = f"SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='{table}'"
        guards = [row[0] for row in connection.execute(query)]
        assert guards, f"{table} has no guard to tear down"
        for name in guards:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        connection.commit()
    finally:
        connection.close()


def register(
    desk: Desk, family: str = "Žižková", given: str = "Zoë", language: str = "en"
) -> PatientId:
    """A patient with a full name."""
    details = PatientDetails(family, given, date(1985, 4, 2), Sex.FEMALE, language=language)
    return patients.register_patient(desk, details).patient.id


def screen(desk: Desk, patient_id: PatientId) -> ScreeningId:
    """A signed screening for cellulite: every shown question denied, no medicines."""
    started = start_screening(desk, patient_id)
    answers = replace(started.draft.answers, indications=("cellulite",), areas=("outer_thigh",))
    for page in Page:
        shown = [
            question.code
            for question in shown_questions(started.basis.book, page, answers, started.basis.facts)
        ]
        answers = deny_all(answers, page, () if page is Page.MEDICINES else shown)
    draft = replace(started.draft, answers=answers, is_list_confirmed=True)
    sign_screening(desk, draft, DecisionKind.PROCEED, "", PASSWORD)
    return draft.id


def plan(desk: Desk, patient_id: PatientId, indication: str = "cellulite") -> Course:
    """A course of the founding document's plan, for both outer thighs."""
    return courses.start_course(desk, patient_id, indication, AREAS).course


def shelve(desk: Desk, indication: str = "cellulite") -> Shelf:
    """Procaine 2 %, 20 mg per mL, with lot PR-2604, in the clinic's recipe."""
    parts = (ProductIngredient("procaine", Decimal(20)),)
    product = Product(ProductId(new_id()), 0, "Procaine 2 %", "Fictive Pharma", parts)
    stock.save_product(desk, product)
    lot = Lot(
        LotId(new_id()), 0, product.id, "PR-2604", date(2027, 1, 31), date(2026, 3, 1),
        quantity=5, vial_ml=Decimal(5),
    )  # fmt: skip
    stock.receive_lot(desk, lot)
    stock.save_recipe(desk, stock.new_recipe("House", indication, [(product.id, Decimal(5))]))
    return Shelf(product, lot)


def consent(desk: Desk, course: Course, photographs: bool = True) -> Consent:
    """A consent signed on screen, every declaration agreed to."""
    prepared = consents.prepare(desk, course.id)
    answers = {key: photographs or not key.startswith("photo") for key, _ in prepared.questions()}
    done = consents.sign_on_screen(desk, prepared, answers, STROKES, "Zoë Žižková", PASSWORD)
    return done.consent


def treat(
    desk: Desk, course: Course, shelf: Shelf, *, note: str = "", days_ago: int = 0
) -> SessionId:
    """A signed session: nappage, 12 points of 0.1 mL in each outer thigh.

    One that lies days back is entered late, with its reason.
    """
    draft = Session(
        SessionId(new_id()),
        course.patient_id,
        course.id,
        course.indication,
        desk.clock.now() - timedelta(days=days_ago),
        identity_confirmed=True,
        components=(
            Component(
                shelf.product.id, shelf.product.name, Decimal(5), shelf.lot.id, shelf.lot.number
            ),
        ),
        zones=tuple(_zone(side) for side in ("left", "right")),
        drawn_up_ml=Decimal(5),
        note=note,
        late_reason="The power was out" if days_ago else "",
    )
    return sign_session(desk, draft, PASSWORD, NO_SCREENING).session.id


def _zone(side: str) -> Zone:
    return Zone(
        ZoneId(new_id()), "outer_thigh", side, "nappage", 12, Decimal("0.1"), Decimal(4),
        "30G 4 mm", f"female_body_{side}", 1,
        (ZonePoint(4500, 5200), ZonePoint(4700, 5400)), Reaction(1, 0, 2, 1),
    )  # fmt: skip
