"""Store: which products sessions gave, for many sessions at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import select

from mesodesk.core.ids import ProductId, SessionId
from mesodesk.domain.stock import Product
from mesodesk.models.treatments import SessionComponent
from mesodesk.store import stock
from mesodesk.store.work import Reading

# A statement may not hold any number of values; this many ids go into one.
AT_ONCE = 500


def products_given(
    reading: Reading, session_ids: Iterable[SessionId]
) -> dict[SessionId, tuple[Product, ...]]:
    """The products of each session, as they stood in the version that was given."""
    given: dict[SessionId, tuple[Product, ...]] = defaultdict(tuple)
    known: dict[tuple[str, int], Product | None] = {}
    for ids in in_portions(session_ids):
        rows = reading.rows.execute(
            select(
                SessionComponent.session_id,
                SessionComponent.product_id,
                SessionComponent.product_version,
            ).where(SessionComponent.session_id.in_(ids))
        )
        for session_id, product_id, version in rows:
            key = (product_id, version)
            if key not in known:
                known[key] = stock.product_at(reading, ProductId(product_id), version)
            if (product := known[key]) is not None:
                given[SessionId(session_id)] += (product,)
    return given


def in_portions(ids: Iterable[str]) -> Iterator[Sequence[str]]:
    """The ids in portions that fit into one statement."""
    wanted = list(ids)
    for start in range(0, len(wanted), AT_ONCE):
        yield wanted[start : start + AT_ONCE]
