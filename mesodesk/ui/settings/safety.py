"""Settings: the forms of password, PIN and idle lock."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from mesodesk.core.errors import BadInput
from mesodesk.domain.clinic import Settings
from mesodesk.ui.kit.form.decimal_field import DecimalField
from mesodesk.ui.kit.form.form import Form
from mesodesk.ui.kit.form.text_fields import PasswordField
from mesodesk.ui.kit.new_password import NewPassword


class IdleForm(Form):
    """After how many minutes without a key or a movement the window locks."""

    def __init__(self) -> None:
        super().__init__(columns=1)
        self.add(
            DecimalField(
                "idle_lock_minutes", _tr("Lock the window after"), _tr("idle minutes"), Decimal(0),
                None, 0, Decimal(1), _tr("The lock screen shows no patient. From the next start."),
                is_required=True,
            )
        )  # fmt: skip

    @staticmethod
    def shown(settings: Settings) -> dict[str, Any]:
        """What the form shows of the settings."""
        return {"idle_lock_minutes": Decimal(settings.idle_lock_minutes)}


class PasswordForm(Form):
    """The password in use, and a new one twice."""

    def __init__(self, avoid: Callable[[], tuple[str, ...]]) -> None:
        super().__init__(columns=1)
        self.add(PasswordField("current", _tr("Password in use now"), is_required=True))
        self.new = NewPassword(self, avoid)

    def values(self) -> dict[str, Any]:
        """All values, once the new password is strong enough; raises BadInput, shown here."""
        values = super().values()
        try:
            self.new.checked()
        except BadInput as bad:
            self.show_problems(bad.problems)
            raise
        return values


class PinForm(Form):
    """A PIN of 4 to 8 digits for signing; the record still opens by the password alone."""

    def __init__(self) -> None:
        super().__init__(columns=1)
        hint = _tr("4 to 8 digits, for signatures only. Leave it empty to take the PIN away.")
        self.add(PasswordField("pin", _tr("New PIN"), hint))
        self.add(PasswordField("pin_password", _tr("Your password"), is_required=True))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Safety", text)
