"""Kit: two fields for a new password, with its strength in words while it is typed."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from mesodesk.core.errors import BadInput, Problem
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.text_fields import PasswordField
from mesodesk.ui.kit.panels.cards import Badge
from mesodesk.ui.kit.strength import SHORTEST, Strength, strength
from mesodesk.ui.kit.theme.shades import Severity


class NewPassword(QObject):
    """Adds `password` and `password_again` to a form. `avoid` names what is too easily guessed."""

    def __init__(self, form: Form, avoid: Callable[[], tuple[str, ...]] = tuple) -> None:
        super().__init__(form)
        self._avoid = avoid
        hint = _tr("Three or four unrelated words are easy to keep and hard to guess.")
        self.first = PasswordField("password", _tr("Password"), hint, is_required=True)
        self.again = PasswordField("password_again", _tr("Password again"), is_required=True)
        self.badge = Badge(Severity.INFO, " ")
        form.add(self.first)
        form.add(self.again)
        form.add_widget(self.badge)
        self.first.edited.connect(self._on_edited)
        self._on_edited()

    def checked(self) -> str:
        """The password, if it is strong enough and both are equal; raises BadInput."""
        password = self.first.value()
        judged = strength(password, self._avoid())
        if not judged.is_enough:
            raise BadInput(Problem("password", say_strength(judged)))
        if password != self.again.value():
            raise BadInput(Problem("password_again", _tr("The two passwords are not the same.")))
        return password

    def _on_edited(self) -> None:
        typed = self.first.value()
        judged = strength(typed, self._avoid())
        self.badge.setVisible(bool(typed))
        if typed:
            self.badge.say(judged.severity, say_strength(judged))


def say_strength(judged: Strength) -> str:
    """The strength in words that say what to do."""
    words = {
        "short": _tr("Too short: at least {n} characters").format(n=SHORTEST),
        "weak": _tr("Easy to guess: add another word or two"),
        "fair": _tr("Good enough; one more word makes it strong"),
        "strong": _tr("Strong"),
    }
    return words[judged.code]


def _tr(text: str) -> str:
    return QCoreApplication.translate("NewPassword", text)
