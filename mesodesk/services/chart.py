"""Services: the chart: opening it, and keeping its structured lists."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from mesodesk.core.errors import BadInput, ChangedSinceOpened, EnvironmentTrouble, Problem
from mesodesk.core.ids import ItemId, PatientId
from mesodesk.domain.changes import Changes
from mesodesk.domain.conditions.recognition import Recognition as ConditionRecognition
from mesodesk.domain.medicines.completion import Suggestion
from mesodesk.domain.medicines.recognition import Recognition
from mesodesk.domain.patient_checks import item_problems
from mesodesk.domain.patients import (
    Chart,
    ChartAllergy,
    ChartCondition,
    ChartMedicine,
    Measurement,
    MedicineUse,
)
from mesodesk.domain.tidying import tidied
from mesodesk.services import knowledge
from mesodesk.services.allergens import tags_of_words
from mesodesk.services.desk import Desk
from mesodesk.services.screening.conditions import gravest_question
from mesodesk.store.patients import details as details_store
from mesodesk.store.patients import items as items_store
from mesodesk.store.work import Reading, Work

Item = TypeVar("Item", ChartAllergy, ChartMedicine, ChartCondition, Measurement)


@dataclass(frozen=True, slots=True)
class OpenedChart:
    """An opened chart. Where the opening could not be written down, it may only be read.

    `trouble` then is the environment's trouble, for the bar.
    """

    chart: Chart
    trouble: EnvironmentTrouble | None = None

    @property
    def is_read_only(self) -> bool:
        """Whether nothing may be changed, because the opening is not on record."""
        return self.trouble is not None


@dataclass(frozen=True, slots=True)
class ItemSaved:
    """The id and version of an item as now on record, and what that changed."""

    item_id: ItemId
    version: int
    changes: Changes


def open_chart(desk: Desk, patient_id: PatientId) -> OpenedChart:
    """Open a chart, and note in the audit chain that it was opened. Raises NotFound."""
    opened = chart(desk, patient_id)
    try:
        with desk.store.work(desk.author) as work:
            work.note("open", "chart", patient_id, patient_id)
    except EnvironmentTrouble as trouble:
        return OpenedChart(opened, trouble)
    return OpenedChart(opened)


def chart(desk: Desk, patient_id: PatientId) -> Chart:
    """The chart as it stands, for a screen that has it open already. Raises NotFound."""
    with desk.store.reading(desk.author) as reading:
        read = _chart(reading, patient_id)
    return replace(read, patient=replace(read.patient, is_demo=desk.clinic.is_demo))


def allergies(desk: Desk, patient_id: PatientId) -> tuple[ChartAllergy, ...]:
    """The allergies that stand, oldest first."""
    with desk.store.reading(desk.author) as reading:
        return items_store.items(reading, ChartAllergy, patient_id)


def medicines(desk: Desk, patient_id: PatientId) -> tuple[ChartMedicine, ...]:
    """The medicines that stand, ended ones included, oldest first."""
    with desk.store.reading(desk.author) as reading:
        return items_store.items(reading, ChartMedicine, patient_id)


def conditions(desk: Desk, patient_id: PatientId) -> tuple[ChartCondition, ...]:
    """The conditions that stand, past ones included, oldest first."""
    with desk.store.reading(desk.author) as reading:
        return items_store.items(reading, ChartCondition, patient_id)


def measurements(desk: Desk, patient_id: PatientId) -> tuple[Measurement, ...]:
    """The measurements that stand, newest day first."""
    with desk.store.reading(desk.author) as reading:
        return _newest_first(items_store.items(reading, Measurement, patient_id))


def recognise_medicine(typed: str, country: str = "") -> Recognition:
    """What is known of a medicine's name as typed, with what it may have meant in `country`."""
    return knowledge.recogniser().recognise(typed, country)


def recognise_condition(typed: str, today: date) -> ConditionRecognition:
    """What is known of a condition as typed, with what it may have meant."""
    return knowledge.condition_recogniser().recognise(typed, today)


def complete_medicine(prefix: str, limit: int = 8, country: str = "") -> tuple[Suggestion, ...]:
    """Medicines whose name the typed beginning may become, likeliest first."""
    return knowledge.recogniser().complete(prefix, limit, country)


