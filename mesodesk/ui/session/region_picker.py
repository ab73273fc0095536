"""Session room: choosing a region and side by typing: "thi l 24" is the left thigh, 24 points."""

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from mesodesk.domain.indications import Indication
from mesodesk.domain.names.folding import fold
from mesodesk.services import knowledge
from mesodesk.ui.kit.form.text_fields import TextField
from mesodesk.ui.kit.suggestions import Suggestion, SuggestionList
from mesodesk.ui.kit.theme.shades import Severity
from mesodesk.ui.session.words import region_word

_COUNT = re.compile(r"\s+(\d{1,4})$")
_RANKS = {"suggested": 0, "allowed": 1, "unusual": 2, "forbidden": 3}


class RegionPicker(TextField):
    """Emits `region_chosen(region, side, points)`; points is 0 where none were typed."""

    region_chosen = Signal(str, str, int)

    def __init__(self, language: str) -> None:
        super().__init__("region", self.tr("Add a zone"))
        self.line.setPlaceholderText(self.tr("Region, side, points: thigh l 24"))
        self.line.setToolTip(self.tr("Type a region; Down shows those of the indication (F6)"))
        self._language = language
        self._indication: Indication | None = None
        self._list = SuggestionList(self.line, name=self.tr("Regions"))
        self._list.suggestion_chosen.connect(self._on_chosen)
        self.line.textEdited.connect(lambda _: self._offer())
        self.line.installEventFilter(self)

    def show_indication(self, indication: Indication | None) -> None:
        """The indication whose regions come first."""
        self._indication = indication

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the empty line shows what there is."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            opens = event.key() == Qt.Key.Key_Down and not self._list.offered
            if opens:
                self._offer()
                return True
        return super().eventFilter(watched, event)

    def _offer(self) -> None:
        text = _COUNT.sub("", self.line.text())
        self._list.offer(matching(text, self._indication, self._language))

    def _on_chosen(self, suggestion: Suggestion) -> None:
        region, _, side = suggestion.key.partition(":")
        counted = _COUNT.search(self.line.text())
        self.line.clear()
        self.region_chosen.emit(region, side, int(counted.group(1)) if counted else 0)


def matching(typed: str, indication: Indication | None, language: str) -> tuple[Suggestion, ...]:
    """Regions with their sides in which every typed word begins a word; the fitting ones first."""
    wanted = fold(typed).split()
    found: list[tuple[int, int, Suggestion]] = []
    for place, region in enumerate(knowledge.regions().all):
        if not region.is_drawn or knowledge.regions().parts_of(region.code):
            continue
        sides = (*region.sides, "both") if region.is_paired else region.sides
        for side in sides:
            words = fold(region_word(region.code, side, language)).replace(",", " ").split()
            if all(any(word.startswith(one) for word in words) for one in wanted):
                level = indication.level_of(region.code) if indication else "allowed"
                row = _suggestion(region.code, side, indication, level, language)
                found.append((_RANKS[level], place, row))
    return tuple(row for _, _, row in sorted(found, key=lambda one: one[:2]))


def _suggestion(
    code: str, side: str, indication: Indication | None, level: str, language: str
) -> Suggestion:
    why = indication.why_not(code) if indication else None
    severity = {"forbidden": Severity.STOP, "unusual": Severity.WARNING}.get(level)
    detail = why.words.said_in(language) if why and severity else ""
    text = region_word(code, side, language)
    return Suggestion(f"{code}:{side}", text, detail, severity=severity)
