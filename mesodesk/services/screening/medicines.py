"""Services, screening: recognising medicines as they are typed, and settling what was asked."""

from dataclasses import dataclass, replace

from mesodesk.domain.medicines.classes import DrugClass, class_of
from mesodesk.domain.medicines.completion import Suggestion
from mesodesk.domain.medicines.contexts import Context
from mesodesk.domain.medicines.recognition import Ground, Match, Recognition
from mesodesk.domain.screening.answers import Certainty, MedicineAnswer
from mesodesk.domain.screening.recognised import medicine_answer, medicine_answers
from mesodesk.services import knowledge


@dataclass(frozen=True, slots=True)
class Offer:
    """One substance that a typed name may mean: "did you mean ...?", with why it is asked.

    `is_about_use`: the name is known, but the line says it is not taken, or is somebody else's.
    """

    typed: str
    name: str
    substance: str
    why: str
    is_founding_stop: bool
    is_about_use: bool
    answer: MedicineAnswer


@dataclass(frozen=True, slots=True)
class Read:
    """What a typed line became: a row for each medicine, and what is to be asked about them."""

    medicines: tuple[MedicineAnswer, ...]
    offers: tuple[Offer, ...]


def recognise(typed: str, country: str = "") -> Read:
    """The medicines in a typed line, read in the clinic's `country`.

    A line in which nothing is found stays whole, unrecognised.
    """
    found = knowledge.recogniser().recognise(typed, country)
    rows = tuple(_kept_route(item, found) for item in medicine_answers(found))
    if not rows and typed.strip():
        rows = (MedicineAnswer(typed.strip()),)
    asked = (match for match in found.matches if match.substance and not _is_settled(match))
    return Read(rows, tuple(_offer(match) for match in asked))


def complete(prefix: str, limit: int = 6, country: str = "") -> tuple[Suggestion, ...]:
    """Names that what was typed so far may become; those of the clinic's `country` first."""
    return knowledge.recogniser().complete(prefix, limit, country)


def accepted(item: MedicineAnswer, offer: Offer) -> MedicineAnswer:
    """The row with an offer accepted: the clinician named the substance."""
    meant = offer.answer
    return replace(
        item,
        substance=meant.substance,
        atc=meant.atc,
        drug_class=meant.drug_class,
        certainty=Certainty.NAMED,
        signed_neither=False,
    )


def rejected(item: MedicineAnswer) -> MedicineAnswer:
    """The row with every offer refused: it is unrecognised until it is named."""
    return replace(item, substance="", atc="", drug_class="", certainty=Certainty.NONE)


def named(item: MedicineAnswer, substance: str) -> MedicineAnswer | None:
    """The row with its substance named in words; None where these words are no known name."""
    matches = knowledge.recogniser().recognise(substance).matches
    sure = [match for match in matches if match.is_sure and match.is_current]
    if len(sure) != 1:
        return None
    meant = medicine_answer(sure[0])
    return replace(
        item,
        substance=meant.substance,
        atc=meant.atc,
        drug_class=meant.drug_class,
        certainty=Certainty.NAMED,
        signed_neither=False,
    )


def class_words(item: MedicineAnswer) -> str:
    """What a settled medicine is, in words: "a blood thinner"."""
    return _class(item).words


def is_founding_stop(item: MedicineAnswer) -> bool:
    """Whether the founding document excludes patients who take this."""
    return item.is_settled() and _class(item).is_founding_stop


def _class(item: MedicineAnswer) -> DrugClass:
    if item.drug_class in set(DrugClass):
        return DrugClass(item.drug_class)
    return class_of(item.atc) if item.atc else DrugClass.UNKNOWN


def _is_settled(match: Match) -> bool:
    if match.ground is Ground.LOCAL:
        return True
    return match.is_sure and match.context in (Context.CURRENT, Context.PAST)


def _kept_route(item: MedicineAnswer, found: Recognition) -> MedicineAnswer:
    """A known name used on skin, eye or line is a known name: what is asked is how it is used."""
    for match in found.matches:
        is_this = match.typed == item.typed and match.substance == item.substance
        if is_this and match.ground is Ground.LOCAL and match.context is Context.CURRENT:
            return replace(item, certainty=Certainty.SURE)
    return item


def _offer(match: Match) -> Offer:
    is_about_use = match.is_sure
    why = f"{match.why}; {match.context.words}" if is_about_use else match.why
    return Offer(
        typed=match.typed,
        name=match.name,
        substance=match.substance,
        why=why,
        is_founding_stop=match.drug_class.is_founding_stop,
        is_about_use=is_about_use,
        answer=medicine_answer(match),
    )
