"""Course: the areas to treat: those suggested as toggles, all others found by typing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.domain.courses.course import Area
from mesodesk.domain.indications import Indication
from mesodesk.services import knowledge
from mesodesk.ui.course.wording import CourseWords, area_of, key_of
from mesodesk.ui.kit.buttons import PromptButton
from mesodesk.ui.kit.flow import FlowLayout
from mesodesk.ui.kit.form.pick_field import PickField
from mesodesk.ui.kit.panels.cards import words


class AreaPicker(QWidget):
    """`edited` follows each change by the person. An area that must not be treated is refused."""

    edited = Signal()

    def __init__(self, said: CourseWords) -> None:
        super().__init__()
        self._words = said
        self._indication: Indication | None = None
        self._toggles: dict[str, PromptButton] = {}
        self.field: PickField | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas chosen."""
        return tuple(area_of(key) for key in self.field.value()) if self.field else ()

    @property
    def toggles(self) -> dict[str, PromptButton]:
        """The toggle of each suggested region."""
        return dict(self._toggles)

    def show_indication(self, indication: Indication, areas: tuple[Area, ...]) -> None:
        """Offer the areas of an indication, some of them chosen."""
        self._indication = indication
        self._empty()
        row = QWidget()
        flow = FlowLayout(row, gap=8)
        flow.setContentsMargins(0, 0, 0, 0)
        self._toggles = {region: self._toggle(region) for region in indication.suggested}
        for made in self._toggles.values():
            flow.addWidget(made)
        field = PickField(
            "areas",
            self.tr("Areas to treat"),
            self._words.area_options(indication),
            self.tr("Type part of a name to find any area; Down lists them all."),
        )
        field.set_value(key_of(area.region, area.side) for area in areas)
        field.edited.connect(self._on_field)
        self.field = field
        self._column.addWidget(words(self.tr("Suggested"), "label"))
        self._column.addWidget(row)
        self._column.addWidget(field)
        self._show_toggles()

    def _toggle(self, region: str) -> PromptButton:
        made = PromptButton(self._words.region(region))
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.clicked.connect(lambda on, code=region: self._on_toggle(code, on))
        return made

    def _on_toggle(self, region: str, is_on: bool) -> None:
        """A suggested region comes and goes with both its sides."""
        if self.field is None:
            return
        own = [key_of(region, side) for side in knowledge.regions().get(region).sides]
        kept = [key for key in self.field.value() if key not in own]
        self.field.set_value((*kept, *own) if is_on else kept)
        self.field.clear_problem()
        self._show_toggles()
        self.edited.emit()

    def _on_field(self) -> None:
        self._refuse_forbidden()
        self._show_toggles()
        self.edited.emit()

    def _refuse_forbidden(self) -> None:
        if self.field is None or self._indication is None:
            return
        keys = self.field.value()
        bad = [k for k in keys if self._indication.level_of(area_of(k).region) == "forbidden"]
        if bad:
            self.field.set_value(key for key in keys if key not in bad)
            why = self._indication.why_not(area_of(bad[0]).region)
            self.field.show_problem(
                self._words.statement(why) if why else self.tr("This area is not treated.")
            )

    def _show_toggles(self) -> None:
        chosen = {area.region for area in self.areas}
        for region, toggle in self._toggles.items():
            toggle.setChecked(region in chosen)

    def _empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
