"""Domain: the gates before the needle. Each is open, or names what is missing by code and values.

The screen shows them and the service asks them before a session starts; what is still missing
when a session is signed becomes a signed exception. The sentences stand in `gates.yaml` of each
language: a gate knows what is missing, not how it is said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from mesodesk.core.ids import LotId, ProductId, VialId
from mesodesk.domain.consents import Consent
from mesodesk.domain.courses.due import DoneSession, DueRules, maximum_reached, too_soon
from mesodesk.domain.indications import Indication
from mesodesk.domain.ingredients import Ingredient, IngredientTable
from mesodesk.domain.missing import Missing, Term, missing
from mesodesk.domain.phrases import Phrase
from mesodesk.domain.screening.decision import is_documented
from mesodesk.domain.screening.findings import Verdict
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.screening.validity import todays_page_counts
from mesodesk.domain.stock import LegalStatus, Lot, Product, Vial
from mesodesk.domain.treatments import Component, Gate, Outcome, Session


@dataclass(frozen=True, slots=True)
class GateFacts:
    """Everything the gates look at. `day` is the session's day at the clinic.

    `allergy_tags` are those of the chart's allergies, by tag or in words; `relative_tags` those
    allergens that the rules leave to the clinician's documented decision; `screening` is the last
    that stands and `is_screening_outdated` says that the chart changed after it;
    `consent_is_bound` is whether the signature still matches. `shared_vials` are those that
    another patient was given from. `region_names` are the zones' names as they begin a sentence.
    `lipolysis` is the indication whose forbidden regions no lipolytic may enter.
    `is_override_allowed`: the clinic still allows its founding stops to be overridden.
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
    region_names: Mapping[str, Phrase] = field(default_factory=dict)
    shared_vials: frozenset[VialId] = frozenset()
    lipolysis: Indication | None = None
    is_override_allowed: bool = False


@dataclass(frozen=True, slots=True)
class GateLook:
    """What is missing at one gate; nothing where it is open. `remarks` are to be seen anyway."""

    gate: Gate
    missing: tuple[Missing, ...] = ()
    remarks: tuple[Missing, ...] = ()


def gates(facts: GateFacts) -> tuple[GateLook, ...]:
    """Every gate but the signature, in the order of the strip."""
    if facts.session.outcome is Outcome.NOT_GIVEN:
        return (GateLook(Gate.IDENTITY, tuple(_identity(facts))),)
    makers = (
        (Gate.IDENTITY, _identity),
        (Gate.SCREENING, _screening),
        (Gate.CONSENT, _consent),
        (Gate.MIXTURE, _mixture),
        (Gate.ZONES, _zones),
    )
    remarks = {Gate.SCREENING: tuple(_overrides(facts))}
    return tuple(GateLook(gate, tuple(make(facts)), remarks.get(gate, ())) for gate, make in makers)


def all_missing(looks: tuple[GateLook, ...]) -> tuple[Missing, ...]:
    """What is missing over all gates, in their order."""
    return tuple(lack for look in looks for lack in look.missing)


def _identity(facts: GateFacts) -> Iterator[Missing]:
    if not facts.session.identity_confirmed:
        yield missing("identity")


def _screening(facts: GateFacts) -> Iterator[Missing]:
    done = facts.screening
    if done is None:
        yield missing("no_screening")
        return
    if facts.day > done.valid_until:
        yield missing("screening_expired", day=done.valid_until)
    elif facts.is_screening_outdated:
        yield missing("screening_outdated")
    if not done.allows_treatment:
        yield _against(done)
    elif done.is_override and not facts.is_override_allowed:
        yield missing("override_off")
    elif not todays_page_counts(done.screened_on, facts.day):
        yield missing("today_not_asked", day=done.screened_on)
    if facts.session.indication not in done.answers.indications:
        yield missing("screened_for_other")


def _overrides(facts: GateFacts) -> Iterator[Missing]:
    """A session that rests on an override says so to the eye, open gate or not."""
    done = facts.screening
    if done is not None and done.is_override and done.decision.second is not None:
        yield missing("override", first=done.signed_by_name, second=done.decision.second.name)


def _against(done: SignedScreening) -> Missing:
    """The verdict against treatment, with its date where there is one."""
    verdict = done.judgement.verdict
    if verdict is Verdict.NOT_YET and done.judgement.earliest is not None:
        return missing("not_suitable", "until", day=done.judgement.earliest)
    return missing("not_suitable", verdict=Term(verdict.value))


def _consent(facts: GateFacts) -> Iterator[Missing]:
    given = facts.consent
    if given is None:
        yield missing("no_consent")
        return
    if given.withdrawn_at is not None:
        yield missing("consent_withdrawn")
    if not facts.consent_is_bound:
        yield missing("consent_broken")
    if given.indication != facts.session.indication:
        yield missing("consent_for_other")
    lipolytic = _lipolytic(facts)
    if lipolytic and not given.covers_lipolysis:
        yield missing("consent_without_lipolysis", product=lipolytic)
    for name in _untold(facts, given):
        yield missing("consent_other_product", product=name)
    ready = given.informed_at + timedelta(days=facts.reflection_days)
    if facts.now < ready:
        yield missing("reflection", day=ready.date())


def _untold(facts: GateFacts, given: Consent) -> Iterator[str]:
    """The products of the mixture, by name, that the patient did not agree to."""
    for one in facts.products.values():
        if not given.tells_of(one.id, (held.code for held in one.ingredients)):
            yield one.name


