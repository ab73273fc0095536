"""Kit: the colours of the window, light and dark: one accent, neutral surfaces, four severities."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication


class Severity(StrEnum):
    """How much something matters. Always shown as icon and word, never by colour alone."""

    OK = "ok"
    INFO = "info"
    WARNING = "warning"
    STOP = "stop"

    def word(self) -> str:
        """The word that stands beside the colour, in the user's language."""
        words = {
            Severity.OK: QCoreApplication.translate("Severity", "In order"),
            Severity.INFO: QCoreApplication.translate("Severity", "Note"),
            Severity.WARNING: QCoreApplication.translate("Severity", "Caution"),
            Severity.STOP: QCoreApplication.translate("Severity", "Stop"),
        }
        return words[self]


class Tone(NamedTuple):
    """One severity's ink (4.5:1 on surface and on its own ground) and its quiet ground."""

    ink: str
    ground: str


class Shades(NamedTuple):
    """Every colour the window uses, by role, as #rrggbb."""

    is_dark: bool
    canvas: str
    surface: str
    sunken: str
    line: str
    outline: str
    ink: str
    ink_soft: str
    ink_off: str
    accent: str
    accent_strong: str
    accent_ink: str
    accent_soft: str
    ok: Tone
    info: Tone
    warning: Tone
    stop: Tone

    def tone(self, severity: Severity) -> Tone:
        """The ink and ground of a severity."""
        tones = {"ok": self.ok, "info": self.info, "warning": self.warning, "stop": self.stop}
        return tones[severity.value]


LIGHT = Shades(
    is_dark=False,
    canvas="#f3f5f6",
    surface="#ffffff",
    sunken="#e9edef",
    line="#d9dfe2",
    outline="#85929b",
    ink="#182026",
    ink_soft="#53606a",
    ink_off="#939da5",
    accent="#0e6672",
    accent_strong="#0a4f59",
    accent_ink="#ffffff",
    accent_soft="#dcedef",
    ok=Tone("#1b6b38", "#e3f2e8"),
    info=Tone("#2f5580", "#e5edf6"),
    warning=Tone("#7d5000", "#fbf0d9"),
    stop=Tone("#a8211a", "#fae7e5"),
)

DARK = Shades(
    is_dark=True,
    canvas="#14181b",
    surface="#1c2226",
    sunken="#101417",
    line="#313a41",
    outline="#75828c",
    ink="#e5e9ec",
    ink_soft="#a6b1b9",
    ink_off="#69747d",
    accent="#58bcc8",
    accent_strong="#7fd2dc",
    accent_ink="#06262b",
    accent_soft="#1a3b41",
    ok=Tone("#74c993", "#182f21"),
    info=Tone("#93bae9", "#1b2a3d"),
    warning=Tone("#e7b558", "#382b11"),
    stop=Tone("#ff938a", "#42211f"),
)
