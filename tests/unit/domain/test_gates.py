"""The words of the gates, by pure facts: what is missing, in the order of the strip."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from mesodesk.core.ids import (
    ClinicianId,
    ConsentId,
    LotId,
    PatientId,
    ProductId,
    SessionId,
    VialId,
    ZoneId,
)
from mesodesk.documents.shelf import gate_wording
from mesodesk.domain.consents import Consent, NamedProduct, SignedOn, bind
from mesodesk.domain.gates import GateFacts, GateLook, all_missing, gates
from mesodesk.domain.missing import missing, said
from mesodesk.domain.phrases import Phrase
from mesodesk.domain.stock import LegalStatus, Lot, Product, ProductIngredient, Vial
from mesodesk.domain.treatments import Component, Gate, GateState, Outcome, Session, Zone
from mesodesk.services import knowledge

NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
TODAY = date(2026, 3, 14)
PRODUCT = Product(
    ProductId("p"), 1, "Meso A", "Maker", (ProductIngredient("hyaluronidase", Decimal(1)),)
)
LOT = Lot(LotId("l"), 1, PRODUCT.id, "A-1", TODAY + timedelta(days=1), TODAY)
PART = Component(PRODUCT.id, "Meso A", Decimal(2), LOT.id, "A-1")
ZONE = Zone(ZoneId("z"), "outer_thigh", "left", "papule", 4, Decimal("0.1"))
SESSION = Session(
    SessionId("s"),
    PatientId("x"),
    None,
    "cellulite",
    NOW,
    identity_confirmed=True,
    components=(PART,),
    zones=(ZONE,),
)
EYE = Phrase((("en", "Under the eye"), ("fr", "Sous l’œil")))
CONSENT = Consent(
    id=ConsentId("c"),
    patient_id=SESSION.patient_id,
    course_id=None,
    indication="cellulite",
    language="en",
    wording_version="1",
    text="",
    answers=(),
    informed_at=NOW,
    signed_at=NOW,
    signed_on=SignedOn.SCREEN,
    signer_name="Zoë",
    taken_by=ClinicianId("k"),
    taken_by_name="Dr A",
)
FACTS = GateFacts(
    session=SESSION,
    now=NOW,
    day=TODAY,
    indication=knowledge.indication("cellulite"),
    screening=None,
    consent=None,
    consent_is_bound=False,
    reflection_days=0,
    products={PRODUCT.id: PRODUCT},
    lots={LOT.id: LOT},
    vials={},
    ingredients=knowledge.ingredients(),
    due_rules=knowledge.due_rules(),
)


def _missing(facts: GateFacts, gate: Gate, language: str = "en") -> dict[str, str]:
    (look,) = [look for look in gates(facts) if look.gate is gate]
    return {lack.code: said(lack, gate_wording(language)) for lack in look.missing}


def test_that_a_gate_is_open_where_nothing_is_missing() -> None:
    assert GateState(Gate.ZONES).is_open
    assert not GateState(Gate.ZONES, (("no_zones", "No zone is marked."),)).is_open


def test_that_what_is_missing_is_listed_over_all_gates_in_order() -> None:
    bare = replace(FACTS, session=replace(SESSION, identity_confirmed=False, zones=()))
    assert [lack.code for lack in all_missing(gates(bare))] == [
        "identity",
        "no_screening",
        "no_consent",
        "no_zones",
    ]


def test_that_a_complete_mixture_and_complete_zones_are_open() -> None:
    assert _missing(FACTS, Gate.MIXTURE) == {}
    assert _missing(FACTS, Gate.ZONES) == {}


@pytest.mark.parametrize(
    ("part", "lacks"),
    [
        (
            replace(PART, volume_ml=Decimal(0)),
            {"no_volume": "Meso A: the volume is missing."},
        ),
        (replace(PART, lot_id=None), {"no_lot": "Meso A: the lot is not recorded."}),
    ],
)
def test_that_a_component_says_what_it_lacks(part: Component, lacks: dict[str, str]) -> None:
    facts = replace(FACTS, session=replace(SESSION, components=(part,)))
    assert _missing(facts, Gate.MIXTURE) == lacks


def test_that_a_product_may_be_used_unless_it_is_prohibited() -> None:
    for status in LegalStatus:
        facts = replace(FACTS, products={PRODUCT.id: replace(PRODUCT, legal_status=status)})
        found = {"prohibited"} if status is LegalStatus.PROHIBITED else set()
        assert set(_missing(facts, Gate.MIXTURE)) == found


def test_that_an_ingredients_own_allergen_is_met_even_where_the_product_names_none() -> None:
    facts = replace(FACTS, allergy_tags=frozenset({"hyaluronidase"}))
    assert _missing(facts, Gate.MIXTURE) == {
        "allergy": "Meso A: meets a recorded allergy (hyaluronidase)."
    }


@pytest.mark.parametrize(("minutes", "is_past"), [(-1, True), (0, False), (1, False)])
def test_that_a_vial_counts_until_its_discard_time(minutes: int, is_past: bool) -> None:
    vial = Vial(VialId("v"), LOT.id, NOW, NOW + timedelta(minutes=minutes), Decimal(2))
    session = replace(SESSION, components=(replace(PART, vial_id=vial.id),))
    facts = replace(FACTS, session=session, vials={vial.id: vial})
    assert ("vial_discard" in _missing(facts, Gate.MIXTURE)) is is_past


@pytest.mark.parametrize("is_single_patient", [True, False])
def test_that_only_a_vial_for_one_patient_is_kept_from_another(is_single_patient: bool) -> None:
    session = replace(SESSION, components=(replace(PART, vial_id=VialId("v")),))
    facts = replace(
        FACTS,
        session=session,
        products={PRODUCT.id: replace(PRODUCT, is_single_patient=is_single_patient)},
        shared_vials=frozenset({VialId("v")}),
    )
    assert ("vial_shared" in _missing(facts, Gate.MIXTURE)) is is_single_patient


def test_that_an_unusual_zone_is_allowed_and_a_forbidden_one_is_not() -> None:
    # cellulite.yaml: the calf is unusual, under the eye is forbidden
    calf = replace(FACTS, session=replace(SESSION, zones=(replace(ZONE, region="calf"),)))
    assert _missing(calf, Gate.ZONES) == {}
    eye = replace(SESSION, zones=(replace(ZONE, region="under_eye"),))
    facts = replace(FACTS, session=eye, region_names={"under_eye": EYE})
    words = _missing(facts, Gate.ZONES)["zone_forbidden"]
    assert words == (
        "Under the eye: not for this indication. Lipolysis is never done under or around the eye."
    )
    assert _missing(facts, Gate.ZONES, "fr")["zone_forbidden"] == (
        "Sous l’œil\u00a0: pas pour cette indication. "
        "La lipolyse ne se fait jamais sous l'œil ni autour."
    )


def test_that_a_session_not_given_needs_nothing_but_the_identity() -> None:
    bare = replace(SESSION, outcome=Outcome.NOT_GIVEN, identity_confirmed=False)
    assert gates(replace(FACTS, session=bare)) == (GateLook(Gate.IDENTITY, (missing("identity"),)),)


@pytest.mark.parametrize("is_covered", [True, False])
def test_that_a_product_that_dissolves_fat_wants_a_consent_that_tells_its_risks(
    is_covered: bool,
) -> None:
    given = replace(CONSENT, covers_lipolysis=is_covered)
    facts = replace(FACTS, consent=given, consent_is_bound=True)
    assert _missing(facts, Gate.CONSENT) == {}
    lipolytic = replace(PRODUCT, is_lipolytic=True)
    dissolving = replace(facts, products={PRODUCT.id: lipolytic})
    found = _missing(dissolving, Gate.CONSENT)
    assert set(found) == (set() if is_covered else {"consent_without_lipolysis"})


@pytest.mark.parametrize(
    ("named", "is_told"),
    [
        ((), True),  # no mixture was chosen yet: the consent is to the kind of treatment
        ((NamedProduct(PRODUCT.id, "Meso A", ("hyaluronidase",)),), True),
        ((NamedProduct(ProductId("q"), "Hyase B", ("hyaluronidase", "procaine")),), True),
        ((NamedProduct(ProductId("q"), "Caffeine C", ("caffeine",)),), False),
    ],
)
def test_that_a_product_holding_what_the_consent_did_not_tell_is_missing_at_the_gate(
    named: tuple[NamedProduct, ...], is_told: bool
) -> None:
    consent = replace(CONSENT, products=named)
    facts = replace(FACTS, consent=consent, consent_is_bound=True)
    words = "Meso A: the signed consent does not name it."
    expected = {} if is_told else {"consent_other_product": words}
    assert _missing(facts, Gate.CONSENT) == expected


def test_that_a_product_without_ingredients_is_told_of_by_its_name_alone() -> None:
    bare = replace(PRODUCT, ingredients=())
    consent = replace(CONSENT, products=(NamedProduct(ProductId("q"), "Hyase B", ()),))
    facts = replace(FACTS, products={bare.id: bare}, consent=consent, consent_is_bound=True)
    assert set(_missing(facts, Gate.CONSENT)) == {"consent_other_product"}


def test_that_products_are_bound_by_the_signature_and_an_older_consent_stays_bound() -> None:
    named = NamedProduct(PRODUCT.id, "Meso A", ("hyaluronidase",))
    assert bind(replace(CONSENT, products=(named,))) != bind(CONSENT)
    other = replace(named, ingredients=("caffeine",))
    assert bind(replace(CONSENT, products=(other,))) != bind(replace(CONSENT, products=(named,)))
