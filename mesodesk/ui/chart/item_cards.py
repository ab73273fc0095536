"""Chart: the four lists of the overview, each with its columns and its form."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from mesodesk.core.clock import Clock
from mesodesk.core.ids import ItemId
from mesodesk.domain.patients import ChartAllergy, ChartCondition, ChartMedicine, Measurement
from mesodesk.services.condition_words import ConditionTold
from mesodesk.ui.chart.condition_wording import condition_severity, said_condition
from mesodesk.ui.chart.item_forms import AllergyForm, ConditionForm, MeasurementForm, MedicineForm
from mesodesk.ui.chart.list_card import ListCard
from mesodesk.ui.chart.wording import (
    said_height,
    said_medicine_times,
    said_severity,
    said_substance,
    said_use,
    said_weight,
)
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.theme.shades import Severity


def _tr(text: str) -> str:
    return QCoreApplication.translate("Chart", text)


def item_cards(clock: Clock, told: Mapping[ItemId, ConditionTold]) -> dict[str, ListCard[Any]]:
    """A card for each kind of item, in reading order; `told` is filled before they are shown."""
    return {
        "allergy": allergy_card(),
        "medicine": medicine_card(clock),
        "condition": condition_card(told),
        "measurement": measurement_card(clock),
    }


def allergy_card() -> ListCard[ChartAllergy]:
    """Allergies: what to, what happened, how bad."""
    columns: tuple[Column[ChartAllergy], ...] = (
        Column(
            _tr("Allergic to"),
            lambda item: item.substance,
            stretches=True,
            is_strong=True,
            detail=lambda item: item.reaction,
            severity=lambda _: Severity.STOP,
        ),
        Column(_tr("How bad"), lambda item: said_severity(item.severity), width=14),
    )
    nothing = _tr("No allergy is recorded. That is not the same as none: the screening asks.")
    return ListCard(_tr("Allergies"), nothing, columns, AllergyForm())


def medicine_card(clock: Clock) -> ListCard[ChartMedicine]:
    """Medicines: the name as typed, what it is, how and until when it is taken."""
    columns: tuple[Column[ChartMedicine], ...] = (
        Column(
            _tr("Medicine"),
            lambda item: item.typed,
            stretches=True,
            is_strong=True,
            detail=said_substance,
            severity=lambda item: None if item.substance else Severity.WARNING,
            tip=said_medicine_times,
        ),
        Column(
            _tr("Taken"),
            lambda item: said_use(item.use),
            width=36,
            detail=said_medicine_times,
            tip=said_medicine_times,
        ),
    )
    nothing = _tr("No medicine is recorded. That is not the same as none: the screening asks.")
    return ListCard(_tr("Medicines"), nothing, columns, MedicineForm(clock))


def condition_card(told: Mapping[ItemId, ConditionTold]) -> ListCard[ChartCondition]:
    """Conditions, present and past, with what each is for the screening."""
    columns: tuple[Column[ChartCondition], ...] = (
        Column(
            _tr("Condition"),
            lambda item: item.name,
            stretches=True,
            is_strong=True,
            detail=lambda item: said_condition(item, told.get(item.id)),
            severity=lambda item: condition_severity(told.get(item.id)),
            tip=lambda item: said_condition(item, told.get(item.id)),
        ),
        Column(
            _tr("Since"),
            lambda item: item.since,
            width=16,
            detail=lambda item: _tr("over") if item.is_past else "",
        ),
    )
    nothing = _tr("No condition is recorded. That is not the same as none: the screening asks.")
    return ListCard(_tr("Conditions"), nothing, columns, ConditionForm())


def measurement_card(clock: Clock) -> ListCard[Measurement]:
    """Weight and height by day."""
    columns: tuple[Column[Measurement], ...] = (
        Column(_tr("Measured on"), lambda item: say_date(item.taken_on), stretches=True),
        Column(_tr("Weight"), said_weight, width=12, is_number=True),
        Column(_tr("Height"), said_height, width=12, is_number=True),
    )
    nothing = _tr("No weight or height is recorded.")
    return ListCard(_tr("Weight and height"), nothing, columns, MeasurementForm(clock))
