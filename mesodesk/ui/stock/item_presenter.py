"""Stock: changes one product, lot or recipe at a time: its draft, its version, its conflicts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from mesodesk.core.ids import DraftId
from mesodesk.domain.changes import Changes
from mesodesk.domain.drafts import DraftKept
from mesodesk.domain.stock import Lot, Product, Recipe
from mesodesk.services.desk import Desk
from mesodesk.services.drafts import drafts, drop_draft, keep_draft, new_draft_id
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.form.writer import FormWriter
from mesodesk.ui.kit.runner import Runner

T = TypeVar("T", Product, Lot, Recipe)
_ID = "id"


class ItemPresenter(QObject, Generic[T]):
    """`conflict_met(mine, theirs)`: saving again puts mine on top of theirs.

    `draft_offered(DraftKept)` is what was being typed of the same item, or of a new one.
    """

    refused = Signal(object)
    declined = Signal(str)
    conflict_met = Signal(object, object)
    draft_offered = Signal(object)
    draft_kept = Signal(object)
    saved = Signal()

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        announcer: Announcer,
        kind: str,
        read: Callable[[T], T],
        write: Callable[[T], Changes],
    ) -> None:
        super().__init__()
        self._desk, self._runner, self._kind = desk, runner, kind
        self._read: Callable[[T], T] = read
        self._write: Callable[[T], Changes] = write
        self._writer = FormWriter(runner, announcer)
        self._base: T | None = None
        self._mine: T | None = None
        self._draft_id = new_draft_id()
        self._writer.refused.connect(self.refused)
        self._writer.declined.connect(self.declined)
        self._writer.conflict_met.connect(self._on_conflict)
        self._writer.saved.connect(self._on_saved)

    @property
    def base(self) -> T | None:
        """What is being changed, as it stood when it was opened."""
        return self._base

    def begin(self, item: T) -> None:
        """Start from this version; version 0 is something new."""
        self._base, self._draft_id = item, new_draft_id()
        wanted = item.id if item.version else ""
        self._runner.ask(
            lambda: [d for d in drafts(self._desk, self._kind) if d.content.get(_ID) == wanted],
            lambda kept: self.draft_offered.emit(kept[0]) if kept else None,
        )

    def take_up(self, kept: DraftKept) -> None:
        """Go on with a draft: it knows the version it started from."""
        self._draft_id = DraftId(kept.id)
        if self._base is not None:
            self._base = replace(self._base, version=kept.base_version)

    def keep(self, content: dict[str, Any], title: str) -> None:
        """Keep what is typed now."""
        base = self._base
        if base is None or self._writer.is_writing:
            return
        draft_id = self._draft_id
        named = content | {_ID: base.id if base.version else ""}
        self._runner.ask(
            lambda: keep_draft(
                self._desk, draft_id, self._kind, named, title=title, base_version=base.version
            ),
            lambda kept: self.draft_kept.emit(kept.saved_at),
        )

    def save(self, item: T) -> None:
        """Make it record."""
        self._mine = item
        self._writer.write(lambda: self._write(item))

    def put_aside(self, kept: DraftKept) -> None:
        """Forget a draft that was offered and is not wanted."""
        self._runner.ask(lambda: drop_draft(self._desk, kept.id), lambda _: None)

    def drop(self) -> None:
        """Put what was typed aside."""
        draft_id = self._draft_id
        self._runner.ask(lambda: drop_draft(self._desk, draft_id), lambda _: None)

    def _on_conflict(self) -> None:
        mine = self._mine
        if mine is not None:
            self._runner.ask(lambda: self._read(mine), self._on_theirs)

    def _on_theirs(self, theirs: T) -> None:
        self._base = theirs
        self.conflict_met.emit(self._mine, theirs)

    def _on_saved(self) -> None:
        self.drop()
        self.saved.emit()
