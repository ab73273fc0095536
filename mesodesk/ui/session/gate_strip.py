"""Session room: the strip of gates: each green or saying what is missing, one key from its cure."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mesodesk.domain.treatments import Gate, GateState
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.icons import pixmap
from mesodesk.ui.kit.theme.fonts import Step
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.session.words import gate_word

KEYS = {
    Gate.IDENTITY: "F2",
    Gate.SCREENING: "F3",
    Gate.CONSENT: "F4",
    Gate.MIXTURE: "F5",
    Gate.ZONES: "F6",
    Gate.SIGN: "F7",
}
_LINES = 2
# What is missing is said in words, and words need room.
_WIDE = 3
_IN_FIRST_ROW = 3


class GateTile(QAbstractButton):
    """One gate: icon, name, key, and in words what is missing. A click goes to its cure."""

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self.gate = gate
        self._severity, self._words, self._more = Severity.INFO, "", 0
        self.setText(gate_word(gate))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.updateGeometry)

    @property
    def words(self) -> str:
        """What it says under its name."""
        return self._words

    def say(self, severity: Severity, words: str, all_words: tuple[str, ...] = ()) -> None:
        """Show a state; `all_words` are every missing thing, the first of which is shown."""
        self._severity, self._words = severity, words
        self._more = max(len(all_words) - 1, 0)
        spoken = "; ".join(all_words) or words
        self.setAccessibleName(f"{gate_word(self.gate)}: {spoken}")
        self.setToolTip("\n".join(all_words or (words,)) + f"\n({KEYS[self.gate]})")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to the cure, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for its name and two lines of words."""
        return QSize(theme().px(150), _top() + _line() * _LINES + 8)

    def minimumSizeHint(self) -> QSize:
        """Narrower than this its name and key are lost."""
        return QSize(theme().px(112), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and edge by state; the words stand in ink, so that colour is never alone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shades, tone = theme().shades, theme().shades.tone(self._severity)
        edge = QColor(shades.accent if self.hasFocus() else tone.ink)
        painter.setPen(QPen(edge, 2.5 if self.hasFocus() else 1))
        painter.setBrush(QColor(shades.surface if self.underMouse() else tone.ground))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)
        self._paint_head(painter, tone.ink)
        self._paint_words(painter, shades.ink)
        painter.end()

    def _paint_head(self, painter: QPainter, ink: str) -> None:
        pad, side = 8, theme().px(16)
        drawn = pixmap(self._severity.value, ink, side, self.devicePixelRatioF())
        painter.drawPixmap(pad, pad, drawn)
        font = theme().font(Step.BODY)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        head = QRect(pad + side + 6, pad - 2, self.width() - 2 * pad - side - 6, side + 4)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, self.text())
        left = head.width() - painter.fontMetrics().horizontalAdvance(self.text())
        painter.setFont(theme().font(Step.SMALL))
        painter.setPen(QColor(theme().shades.ink_soft))
        if painter.fontMetrics().horizontalAdvance(KEYS[self.gate]) + 6 > left:
            return  # the key stands in the tip as well
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(head, right, KEYS[self.gate])

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        painter.setFont(theme().font(Step.SMALL))
        painter.setPen(QColor(ink))
        area = QRect(8, _top(), self.width() - 16, _line() * _LINES + 4)
        tail = self.tr(" (+{n}\u00a0more)").format(n=self._more) if self._more else ""
        painter.drawText(area, Qt.TextFlag.TextWordWrap, _fitted(painter, area, self._words, tail))


def _top() -> int:
    """Where the words begin, below the name."""
    return theme().px(16) + 12


def _line() -> int:
    """How high a line of small words is."""
    return QFontMetrics(theme().font(Step.SMALL)).lineSpacing()


def _fitted(painter: QPainter, area: QRect, words: str, tail: str) -> str:
    """The words cut at a blank until they and the tail fit into the area."""
    shown = words
    flags = int(Qt.TextFlag.TextWordWrap)
    while " " in shown:
        tried = shown + ("…" if shown != words else "") + tail
        if painter.fontMetrics().boundingRect(area, flags, tried).height() <= area.height():
            return tried
        shown = shown.rsplit(" ", 1)[0]
    return shown + tail


def _show_state(tile: GateTile, state: GateState) -> None:
    """Green where nothing is missing, amber where it is open against a founding stop."""
    missing = tuple(words for _code, words in state.missing)
    remark = (state.remark,) if state.remark else ()
    if missing:
        tile.say(Severity.STOP, missing[0], (*missing, *remark))
    elif remark:
        tile.say(Severity.WARNING, state.remark, remark)
    else:
        tile.say(Severity.OK, tile.tr("In order"))


class GateStrip(QWidget):
    """The six gates and the start. `gate_chosen(Gate)`; `start_wanted()`."""

    gate_chosen = Signal(object)
    start_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Gates before the needle"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._rows = (QHBoxLayout(), QHBoxLayout(), QHBoxLayout())
        for row in self._rows:
            row.setSpacing(6)
            column.addLayout(row)
        self._places: list[QWidget] = []
        self._stretches: dict[QWidget, int] = {}
        self._row_count = 1
        self.tiles: dict[Gate, GateTile] = {}
        for gate in Gate:
            tile = GateTile(gate)
            tile.say(Severity.INFO, self.tr("Being read ..."))
            tile.clicked.connect(lambda _=False, one=gate: self.gate_chosen.emit(one))
            self.tiles[gate] = tile
            self._places.append(tile)
        self.start_button = button(self.tr("Start"), Kind.PRIMARY, "syringe")
        self.start_button.setToolTip(self.tr("Start the treatment: every gate must be open (F8)"))
        self.start_button.clicked.connect(self.start_wanted)
        self.start_button.setAutoDefault(True)
        self.start_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self._places.append(self.start_button)
        self.set_rows(1)

    def show_gates(self, states: tuple[GateState, ...]) -> None:
        """Show the five gates before the needle; one that is not asked for is not needed."""
        asked = {state.gate: state for state in states}
        for gate, tile in self.tiles.items():
            state = asked.get(gate)
            if gate is Gate.SIGN:
                continue
            if state is None:
                tile.say(Severity.INFO, self.tr("Not needed"))
            else:
                _show_state(tile, state)
            is_worded = state is not None and bool(state.missing or state.remark)
            self._stretch(tile, _WIDE if is_worded else 1)

    def ask_first(self, asked: QPushButton) -> None:
        """Put a question where the start stands: what must be answered before anything."""
        asked.setSizePolicy(self.start_button.sizePolicy())
        self._places.append(asked)
        self.set_rows(self._row_count)

    def set_rows(self, count: int) -> None:
        """Stand in one row; where large text leaves no room, in two with the buttons below."""
        self._row_count = count
        for number, one in enumerate(self._places):
            is_gate = isinstance(one, GateTile)
            below = (0 if number < _IN_FIRST_ROW else 1) if is_gate else 2
            row = self._rows[0 if count == 1 else below]
            if row.indexOf(one) < 0:
                row.addWidget(one, self._stretches.get(one, 1) if is_gate else 0)

    def _stretch(self, tile: QWidget, share: int) -> None:
        self._stretches[tile] = share
        for row in self._rows:
            row.setStretchFactor(tile, share)

    def show_sign(self, severity: Severity, words: str) -> None:
        """What stands before the signature."""
        self.tiles[Gate.SIGN].say(severity, words)

    def show_start(self, is_started: bool, words: str) -> None:
        """Whether the session was started."""
        self.start_button.setText(words)
        self.start_button.setEnabled(not is_started)
