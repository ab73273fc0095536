"""Session room: the pane of the signature: exceptions with their reasons, late entry, secret."""

from datetime import datetime

from PySide6.QtCore import QDateTime, Qt, QTimeZone, Signal
from PySide6.QtWidgets import QDateTimeEdit, QLabel, QVBoxLayout, QWidget

from mesodesk.domain.treatments import MissingWords, Session
from mesodesk.services.desk import Desk
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.text_fields import PasswordField, TextField
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.theme.dressing import with_role
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.session.signing import SigningPresenter
from mesodesk.ui.session.words import counted, moment_words


class SignPane(QWidget):
    """What will be signed as an exception, each wanting a reason; then the signature."""

    response_wanted = Signal()

    def __init__(self, desk: Desk, presenter: SigningPresenter) -> None:
        super().__init__()
        self._desk, self._presenter = desk, presenter
        self.setAccessibleName(self.tr("Signature"))
        self.reasons: dict[str, TextField] = {}
        self._shown: tuple[MissingWords, ...] = ()
        self._exceptions = QVBoxLayout()
        self._exceptions.setSpacing(8)
        self._open_grades = Banner(Severity.INFO, action=self.tr("Grade"))
        self._open_grades.action_chosen.connect(self.response_wanted)
        self.when = QDateTimeEdit()
        self.when.setAccessibleName(self.tr("Treated at"))
        self.when.lineEdit().setAccessibleName(self.tr("Treated at"))
        self.when.setDisplayFormat("d MMMM yyyy, HH:mm")
        self.when.setButtonSymbols(QDateTimeEdit.ButtonSymbols.NoButtons)
        self.when.setTimeZone(QTimeZone(desk.clinic.time_zone.encode()))
        self.when.dateTimeChanged.connect(self._on_when)
        self._dates = words("", "soft")
        self._when_problem = with_role(QLabel(), "problem")
        self._when_problem.setWordWrap(True)
        self.late = TextField("late_reason", self.tr("Why is this entered late?"))
        self.late.edited.connect(lambda: presenter.set_late_reason(self.late.value()))
        self.secret = PasswordField("secret", self.tr("Password or PIN"))
        self.secret.submitted.connect(self._sign)
        self.sign_button = button(self.tr("Sign and lock"), Kind.PRIMARY, "lock")
        self.sign_button.setAutoDefault(True)
        self.sign_button.clicked.connect(self._sign)
        presenter.refused.connect(self._on_refused)
        presenter.signed.connect(lambda _: self.secret.clear())
        self._lay_out()

    def show_session(self, session: Session, is_late: bool, ungraded: int) -> None:
        """Show when it happened, when it is entered, and what is still open."""
        self.when.blockSignals(True)
        self.when.setMaximumDateTime(_qt_moment(self._desk.clock.now()))
        if not self.when.hasFocus():
            self.when.setDateTime(_qt_moment(session.treated_at))
        self.when.blockSignals(False)
        self.late.setVisible(is_late)
        self._dates.setVisible(is_late)
        if is_late:
            said = self.tr("Treated {then}; entered {now}. Both dates are kept and printed.")
            then = moment_words(session.treated_at, self._desk.zone)
            now = moment_words(self._desk.clock.now(), self._desk.zone)
            self._dates.setText(said.format(then=then, now=now))
        if not self.late.line.hasFocus():
            self.late.set_value(session.late_reason)
        self._open_grades.setVisible(ungraded > 0)
        open_words = counted(
            ungraded,
            self.tr("{n} grade of the immediate response is not given."),
            self.tr("{n} grades of the immediate response are not given."),
        )
        self._open_grades.say(Severity.INFO, open_words, action=self.tr("Grade"))

    def show_missing(self, missing: tuple[MissingWords, ...]) -> None:
        """One line for each thing that is missing; things of one kind share a reason."""
        if missing == self._shown:
            return
        self._shown = missing
        self.reasons.clear()
        _empty(self._exceptions)
        if missing:
            said = self.tr("Signed as exceptions: printed, and kept in the register.")
            self._exceptions.addWidget(Banner(Severity.WARNING, said))
        for code, text in missing:
            self._exceptions.addWidget(words(text))
            if code not in self.reasons:
                self._exceptions.addWidget(self._reason_field(code, text))

    def _reason_field(self, code: str, text: str) -> TextField:
        field = TextField(code, self.tr("Reason"))
        field.line.setAccessibleName(self.tr("Reason: {words}").format(words=text))
        field.set_value(self._presenter.reasons.get(code, ""))
        field.edited.connect(lambda: self._presenter.give_reason(code, field.value()))
        field.submitted.connect(self.secret.take_focus)
        self.reasons[code] = field
        return field

    def take_focus(self) -> None:
        """The first reason still missing, else the signature."""
        empty = [field for field in self.reasons.values() if not field.value()]
        if self.late.isVisibleTo(self) and not self.late.value():
            empty.append(self.late)
        (empty[0] if empty else self.secret).take_focus()

    def _sign(self) -> None:
        secret = self.secret.value()
        if secret:
            self.secret.clear()
            self._presenter.sign(secret)
        else:
            self.secret.show_problem(self.tr("Type your password or PIN."))

    def _on_when(self, moment: QDateTime) -> None:
        self._when_problem.hide()
        python = moment.toUTC().toPython()
        if isinstance(python, datetime):
            self._presenter.set_treated_at(python.replace(tzinfo=self._desk.clock.now().tzinfo))

    def _on_refused(self, problems: dict[str, str]) -> None:
        fields = {"secret": self.secret, "late_reason": self.late, **self.reasons}
        first = None
        for name, message in problems.items():
            if name in fields:
                fields[name].show_problem(message)
                first = first or fields[name]
        self._when_problem.setText(problems.get("treated_at", ""))
        self._when_problem.setVisible("treated_at" in problems)
        if first is not None:
            first.take_focus()
        elif {"note", "outcome"} & set(problems):
            self.response_wanted.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._exceptions)
        column.addWidget(self._open_grades)
        column.addWidget(with_role(QLabel(self.tr("Treated at")), "label"))
        column.addWidget(self.when)
        column.addWidget(self._when_problem)
        column.addWidget(self._dates)
        column.addWidget(self.late)
        column.addWidget(self.secret)
        column.addWidget(self.sign_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._when_problem.hide()


def _qt_moment(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
