"""Shell: what the search box finds, and its presenter: people and lots first, then commands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.runner import Job, Runner
from mesodesk.ui.kit.suggestions import Suggestion
from mesodesk.ui.kit.theme.shades import Severity

_MOST_COMMANDS = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found in the record, and where it leads."""

    text: str
    detail: str
    icon: str
    destination: Destination
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """Something the program can do now, by its words in the menu."""

    text: str
    shortcut: str
    icon: str
    run: Callable[[], object]


Search = Callable[[str], tuple[Hit, ...]]


class SearchView(Protocol):
    """What the presenter needs of the box."""

    def offer(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Show these below the box."""
        ...


class SearchPresenter:
    """Asks the record for each text typed, dropping the question before; never on the UI thread.

    `go_to` opens a hit; `commands` is asked for what can be done at this moment.
    """

    def __init__(
        self,
        view: SearchView,
        runner: Runner,
        search: Search,
        commands: Callable[[], tuple[Command, ...]],
        go_to: Callable[[Destination], None],
    ) -> None:
        self._view, self._runner, self._search = view, runner, search
        self._commands, self._go_to = commands, go_to
        self._job: Job | None = None

    def on_typed(self, text: str) -> None:
        """Look for this text; nothing typed finds nothing."""
        if self._job is not None:
            self._job.cancel()
        wanted = text.strip()
        if not wanted:
            self._view.offer(())
            return
        self._job = self._runner.ask(
            lambda: self._search(wanted), lambda hits: self._show(wanted, hits)
        )

    def on_chosen(self, suggestion: Suggestion) -> None:
        """Go where the hit leads, or do what the command says."""
        if isinstance(suggestion.payload, Command):
            suggestion.payload.run()
        elif isinstance(suggestion.payload, Destination):
            self._go_to(suggestion.payload)

    def _show(self, wanted: str, hits: tuple[Hit, ...]) -> None:
        found = tuple(_as_suggestion(hit) for hit in hits)
        commands = tuple(c for c in self._commands() if _matches(c.text, wanted))
        self._view.offer(found + tuple(map(_as_command, commands[:_MOST_COMMANDS])))


def _matches(text: str, wanted: str) -> bool:
    """Whether each word wanted begins a word of the command."""
    words = text.casefold().split()
    return all(any(w.startswith(part) for w in words) for part in wanted.casefold().split())


def _as_suggestion(hit: Hit) -> Suggestion:
    return Suggestion(
        hit.text, hit.text, hit.detail, hit.icon, hit.severity, payload=hit.destination
    )


def _as_command(command: Command) -> Suggestion:
    return Suggestion(command.text, command.text, command.shortcut, command.icon, payload=command)
