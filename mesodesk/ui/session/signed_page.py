"""Session room: a signed session as it was signed: read only, with addenda, void and printing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mesodesk.domain.doses.quantities import plain
from mesodesk.domain.session_edits import EFFECTS
from mesodesk.domain.treatments import Zone
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.treatments.reading import SignedPicture
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card, scrolling, words
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import RowsTable
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.session.words import (
    comparison_words,
    day_words,
    effect_word,
    grade_word,
    ingredient_word,
    moment_words,
    outcome_word,
    region_word,
    technique_word,
    zone_line,
)


class SignedPage(QWidget):
    """Shows a SignedPicture. Nothing here can be edited."""

    print_wanted = Signal()
    addendum_wanted = Signal()
    void_wanted = Signal()
    start_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._language = desk.clinic.language
        self._is_read_only = False
        self._is_voided = False
        self.print_button = button(self.tr("Print the two sheets"), Kind.PRIMARY, "print", "Ctrl+P")
        self.print_button.setAutoDefault(True)
        self.print_button.setToolTip(self.tr("Session record and aftercare (Ctrl+P)"))
        self.print_button.clicked.connect(self.print_wanted)
        self.addendum_button = button(self.tr("Add to it"), Kind.PLAIN, "note")
        self.addendum_button.clicked.connect(self.addendum_wanted)
        self.void_button = button(self.tr("Void"), Kind.DANGER, "stop")
        self.void_button.clicked.connect(self.void_wanted)
        self.back_button = button(self.tr("All sessions"), Kind.QUIET, "back")
        self.back_button.clicked.connect(self.start_wanted)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(12)
        self._lay_out()
        self.setFocusProxy(self.print_button)

    def show_signed(self, picture: SignedPicture) -> None:
        """Show a session with its addenda."""
        self._clear()
        session = picture.session
        self._is_voided = session.is_voided
        self.set_read_only(self._is_read_only)
        self._body.addWidget(self._state(picture))
        for one in session.exceptions:
            said = self.tr("Signed with an exception: {words}").format(words=one.words)
            reason = self.tr("Reason: {reason}").format(reason=one.reason)
            self._body.addWidget(Banner(Severity.WARNING, said, reason))
        self._body.addWidget(self._zones(session.zones))
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self._mixture(picture), 1, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._notes(picture), 1, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        holder.setLayout(across)
        across.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(holder)
        self._body.addStretch(1)

    def set_read_only(self, is_read_only: bool) -> None:
        """Whether nothing may be added or voided."""
        self._is_read_only = is_read_only
        self.addendum_button.setEnabled(not is_read_only)
        self.void_button.setEnabled(not is_read_only and not self._is_voided)

    def _state(self, picture: SignedPicture) -> Banner:
        session = picture.session
        name = knowledge.indication(session.indication).name.said_in(self._language)
        when = moment_words(session.treated_at, self._desk.zone)
        title = f"{name} · {when} · {outcome_word(session.outcome)}"
        signed_at = session.signed_at or session.treated_at
        said = self.tr("Signed by {name}, {when}. Read only.")
        detail = said.format(
            name=session.signed_by_name, when=moment_words(signed_at, self._desk.zone)
        )
        if session.late_reason:
            detail += " " + self.tr("Entered late: {why}").format(why=session.late_reason)
        if picture.void is not None:
            when = moment_words(picture.void.at, self._desk.zone)
            why = self.tr("Declared void {when}: {why}").format(when=when, why=picture.void.reason)
            detail = f"{why}. {detail}"
            return Banner(Severity.STOP, self.tr("VOID. {title}").format(title=title), detail)
        return Banner(Severity.OK, title, detail)

    def _zones(self, zones: tuple[Zone, ...]) -> Card:
        card = Card(self.tr("Zones"))
        columns: tuple[Column[tuple[int, Zone]], ...] = (
            Column(
                self.tr("Zone"),
                text=lambda row: (
                    f"{row[0]}  " + region_word(row[1].region, row[1].side, self._language)
                ),
                stretches=True,
                is_strong=True,
            ),
            Column(
                self.tr("Technique"),
                text=lambda row: technique_word(row[1].technique, self._language),
                width=24,
            ),
            Column(self.tr("Needle"), text=lambda row: row[1].needle, width=10),
            Column(self.tr("Points and volume"), text=lambda row: zone_line(row[1]), width=30),
            Column(self.tr("Immediate response"), text=lambda row: _reaction(row[1]), width=30),
        )
        table: RowsTable[tuple[int, Zone]] = RowsTable(
            self.tr("Zones"), columns, key=lambda row: row[1].id
        )
        table.set_rows(tuple(enumerate(zones, 1)))
        table.setFixedHeight(theme().px(36) * (len(zones) + 1) + 14)
        card.body.addWidget(table)
        return card

    def _mixture(self, picture: SignedPicture) -> Card:
        card = Card(self.tr("Mixture"))
        for part, line in zip(picture.session.components, picture.lines, strict=True):
            lot = part.lot_number or self.tr("not recorded")
            text = self.tr("{product}: {volume} mL, lot {lot}").format(
                product=part.product_name, volume=plain(part.volume_ml), lot=lot
            )
            if line.lot is not None:
                text += self.tr(", expires {day}").format(day=day_words(line.lot.expires_on))
            card.body.addWidget(words(text))
        card.body.addWidget(words(comparison_words(picture.doses.comparison), "soft"))
        for code in picture.doses.doses.ingredients():
            total = picture.doses.doses.total_mg(code)
            said = self.tr("strength not recorded") if total is None else f"{plain(total)} mg"
            card.body.addWidget(words(f"{ingredient_word(code, self._language)}: {said}", "small"))
        return card

    def _notes(self, picture: SignedPicture) -> Card:
        card = Card(self.tr("Note and addenda"))
        card.body.addWidget(words(picture.session.note or self.tr("No note.")))
        for one in picture.addenda:
            when = moment_words(one.written_at, self._desk.zone)
            card.body.addWidget(words(f"{one.author_name}, {when}", "label"))
            card.body.addWidget(words(one.text))
        return card

    def _clear(self) -> None:
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for each in (self.print_button, self.addendum_button, self.void_button):
            tools.addWidget(each)
        tools.addStretch(1)
        tools.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(tools)
        column.addWidget(scrolling(self._body), 1)


def _reaction(zone: Zone) -> str:
    """The grades above none; "none" only where all four were looked at."""
    grades = {effect: getattr(zone.reaction, effect) for effect in EFFECTS}
    given = [f"{effect_word(one).lower()} {grade}" for one, grade in grades.items() if grade]
    open_ones = [effect_word(one).lower() for one, grade in grades.items() if grade is None]
    if not given and not open_ones:
        return grade_word(0)
    if len(open_ones) == len(EFFECTS):
        return grade_word(None)
    return ", ".join([*given, *(f"{one} –" for one in open_ones)])
