"""Documents: the table of products with their lots, as the session and the card print it."""

from mesodesk.documents.desk import Desk
from mesodesk.documents.pieces import Group
from mesodesk.domain.sheets import speech
from mesodesk.domain.sheets.session import MixtureLine


def mixture_table(desk: Desk, mixture: tuple[MixtureLine, ...]) -> Group:
    """Product, maker, lot, expiry and volume; a lot that was not recorded is said in words."""
    columns = ("product", "maker", "lot", "expires", "volume")
    heads = [desk.say(f"session.mixture.{column}") for column in columns]
    return desk.table(heads, [_row(desk, line) for line in mixture], (32, 22, 18, 16, 12))


def _row(desk: Desk, line: MixtureLine) -> tuple[str, ...]:
    volume = "–" if line.volume_ml is None else speech.amount(desk.wording, line.volume_ml, "mL")
    expires = "–" if line.expires is None else speech.day(desk.wording, line.expires)
    lot = line.lot or desk.say("session.mixture.no_lot")
    return (line.product, line.maker, lot, expires, volume)
