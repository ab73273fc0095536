"""Stock: the page of one product, lot or recipe: its form, its draft, its conflicts."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from mesodesk.domain.drafts import DraftKept
from mesodesk.domain.stock import Lot, Product, Recipe
from mesodesk.ui.kit.form.drafting import show_typed
from mesodesk.ui.kit.form.field import Field
from mesodesk.ui.kit.form.frame import FormFrame
from mesodesk.ui.kit.panels.banner import Banner
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.stock.item_presenter import ItemPresenter

T = TypeVar("T", Product, Lot, Recipe)


class ItemPage(QObject, Generic[T]):
    """Joins a FormFrame to an ItemPresenter. `made` and `shown` are between values and record.

    `saved` and `left` end it; `kept(datetime)` tells that a draft was kept.
    """

    saved = Signal()
    left = Signal()
    kept = Signal(object)

    def __init__(
        self,
        frame: FormFrame,
        presenter: ItemPresenter[T],
        made: Callable[[dict[str, Any], T], T],
        shown: Callable[[T], dict[str, Any]],
    ) -> None:
        super().__init__(frame)
        self.frame = frame
        self._presenter: ItemPresenter[T] = presenter
        self._made: Callable[[dict[str, Any], T], T] = made
        self._shown: Callable[[T], dict[str, Any]] = shown
        self._offered: DraftKept | None = None
        self.offer = Banner()
        self.offer.hide()
        frame.add_notice(self.offer)
        frame.save_wanted.connect(self._on_save)
        frame.draft_typed.connect(self._on_typed)
        frame.theirs_wanted.connect(self._on_theirs)
        frame.left.connect(self.left)
        self.offer.action_chosen.connect(self._on_take_up)
        self.offer.dismissed.connect(self._on_put_aside)
        presenter.refused.connect(frame.show_problems)
        presenter.declined.connect(lambda words: frame.show_notice(Severity.STOP, words))
        presenter.conflict_met.connect(self._on_conflict)
        presenter.draft_offered.connect(self._on_offered)
        presenter.draft_kept.connect(self._on_kept)
        presenter.saved.connect(self._on_saved)

    def begin(self, item: T, title: str) -> None:
        """Show an item to be changed, or a blank one."""
        self.offer.hide()
        self.frame.start(title)
        self.frame.form.set_values(self._shown(item))
        self._presenter.begin(item)
        self._fields()[0].take_focus()

    def show(self, item: T) -> None:
        """Show other values without saving them: what a shipped kind says."""
        self.frame.form.set_values(self._shown(item))
        self.frame.form.edited.emit("")

    def save(self, item: T) -> None:
        """Make this record, whatever the fields show."""
        self._presenter.save(item)

    @property
    def base(self) -> T | None:
        """What is being changed, as it stood when it was opened."""
        return self._presenter.base

    def _on_save(self, values: dict[str, Any]) -> None:
        if self._presenter.base is not None:
            self._presenter.save(self._made(values, self._presenter.base))

    def _on_typed(self, content: dict[str, Any]) -> None:
        title = str(content.get("name") or content.get("number") or "")
        self._presenter.keep(content, title)

    def _on_kept(self, moment: Any) -> None:
        self.frame.show_kept(moment)
        self.kept.emit(moment)

    def _on_offered(self, kept: DraftKept) -> None:
        self._offered = kept
        named = kept.title or self.tr("something without a name yet")
        said = self.tr("You were typing {name}.").format(name=named)
        self.offer.say(Severity.INFO, said, "", self.tr("Go on with it"), can_dismiss=True)
        self.offer.show()

    def _on_take_up(self) -> None:
        if self._offered is not None:
            self._presenter.take_up(self._offered)
            show_typed(self.frame.form, self._offered.content)
        self.offer.hide()

    def _on_put_aside(self) -> None:
        """Dismissing what was being typed forgets it."""
        if self._offered is not None:
            self._presenter.put_aside(self._offered)
        self.offer.hide()

    def _on_conflict(self, mine: T, theirs: T) -> None:
        left, right = self._shown(mine), self._shown(theirs)
        labels = {field.name: field.label for field in self._fields()}
        self.frame.show_conflict(
            tuple(
                (labels[name], _said(left[name]), _said(right[name]))
                for name in left
                if left[name] != right[name]
            )
        )

    def _on_theirs(self) -> None:
        if self._presenter.base is not None:
            self.frame.form.set_values(self._shown(self._presenter.base))
            self.frame.notice.hide()

    def _on_saved(self) -> None:
        self.frame.stop()
        self.saved.emit()

    def _fields(self) -> list[Field]:
        return self.frame.form.findChildren(Field)


def _said(value: Any) -> str:
    if value is None or value in ("", ()):
        return "-"
    if isinstance(value, tuple):
        return ", ".join(
            " ".join(str(part) for part in one if part is not None)
            if isinstance(one, tuple)
            else str(one)
            for one in value
        )
    return str(value)
