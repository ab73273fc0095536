"""Domain: the gates before the needle. Each is open, or says in words what is missing.

The screen shows them and the service asks them before a session starts; what is still missing
when a session is signed becomes a signed exception.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from mesodesk.core.ids import LotId, ProductId, VialId
from mesodesk.domain.consents import Consent
from mesodesk.domain.courses.due import DoneSession, DueRules, maximum_reached, too_soon
from mesodesk.domain.indications import Indication
from mesodesk.domain.ingredients import IngredientTable
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.screening.validity import todays_page_counts
from mesodesk.domain.stock import LegalStatus, Lot, Product, Vial
from mesodesk.domain.treatments import Component, Gate, GateState, Outcome, Session

Missing = tuple[str, str]


@dataclass(frozen=True, slots=True)
class GateFacts:
    """Everything the gates look at. `day` is the session's day at the clinic.

    `allergy_tags` are those of the chart's allergies, by tag or in words; `relative_tags` those
    allergens that the rules leave to the clinician's documented decision; `screening` is the last
    that stands and `is_screening_outdated` says that the chart changed after it;
    `consent_is_bound` is whether the signature still matches. `shared_vials` are those that
    another patient was given from. `lipolysis` is the indication
    whose forbidden regions no lipolytic may enter.
    """

    session: Session
    now: datetime
    day: date
    indication: Indication | None
    screening: SignedScreening | None
    consent: Consent | None
    consent_is_bound: bool
    reflection_days: int
    products: Mapping[ProductId, Product]
    lots: Mapping[LotId, Lot]
    vials: Mapping[VialId, Vial]
    ingredients: IngredientTable
    due_rules: DueRules
    allergy_tags: frozenset[str] = frozenset()
    relative_tags: frozenset[str] = frozenset()
    done: tuple[DoneSession, ...] = ()
    is_screening_outdated: bool = False
    language: str = "en"
    region_names: Mapping[str, str] = field(default_factory=dict)
    shared_vials: frozenset[VialId] = frozenset()
    lipolysis: Indication | None = None


def gates(facts: GateFacts) -> tuple[GateState, ...]:
    """Every gate but the signature, in the order of the strip."""
    if facts.session.outcome is Outcome.NOT_GIVEN:
        return (GateState(Gate.IDENTITY, tuple(_identity(facts))),)
    makers = (
        (Gate.IDENTITY, _identity),
        (Gate.SCREENING, _screening),
        (Gate.CONSENT, _consent),
        (Gate.MIXTURE, _mixture),
        (Gate.ZONES, _zones),
    )
    return tuple(GateState(gate, tuple(make(facts))) for gate, make in makers)


def all_missing(states: tuple[GateState, ...]) -> tuple[Missing, ...]:
    """What is missing over all gates, as (code, words)."""
    return tuple(missing for state in states for missing in state.missing)


def _identity(facts: GateFacts) -> Iterator[Missing]:
    if not facts.session.identity_confirmed:
        yield "identity", "The patient's name and date of birth are not confirmed."


def _screening(facts: GateFacts) -> Iterator[Missing]:
    done = facts.screening
    if done is None:
        yield "no_screening", "There is no signed screening."
        return
    if facts.day > done.valid_until:
        yield "screening_expired", f"The screening was good until {_day(done.valid_until)}."
    elif facts.is_screening_outdated:
        words = "Medicines, conditions or allergies changed after the screening: screen again."
        yield "screening_outdated", words
    if not done.allows_treatment:
        yield "not_suitable", f"The screening decided against treatment: {_verdict(done)}."
    elif not todays_page_counts(done.screened_on, facts.day):
        words = f"Today's questions were last asked on {_day(done.screened_on)}."
        yield "today_not_asked", words
    if facts.session.indication not in done.answers.indications:
        yield "screened_for_other", "The screening was for another indication."


def _verdict(done: SignedScreening) -> str:
    verdict = done.judgement.verdict
    if verdict is Verdict.NOT_YET and done.judgement.earliest is not None:
        return f"not yet, earliest {_day(done.judgement.earliest)}"
    return verdict.value.replace("_", " ")


def _consent(facts: GateFacts) -> Iterator[Missing]:
    given = facts.consent
    if given is None:
        yield "no_consent", "No consent for this indication is on file."
        return
    if given.withdrawn_at is not None:
        yield "consent_withdrawn", "The patient withdrew the consent."
    if not facts.consent_is_bound:
        yield "consent_broken", "The signature no longer matches the consent's text and answers."
    if given.indication != facts.session.indication:
        yield "consent_for_other", "The consent is for another indication."
    lipolytic = _lipolytic(facts)
    if lipolytic and not given.covers_lipolysis:
        words = f"{lipolytic} dissolves fat; the consent does not tell its effects and risks."
        yield "consent_without_lipolysis", words
    ready = given.informed_at + timedelta(days=facts.reflection_days)
    if facts.now < ready:
        words = f"The time to reflect runs until {_day(ready.date())}."
        yield "reflection", words


def _lipolytic(facts: GateFacts) -> str:
    """The first product of the mixture that dissolves fat, by name; empty where there is none."""
    return next((one.name for one in facts.products.values() if one.is_lipolytic), "")


def _mixture(facts: GateFacts) -> Iterator[Missing]:
    parts = facts.session.components
    if not parts:
        yield "no_mixture", "No product is in the mixture."
    for part in parts:
        if part.volume_ml <= 0:
            yield "no_volume", f"{part.product_name}: the volume is missing."
        yield from _lot(facts, part)
        yield from _vial(facts, part)
        yield from _allergy(facts, part)
        yield from _legal(facts, part)
    given = tuple(facts.products[p.product_id] for p in parts if p.product_id in facts.products)
    for said in too_soon(given, facts.done, facts.day, facts.due_rules):
        yield "too_soon", said.words.said_in(facts.language)
    for said in maximum_reached(given, facts.done, facts.due_rules):
        yield "maximum_reached", said.words.said_in(facts.language)


def _lot(facts: GateFacts, part: Component) -> Iterator[Missing]:
    name = part.product_name
    lot = facts.lots.get(part.lot_id) if part.lot_id else None
    if lot is None:
        yield "no_lot", f"{name}: the lot is not recorded."
        return
    if lot.expires_on < facts.day:
        yield "lot_expired", f"{name}: lot {lot.number} expired on {_day(lot.expires_on)}."
    if lot.is_quarantined:
        why = f" ({lot.quarantine_reason})" if lot.quarantine_reason else ""
        yield "lot_quarantined", f"{name}: lot {lot.number} is in quarantine{why}."


def _vial(facts: GateFacts, part: Component) -> Iterator[Missing]:
    vial = facts.vials.get(part.vial_id) if part.vial_id else None
    if vial is not None and vial.discard_at is not None and facts.now > vial.discard_at:
        yield "vial_discard", f"{part.product_name}: the open vial is past its discard time."
    product = facts.products.get(part.product_id)
    if product is not None and product.is_single_patient and part.vial_id in facts.shared_vials:
        words = "the open vial was used for another patient; it is for one patient only."
        yield "vial_shared", f"{part.product_name}: {words}"


def _allergy(facts: GateFacts, part: Component) -> Iterator[Missing]:
    """What meets an allergy, what the screening rules out, and what it leaves to decide."""
    product = facts.products.get(part.product_id)
    if product is None:
        return
    codes = {ingredient.code for ingredient in product.ingredients}
    tags = codes | set(product.allergens) | _tags_of(facts, codes)
    avoid, decide = _screened(facts)
    met = sorted(tags & facts.allergy_tags - (decide & facts.relative_tags))
    if met:
        told = ", ".join(map(_word, met))
        yield "allergy", f"{part.product_name}: meets a recorded allergy ({told})."
    for tag in sorted(tags & avoid - set(met)):
        yield "avoid", f"{part.product_name}: the screening rules out {_word(tag)}."
    if not _is_decided(facts):
        for tag in sorted(tags & decide):
            words = f"{_word(tag)} needs the clinician's documented decision."
            yield "decide", f"{part.product_name}: {words}"


def _screened(facts: GateFacts) -> tuple[set[str], set[str]]:
    """What the screening rules out, and what it leaves to the clinician's decision."""
    if facts.screening is None:
        return set(), set()
    judgement = facts.screening.judgement
    avoid = set(judgement.avoid_ingredients)
    return avoid, set(judgement.decide_ingredients) - avoid


