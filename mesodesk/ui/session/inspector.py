"""Session room: the inspector of the chosen zone: technique, depth, needle, volume, points."""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from mesodesk.core.errors import BadInput
from mesodesk.domain.doses.quantities import plain
from mesodesk.domain.doses.sums import ZoneDoses
from mesodesk.domain.techniques import Technique
from mesodesk.domain.treatments import Zone
from mesodesk.services import knowledge
from mesodesk.services.doses import DosePicture
from mesodesk.ui.kit.form.choice_fields import ChoiceField, Option
from mesodesk.ui.kit.form.decimal_field import DecimalField
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.sources import say_basis
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.session.waiting import show_waiting, zone_place
from mesodesk.ui.session.words import ingredient_word, region_word
from mesodesk.ui.session.zones import ZonesPresenter


class Inspector(QWidget):
    """Shows and changes the chosen zone; the total is always in sight, each dose with its sum."""

    trouble_found = Signal(str)

    def __init__(self, presenter: ZonesPresenter, language: str) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self.setAccessibleName(self.tr("Settings of the chosen zone"))
        self.name = words("", "heading")
        self.total = words("", "heading")
        self.note = words("", "small")
        self.depth_note = Banner(Severity.WARNING)
        self.area_note = Banner(Severity.WARNING)
        self._doses = words("", "small")
        self.form = self._form()
        self._empty = EmptyState(
            "syringe", self.tr("No zone chosen"), self.tr("Its settings and doses stand here.")
        )
        self._page = QWidget()
        self._lay_out()
        self._shown: Zone | None = None
        self.show_zone()

    def show_zone(self) -> None:
        """Show the chosen zone; what is being typed into a field is left alone."""
        zone = self._presenter.chosen
        self._page.setVisible(zone is not None)
        self._empty.setVisible(zone is None)
        if zone is None:
            self._shown = None
            return
        is_another = self._shown is None or self._shown.id != zone.id
        self._shown = zone
        self.name.setText(
            f"{self._presenter.number}  {region_word(zone.region, zone.side, self._language)}"
        )
        self._show_values(zone, is_another)
        self._show_notes(zone)
        self.total.setText(_sum(zone))

    def show_doses(self, picture: DosePicture) -> None:
        """The doses of the chosen zone, each with its working."""
        zone = self._presenter.chosen
        found = (one for one in picture.doses.zones if zone is not None and one.zone_id == zone.id)
        self._doses.setText("\n".join(_dose_lines(next(found, None), self._language)))

    def _show_values(self, zone: Zone, is_another: bool) -> None:
        values = {
            "technique": zone.technique,
            "depth_mm": zone.depth_mm,
            "needle": zone.needle,
            "volume_per_point_ml": zone.volume_per_point_ml or None,
            "point_count": Decimal(zone.point_count) if zone.point_count else None,
        }
        technique = _technique(zone)
        self._needle_names.setStringList(list(technique.needles) if technique else [])
        for name, value in values.items():
            field = self.form.field(name)
            proxy = field.focusProxy()
            if not is_another and proxy is not None and proxy.hasFocus():
                continue
            field.clear_problem()
            waits = self._presenter.waiting.text(zone_place(zone, name))
            if waits and isinstance(field, DecimalField):
                show_waiting(field, waits)
            else:
                field.set_value(value)

    def _show_notes(self, zone: Zone) -> None:
        technique = _technique(zone)
        note = technique.note.said_in(self._language) if technique and technique.note else ""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        said = self._depth_words(zone, technique)
        self.depth_note.setVisible(said is not None)
        if said is not None:
            self.depth_note.say(Severity.WARNING, *said)
        indication = self._presenter.indication
        level = indication.level_of(zone.region) if indication else "allowed"
        self.area_note.setVisible(level in ("unusual", "forbidden"))
        if indication is not None and level in ("unusual", "forbidden"):
            why = indication.why_not(zone.region)
            usual = self.tr("This area is not usual for the indication.")
            severity = Severity.STOP if level == "forbidden" else Severity.WARNING
            reason = why.words.said_in(self._language) if why else usual
            self.area_note.say(severity, reason, say_basis(why.basis) if why else "")

    def _depth_words(self, zone: Zone, technique: Technique | None) -> tuple[str, str] | None:
        """What is to be said of a depth outside the technique's range, and its source."""
        if technique is None or technique.depth_mm is None or zone.depth_mm is None:
            return None
        span = technique.depth_mm
        if span.holds(zone.depth_mm):
            return None
        low = plain(span.low) if span.low is not None else "0"
        high = plain(span.high) if span.high is not None else "…"
        layer = knowledge.techniques().layer_at(zone.depth_mm).name.said_in(self._language)
        text = self.tr("{depth} mm is outside {low} to {high} mm for this technique.")
        said = text.format(depth=plain(zone.depth_mm), low=low, high=high)
        source = self.tr("It reaches: {layer}. Source: {basis}")
        return said, source.format(layer=layer.lower(), basis=say_basis(technique.basis))

    def _form(self) -> Form:
        form = Form(2)
        options = tuple(
            Option(one.code, one.name.said_in(self._language), _range(one))
            for one in knowledge.techniques().techniques
        )
        form.add(ChoiceField("technique", self.tr("Technique"), options), span=2)
        depth = DecimalField(
            "depth_mm", self.tr("Depth"), "mm", Decimal(0), Decimal(40), 2, Decimal("0.5")
        )
        needle = TextField("needle", self.tr("Needle"))
        self._needle_names = QStringListModel(self)
        self._needles = QCompleter(self._needle_names, needle.line)
        self._needles.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        needle.line.setCompleter(self._needles)
        volume = DecimalField(
            "volume_per_point_ml",
            self.tr("Per point"),
            "mL",
            Decimal(0),
            Decimal(10),
            3,
            Decimal("0.01"),
        )
        count = DecimalField(
            "point_count", self.tr("Points"), "", Decimal(0), Decimal(2000), 0, Decimal(1)
        )
        for field in (depth, needle, volume, count):
            form.add(field)
        form.edited.connect(self._on_edited)
        self._needles.activated.connect(lambda _: self._on_edited("needle"))
        return form

    def _on_edited(self, name: str) -> None:
        if name == "technique":
            code = self.form.field("technique").value()
            if code is not None:
                self._presenter.set_technique(code)
            return
        zone = self._presenter.chosen
        if zone is None:
            return
        values = {key: self._value(zone, key) for key in _TYPED}
        self._presenter.set_settings(
            values["depth_mm"],
            values["needle"],
            values["volume_per_point_ml"] or Decimal(0),
            int(values["point_count"] or 0),
        )

    def _value(self, zone: Zone, name: str) -> Any:
        """What a field says; a number that cannot be read waits, and the zone keeps its own."""
        field = self.form.field(name)
        if not isinstance(field, DecimalField):
            return field.value()
        waiting, place = self._presenter.waiting, zone_place(zone, name)
        try:
            number = field.value()
        except BadInput as bad:
            field.show_problem(str(bad))
            waiting.keep(place, field.line.text())
            return getattr(zone, name)
        waiting.keep(place, "")
        return number

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        parts = (
            self.name,
            self.area_note,
            self.form,
            self.note,
            self.depth_note,
            self.total,
            self._doses,
        )
        for part in parts:
            inner.addWidget(part)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        column.addWidget(self._empty)


_TYPED = ("depth_mm", "needle", "volume_per_point_ml", "point_count")


def _technique(zone: Zone) -> Technique | None:
    try:
        return knowledge.techniques().technique(zone.technique)
    except KeyError:
        return None


def _range(technique: Technique) -> str:
    span = technique.depth_mm
    if span is None:
        return say_basis(technique.basis)
    ends = (plain(end) if end is not None else "…" for end in (span.low, span.high))
    return f"{' - '.join(ends)} mm, {say_basis(technique.basis)}"


def _sum(zone: Zone) -> str:
    per_point, total = plain(zone.volume_per_point_ml, 2), plain(zone.volume_ml, 2)
    return f"{zone.point_count} × {per_point} mL = {total} mL"


def _dose_lines(doses: ZoneDoses | None, language: str) -> list[str]:
    if doses is None:
        return []
    return [f"{ingredient_word(one.ingredient, language)}: {one.working}" for one in doses.doses]
