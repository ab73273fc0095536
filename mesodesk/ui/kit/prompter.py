"""Kit: the modal questions a presenter may put, so that no test meets a blocking dialog."""

from pathlib import Path
from typing import Protocol

from mesodesk.ui.kit.theme.shades import Severity


class Prompter(Protocol):
    """Puts a question to the person and waits. None means the person turned it down.

    `kinds` is a file dialog's filter, such as "PDF (*.pdf)".
    """

    def confirm(
        self, question: str, detail: str = "", action: str = "", is_danger: bool = False
    ) -> bool:
        """Ask before something that matters; `action` is the verb on the button."""
        ...

    def ask_password(self, purpose: str) -> str | None:
        """Ask for the password, saying what it is needed for."""
        ...

    def ask_signature(
        self, purpose: str, people: tuple[tuple[str, str], ...]
    ) -> tuple[str, str] | None:
        """Ask one of these (id, name) to sign with password or PIN. Returns the id and that."""
        ...

    def ask_reason(self, question: str, detail: str = "") -> str | None:
        """Ask for a written reason; never empty."""
        ...

    def choose_open_file(self, title: str, kinds: str = "") -> Path | None:
        """Ask for a file to read."""
        ...

    def choose_save_file(self, title: str, suggested: str, kinds: str = "") -> Path | None:
        """Ask where to write a file, `suggested` being its name."""
        ...

    def choose_folder(self, title: str) -> Path | None:
        """Ask for a folder."""
        ...

    def tell(self, title: str, text: str, severity: Severity = Severity.INFO) -> None:
        """Say something that must be read before going on."""
        ...
