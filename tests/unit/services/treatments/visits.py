"""A fictional visit for tests: a screened and consented patient, a course, products in stock."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from mesodesk.core.ids import (
    ConsentId,
    CourseId,
    ItemId,
    LotId,
    PatientId,
    ProductId,
    ScreeningId,
    VialId,
    ZoneId,
    new_id,
)
from mesodesk.domain.consents import Consent, NamedProduct, SignedOn, bind
from mesodesk.domain.courses.course import Course
from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.domain.screening.answers import ScreeningAnswers
from mesodesk.domain.screening.decision import Decision, DecisionKind
from mesodesk.domain.screening.findings import Judgement, Verdict
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.stock import (
    LegalStatus,
    Lot,
    Product,
    ProductIngredient,
    Recipe,
    RecipePart,
    Vial,
)
from mesodesk.domain.treatments import Component, Session, Zone, ZonePoint
from mesodesk.services.desk import Desk
from mesodesk.services.patients import register_patient
from mesodesk.services.treatments.drafts import new_session
from mesodesk.store import consents as consent_store
from mesodesk.store import courses as course_store
from mesodesk.store import screenings as screening_store
from mesodesk.store import stock

PASSWORD = "a calm river at dawn"
INDICATION = "cellulite"


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything a session needs, with a session for which every gate is open."""

    patient_id: PatientId
    course: Course
    caffeine: Product
    lidocaine: Product
    lots: tuple[Lot, Lot]
    session: Session


def prepare_visit(desk: Desk) -> Visit:
    """Put a patient, course, screening, consent and stock on record."""
    patient_id = add_patient(desk)
    course = add_course(desk, patient_id)
    add_screening(desk, patient_id)
    add_consent(desk, patient_id)
    caffeine = add_product(desk, "Cafeine Lindane", ("caffeine", Decimal(10)))
    lidocaine = add_product(desk, "Lido Quay", ("lidocaine", Decimal(20)), ("local_anaesthetic",))
    lots = add_lot(desk, caffeine, "CAF-101"), add_lot(desk, lidocaine, "LID-202")
    session = new_session(desk, patient_id, course.id)
    ready = replace(
        session,
        identity_confirmed=True,
        components=(component(caffeine, lots[0], "4"), component(lidocaine, lots[1], "1")),
        drawn_up_ml=Decimal(5),
        zones=(zone("outer_thigh", "left"), zone("outer_thigh", "right")),
    )
    return Visit(patient_id, course, caffeine, lidocaine, lots, ready)


def add_patient(desk: Desk, family_name: str = "Okonjo") -> PatientId:
    """A patient of forty."""
    details = PatientDetails(family_name, "Ingrid", date(1986, 2, 3), Sex.FEMALE)
    return register_patient(desk, details).patient.id


def add_course(desk: Desk, patient_id: PatientId, indication: str = INDICATION) -> Course:
    """A course of eight weekly sessions begun today."""
    course = Course(CourseId(new_id()), 0, patient_id, indication, (), 8, 7, 6, 12, desk.today)
    with desk.store.work(desk.author) as work:
        course_store.save_course(work, course)
    return replace(course, version=1)


def add_screening(
    desk: Desk,
    patient_id: PatientId,
    *,
    indications: tuple[str, ...] = (INDICATION,),
    verdict: Verdict = Verdict.SUITABLE,
    kind: DecisionKind = DecisionKind.PROCEED,
    days_ago: int = 0,
    valid_days: int = 183,
    avoid: tuple[str, ...] = (),
    decide: tuple[str, ...] = (),
    earliest: date | None = None,
) -> SignedScreening:
    """A screening signed `days_ago` days before today."""
    day = desk.today - timedelta(days=days_ago)
    now = desk.clock.now() - timedelta(days=days_ago)
    judgement = Judgement(verdict, (), (), earliest, avoid, decide, "1", day)
    signed = SignedScreening(
        id=ScreeningId(new_id()),
        patient_id=patient_id,
        screened_at=now,
        screened_on=day,
        answers=ScreeningAnswers(indications=indications),
        judgement=judgement,
        decision=Decision(kind, "as judged", desk.author.id),
        valid_until=day + timedelta(days=valid_days),
        signed_at=now,
        signed_by=desk.author.id,
        signed_by_name=desk.author.name,
    )
    with desk.store.work(desk.author) as work:
        screening_store.add_screening(work, signed)
    return signed


