"""Kit: paints a cell of a table: severity or icon, words, and a smaller second line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mesodesk.ui.kit.icons import pixmap
from mesodesk.ui.kit.table.rows import DETAIL_ROLE, ICON_ROLE, SEVERITY_ROLE
from mesodesk.ui.kit.theme.fonts import Step
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
_GAP = 8
_ICON = 16


class CellDelegate(QStyledItemDelegate):
    """One delegate for a whole table; `strong_columns` are written in bold.

    `line_height` is the height of a line at 100 % text; tables set their own.
    """

    def __init__(self, strong_columns: frozenset[int] = frozenset()) -> None:
        super().__init__()
        self._strong = strong_columns
        self.line_height = 36

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Wide enough for icon, words and detail, as high as the table's rows."""
        words = QFontMetrics(self._font(index)).horizontalAdvance(str(index.data() or ""))
        small = QFontMetrics(theme().font(Step.SMALL))
        detail = small.horizontalAdvance(str(index.data(DETAIL_ROLE) or ""))
        wide = max(words, detail) + 3 * _GAP
        if index.data(SEVERITY_ROLE) or index.data(ICON_ROLE):
            wide += theme().px(_ICON) + _GAP
        return QSize(wide, theme().px(self.line_height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, icon, words, detail, and the hairline below."""
        painter.save()
        self._paint_ground(painter, option)
        room = option.rect.adjusted(_GAP, 0, -_GAP, -1)
        ink = QColor(theme().shades.ink)
        severity = index.data(SEVERITY_ROLE)
        icon = index.data(ICON_ROLE)
        if severity:
            tone = theme().shades.tone(Severity(severity))
            ink = QColor(tone.ink)
            room = self._paint_icon(painter, room, str(severity), tone.ink)
        elif icon:
            room = self._paint_icon(painter, room, icon, theme().shades.ink_soft)
        self._paint_words(painter, room, index, ink)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        shades = theme().shades
        rect = option.rect
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(shades.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(shades.canvas))
        painter.setPen(QColor(shades.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_icon(self, painter: QPainter, room: QRect, name: str, tint: str) -> QRect:
        side = theme().px(_ICON)
        drawn = pixmap(name, tint, side, painter.device().devicePixelRatioF())
        painter.drawPixmap(room.left(), room.center().y() - side // 2 + 1, drawn)
        return room.adjusted(side + _GAP // 2 + 2, 0, 0, 0)

    def _paint_words(self, painter: QPainter, room: QRect, index: Index, ink: QColor) -> None:
        detail = str(index.data(DETAIL_ROLE) or "")
        font = self._font(index)
        upper, lower = _halves(room) if detail else (room, room)
        _paint_line(painter, upper, str(index.data() or ""), font, ink, _side(index))
        if detail:
            soft = QColor(theme().shades.ink_soft)
            _paint_line(painter, lower, detail, theme().font(Step.SMALL), soft, _side(index))

    def _font(self, index: Index) -> QFont:
        font = theme().font(Step.BODY)
        if index.column() in self._strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font


def _side(index: Index) -> Qt.AlignmentFlag:
    given = index.data(Qt.ItemDataRole.TextAlignmentRole)
    is_right = given is not None and bool(Qt.AlignmentFlag(given) & Qt.AlignmentFlag.AlignRight)
    return Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft


def _halves(room: QRect) -> tuple[QRect, QRect]:
    inset = room.height() // 9
    middle = room.height() * 11 // 20
    upper = QRect(room.left(), room.top() + inset, room.width(), middle - inset)
    lower = QRect(room.left(), room.top() + middle, room.width(), room.height() - middle - inset)
    return upper, lower


def _paint_line(
    painter: QPainter, room: QRect, text: str, font: QFont, ink: QColor, side: Qt.AlignmentFlag
) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
