"""Shell: the page one works on: rail, search, trouble bar, rooms, foot."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mesodesk.ui.kit.icons import IconLabel
from mesodesk.ui.kit.theme.dressing import set_state, with_role
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.shell.corridor import Corridor
from mesodesk.ui.shell.foot import Foot
from mesodesk.ui.shell.household import Household
from mesodesk.ui.shell.rail import Rail
from mesodesk.ui.shell.search_box import SearchBox
from mesodesk.ui.shell.trouble_bar import TroubleBar


class WorkPage(QWidget):
    """Lays the parts out; the window wires them."""

    def __init__(self, household: Household) -> None:
        super().__init__()
        on_rail = tuple(plan for plan in household.plans if plan.on_rail)
        self.rail = Rail(on_rail)
        self.search = SearchBox()
        self.trouble = TroubleBar()
        self.corridor = Corridor(household.plans, household.announcer)
        self.foot = Foot(household.clock)
        self.foot.show_person(household.person)
        self._lay_out(household.is_demo)

    def _lay_out(self, is_demo: bool) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 8)
        top.setSpacing(16)
        top.addWidget(self.search, 4)
        top.addStretch(1)
        if is_demo:
            for part in _demo_mark(self.tr("Demo clinic: everybody here is fictional")):
                top.addWidget(part)
        bar = QVBoxLayout()
        bar.setContentsMargins(16, 0, 16, 0)
        bar.addWidget(self.trouble)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(top)
        right.addLayout(bar)
        right.addWidget(self.corridor, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(across, 1)
        column.addWidget(self.foot)


def _demo_mark(text: str) -> tuple[QWidget, QWidget]:
    label = with_role(QLabel(text), "strong")
    set_state(label, "severity", Severity.INFO.value)
    return IconLabel("info", "info", 16), label
