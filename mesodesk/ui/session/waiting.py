"""Session room: text in a field that is no part of the session yet, kept with its draft."""

from PySide6.QtCore import QCoreApplication

from mesodesk.core.errors import BadInput
from mesodesk.domain.treatments import Component, Session, Zone
from mesodesk.ui.kit.form.decimal_field import DecimalField
from mesodesk.ui.session.book import SessionBook

REGION = "region"
LOT = "lot"
DRAWN = "drawn_up_ml"


class Waiting:
    """What waits in the fields of the book's session, by place: unread numbers, half a name."""

    def __init__(self, book: SessionBook) -> None:
        self._book = book

    def text(self, place: str) -> str:
        """What waits there; empty for nothing."""
        return str(self._texts().get(place, ""))

    def keep(self, place: str, text: str) -> None:
        """Keep what waits there; empty text takes it away."""
        if not self._book.is_open:
            return
        others = {key: kept for key, kept in self._texts().items() if key != place}
        self._book.keep("waiting", others | ({place: text} if text else {}) or None)

    def unread_in(self) -> tuple[str, ...]:
        """Where in this session a number stands that cannot be read, in words."""
        session = self._book.session
        places = _number_places(session) if session is not None else {}
        return tuple(dict.fromkeys(places[one] for one in self._texts() if one in places))

    def _texts(self) -> dict[str, str]:
        found: dict[str, str] = self._book.extra.get("waiting") or {}
        return found


def zone_place(zone: Zone, name: str) -> str:
    """Where a zone's number is typed."""
    return f"zone/{zone.id}/{name}"


def volume_place(place: int, part: Component) -> str:
    """Where a component's volume is typed."""
    return f"volume/{place}/{part.product_id}"


def show_waiting(field: DecimalField, text: str) -> None:
    """Show text that cannot be read as it was typed, and say what is wrong with it."""
    if field.line.text() != text:
        field.line.setText(text)
    try:
        field.value()
    except BadInput as bad:
        field.show_problem(str(bad))


def _number_places(session: Session) -> dict[str, str]:
    """Every place of a number in the session, with what it belongs to."""
    names = ("depth_mm", "volume_per_point_ml", "point_count")
    zone = QCoreApplication.translate("Session", "zone {n}")
    zones = {
        zone_place(one, name): zone.format(n=number)
        for number, one in enumerate(session.zones, 1)
        for name in names
    }
    parts = {volume_place(n, one): one.product_name for n, one in enumerate(session.components)}
    return zones | parts | {DRAWN: QCoreApplication.translate("Session", "drawn up")}
