"""App: what the search box looks through: people first, then lots."""

from collections.abc import Callable

from mesodesk.services import patients, stock
from mesodesk.services.desk import Desk
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.shell.search import Hit

_MOST = 12


def searcher(desk: Desk) -> Callable[[str], tuple[Hit, ...]]:
    """A search to be run in the database thread."""
    return lambda text: (*_people(desk, text), *_lots(desk, text))


def _people(desk: Desk, text: str) -> tuple[Hit, ...]:
    found = patients.find_patients(desk, text, _MOST)
    return tuple(
        Hit(
            text=f"{row.family_name}, {row.given_names}",
            detail=f"{say_date(row.birth_date)}   {row.chart_number}   {row.phone}".rstrip(),
            icon="patients",
            destination=Destination("chart", row.id),
        )
        for row in found
    )


def _lots(desk: Desk, text: str) -> tuple[Hit, ...]:
    names = {one.id: one.name for one in stock.products(desk, archived=True)}
    return tuple(
        Hit(
            text=f"Lot {lot.number}",
            detail=f"{names[lot.product_id]}   expires {say_date(lot.expires_on)}",
            icon="vial",
            destination=Destination("stock", page="lot", item_id=lot.id),
        )
        for lot in stock.find_lots(desk, text)[:_MOST]
    )
