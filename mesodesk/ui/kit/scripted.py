"""Kit: a prompter that gives prepared answers, for a tour or for presenters without a window."""

from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mesodesk.ui.kit.theme.shades import Severity


@dataclass
class ScriptedPrompter:
    """Answers from `answers` in order and keeps what was asked. Implements `Prompter`.

    An unexpected question is an error, so that nothing waits for a person who is not there.
    """

    answers: deque[Any] = field(default_factory=deque)
    asked: list[str] = field(default_factory=list)

    def will_answer(self, *answers: Any) -> None:
        """Prepare the next answers."""
        self.answers.extend(answers)

    def confirm(
        self, question: str, detail: str = "", action: str = "", is_danger: bool = False
    ) -> bool:
        """The next prepared yes or no."""
        return bool(self._next(question))

    def ask_password(self, purpose: str) -> str | None:
        """The next prepared password."""
        return self._text(purpose)

    def ask_signature(
        self, purpose: str, people: tuple[tuple[str, str], ...]
    ) -> tuple[str, str] | None:
        """The next prepared (name, password), the name being one of those offered."""
        answer = self._next(purpose)
        if answer is None:
            return None
        name, secret = answer
        return {said: known for known, said in people}[name], secret

    def ask_reason(self, question: str, detail: str = "") -> str | None:
        """The next prepared reason."""
        return self._text(question)

    def choose_open_file(self, title: str, kinds: str = "") -> Path | None:
        """The next prepared file."""
        return self._path(title)

    def choose_save_file(self, title: str, suggested: str, kinds: str = "") -> Path | None:
        """The next prepared file."""
        return self._path(title)

    def choose_folder(self, title: str) -> Path | None:
        """The next prepared folder."""
        return self._path(title)

    def tell(self, title: str, text: str, severity: Severity = Severity.INFO) -> None:
        """Keep what was said."""
        self.asked.append(title)

    def _next(self, question: str) -> Any:
        self.asked.append(question)
        if not self.answers:
            raise LookupError(f"nobody prepared an answer to: {question}")
        return self.answers.popleft()

    def _text(self, question: str) -> str | None:
        answer = self._next(question)
        return None if answer is None else str(answer)

    def _path(self, question: str) -> Path | None:
        answer = self._next(question)
        return None if answer is None else Path(answer)
