"""Store: a signed exception in its column: the words as signed, and what they were made of.

Rows written before the values were kept hold the words alone; they are read as they are.
"""

import json

from mesodesk.core.errors import DamagedRecord
from mesodesk.domain.missing import Missing, missing_from_plain, missing_to_plain
from mesodesk.domain.treatments import SignedException

_KEPT = '{"words":'


def exception_column(one: SignedException) -> str:
    """The text for the column: JSON that begins with the words, or the words alone."""
    if one.missing is None:
        return one.words
    kept = {"words": one.words, **missing_to_plain(one.missing)}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def exception_from(code: str, column: str) -> tuple[str, Missing | None]:
    """The words as signed, and what was missing where that was kept. Raises DamagedRecord."""
    if not column.startswith(_KEPT):
        return column, None
    try:
        kept = json.loads(column)
        return str(kept["words"]), missing_from_plain(code, kept)
    except (ValueError, KeyError) as broken:
        words = f"A signed exception ({code}) cannot be read."
        raise DamagedRecord(words) from broken
