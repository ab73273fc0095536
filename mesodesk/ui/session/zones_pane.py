"""Session room: the pane of this session's zones, with totals, doses and what passes a ceiling."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mesodesk.domain.doses.quantities import plain
from mesodesk.domain.treatments import Zone
from mesodesk.services.doses import DosePicture
from mesodesk.ui.kit.buttons import Kind, button, icon_button
from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Heading, scrolling, words
from mesodesk.ui.kit.panels.empty import EmptyState
from mesodesk.ui.kit.sources import say_basis
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import ListPanel, RowsTable
from mesodesk.ui.kit.theme.dressing import set_state
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.session.region_picker import RegionPicker
from mesodesk.ui.session.waiting import REGION
from mesodesk.ui.session.words import (
    comparison_words,
    counted,
    ingredient_word,
    region_word,
    zone_line,
)
from mesodesk.ui.session.zones import ZonesPresenter


class ZonesPane(QWidget):
    """Lists the zones; typing adds one, arrows choose one, Delete removes it."""

    settings_wanted = Signal()

    def __init__(self, presenter: ZonesPresenter, language: str) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self.setAccessibleName(self.tr("Zones of this session"))
        self.picker = RegionPicker(language)
        self.picker.region_chosen.connect(presenter.add)
        self.picker.line.textChanged.connect(lambda text: presenter.waiting.keep(REGION, text))
        self.table: RowsTable[tuple[int, Zone]] = self._table()
        empty = EmptyState(
            "map",
            self.tr("No zone yet"),
            self.tr("Click a region on the map, or type one above."),
        )
        self.panel = ListPanel(self.table, empty)
        self.heading = Heading(self.tr("Zones"))
        self._totals = words("", "strong")
        self._compared = words("", "soft")
        self._compared_icon = IconLabel("warning", "warning", 16)
        self._compared_icon.hide()
        self._doses = words("", "small")
        self._warnings = QVBoxLayout()
        self._lay_out()

    def open(self) -> None:
        """A session was taken up: show what was being typed in it."""
        self.picker.set_value(self._presenter.waiting.text(REGION))

    def show_zones(self) -> None:
        """Show the zones as they stand, the chosen one highlighted."""
        zones = self._presenter.zones
        self.picker.show_indication(self._presenter.indication)
        self.table.blockSignals(True)
        self.panel.set_rows(tuple(enumerate(zones, 1)))
        chosen = self._presenter.chosen
        if chosen is not None:
            self.table.highlight(lambda row: row[1].id == chosen.id)
        self.table.blockSignals(False)
        self.all_button.setEnabled(len(zones) > 1)
        self.remove_button.setEnabled(bool(zones))

    def show_doses(self, picture: DosePicture) -> None:
        """Session totals, each ingredient's dose, drawn up against given, ceilings passed."""
        doses = picture.doses
        points = counted(doses.points, self.tr("{n} point"), self.tr("{n} points"))
        total = self.tr("In all {volume} mL in {points}")
        self._totals.setText(total.format(volume=plain(doses.volume_ml, 2), points=points))
        self._compared.setText(comparison_words(picture.comparison))
        is_more = picture.comparison.state == "more_given"
        set_state(self._compared, "severity", Severity.WARNING.value if is_more else "")
        self._compared_icon.setVisible(is_more)
        self._doses.setText("\n".join(self._dose_lines(picture)))
        self._doses.setVisible(bool(self._doses.text()))
        self._show_warnings(picture)

    def _dose_lines(self, picture: DosePicture) -> list[str]:
        lines = []
        for code in picture.doses.ingredients():
            total = picture.doses.total_mg(code)
            name = ingredient_word(code, self._language)
            said = self.tr("strength not recorded") if total is None else f"{plain(total)} mg"
            lines.append(f"{name}: {said}")
        return lines

    def _show_warnings(self, picture: DosePicture) -> None:
        while (item := self._warnings.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for found in picture.ceilings:
            said = found.statement
            text = said.words.said_in(self._language)
            self._warnings.addWidget(Banner(Severity.WARNING, text, say_basis(said.basis)))
        for name, given_ml, most_ml in picture.over_label:
            text = self.tr("{name}: {given} mL given, {most} mL at most in one session.")
            filled = text.format(name=name, given=plain(given_ml), most=plain(most_ml))
            source = self.tr("The product's own limit, from the stock list")
            self._warnings.addWidget(Banner(Severity.WARNING, filled, source))

    def _table(self) -> "RowsTable[tuple[int, Zone]]":
        name: Column[tuple[int, Zone]] = Column(
            self.tr("Zone"),
            text=lambda row: (
                f"{row[0]}  " + region_word(row[1].region, row[1].side, self._language)
            ),
            detail=lambda row: zone_line(row[1]),
            stretches=True,
            is_strong=True,
        )
        made: RowsTable[tuple[int, Zone]] = RowsTable(
            self.tr("Zones of this session"), (name,), key=lambda row: row[1].id
        )
        made.horizontalHeader().hide()
        made.row_highlighted.connect(self._on_highlighted)
        made.row_chosen.connect(lambda _: self.settings_wanted.emit())
        return made

    def _on_highlighted(self, row: tuple[int, Zone] | None) -> None:
        if row is not None:
            self._presenter.choose(row[1].id)

    def _lay_out(self) -> None:
        self.remove_button = icon_button(self.tr("Remove this zone"), "remove", "Ctrl+Del")
        self.remove_button.clicked.connect(self._presenter.remove)
        self.all_button = button(self.tr("Settings to all"), Kind.QUIET, "copy", "Ctrl+Shift+A")
        self.all_button.setToolTip(
            self.tr("Technique, depth, needle and volume per point to all zones (Ctrl+Shift+A)")
        )
        self.all_button.clicked.connect(self._presenter.copy_to_all)
        tools = QHBoxLayout()
        tools.addWidget(self.all_button)
        tools.addStretch(1)
        tools.addWidget(self.remove_button)
        foot = QVBoxLayout()
        foot.setSpacing(4)
        compared = QHBoxLayout()
        compared.setSpacing(6)
        compared.addWidget(self._compared_icon, 0, Qt.AlignmentFlag.AlignTop)
        compared.addWidget(self._compared, 1)
        foot.addWidget(self._totals)
        foot.addLayout(compared)
        foot.addWidget(self._doses)
        foot.addLayout(self._warnings)
        foot.addStretch(1)
        self._foot = scrolling(foot)
        self._foot.setMinimumHeight(96)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.picker, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.panel, 5)
        column.addLayout(tools)
        column.addWidget(self._foot, 2)
