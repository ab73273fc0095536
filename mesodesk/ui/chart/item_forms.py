"""Chart: the forms of the four lists: allergies, medicines, conditions, measurements."""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal

from mesodesk.core.clock import Clock
from mesodesk.domain.patients import (
    ChartAllergy,
    ChartCondition,
    ChartMedicine,
    Measurement,
    MedicineUse,
)
from mesodesk.ui.chart.item_form import ItemForm
from mesodesk.ui.chart.wording import said_severity, said_use
from mesodesk.ui.kit import clinic_time
from mesodesk.ui.kit.form.choice_fields import CheckField, Option, SegmentField
from mesodesk.ui.kit.form.date_field import DateField
from mesodesk.ui.kit.form.decimal_field import DecimalField
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.kit.suggestions import Suggestion, SuggestionList


class AllergyForm(ItemForm[ChartAllergy]):
    """Substance, reaction, and how bad it was."""

    first = "substance"

    def __init__(self) -> None:
        super().__init__()
        severities = tuple(
            Option(key, said_severity(key)) for key in ("mild", "moderate", "severe")
        )
        self.tags: tuple[str, ...] = ()
        self.add(TextField("substance", self.tr("Allergic to"), is_required=True))
        self.add(TextField("reaction", self.tr("What happened")))
        self.add(SegmentField("severity", self.tr("How bad"), severities), span=2)

    def start(self, item: ChartAllergy | None) -> None:
        """Show an allergy; the ingredients it was linked to stay linked."""
        self.tags = item.tags if item else ()
        super().start(item)

    def made(self, values: dict[str, Any]) -> ChartAllergy:
        """The allergy that the values say."""
        return ChartAllergy(
            self.item_id,
            self.version,
            values["substance"],
            self.tags,
            values["reaction"],
            values["severity"] or "",
        )

    def shown(self, item: ChartAllergy) -> dict[str, Any]:
        """The values that show an allergy."""
        return {
            "substance": item.substance,
            "reaction": item.reaction,
            "severity": item.severity or None,
        }


class MedicineForm(ItemForm[ChartMedicine]):
    """Name with suggestions, use, dates and prescriber. `name_typed(text)` asks to suggest."""

    first = "typed"
    name_typed = Signal(str)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        uses = tuple(Option(use.value, said_use(use)) for use in MedicineUse)
        self.name = TextField(
            "typed", self.tr("Medicine"), self.tr("Any name, in any language"), is_required=True
        )
        self.name.line.textEdited.connect(self.name_typed)
        self.offers = SuggestionList(self.name.line, name=self.tr("Medicines"))
        self.offers.suggestion_chosen.connect(self._on_chosen)
        self.add(self.name)
        self.add(SegmentField("use", self.tr("Taken"), uses, is_required=True))
        self.add(DateField("last_taken", self.tr("Last taken"), clock))
        self.add(TextField("prescriber", self.tr("Prescribed by")))
        self.add(DateField("ended_on", self.tr("Ended, or end already set"), clock, years_ahead=2))
        self.add(CheckField("end_set_by_prescriber", self.tr("The prescriber set this end")))
        self.add(TextField("note", self.tr("Note")), span=2)

    def offer(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Suggest these names, unless the person went on elsewhere."""
        self.offers.offer(suggestions if self.name.line.hasFocus() else (), select_first=False)

    def made(self, values: dict[str, Any]) -> ChartMedicine:
        """The medicine that the values say; what it is, the record's service recognises."""
        return ChartMedicine(
            self.item_id,
            self.version,
            values["typed"],
            use=MedicineUse(values["use"]),
            last_taken=values["last_taken"],
            ended_on=values["ended_on"],
            end_set_by_prescriber=values["end_set_by_prescriber"],
            prescriber=values["prescriber"],
            note=values["note"],
        )

    def shown(self, item: ChartMedicine) -> dict[str, Any]:
        """The values that show a medicine."""
        return {name: getattr(item, name) for name in self.raw_names()} | {"use": item.use.value}

    def _on_chosen(self, suggestion: Suggestion) -> None:
        self.name.set_value(suggestion.key)
        self.name.changed()


class ConditionForm(ItemForm[ChartCondition]):
    """Name, since when, whether it is past, and a note."""

    first = "name"

    def __init__(self) -> None:
        super().__init__()
        self.code = ""
        self.add(TextField("name", self.tr("Condition"), is_required=True))
        self.add(TextField("since", self.tr("Since"), self.tr("A year or a date")))
        self.add(TextField("note", self.tr("Note")))
        self.add(CheckField("is_past", self.tr("This is over")))

    def start(self, item: ChartCondition | None) -> None:
        """Show a condition; the screening question it answers stays with it."""
        self.code = item.code if item else ""
        super().start(item)

    def made(self, values: dict[str, Any]) -> ChartCondition:
        """The condition that the values say."""
        return ChartCondition(
            self.item_id,
            self.version,
            values["name"],
            self.code,
            values["since"],
            values["is_past"],
            values["note"],
        )

    def shown(self, item: ChartCondition) -> dict[str, Any]:
        """The values that show a condition."""
        return {name: getattr(item, name) for name in self.raw_names()}


class MeasurementForm(ItemForm[Measurement]):
    """The day, weight and height; a new one is of today."""

    first = "weight_kg"

    def __init__(self, clock: Clock) -> None:
        super().__init__(columns=3)
        self._clock = clock
        self.add(DateField("taken_on", self.tr("Measured on"), clock, is_required=True))
        self.add(DecimalField("weight_kg", self.tr("Weight"), "kg", Decimal(1), Decimal(500), 3))
        self.add(DecimalField("height_cm", self.tr("Height"), "cm", Decimal(30), Decimal(275), 2))

    def start(self, item: Measurement | None) -> None:
        """Show a measurement, or today's date for a new one."""
        super().start(item)
        if item is None:
            self.set_values({"taken_on": clinic_time.today(self._clock)})

    def made(self, values: dict[str, Any]) -> Measurement:
        """The measurement that the values say."""
        return Measurement(
            self.item_id,
            self.version,
            values["taken_on"],
            values["weight_kg"],
            values["height_cm"],
        )

    def shown(self, item: Measurement) -> dict[str, Any]:
        """The values that show a measurement."""
        return {name: getattr(item, name) for name in self.raw_names()}
