"""Settings: the cards of the logo, the backup, the look and the demo clinic."""

from datetime import datetime

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from mesodesk.services.appearance import Appearance
from mesodesk.services.upkeep import BackupAge
from mesodesk.ui.kit import clinic_time
from mesodesk.ui.kit.buttons import Kind, button
from mesodesk.ui.kit.form.choice_fields import Option, SegmentField
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.panels.cards import Badge, Card, words
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.kit.theme.theme import theme


class LogoCard(Card):
    """The logo as it will print, on white. `choose_wanted`, `remove_wanted`."""

    choose_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setAccessibleName(self.tr("The clinic's logo"))
        self.problem = words("", "problem")
        self.problem.hide()
        self.choose_button = button(self.tr("Choose a &logo"), icon="folder")
        self.remove_button = button(self.tr("&Remove"), Kind.QUIET)
        self.choose_button.clicked.connect(self.choose_wanted)
        self.remove_button.clicked.connect(self.remove_wanted)
        hint = words(self.tr("PNG or JPEG; stands at the head of each printed sheet."), "soft")
        self.body.addLayout(
            _across(self._picture, hint, self.choose_button, self.remove_button, stretch=1)
        )
        self.body.addWidget(self.problem)
        self.show_logo(None)

    @property
    def has_logo(self) -> bool:
        """Whether a logo is shown."""
        return not self._picture.pixmap().isNull()

    def show_logo(self, picture: bytes | None) -> None:
        """Show the logo on white, as on paper, or none."""
        self.problem.hide()
        drawn = QPixmap()
        if picture is not None:
            drawn.loadFromData(picture)
        high, wide = theme().px(64), theme().px(180)
        ratio = Qt.AspectRatioMode.KeepAspectRatio
        smooth = Qt.TransformationMode.SmoothTransformation
        self._picture.setPixmap(drawn.scaled(wide, high, ratio, smooth) if picture else QPixmap())
        self._picture.setVisible(picture is not None)
        self.remove_button.setVisible(picture is not None)

    def show_problem(self, said: str) -> None:
        """Say what is wrong with the picture."""
        self.problem.setText(said)
        self.problem.show()


class BackupCard(Card):
    """`folder_wanted`, `backup_wanted`, `cancel_wanted`."""

    folder_wanted = Signal()
    backup_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.age = Badge(Severity.WARNING)
        self.folder = words("", "soft")
        self.result = Banner()
        self.result.hide()
        self.result.dismissed.connect(self.result.hide)
        self.folder_button = button(self.tr("Choose the &folder"), icon="folder")
        self.backup_button = button(self.tr("&Back up now"), Kind.PRIMARY, "backup")
        self.cancel_button = button(self.tr("&Cancel the backup"))
        self.cancel_button.hide()
        self.folder_button.clicked.connect(self.folder_wanted)
        self.backup_button.clicked.connect(self.backup_wanted)
        self.cancel_button.clicked.connect(self.cancel_wanted)
        why = self.tr(
            "The copy is as encrypted as the record and opens with the same password. Keep it on "
            "another disk. It is reopened, counted and compared before it is called good."
        )
        for part in (self.age, words(why, "soft"), self.folder, self.result):
            self.body.addWidget(part)
        row = (self.backup_button, self.cancel_button, self.folder_button)
        self.body.addLayout(_across(*row))

    def show_age(self, age: BackupAge, now: datetime) -> None:
        """How old the last good backup is."""
        if age.made_at is None:
            self.age.say(Severity.WARNING, self.tr("There is no backup yet"))
            return
        days = (now - age.made_at).days
        when = say_date(clinic_time.at_clinic(age.made_at).date())
        old = self.tr("today") if days == 0 else self.tr("%n days ago", "", days)
        said = self.tr("Last good backup: {when}, {old}").format(when=when, old=old)
        self.age.say(Severity.WARNING if age.is_overdue else Severity.OK, said)
        self.age.setToolTip(age.folder)

    def show_folder(self, folder: str) -> None:
        """Where backups go."""
        none = self.tr("No folder was chosen yet.")
        self.folder.setText(self.tr("Folder: {f}").format(f=folder) if folder else none)

    def show_begun(self) -> None:
        """The copy is being made."""
        self._running(True)
        said = self.tr("Copying and checking; you can go on working.")
        self.result.say(Severity.INFO, said)
        self.result.show()

    def show_percent(self, percent: int) -> None:
        """How far the copy is."""
        said = self.tr("Copying and checking: {n} %. You can go on working.").format(n=percent)
        self.result.say(Severity.INFO, said)

    def show_made(self, folder: str, rows: int, size: int) -> None:
        """The copy is good."""
        self._running(False)
        said = self.tr("Good: {rows} rows, {size}, reopened, counted and compared.").format(
            rows=QLocale().toString(rows), size=QLocale().formattedDataSize(size)
        )
        self.result.say(Severity.OK, said, folder, can_dismiss=True)

    def show_cancelled(self) -> None:
        """Nothing of the copy is left."""
        self._running(False)
        said = self.tr("Cancelled: nothing of the copy is left behind.")
        self.result.say(Severity.INFO, said, can_dismiss=True)

    def show_failed(self, said: str) -> None:
        """There is no new backup, and why."""
        self._running(False)
        self.result.say(Severity.STOP, said, can_dismiss=True)
        self.result.show()

    def _running(self, is_running: bool) -> None:
        self.backup_button.setEnabled(not is_running)
        self.folder_button.setEnabled(not is_running)
        self.cancel_button.setVisible(is_running)


class LookCard(Card):
    """`look_chosen(Appearance)` at once; nothing to save."""

    look_chosen = Signal(object)
    _PERCENTS = (100, 110, 125, 150, 175, 200)

    def __init__(self) -> None:
        super().__init__()
        self.mode = SegmentField(
            "mode",
            self.tr("Light or dark"),
            (
                Option("system", self.tr("As the system")),
                Option("light", self.tr("Light")),
                Option("dark", self.tr("Dark")),
            ),
        )
        sizes = tuple(Option(str(n), f"{n} %") for n in self._PERCENTS)
        self.text_size = SegmentField("text_percent", self.tr("Size of text"), sizes)
        for field in (self.mode, self.text_size):
            self.body.addWidget(field)
            field.edited.connect(self._on_edited)
        note = self.tr("Kept for this computer, in a small file without patient data.")
        self.body.addWidget(words(note, "soft"))

    def show_look(self, look: Appearance) -> None:
        """Show what is chosen; a size between two steps shows the nearest."""
        self.mode.set_value(look.mode)
        nearest = min(self._PERCENTS, key=lambda n: abs(n - look.text_percent))
        self.text_size.set_value(str(nearest))

    def _on_edited(self) -> None:
        chosen = Appearance(self.mode.value() or "system", int(self.text_size.value() or 100))
        self.look_chosen.emit(chosen)


class DemoCard(Card):
    """Only in the demo clinic: one action, asked once. `wipe_wanted`."""

    wipe_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("This is the demo clinic"))
        said = self.tr("Everybody in it is fictional. Wiping it leaves an empty first start.")
        self.wipe_button = button(self.tr("&Wipe the demo clinic"), Kind.DANGER, "remove")
        self.wipe_button.clicked.connect(self.wipe_wanted)
        self.body.addWidget(words(said, "soft"))
        self.body.addLayout(_across(self.wipe_button))


def _across(*parts: QWidget | QPushButton, stretch: int = 0) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for number, part in enumerate(parts):
        row.addWidget(part, 1 if stretch and number == stretch else 0)
    if not stretch:
        row.addStretch(1)
    return row
