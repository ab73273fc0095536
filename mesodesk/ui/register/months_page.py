"""Register: sessions by month: bars above, the numbers by indication below."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mesodesk.domain.register import MonthCount
from mesodesk.services import knowledge
from mesodesk.ui.kit.form.choice_fields import ChoiceField, Option
from mesodesk.ui.kit.panels.cards import Card, Heading
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import RowsTable
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.register.month_bars import MonthBars
from mesodesk.ui.register.wording import indication_words, month_words


class MonthsPage(QWidget):
    """Counts what is read; the choice of an indication only shows less of it."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._months: tuple[MonthCount, ...] = ()
        options = tuple(
            Option(one.code, one.name.said_in(language)) for one in knowledge.indications()
        )
        self.choice = ChoiceField(
            "indication", self.tr("Show"), options, empty=self.tr("All indications")
        )
        self.choice.edited.connect(self._show)
        self.bars = MonthBars(self.tr("Sessions by month"))
        self.table: RowsTable[MonthCount] = RowsTable(
            self.tr("Sessions by month"), self._columns(), key=lambda row: row.month
        )
        self.choice.setMaximumWidth(theme().px(420))
        card = Card()
        card.body.addWidget(self.bars)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        self.heading = Heading(self.tr("Sessions by month"))
        column.addWidget(self.heading)
        column.addWidget(self.choice)
        column.addWidget(card)
        column.addWidget(self.table, 1)
        self.table.setMinimumHeight(theme().px(200))
        self.setFocusProxy(self.choice)

    def show_rows(self, months: tuple[MonthCount, ...]) -> None:
        """Show these months, the newest first."""
        self._months = months
        self._show()

    def count_of(self, row: MonthCount) -> int:
        """The month's sessions for what is chosen."""
        chosen = self.choice.value()
        return row.total if chosen is None else dict(row.by_indication).get(chosen, 0)

    def _show(self) -> None:
        oldest_first = tuple(reversed(self._months))
        bars = ((month_words(row.month, "MMM yy"), self.count_of(row)) for row in oldest_first)
        self.bars.show_bars(tuple(bars))
        self.table.set_rows(self._months)
        total = sum(self.count_of(row) for row in self._months)
        remark = self.tr("{n} in {m} months").format(n=total, m=len(self._months))
        self.heading.say(self.tr("Sessions by month"), remark)

    def _by_indication(self, row: MonthCount) -> str:
        chosen = self.choice.value()
        return ", ".join(
            f"{indication_words(code, self._language)} {count}"
            for code, count in row.by_indication
            if chosen in (None, code)
        )

    def _columns(self) -> tuple[Column[MonthCount], ...]:
        return (
            Column(self.tr("Month"), lambda row: month_words(row.month), width=18, is_strong=True),
            Column(
                self.tr("Sessions"), lambda row: str(self.count_of(row)), width=10, is_number=True
            ),
            Column(
                self.tr("By indication"),
                self._by_indication,
                stretches=True,
                tip=self._by_indication,
            ),
        )
