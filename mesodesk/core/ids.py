"""Core: identities. Ids are UUIDs of version 7 (RFC 9562): unique anywhere, sorted by time."""

import secrets
import time
from typing import NewType

PatientId = NewType("PatientId", str)
ClinicianId = NewType("ClinicianId", str)
ScreeningId = NewType("ScreeningId", str)
CourseId = NewType("CourseId", str)
ProductId = NewType("ProductId", str)
LotId = NewType("LotId", str)
VialId = NewType("VialId", str)
SessionId = NewType("SessionId", str)
ZoneId = NewType("ZoneId", str)
ObservationId = NewType("ObservationId", str)
ConsentId = NewType("ConsentId", str)
SheetId = NewType("SheetId", str)
DraftId = NewType("DraftId", str)
ItemId = NewType("ItemId", str)


def new_id() -> str:
    """A fresh id: 32 hexadecimal digits, the first 12 being milliseconds since 1970."""
    milliseconds = time.time_ns() // 1_000_000
    tail = secrets.randbits(74)
    version_and_a = 0x7000 | (tail >> 62)
    variant_and_b = (0b10 << 62) | (tail & ((1 << 62) - 1))
    return f"{milliseconds:012x}{version_and_a:04x}{variant_and_b:016x}"
