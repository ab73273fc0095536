"""Domain: what a barcode scanner types: the lot number in a GS1 code, or the text as it is."""

import re
from datetime import date

_GROUP_END = "\x1d"
# GTIN, then expiry and lot in either order, as the GS1 General Specifications lay down for
# healthcare items: (01) 14 digits, (17) YYMMDD, (10) up to 20 characters, closed by FNC1.
_BARE = re.compile(r"(?:\][A-Za-z]\d)?01\d{14}(?:17(\d{6}))?10([^\x1d]{1,20})")
_BRACKETS = re.compile(r"\(10\)\s*([^(\x1d]{1,20})")


def lot_number_in(scanned: str) -> str:
    """The lot number that was scanned or typed, without blanks around it."""
    text = scanned.strip().strip(_GROUP_END)
    found = _BRACKETS.search(text)
    if found:
        return found.group(1).strip()
    bare = _BARE.match(text)
    if bare and _is_day(bare.group(1)):
        return bare.group(2).strip()
    return text


def _is_day(yymmdd: str | None) -> bool:
    """Whether the expiry could be one; the day 00 means the month's last."""
    if yymmdd is None:
        return True
    try:
        date(2000 + int(yymmdd[:2]), int(yymmdd[2:4]), max(int(yymmdd[4:]), 1))
    except ValueError:
        return False
    return True