def add_consent(
    desk: Desk,
    patient_id: PatientId,
    indication: str = INDICATION,
    hours_ago: int = 1,
    *,
    covers_lipolysis: bool = False,
    products: tuple[NamedProduct, ...] = (),
) -> Consent:
    """A consent informed and signed some hours ago."""
    moment = desk.clock.now() - timedelta(hours=hours_ago)
    blank = Consent(
        id=ConsentId(new_id()),
        patient_id=patient_id,
        course_id=None,
        indication=indication,
        language="en",
        wording_version="1",
        text="I agree to the treatment that was explained to me.",
        answers=(("understood", True),),
        informed_at=moment,
        signed_at=moment,
        signed_on=SignedOn.SCREEN,
        signer_name="Ingrid Okonjo",
        taken_by=desk.author.id,
        taken_by_name=desk.author.name,
        strokes=(((0, 0), (5000, 5000)),),
        covers_lipolysis=covers_lipolysis,
        products=products,
    )
    signed = replace(blank, binding=bind(blank))
    with desk.store.work(desk.author) as work:
        consent_store.add_consent(work, signed)
    return signed


def add_product(
    desk: Desk, name: str, ingredient: tuple[str, Decimal], allergens: tuple[str, ...] = ()
) -> Product:
    """A product of one ingredient, in mg/mL."""
    made = Product(
        id=ProductId(new_id()),
        version=0,
        name=name,
        maker="Quayside Laboratories",
        ingredients=(ProductIngredient(*ingredient),),
        allergens=allergens,
        legal_status=LegalStatus.LICENSED,
    )
    return save_product(desk, made)


def save_product(desk: Desk, product: Product) -> Product:
    """Keep a product or a new version of it."""
    with desk.store.work(desk.author) as work:
        stock.save_product(work, product)
        return stock.product(work, product.id)


def add_lot(desk: Desk, product: Product, number: str, *, days_left: int = 300) -> Lot:
    """Three vials of 10 mL, received today."""
    made = Lot(
        id=LotId(new_id()),
        version=0,
        product_id=product.id,
        number=number,
        expires_on=desk.today + timedelta(days=days_left),
        received_on=desk.today,
        quantity=3,
        vial_ml=Decimal(10),
    )
    return save_lot(desk, made)


def save_lot(desk: Desk, lot: Lot) -> Lot:
    """Keep a lot or a new version of it."""
    with desk.store.work(desk.author) as work:
        stock.save_lot(work, lot)
        return stock.lot(work, lot.id)


def add_vial(desk: Desk, lot: Lot, remaining_ml: str = "10", *, hours_left: int | None = 6) -> Vial:
    """A vial opened now."""
    now = desk.clock.now()
    until = None if hours_left is None else now + timedelta(hours=hours_left)
    vial = Vial(VialId(new_id()), lot.id, now, until, Decimal(remaining_ml))
    with desk.store.work(desk.author) as work:
        stock.save_vial(work, vial, 0)
    return vial


def add_recipe(desk: Desk, parts: tuple[tuple[Product, str], ...]) -> Recipe:
    """The clinic's default recipe for the indication."""
    made = tuple(RecipePart(product.id, Decimal(ml)) for product, ml in parts)
    recipe = Recipe(ItemId(new_id()), 0, "Usual", INDICATION, made)
    with desk.store.work(desk.author) as work:
        stock.save_recipe(work, recipe)
    return recipe


def component(product: Product, lot: Lot | None, volume_ml: str) -> Component:
    """A product of the mixture, from a lot."""
    return Component(
        product.id,
        product.name,
        Decimal(volume_ml),
        lot.id if lot else None,
        lot.number if lot else "",
    )


def zone(region: str, side: str) -> Zone:
    """Ten points of 0.1 mL, 4 mm deep, two of them marked."""
    return Zone(
        id=ZoneId(new_id()),
        region=region,
        side=side,
        technique="point_by_point",
        point_count=10,
        volume_per_point_ml=Decimal("0.1"),
        depth_mm=Decimal(4),
        needle="27G x 4",
        map_name="female_body_front",
        map_version=1,
        points=(ZonePoint(2500, 5000), ZonePoint(2600, 5000)),
    )