def _is_decided(facts: GateFacts) -> bool:
    """Whether the clinician decided, with a written reason, to treat all the same."""
    done = facts.screening
    return done is not None and done.decision.kind is DecisionKind.PROCEED_WITH_REASON


def _tags_of(facts: GateFacts, codes: set[str]) -> set[str]:
    known = [i for i in facts.ingredients.ingredients if i.code in codes]
    return {tag for ingredient in known for tag in ingredient.allergens}


def _legal(facts: GateFacts, part: Component) -> Iterator[Missing]:
    product = facts.products.get(part.product_id)
    if product is not None and product.legal_status is LegalStatus.PROHIBITED:
        yield "prohibited", f"{part.product_name}: marked as prohibited in this country."


def _zones(facts: GateFacts) -> Iterator[Missing]:
    if not facts.session.zones:
        yield "no_zones", "No zone is marked."
    for zone in facts.session.zones:
        name = facts.region_names.get(zone.region, _word(zone.region))
        if zone.point_count <= 0 or zone.volume_per_point_ml <= 0:
            yield "zone_incomplete", f"{name}: points or volume per point are missing."
        why = facts.indication.why_not(zone.region) if facts.indication else None
        if facts.indication and facts.indication.level_of(zone.region) == "forbidden":
            reason = why.words.said_in(facts.language) if why else ""
            yield "zone_forbidden", f"{name}: not for this indication. {reason}".strip()
        else:
            yield from _lipolysis(facts, zone.region, name)


def _lipolysis(facts: GateFacts, region: str, name: str) -> Iterator[Missing]:
    """A lipolytic dissolves fat there too when the session is for something else."""
    where = facts.lipolysis
    given = bool(_lipolytic(facts))
    if where is not None and given and where.level_of(region) == "forbidden":
        why = where.why_not(region)
        reason = why.words.said_in(facts.language) if why else ""
        yield "zone_lipolysis", f"{name}: not with a lipolytic product. {reason}".strip()


def _word(code: str) -> str:
    return code.replace("_", " ")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