def save_item(desk: Desk, patient_id: PatientId, item: Item) -> ItemSaved:
    """Add an item (its id is empty) or a new version of one.

    Raises BadInput; ChangedSinceOpened with both items, mine and theirs; NotFound.
    """
    tidy = tidied(item)
    problems = item_problems(tidy, desk.today)
    if problems:
        raise BadInput(*problems)
    with desk.store.work(desk.author) as work:
        details_store.patient(work, patient_id)
        checked = _understood(desk, tidy, _refuse_stale(work, tidy))
        _refuse_twice(work, patient_id, checked)
        made = items_store.save(work, patient_id, checked)
    return ItemSaved(made.id, made.version, Changes(patients=frozenset({patient_id})))


def void_item(desk: Desk, patient_id: PatientId, item: Item) -> Changes:
    """Take an item out of its list; the versions stay in the history.

    Raises ChangedSinceOpened with both items, NotFound.
    """
    with desk.store.work(desk.author) as work:
        _refuse_stale(work, item)
        items_store.void(work, patient_id, item)
    return Changes(patients=frozenset({patient_id}))


def _understood(desk: Desk, item: Item, before: Item | None) -> Item:
    """The item with what its words mean: the substance, the allergens, the question answered."""
    if isinstance(item, ChartMedicine):
        known = before if isinstance(before, ChartMedicine) else None
        return _recognised(item, known, desk.clinic.country)
    if isinstance(item, ChartAllergy):
        return _linked(item, before if isinstance(before, ChartAllergy) else None)
    if isinstance(item, ChartCondition):
        is_same = isinstance(before, ChartCondition) and before.name == item.name
        return item if is_same and item.code else _screened(item, desk.today)
    return item


def _screened(item: ChartCondition, today: date) -> ChartCondition:
    """A condition with the question that its words surely answer, and the date they tell.

    A code that was given stays where the words answer nothing.
    """
    found = recognise_condition(item.name, today).matches
    code = gravest_question(found) or item.code
    dated = (match for match in found if match.when is not None and match.questions[:1] == (code,))
    first = next(dated, None)
    told = str(first.when) if first is not None else ""
    return replace(item, code=code, since=item.since or told)


def _linked(item: ChartAllergy, before: ChartAllergy | None) -> ChartAllergy:
    """An allergy with the tags its words mean; those of words that were replaced go."""
    was = tags_of_words(before.substance) if before else ()
    kept = (tag for tag in item.tags if tag not in was)
    return replace(item, tags=tuple(dict.fromkeys((*kept, *tags_of_words(item.substance)))))


def _recognised(item: ChartMedicine, before: ChartMedicine | None, country: str) -> ChartMedicine:
    """A medicine with the one substance its name surely means; none where that is open.

    What the clinician named by hand stands as long as the name it was given to.
    """
    if before is not None and before.substance and before.typed == item.typed:
        return replace(item, substance=before.substance, atc=before.atc)
    matches = recognise_medicine(item.typed, country).matches
    sure = [match for match in matches if match.is_sure]
    one = sure[0] if len(sure) == 1 else None
    substance, atc = (one.substance, one.atc) if one else ("", "")
    return replace(item, substance=substance, atc=atc)


def _chart(reading: Reading, patient_id: PatientId) -> Chart:
    return Chart(
        details_store.patient(reading, patient_id),
        items_store.items(reading, ChartAllergy, patient_id),
        items_store.items(reading, ChartMedicine, patient_id),
        items_store.items(reading, ChartCondition, patient_id),
        _newest_first(items_store.items(reading, Measurement, patient_id)),
    )


def _newest_first(found: tuple[Measurement, ...]) -> tuple[Measurement, ...]:
    return tuple(sorted(found, key=lambda each: (each.taken_on, each.id), reverse=True))


def _refuse_stale(work: Work, item: Item) -> Item | None:
    """The version that stands, which must be the one that was changed; None for a new item."""
    if not item.id:
        return None
    stands = items_store.item(work, type(item), item.id)
    if stands.version != item.version:
        raise ChangedSinceOpened(item, stands)
    return stands


def _refuse_twice(work: Work, patient_id: PatientId, item: Item) -> None:
    """An allergy, condition or medicine taken now stands once; measurements may repeat."""
    field = _NAMED.get(type(item))
    if field is None:
        return
    typed = getattr(item, field).casefold()
    for other in items_store.items(work, type(item), patient_id):
        is_same = getattr(other, field).casefold() == typed
        if is_same and other.id != item.id and not _has_ended(other):
            raise BadInput(Problem(field, "This is in the list already."))


def _has_ended(item: object) -> bool:
    return isinstance(item, ChartMedicine) and item.use is MedicineUse.ENDED


_NAMED: dict[type, str] = {
    ChartAllergy: "substance",
    ChartMedicine: "typed",
    ChartCondition: "name",
}
