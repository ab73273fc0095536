"""Domain: puts typed words into order before they are kept: no stray blanks, no control signs."""

import unicodedata
from dataclasses import fields, replace
from typing import Any, TypeVar

from mesodesk.domain.patients import ChartItem, Contact, PatientDetails

Record = TypeVar("Record", bound=PatientDetails | Contact | ChartItem)


def tidied(record: Record) -> Record:
    """The record with every text of it tidied, also inside tuples and contacts; empty ones go."""
    changed: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, str):
            changed[field.name] = type(value)(tidied_text(value))
        elif isinstance(value, Contact):
            changed[field.name] = tidied(value)
        elif isinstance(value, tuple):
            changed[field.name] = tuple(kept for each in value if (kept := tidied_text(each)))
    return replace(record, **changed)


def tidied_text(text: str) -> str:
    """Without blanks at the ends of lines and without characters that cannot be kept or seen."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = unicodedata.normalize("NFC", "".join(each for each in plain if _is_kept(each)))
    lines = (" ".join(part for part in line.split(" ") if part) for line in kept.split("\n"))
    return "\n".join(lines).strip()


def _is_kept(letter: str) -> bool:
    return letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs", "Cn", "Co")
