"""Domain, sheets: the recovery sheet: the key that opens the record when a password is lost."""

from dataclasses import dataclass, field
from datetime import datetime

from mesodesk.domain.sheets.letterhead import Letterhead

_GROUP = 4


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """The clinic's recovery key, in the letters in which it is typed, and when it was made."""

    letterhead: Letterhead
    key: str = field(repr=False)
    made_at: datetime
    record_name: str = ""

    def groups(self) -> tuple[str, ...]:
        """The key in groups of four characters, without regard to how it was written."""
        letters = "".join(ch for ch in self.key if ch.isalnum())
        return tuple(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))
