"""Screening: the wizard: verdict above, pages at the side, the page, and the keys below."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from mesodesk.domain.screening.answers import Answer, Page
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.saved_label import SavedLabel
from mesodesk.ui.kit.panels.cards import Heading, scrolling
from mesodesk.ui.kit.panels.pages import Pages
from mesodesk.ui.kit.panels.scrolling import Scrolling
from mesodesk.ui.kit.tab_order import in_reading_order
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.screening.allergies_page import AllergiesPage
from mesodesk.ui.screening.conditions_page import ConditionsPage
from mesodesk.ui.screening.keys import bind
from mesodesk.ui.screening.medicine_question import MedicineQuestion
from mesodesk.ui.screening.medicines_page import MedicinesPage
from mesodesk.ui.screening.named_condition_row import NamedConditionRow
from mesodesk.ui.screening.page_list import PageList
from mesodesk.ui.screening.question_page import QuestionPage
from mesodesk.ui.screening.question_row import QuestionRow
from mesodesk.ui.screening.review_page import ReviewPage
from mesodesk.ui.screening.shown import Shown
from mesodesk.ui.screening.verdict_band import VerdictBand
from mesodesk.ui.screening.why_page import WhyPage
from mesodesk.ui.screening.wording import PAGES, REVIEW, long_date, page_heading

LARGE_TEXT = 1.3
_WIDEST = 1280
# At 100 % text: narrower than this, the list of pages stands above the page.
_ROOMY = 720
AnyPage = WhyPage | MedicinesPage | QuestionPage | AllergiesPage | ReviewPage


class WizardView(QWidget):
    """`answered(Page, Answer)`, `none_wanted(Page)`, `turned(step)`, `page_chosen`, `closed`."""

    answered = Signal(object, object)
    none_wanted = Signal(object)
    turned = Signal(int)
    page_chosen = Signal(str)
    closed = Signal()
    handover_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._page = PAGES[0]
        self.band = VerdictBand()
        self.saved = SavedLabel()
        self.pages_list = PageList()
        self.pages_list.page_chosen.connect(self.page_chosen)
        self.why, self.medicines = WhyPage(), MedicinesPage()
        self.conditions, self.today = ConditionsPage(), QuestionPage(Page.TODAY)
        self.allergies, self.review = AllergiesPage(), ReviewPage()
        self.pages: dict[str, AnyPage] = {
            Page.WHY.value: self.why,
            Page.MEDICINES.value: self.medicines,
            Page.CONDITIONS.value: self.conditions,
            Page.ALLERGIES.value: self.allergies,
            Page.TODAY.value: self.today,
            REVIEW: self.review,
        }
        self._heading = Heading("")
        self._none_key = with_role(QLabel("Alt+N"), "key")
        self._page_keys = with_role(QLabel(self.tr("PgUp  PgDn  pages")), "key")
        self._answer_keys = with_role(QLabel(self.tr("Y  N  U  answer")), "key")
        self._stack = Pages()
        self._right = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._areas: dict[str, Scrolling] = {}
        self._chained: tuple[object, ...] = ()
        self.none_button = button(self.tr("None of these"), Kind.PLAIN, "check")
        self.next_button = button(self.tr("Next"), Kind.PRIMARY, "next")
        self.back_button = button(self.tr("Back"), Kind.PLAIN, "back")
        self.close_button = button(self.tr("Save and close"), Kind.QUIET)
        self.handover_button = button(self.tr("Patient answers alone"), Kind.QUIET, "patient")
        self._connect()
        self._lay_out()
        theme().changed.connect(self._fit)
        self._fit()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def show_state(self, shown: Shown) -> None:
        """Show this moment of the screening."""
        self.band.show_judgement(shown.judgement)
        self.pages_list.show_state(shown)
        since, is_full = shown.draft.since, shown.draft.is_full
        remark = ""
        if since is not None and not is_full:
            remark = self.tr("What has changed since {day}?").format(day=long_date(since))
        elif since is not None:
            remark = self.tr("The last screening, of {day}, has expired: everything is asked anew.")
            remark = remark.format(day=long_date(since))
        if shown.draft.page in shown.draft.answers.to_review:
            remark = self.tr("The patient answered this page alone: go through it together.")
        self._heading.say(page_heading(shown.draft.page), remark)
        self.pages[shown.draft.page].show_state(shown)
        self._chain_tabs(shown)
        self._show_none(shown)

    def turn_to(self, page: str) -> None:
        """Bring a page to the front and put the cursor where it is needed."""
        self._page = page
        self._fit_hints()
        area = self._areas[page]
        self._stack.setCurrentWidget(area)
        self.back_button.setEnabled(page != PAGES[0])
        self.next_button.setVisible(page != REVIEW)
        area.begin_at(self._heading)
        self.pages[page].take_focus()
        self._show_beginning()
        # A page that was not in sight before knows its height a moment later.
        QTimer.singleShot(0, self, self._show_beginning)

    def _chain_tabs(self, shown: Shown) -> None:
        """Tab follows the page also where a question or a card came later than the rest."""
        page, answers = shown.draft.page, shown.draft.answers
        named = answers.medicines, answers.named_conditions, answers.named_allergies
        asked = () if page == REVIEW else shown.questions(Page(page))
        now = (page, asked, answers.indications, named, shown.judgement.verdict)
        if self._chained != now:
            self._chained = now
            in_reading_order(self)
            for card in self.medicines.cards.values():
                card.chain_tabs()
            for row in self.conditions.rows.values():
                row.chain_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list of pages gives way where there is no room beside the page."""
        super().resizeEvent(event)
        self._fit()

    def _show_beginning(self) -> None:
        """The page from its top, and what has the keyboard in sight."""
        self._areas[self._page].begin_at(self._heading)
        # The decision has the focus, but what is read first stands at the top.
        if self._page != REVIEW:
            self._on_focus(None, QApplication.focusWidget())

    def _show_none(self, shown: Shown) -> None:
        self.none_button.setVisible(shown.draft.page != REVIEW)
        self._none_key.setVisible(shown.draft.page != REVIEW)
        self._fit_hints()
        if shown.draft.page == REVIEW:
            return
        page, answers = Page(shown.draft.page), shown.draft.answers
        text = self.tr("None of these")
        if page is Page.MEDICINES:
            text = self.tr("No medicines")
            if answers.medicines:
                text = self.tr("List is complete")
        elif len(shown.left_on(page)) < len(shown.questions(page)):
            text = self.tr("None of the others")
        self.none_button.setText(text)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """What the keyboard goes to is scrolled into sight, with the whole of its question."""
        area = self._areas[self._page]
        page = area.widget()
        if now is None or page is None or not page.isAncestorOf(now):
            return
        whole: QWidget = now
        while not isinstance(whole, (QuestionRow, MedicineQuestion, NamedConditionRow)):
            parent = whole.parentWidget()
            if parent is None or parent is page:
                whole = now
                break
            whole = parent
        area.ensureWidgetVisible(whole, 0, theme().px(16))

    def _fit(self) -> None:
        """Lines stay readable on a wide screen; hints give way to large text."""
        is_narrow = self.width() < theme().px(_ROOMY)
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._across.setDirection(above if is_narrow else beside)
        self.pages_list.show_compact(is_narrow)
        self._right.setMaximumWidth(theme().px(_WIDEST))
        self._fit_hints()

    def _fit_hints(self) -> None:
        """The keys are written out where there is room; they stand in the tips in any case."""
        has_room = theme().scale <= LARGE_TEXT
        self._page_keys.setVisible(has_room)
        has_questions = self._page not in (REVIEW, Page.MEDICINES.value)
        self._answer_keys.setVisible(has_room and has_questions)

    def _on_none(self) -> None:
        self.none_wanted.emit(Page(self._page))
        self.next_button.setFocus()
        if self._page == Page.WHY.value:
            # What was denied stands below the areas: it is shown, not taken on trust.
            bar = self._areas[self._page].verticalScrollBar()
            bar.setValue(self.why.list.y())

    def _on_answered(self, answer: Answer) -> None:
        self.answered.emit(Page(self._page), answer)

    def _connect(self) -> None:
        asking = (self.why, self.conditions, self.allergies, self.today)
        for page in asking:
            page.answered.connect(self._on_answered)
        for page in asking:
            page.passed_end.connect(self.next_button.setFocus)
        self.review.page_wanted.connect(self.page_chosen)
        self.why.expectations.returned.connect(lambda: self.turned.emit(1))
        self.none_button.clicked.connect(self._on_none)
        self.next_button.clicked.connect(lambda: self.turned.emit(1))
        self.back_button.clicked.connect(lambda: self.turned.emit(-1))
        self.close_button.clicked.connect(self.closed)
        self.handover_button.clicked.connect(self.handover_wanted)
        bind(self.none_button, "Alt+N", self)
        bind(self.next_button, "PgDown", self)
        bind(self.next_button, "Ctrl+Return", self)
        bind(self.back_button, "PgUp", self)
        bind(self.close_button, "Esc", self)
        bind(self.handover_button, "Ctrl+Shift+H", self)
        bind(self.review.decision.sign_button, "Ctrl+S", self)
        for number, entry in enumerate(self.pages_list.entries.values(), 2):
            bind(entry.button, f"F{number}", self)

    def _lay_out(self) -> None:
        for page, widget in self.pages.items():
            widget.setContentsMargins(0, 0, 8, 0)
            self._areas[page] = scrolling(widget)
            self._stack.addWidget(self._areas[page])
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self._heading)
        right.addWidget(self._stack, 1)
        right.addLayout(self._foot())
        self._across.setSpacing(16)
        self._across.addWidget(self.pages_list)
        self._across.addWidget(self._right, 1000)
        self._across.addStretch(1)
        self.band.add(self.saved)
        self.band.add(self.handover_button)
        self.band.add(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.band)
        column.addLayout(self._across, 1)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.none_button)
        middle = Qt.AlignmentFlag.AlignVCenter
        foot.addWidget(self._none_key, 0, middle)
        foot.addStretch(1)
        foot.addWidget(self._answer_keys, 0, middle)
        foot.addWidget(self._page_keys, 0, middle)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        return foot
