"""Kit: the Prompter of the real window."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from mesodesk.ui.kit.buttons import Kind
from mesodesk.ui.kit.dialogs import Dialog
from mesodesk.ui.kit.form.choice_fields import ChoiceField, Option
from mesodesk.ui.kit.form.text_fields import NoteField, PasswordField
from mesodesk.ui.kit.theme.shades import Severity


class WindowPrompter:
    """Asks over a window. Implements `Prompter`."""

    def __init__(self, window: QWidget | None = None) -> None:
        self.window = window

    def confirm(
        self, question: str, detail: str = "", action: str = "", is_danger: bool = False
    ) -> bool:
        """Ask before something that matters; for a danger, Return means Cancel."""
        kind = Kind.DANGER if is_danger else Kind.PRIMARY
        severity = Severity.WARNING if is_danger else None
        return self._put(self._dialog(question, detail, action or _tr("Go on"), kind, severity))

    def ask_password(self, purpose: str) -> str | None:
        """Ask for the password, saying what it is needed for."""
        dialog = self._dialog(purpose, "", _tr("Confirm"))
        field = PasswordField("password", _tr("Password"))
        dialog.set_field(field)
        return field.value() if self._put(dialog) else None

    def ask_signature(
        self, purpose: str, people: tuple[tuple[str, str], ...]
    ) -> tuple[str, str] | None:
        """Ask one of these (id, name) to sign with password or PIN. Returns the id and that."""
        dialog = self._dialog(purpose, "", _tr("Sign"))
        options = tuple(Option(known, name) for known, name in people)
        who = ChoiceField("signer", _tr("Who signs"), options, is_required=True)
        who.set_value(people[0][0] if len(people) == 1 else None)
        secret = PasswordField("password", _tr("Their password or PIN"))
        dialog.set_field(who)
        dialog.set_field(secret)
        if who.is_empty():
            who.take_focus()
        return (str(who.value()), secret.value()) if self._put(dialog) else None

    def ask_reason(self, question: str, detail: str = "") -> str | None:
        """Ask for a written reason; never empty."""
        dialog = self._dialog(question, detail, _tr("Confirm"))
        field = NoteField("reason", _tr("Reason"), hint=_tr("Ctrl+Return confirms."))
        field.returned.connect(dialog.verb_button.click)
        dialog.set_field(field)
        return field.value() if self._put(dialog) else None

    def choose_open_file(self, title: str, kinds: str = "") -> Path | None:
        """Ask for a file to read."""
        chosen, _kind = QFileDialog.getOpenFileName(self.window, title, "", kinds)
        return Path(chosen) if chosen else None

    def choose_save_file(self, title: str, suggested: str, kinds: str = "") -> Path | None:
        """Ask where to write a file."""
        chosen, _kind = QFileDialog.getSaveFileName(self.window, title, suggested, kinds)
        return Path(chosen) if chosen else None

    def choose_folder(self, title: str) -> Path | None:
        """Ask for a folder."""
        chosen = QFileDialog.getExistingDirectory(self.window, title)
        return Path(chosen) if chosen else None

    def tell(self, title: str, text: str, severity: Severity = Severity.INFO) -> None:
        """Say something that must be read before going on."""
        dialog = Dialog(self.window, title, text, _tr("Close"), Kind.PRIMARY, severity, cancel="")
        self._put(dialog)

    def _dialog(
        self,
        question: str,
        detail: str,
        verb: str,
        kind: Kind = Kind.PRIMARY,
        severity: Severity | None = None,
    ) -> Dialog:
        return Dialog(self.window, question, detail, verb, kind, severity)

    def _put(self, dialog: Dialog) -> bool:
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if self.window is not None:
            # Not every window system gives the keyboard back by itself.
            self.window.activateWindow()
        return is_accepted


def _tr(text: str) -> str:
    return QCoreApplication.translate("Prompter", text)
