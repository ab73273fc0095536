"""Sheets: the page of one consent: as it will print, its questions, its signature."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mesodesk.core.errors import BadInput, Problem
from mesodesk.domain.consents import SignedOn
from mesodesk.domain.sheets.consent import PHOTOGRAPHS
from mesodesk.services.consents import reflected_at
from mesodesk.services.languages import languages
from mesodesk.services.sheets.preview import page_png
from mesodesk.services.sheets.printing import MadeSheet
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.choice_fields import ChoiceField, Option, SegmentField
from mesodesk.ui.kit.form.date_field import DateField
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.saved_label import SavedLabel
from mesodesk.ui.kit.form.text_fields import PasswordField, TextField
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card, Heading, scrolling
from mesodesk.ui.kit.panels.pages import Pages
from mesodesk.ui.kit.preview import Preview
from mesodesk.ui.kit.runner import Runner
from mesodesk.ui.kit.signature_pad import SignaturePad
from mesodesk.ui.kit.tab_order import in_reading_order
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.sheets.filling import FillingPresenter
from mesodesk.ui.sheets.questions import Questions
from mesodesk.ui.sheets.scan_drop import ScanDrop
from mesodesk.ui.sheets.two_panes import TwoPanes
from mesodesk.ui.sheets.wording import language_name, moment_name, read_time

_RIGHT = 472


class SigningPage(TwoPanes):
    """Ctrl+Shift+A agrees to every declaration, Ctrl+Return signs, Escape goes back."""

    back_wanted = Signal()

    def __init__(self, presenter: FillingPresenter, runner: Runner) -> None:
        super().__init__()
        self._knows = presenter
        self.preview = Preview(runner)
        self.heading = Heading("")
        self.saved = SavedLabel()
        self.notice = Banner()
        self.when = self._when_form()
        self.photographs, self.declarations = Questions(), Questions()
        self.agree_button = button(self.tr("All agreed"), Kind.PLAIN, "check", "Ctrl+Shift+A")
        self.how = SegmentField("signed_on", self.tr("Signature"), self._ways())
        self.signer = TextField("signer", self.tr("Name of who signs"), is_required=True)
        self.pad = SignaturePad(self.tr("Signature of the patient"))
        self.drop = ScanDrop()
        self.secret = PasswordField("secret", self.tr("Your password or PIN"), is_required=True)
        self.sign_button = button(self.tr("Sign"), Kind.PRIMARY, "consent", "Ctrl+Return")
        self.later_button = button(self.tr("Keep for later"))
        self.away_button = button(self.tr("Throw away"), Kind.QUIET, "remove")
        self._ground = Pages()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.agree_button)

    def ask_again(self) -> None:
        """Show the questions of the consent that was taken up."""
        filled = self._knows.filled
        if filled is None:
            return
        asked = filled.prepared.questions()
        self.photographs.ask(tuple(one for one in asked if one[0] in PHOTOGRAPHS))
        self.declarations.ask(tuple(one for one in asked if one[0] not in PHOTOGRAPHS))
        self.heading.say(filled.title)
        local = filled.prepared.informed_at.astimezone(self._knows.desk.zone)
        self.when.set_values(
            {
                "language": filled.prepared.language,
                "informed_on": local.date(),
                "informed_time": f"{local:%H:%M}",
            }
        )
        self._show_reflection()
        self.show_filled()
        in_reading_order(self)

    def show_filled(self) -> None:
        """Show what is filled in."""
        filled = self._knows.filled
        if filled is None:
            return
        for part in (self.photographs, self.declarations):
            part.show_answers(filled.answers)
        self.how.set_value(filled.signed_on.value)
        if self.signer.value() != filled.signer.strip():
            self.signer.set_value(filled.signer)
        self.drop.show_scan(filled.scan_name)
        is_paper = filled.signed_on is SignedOn.PAPER
        self._ground.setCurrentWidget(self.drop if is_paper else self.pad)

    def start(self) -> None:
        """From the top of form and sheet: an empty pad, no password, nothing wrong yet."""
        self._area.verticalScrollBar().setValue(0)
        self.preview.clear()
        self.pad.clear()
        self.secret.clear()
        self.saved.show_nothing()
        self.notice.hide()
        self.show_problems(())

    def show_sheet(self, sheet: MadeSheet) -> None:
        """Show the sheet as it would print now, at the page that is being read."""
        drawer = partial(page_png, sheet.pdf)
        self.preview.show_pages(drawer, sheet.page_count, self.preview.page)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say each problem where it belongs, and lead to the first."""
        said = {problem.field: problem.message for problem in problems}
        for questions in (self.declarations, self.photographs):
            questions.show_problems(problems)
        for part in (self.signer, self.secret):
            part.show_problem(said.get(part.name, ""))
        self.when.show_problems(problems)
        unanswered = self.declarations.first_wrong() or self.photographs.first_wrong()
        if unanswered is not None:
            self._lead_to(unanswered)
            self.notice.say(
                Severity.STOP, self.tr("Not every question is answered with yes or no.")
            )
            self.notice.show()
        others = [said[name] for name in ("signature", "scan", "informed_at", "") if name in said]
        if others:
            self.notice.say(Severity.STOP, " ".join(others))
            self.notice.show()
        elif "secret" in said:
            self.secret.take_focus()

    def _lead_to(self, question: QWidget) -> None:
        """Scroll to a question, counting in the words that were just put below it."""
        page = self._area.widget()
        layout = page.layout() if page is not None else None
        if layout is not None:
            layout.activate()
        self._area.ensureWidgetVisible(question, 0, theme().px(120))

    def _show_reflection(self) -> None:
        filled = self._knows.filled
        if filled is None:
            return
        desk = self._knows.desk
        ready = reflected_at(desk, filled.prepared)
        self.notice.setVisible(ready > desk.clock.now())
        said = self.tr("The clinic's reflection time runs until {moment}.")
        self.notice.say(
            Severity.INFO,
            said.format(moment=moment_name(ready, desk.zone)),
            self.tr("No session starts on this consent before. Keep it for later, or sign now."),
        )

    def _on_informed(self) -> None:
        try:
            day = self.when.field("informed_on").value()
        except BadInput as bad:
            self.when.show_problems(bad.problems)
            return
        time = read_time(self.when.field("informed_time").value())
        if time is None or day is None:
            return
        at = datetime(day.year, day.month, day.day, *time, tzinfo=self._knows.desk.zone)
        if self._knows.filled is not None and at != self._shown_moment():
            self._knows.set_informed(at)

    def _shown_moment(self) -> datetime | None:
        """To the minute: what was not changed is not set again."""
        filled = self._knows.filled
        return filled.prepared.informed_at.replace(second=0, microsecond=0) if filled else None

    def _on_sign(self) -> None:
        self.notice.hide()
        self._knows.sign(self.secret.value(), self.pad.strokes)

    def _connect(self) -> None:
        knows = self._knows
        knows.asked.connect(self.ask_again)
        knows.changed.connect(self.show_filled)
        knows.changed.connect(self.saved.show_pending)
        knows.saved.connect(self.saved.show_saved)
        knows.made.connect(self.show_sheet)
        knows.refused.connect(self.show_problems)
        knows.attached.connect(self.notice.hide)
        for questions in (self.photographs, self.declarations):
            questions.answered.connect(knows.answer)
        self.agree_button.clicked.connect(knows.agree_to_all)
        self.how.edited.connect(lambda: knows.set_signed_on(SignedOn(str(self.how.value()))))
        self.signer.edited.connect(lambda: knows.set_signer(self.signer.value()))
        self.drop.choose_wanted.connect(knows.choose_scan)
        self.drop.print_wanted.connect(knows.print_to_sign)
        self.drop.dropped.connect(knows.attach)
        self.sign_button.clicked.connect(self._on_sign)
        self.secret.submitted.connect(self._on_sign)
        self.later_button.clicked.connect(knows.keep_for_later)
        self.away_button.clicked.connect(knows.put_aside)
        language = self.when.field("language")
        language.edited.connect(lambda: knows.set_language(str(language.value() or "")))

    def _when_form(self) -> Form:
        form = Form(2)
        names = tuple(Option(code, language_name(code)) for code in languages())
        form.add(ChoiceField("language", self.tr("Language of the consent"), names), 2)
        day = DateField("informed_on", self.tr("Information given on"), self._knows.desk.clock)
        time = TextField("informed_time", self.tr("at"), placeholder="09:30")
        for part in (day, time):
            form.add(part)
            part.line.editingFinished.connect(self._on_informed)
        return form

    def _ways(self) -> tuple[Option, ...]:
        return (
            Option(SignedOn.SCREEN.value, self.tr("On screen")),
            Option(SignedOn.PAPER.value, self.tr("On paper")),
        )

    def _lay_out(self) -> None:
        back = button(self.tr("Consents"), Kind.QUIET, "back", "Esc")
        back.clicked.connect(self.back_wanted)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(back)
        head.addWidget(self.heading, 1)
        head.addWidget(self.saved)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for part in (self.when, self._questions_card(), self._photo_card(), self._sign_card()):
            column.addWidget(part)
        column.addStretch(1)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addLayout(head)
        right.addWidget(self.notice)
        self._area = scrolling(column)
        right.addWidget(self._area, 1)
        right.addLayout(self._verbs())
        self.put(self.preview, self._right, self._right, _RIGHT)

    def _questions_card(self) -> Card:
        card = Card(self.tr("Declarations"))
        card.heading.add(self.agree_button)
        card.body.addWidget(self.declarations)
        return card

    def _photo_card(self) -> Card:
        card = Card(self.tr("Photographs"))
        card.body.addWidget(self.photographs)
        return card

    def _sign_card(self) -> Card:
        card = Card()
        self._ground.addWidget(self.pad)
        self._ground.addWidget(self.drop)
        for part in (self.how, self.signer, self._ground, self.secret):
            card.body.addWidget(part)
        return card

    def _verbs(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.sign_button)
        across.addWidget(self.later_button)
        across.addStretch(1)
        across.addWidget(self.away_button, 0, Qt.AlignmentFlag.AlignRight)
        return across
