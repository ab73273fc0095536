"""Screening: the questionnaire as the patient sees it: one step, large, and nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mesodesk.domain.screening.questionnaire import StepKind
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.guest import Guest
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import scrolling
from mesodesk.ui.kit.panels.cards import words as label
from mesodesk.ui.kit.tab_order import in_reading_order
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.screening.presenter import WizardPresenter
from mesodesk.ui.screening.questionnaire.body import Body
from mesodesk.ui.screening.questionnaire.medicines_body import TakenBody
from mesodesk.ui.screening.questionnaire.plain_bodies import (
    AllergiesBody,
    EndBody,
    IllnessesBody,
    ReasonsBody,
    WelcomeBody,
)
from mesodesk.ui.screening.questionnaire.presenter import QuestionnairePresenter
from mesodesk.ui.screening.questionnaire.question_body import QuestionsBody

# At 100 % text: the page, and between its edges the lines that are read.
_PAGE, _WIDEST = 960, 760
_BODIES: dict[StepKind, type[Body]] = {
    StepKind.WELCOME: WelcomeBody,
    StepKind.REASONS: ReasonsBody,
    StepKind.MEDICINES: TakenBody,
    StepKind.QUESTIONS: QuestionsBody,
    StepKind.ILLNESSES: IllnessesBody,
    StepKind.ALLERGIES: AllergiesBody,
    StepKind.END: EndBody,
}


class QuestionnaireGuest(Guest):
    """Shows the presenter's step. `finished`: the screen is handed back, or help is wanted."""

    def __init__(self, presenter: QuestionnairePresenter, wizard: WizardPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.body: Body = Body(presenter)
        self._area = QScrollArea()
        self.progress = QProgressBar()
        self._said = label("", "soft")
        self.notice = Banner(Severity.INFO)
        self.back_button = button("", Kind.PLAIN, "back")
        self.next_button = button("", Kind.PRIMARY, "next")
        self.help_button = button("", Kind.QUIET)
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._lay_out()
        presenter.turned.connect(self._on_turned)
        presenter.blank_left.connect(self._on_blank)
        presenter.finished.connect(self.finished)
        wizard.changed.connect(self._on_changed)
        self.next_button.clicked.connect(self._on_next)
        self.back_button.clicked.connect(presenter.go_back)
        self.help_button.clicked.connect(self.finished)
        theme().changed.connect(self._fit)
        self._on_turned()

    def take_focus(self) -> None:
        """Where the patient begins."""
        self.body.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """However it ends, nothing that was answered is lost."""
        self.presenter.save()
        super().hideEvent(event)

    def _on_turned(self) -> None:
        """Another step, or another language: everything is said anew."""
        told, step = self.presenter.words.text, self.presenter.step
        count, number = len(self.presenter.steps), self.presenter.number + 1
        is_rtl = self.presenter.words.is_right_to_left
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        )
        self.notice.hide()
        self._said.setText(told("questionnaire.step", number=str(number), count=str(count)))
        self.progress.setRange(0, count - 1)
        self.progress.setValue(number - 1)
        self.progress.setAccessibleName(self._said.text())
        self.back_button.setText(told("questionnaire.back"))
        self.back_button.setVisible(number > 1)
        self.help_button.setText(told("questionnaire.staff"))
        self.next_button.setText(self._next_words())
        self._put(_BODIES[step.kind](self.presenter))

    def _next_words(self) -> str:
        keys = {StepKind.WELCOME: "begin", StepKind.END: "end.hand_back"}
        return self.presenter.words.text(
            f"questionnaire.{keys.get(self.presenter.step.kind, 'next')}"
        )

    def _put(self, body: Body) -> None:
        body.column.addStretch(1)
        body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        before, self.body = self._area, body
        self._fit()
        self._area = scrolling(_centred(body))
        self._column.replaceWidget(before, self._area)
        before.hide()
        before.deleteLater()
        self._area.show()
        in_reading_order(self._page)
        body.take_focus()

    def _fit(self) -> None:
        """As wide as the text is large: the window enlarges it once the page is made."""
        self._page.setMaximumWidth(theme().px(_PAGE))
        self.body.setMaximumWidth(theme().px(_WIDEST))

    def _on_changed(self) -> None:
        self.notice.hide()
        self.body.show_state()
        in_reading_order(self._page)

    def _on_blank(self) -> None:
        self.notice.say(Severity.INFO, self.presenter.words.text("questionnaire.some_blank"))
        self.notice.show()

    def _on_next(self) -> None:
        self.body.leave()

    def _lay_out(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(8)
        self.notice.hide()
        top = QHBoxLayout()
        top.addWidget(self._said)
        top.addStretch(1)
        top.addWidget(self.help_button)
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.next_button)
        self._column.setContentsMargins(32, 16, 32, 24)
        self._column.setSpacing(12)
        self._column.addLayout(top)
        self._column.addWidget(self.progress)
        self._column.addWidget(self.notice)
        self._column.addWidget(self._area, 1)
        self._column.addLayout(foot)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._page, 1000)
        across.addStretch(1)


def _centred(body: QWidget) -> QWidget:
    around = QWidget()
    across = QHBoxLayout(around)
    across.setContentsMargins(0, 8, 0, 8)
    across.addStretch(1)
    across.addWidget(body, 1000)
    across.addStretch(1)
    return around
