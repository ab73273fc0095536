"""Session room: the session being written: gates above, then zones, body map and inspector."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from mesodesk.domain.treatments import Gate, Session
from mesodesk.services.desk import Desk
from mesodesk.ui.kit.buttons import icon_button
from mesodesk.ui.kit.panels.cards import scrolling
from mesodesk.ui.kit.panels.pages import Pages
from mesodesk.ui.kit.tabs import Tabs
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.session.gate_strip import GateStrip
from mesodesk.ui.session.inspector import Inspector
from mesodesk.ui.session.map_pane import MapPane
from mesodesk.ui.session.mixture_pane import MixturePane
from mesodesk.ui.session.presenter import SessionPresenter
from mesodesk.ui.session.response_pane import ResponsePane
from mesodesk.ui.session.sign_pane import SignPane
from mesodesk.ui.session.words import counted
from mesodesk.ui.session.zones_pane import ZonesPane

ZONE, MIXTURE, RESPONSE, SIGN = range(4)
# Of zones, map and inspector, at 100 % text: beside each other, and below each other.
_WIDTHS = (250, 350, 340)
_HEIGHTS = (300, 400, 420)


class WritingPage(QWidget):
    """Lays out the panes and keeps them in step with the book; the flow moves the focus."""

    def __init__(self, desk: Desk, presenter: SessionPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        language = desk.clinic.language
        self.strip = GateStrip()
        self.zones = ZonesPane(presenter.zones, language)
        self.map = MapPane(presenter.zones, language)
        self.inspector = Inspector(presenter.zones, language)
        self.mixture = MixturePane(desk, presenter.mixture)
        self.response = ResponsePane(presenter.zones, presenter.signing, language)
        self.sign = SignPane(desk, presenter.signing)
        self.tabs = Tabs()
        self._stack = Pages()
        self._lay_out()
        self._wire()

    def open(self) -> None:
        """A session was taken up: show it from its first open step."""
        start = self._presenter.start
        if start is not None:
            self.map.show_body(start.patient.sex)
            session = self._presenter.book.session
            line = start.course(session.course_id) if session else None
            self.map.show_ghosts(line.last if line else None)
            self.map.show_areas(line.course.areas if line else ())
        self.zones.open()
        self.mixture.open()
        self._presenter.mixture.read_products()
        self._on_selected()
        self._on_changed()
        self._presenter.advance()

    def go_to_step(self, step: str) -> None:
        """Bring forward what a step needs, and put the focus where it begins."""
        match step:
            case Gate.SCREENING.value | Gate.CONSENT.value:
                self._focus(self.strip.tiles[Gate(step)])
            case Gate.MIXTURE.value:
                self._turn_to_mixture()
            case Gate.ZONES.value:
                self.show_tab(ZONE)
                self._focus_zones()
            case "start":
                self._focus(self.strip.start_button)
            case "response":
                self.show_tab(RESPONSE)
                self._focus(self.response.grid)
            case Gate.SIGN.value:
                self.show_tab(SIGN)
                self.sign.take_focus()

    def show_tab(self, number: int) -> None:
        """Turn the right pane."""
        self.tabs.setCurrentIndex(number)

    def _turn_to_mixture(self) -> None:
        self.show_tab(MIXTURE)
        picture = self._presenter.book.picture
        has_vial = picture is not None and any(one.vial_id for one in picture.offers)
        self._focus(self.mixture.offer_button if has_vial else self.mixture.scan.line)

    def _focus_zones(self) -> None:
        """The first zone without points, else the line that adds one."""
        lacking = [zone for zone in self._presenter.zones.zones if not zone.volume_ml]
        if lacking and self.zones.picker.line.hasFocus():
            self._presenter.zones.choose(lacking[0].id)
            self.inspector.form.field("point_count").take_focus()
        else:
            self._focus(self.zones.picker.line)

    def _focus(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        session = self._presenter.book.session
        if session is None:
            return
        self.zones.show_zones()
        self.map.show_zones()
        self.inspector.show_zone()
        self.response.show_session(session)
        self._show_sign(session)

    def _on_selected(self) -> None:
        if not self._presenter.book.is_open:
            return
        self.zones.show_zones()
        self.map.show_selected()
        self.inspector.show_zone()
        self._show_doses()
        if self.isVisible() and self.tabs.currentIndex() == MIXTURE:
            self.show_tab(ZONE)

    def _on_pictured(self) -> None:
        book = self._presenter.book
        if book.picture is None or book.session is None:
            return
        self.strip.show_gates(book.picture.gates)
        self._show_doses()
        drawn = book.session.drawn_up_ml
        self.mixture.show_mixture(book.picture.lines, book.picture.offers, drawn)
        self.sign.show_missing(self._presenter.signing.missing)
        self._show_sign(book.session)

    def _show_doses(self) -> None:
        picture = self._presenter.book.picture
        if picture is not None:
            self.zones.show_doses(picture.doses)
            self.inspector.show_doses(picture.doses)

    def _show_sign(self, session: Session) -> None:
        book, ungraded = self._presenter.book, self._presenter.zones.ungraded
        is_late = book.picture is not None and book.picture.is_late
        self.sign.show_session(session, is_late, ungraded)
        started = self.tr("Started") if book.is_started else self.tr("Start")
        self.strip.show_start(book.is_started, started)
        missing = len(self._presenter.signing.missing)
        if not book.is_started:
            self.strip.show_sign(Severity.INFO, self.tr("After the start"))
        elif ungraded:
            self.strip.show_sign(
                Severity.INFO,
                counted(ungraded, self.tr("{n} grade open"), self.tr("{n} grades open")),
            )
        elif missing:
            said = counted(missing, self.tr("{n} exception"), self.tr("{n} exceptions"))
            self.strip.show_sign(Severity.WARNING, said)
        else:
            self.strip.show_sign(Severity.OK, self.tr("Ready to sign"))

    def _wire(self) -> None:
        presenter = self._presenter
        presenter.book.changed.connect(self._on_changed)
        presenter.book.pictured.connect(self._on_pictured)
        presenter.zones.selected.connect(self._on_selected)
        presenter.advanced.connect(self.go_to_step)
        self.strip.gate_chosen.connect(presenter.mend)
        self.strip.start_wanted.connect(presenter.start_treating)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.zones.settings_wanted.connect(self._on_settings_wanted)
        self.response.finished.connect(lambda: self.go_to_step(Gate.SIGN.value))
        self.sign.response_wanted.connect(lambda: self.go_to_step("response"))

    def _on_settings_wanted(self) -> None:
        self.show_tab(ZONE)
        self.inspector.form.field("point_count").take_focus()

    def _lay_out(self) -> None:
        names = (self.tr("Zone"), self.tr("Mixture"), self.tr("Response"), self.tr("Sign"))
        panes = (self.inspector, self.mixture, self.response, self.sign)
        self.tabs.setAccessibleName(self.tr("Right pane"))
        self.tabs.setExpanding(True)
        self.tabs.setDrawBase(False)
        for name, shown in zip(names, panes, strict=True):
            self.tabs.addTab(name)
            self._stack.addWidget(scrolling(shown))
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.tabs)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.addWidget(self.map)
        left = QVBoxLayout()
        left.addWidget(self.zones)
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.setChildrenCollapsible(False)
        self._panes.setHandleWidth(1)
        self._sides = tuple(_pane(layout) for layout in (left, middle, right))
        for place, (pane, stretch) in enumerate(zip(self._sides, (3, 6, 4), strict=True)):
            self._panes.addWidget(pane)
            self._panes.setStretchFactor(place, stretch)
            pane.setContentsMargins(0 if place == 0 else 12, 0, 0 if place == 2 else 12, 0)
        self._panes.setSizes([310, 570, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.back_button = icon_button(self.tr("All sessions of this patient"), "back")
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.back_button)
        top.addWidget(self.strip, 1)
        column.addLayout(top)
        column.addWidget(self._panes, 1)
        theme().changed.connect(self._measure)
        self._measure()

    def minimumSizeHint(self) -> QSize:
        """One pane's width is enough: where there is no room beside, panes stand below."""
        return QSize(theme().px(max(_WIDTHS)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Panes beside each other where there is room for their words, else below each other."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        is_narrow = self.width() < theme().px(sum(_WIDTHS))
        upright, across = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        self._panes.setOrientation(upright if is_narrow else across)
        for pane, width, height in zip(self._sides, _WIDTHS, _HEIGHTS, strict=True):
            pane.setMinimumWidth(0 if is_narrow else theme().px(width))
            pane.setMinimumHeight(theme().px(height) if is_narrow else 0)
        self._panes.setMinimumHeight(theme().px(sum(_HEIGHTS) if is_narrow else 330))
        self.strip.set_rows(2 if is_narrow else 1)


def _pane(layout: QVBoxLayout | QHBoxLayout) -> QWidget:
    pane = with_role(QWidget(), "pane")
    layout.setContentsMargins(0, 0, 0, 0)
    pane.setLayout(layout)
    return pane
