"""Settings: who works at the clinic: a table, and the forms to add a colleague or change one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mesodesk.core.errors import BadInput
from mesodesk.domain.clinic import Clinician, Role
from mesodesk.ui.kit import clinic_time
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.choice_fields import Option, SegmentField
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.text_fields import PasswordField, TextField
from mesodesk.ui.kit.new_password import NewPassword
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Card, words
from mesodesk.ui.kit.table.rows import Column
from mesodesk.ui.kit.table.table import RowsTable
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme
from mesodesk.ui.settings.colleagues_presenter import ColleaguesPresenter
from mesodesk.ui.settings.section import Section

_DETAILS = ("name", "role", "qualification", "registration_number")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Colleagues", text)


class DetailsForm(Form):
    """A colleague as printed, and what they may do."""

    def __init__(self) -> None:
        super().__init__(columns=2)
        self.add(TextField("name", _tr("Name"), _tr("As it is printed"), is_required=True))
        roles = (
            Option(Role.CLINICIAN.value, _tr("Clinician")),
            Option(Role.ASSISTANT.value, _tr("Assistant")),
        )
        hint = _tr("An assistant prepares and records; only a clinician signs and decides.")
        self.add(SegmentField("role", _tr("Role"), roles, hint, is_required=True))
        self.add(TextField("qualification", _tr("Qualification"), _tr("Such as MD, RN, MRCGP")))
        register = _tr("With their professional register")
        self.add(TextField("registration_number", _tr("Registration number"), register))
        self.set_values({"role": Role.CLINICIAN.value})


class NewColleagueForm(DetailsForm):
    """The same with a password that the colleague types themselves."""

    def __init__(self, avoid: Callable[[], tuple[str, ...]]) -> None:
        super().__init__()
        said = _tr("The colleague types a password of their own now. Nobody else needs to know it.")
        self.add_widget(words(said, "soft"))
        self.new = NewPassword(self, lambda: (*avoid(), *str(self.field("name").value()).split()))
        own = _tr("Your own password")
        self.add(PasswordField("own_password", own, _tr("You let them in."), is_required=True))

    def values(self) -> dict[str, Any]:
        """All values, once the password is strong enough; raises BadInput, shown here."""
        values = super().values()
        try:
            self.new.checked()
        except BadInput as bad:
            self.show_problems(bad.problems)
            raise
        return values


class ColleaguesCard(Card):
    """Table and buttons; `adding` and `changing` are the sections that they open below."""

    def __init__(self, presenter: ColleaguesPresenter) -> None:
        super().__init__(_tr("Who works here"))
        self._asks = presenter
        self.table: RowsTable[Clinician] = RowsTable(
            _tr("Who works here"), self._columns(), key=lambda one: one.id
        )
        self.table.setMinimumHeight(theme().px(190))
        self.notice = Banner()
        self.notice.hide()
        self.notice.dismissed.connect(self.notice.hide)
        self.add_button = button(_tr("&Add a colleague"), icon="add")
        self.change_button = button(_tr("C&hange details"), icon="edit")
        self.retire_button = button(_tr("&Retire ..."), Kind.DANGER)
        across = QHBoxLayout()
        across.setSpacing(8)
        for one in (self.add_button, self.change_button, self.retire_button):
            across.addWidget(one)
        across.addStretch(1)
        said = _tr(
            "Nobody can set a colleague's password: it signs. Who has forgotten theirs opens with "
            "the recovery sheet, under their own name, and chooses another."
        )
        self.body.addWidget(self.table)
        self.body.addWidget(words(said, "soft"))
        self.body.addWidget(self.notice)
        self.body.addLayout(across)
        self.table.row_highlighted.connect(self._on_highlighted)
        self._on_highlighted(None)

    def show_people(self, people: tuple[Clinician, ...]) -> None:
        """Show everybody; who is signed in comes highlighted first."""
        self.table.set_rows(people)
        if self.table.highlighted() is None:
            self.table.highlight(lambda one: one.id == self._asks.own_id)
        self._on_highlighted(self.table.highlighted())

    def say(self, severity: Severity, said: str) -> None:
        """What became of a retirement."""
        self.notice.say(severity, said, can_dismiss=True)
        self.notice.show()

    def _on_highlighted(self, one: Clinician | None) -> None:
        is_other = one is not None and one.is_active and one.id != self._asks.own_id
        self.add_button.setEnabled(self._asks.may_decide)
        for each in (self.change_button, self.retire_button):
            each.setEnabled(is_other and self._asks.may_decide)

    def _columns(self) -> tuple[Column[Clinician], ...]:
        return (
            Column(
                _tr("Name"), lambda one: one.name, stretches=True, is_strong=True,
                detail=lambda one: one.qualification,
            ),
            Column(_tr("Registration"), lambda one: one.registration_number, width=18),
            Column(_tr("Role"), lambda one: role_words(one.role), width=14),
            Column(_tr("Works here"), self._state, width=22),
        )  # fmt: skip

    def _state(self, one: Clinician) -> str:
        if one.retired_at is not None:
            left = clinic_time.at_clinic(one.retired_at).date()
            return _tr("left on {day}").format(day=say_date(left))
        return _tr("signed in now") if one.id == self._asks.own_id else _tr("yes")


class ColleaguesPanel(QWidget):
    """The card, and below it whichever form its buttons opened."""

    def __init__(
        self, presenter: ColleaguesPresenter, avoid: Callable[[], tuple[str, ...]]
    ) -> None:
        super().__init__()
        self._asks = presenter
        self._changed: Clinician | None = None
        self.card = ColleaguesCard(presenter)
        self.adding = Section(_tr("A new colleague"), NewColleagueForm(avoid), _tr("&Let them in"))
        self.changing = Section(
            _tr("A colleague's details"), DetailsForm(), _tr("Save the d&etails")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self.card, self.adding, self.changing):
            column.addWidget(part)
        for section in (self.adding, self.changing):
            section.hide()
            section.offer_cancel()
            section.cancelled.connect(self._put_away)
        self._connect()

    def _connect(self) -> None:
        card, asks = self.card, self._asks
        asks.people_read.connect(card.show_people)
        card.add_button.clicked.connect(self._on_add)
        card.change_button.clicked.connect(self._on_change)
        card.retire_button.clicked.connect(self._on_retire)
        self.adding.save_wanted.connect(asks.add)
        self.changing.save_wanted.connect(self._on_changed)
        self.adding.follow(asks.adding)
        self.changing.follow(asks.changing)
        asks.adding.saved.connect(lambda: self._done(_tr("Let in. They sign in by their name.")))
        asks.changing.saved.connect(lambda: self._done(_tr("Saved.")))
        asks.retiring.saved.connect(lambda: self._done(_tr("Their key was taken away.")))
        asks.retiring.declined.connect(lambda said: card.say(Severity.STOP, said))

    def _on_add(self) -> None:
        self.adding.form.set_values({"role": Role.CLINICIAN.value})
        self._open(self.adding)

    def _on_change(self) -> None:
        self._changed = self.card.table.highlighted()
        if self._changed is not None:
            shown = {name: getattr(self._changed, name) for name in _DETAILS}
            self.changing.form.set_values(shown | {"role": self._changed.role.value})
            self._open(self.changing)

    def _on_retire(self) -> None:
        person = self.card.table.highlighted()
        if person is not None:
            self._asks.retire(person)

    def _on_changed(self, values: dict[str, Any]) -> None:
        if self._changed is not None:
            self._asks.change(replace(self._changed, **values | {"role": Role(values["role"])}))

    def _open(self, wanted: Section) -> None:
        for section in (self.adding, self.changing):
            section.setVisible(section is wanted)
            section.notice.hide()
        wanted.form.field("name").take_focus()
        # Once it is laid out: only then does the page know how long it is.
        QTimer.singleShot(0, self, lambda: _show_whole(wanted))

    def _put_away(self) -> None:
        for section in (self.adding, self.changing):
            section.hide()
        self.card.add_button.setFocus()

    def _done(self, said: str) -> None:
        for section in (self.adding, self.changing):
            section.hide()
        self.card.say(Severity.OK, said)


def _show_whole(section: Section) -> None:
    """Scroll the page so far that the section can be seen."""
    above: QWidget | None = section
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(section, 0, theme().px(16))


def role_words(role: Role) -> str:
    """A role in words."""
    return {Role.CLINICIAN: _tr("clinician"), Role.ASSISTANT: _tr("assistant")}[role]