def _lipolytic(facts: GateFacts) -> str:
    """The first product of the mixture that dissolves fat, by name; empty where there is none."""
    return next((one.name for one in facts.products.values() if one.is_lipolytic), "")


def _mixture(facts: GateFacts) -> Iterator[Missing]:
    parts = facts.session.components
    if not parts:
        yield missing("no_mixture")
    for part in parts:
        if part.volume_ml <= 0:
            yield missing("no_volume", product=part.product_name)
        yield from _lot(facts, part)
        yield from _vial(facts, part)
        yield from _allergy(facts, part)
        yield from _legal(facts, part)
    given = tuple(facts.products[p.product_id] for p in parts if p.product_id in facts.products)
    for told in too_soon(given, facts.done, facts.day, facts.due_rules):
        yield missing("too_soon", rule=told.words)
    for told in maximum_reached(given, facts.done, facts.due_rules):
        yield missing("maximum_reached", rule=told.words)


def _lot(facts: GateFacts, part: Component) -> Iterator[Missing]:
    name = part.product_name
    lot = facts.lots.get(part.lot_id) if part.lot_id else None
    if lot is None:
        yield missing("no_lot", product=name)
        return
    if lot.expires_on < facts.day:
        yield missing("lot_expired", product=name, lot=lot.number, day=lot.expires_on)
    if lot.is_quarantined and lot.quarantine_reason:
        why = lot.quarantine_reason
        yield missing("lot_quarantined", "why", product=name, lot=lot.number, why=why)
    elif lot.is_quarantined:
        yield missing("lot_quarantined", product=name, lot=lot.number)


def _vial(facts: GateFacts, part: Component) -> Iterator[Missing]:
    vial = facts.vials.get(part.vial_id) if part.vial_id else None
    if vial is not None and vial.discard_at is not None and facts.now > vial.discard_at:
        yield missing("vial_discard", product=part.product_name)
    product = facts.products.get(part.product_id)
    if product is not None and product.is_single_patient and part.vial_id in facts.shared_vials:
        yield missing("vial_shared", product=part.product_name)


def _allergy(facts: GateFacts, part: Component) -> Iterator[Missing]:
    """What meets an allergy, what the screening rules out, and what it leaves to decide."""
    product = facts.products.get(part.product_id)
    if product is None:
        return
    name = part.product_name
    codes = {ingredient.code for ingredient in product.ingredients}
    tags = codes | set(product.allergens) | _tags_of(facts, codes)
    avoid, decide = _screened(facts)
    met = sorted(tags & facts.allergy_tags - (decide & facts.relative_tags))
    if met:
        yield missing("allergy", product=name, allergens=tuple(_named(facts, tag) for tag in met))
    for tag in sorted(tags & avoid - set(met)):
        yield missing("avoid", product=name, ingredient=_named(facts, tag))
    if not _is_decided(facts):
        for tag in sorted(tags & decide):
            yield missing("decide", product=name, ingredient=_named(facts, tag))


def _named(facts: GateFacts, tag: str) -> Phrase | Term:
    """An ingredient by its name, any other allergen by the word each language has for it."""
    known = {one.code: one for one in facts.ingredients.ingredients}
    return _inside(known[tag]) if tag in known else Term(tag)


def _inside(ingredient: Ingredient) -> Phrase:
    """A name as it stands inside a sentence: abbreviations keep their capitals."""
    return Phrase(tuple((code, _small(text)) for code, text in ingredient.name.texts))


def _small(name: str) -> str:
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


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
    return done is not None and is_documented(done.decision)


def _tags_of(facts: GateFacts, codes: set[str]) -> set[str]:
    known = [i for i in facts.ingredients.ingredients if i.code in codes]
    return {tag for ingredient in known for tag in ingredient.allergens}


def _legal(facts: GateFacts, part: Component) -> Iterator[Missing]:
    product = facts.products.get(part.product_id)
    if product is not None and product.legal_status is LegalStatus.PROHIBITED:
        yield missing("prohibited", product=part.product_name)


def _zones(facts: GateFacts) -> Iterator[Missing]:
    if not facts.session.zones:
        yield missing("no_zones")
    for zone in facts.session.zones:
        name = facts.region_names.get(zone.region, Term(zone.region))
        if zone.point_count <= 0 or zone.volume_per_point_ml <= 0:
            yield missing("zone_incomplete", zone=name)
        if facts.indication and facts.indication.level_of(zone.region) == "forbidden":
            yield _forbidden("zone_forbidden", name, facts.indication, zone.region)
        else:
            yield from _lipolysis(facts, zone.region, name)


def _lipolysis(facts: GateFacts, region: str, name: Phrase | Term) -> Iterator[Missing]:
    """A lipolytic dissolves fat there too when the session is for something else."""
    where = facts.lipolysis
    given = bool(_lipolytic(facts))
    if where is not None and given and where.level_of(region) == "forbidden":
        yield _forbidden("zone_lipolysis", name, where, region)


def _forbidden(code: str, name: Phrase | Term, indication: Indication, region: str) -> Missing:
    """A zone that is not treated, with the reason where the indication's file gives one."""
    why = indication.why_not(region)
    return missing(code, "why", zone=name, why=why.words) if why else missing(code, zone=name)
