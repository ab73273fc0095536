"""Core: identities. Ids are UUIDs of version 7 (RFC 9562): unique anywhere, sorted by time."""

import secrets
import threading
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


_TAIL_BITS = 74
# Within one millisecond the tail grows by a random step, so that ids sort by the order of their
# making (RFC 9562, section 6.2, method 2). A clock that is set back a little is waited out.
_STEP_BITS = 32
_SET_BACK_MS = 10_000
_making = threading.Lock()
_latest = [0, 0]


def new_id() -> str:
    """A fresh id: 32 hexadecimal digits, the first 12 being milliseconds since 1970.

    Within one process each sorts after those made before it, in whichever thread.
    """
    milliseconds, tail = _next(time.time_ns() // 1_000_000)
    version_and_a = 0x7000 | (tail >> 62)
    variant_and_b = (0b10 << 62) | (tail & ((1 << 62) - 1))
    return f"{milliseconds:012x}{version_and_a:04x}{variant_and_b:016x}"


def _next(now: int) -> tuple[int, int]:
    """The milliseconds and the tail of the next id."""
    with _making:
        milliseconds, tail = _latest
        if now <= milliseconds < now + _SET_BACK_MS:
            tail += 1 + secrets.randbits(_STEP_BITS)
            if tail >> _TAIL_BITS:
                milliseconds, tail = milliseconds + 1, secrets.randbits(_STEP_BITS)
        else:
            milliseconds, tail = now, secrets.randbits(_TAIL_BITS)
        _latest[:] = milliseconds, tail
        return milliseconds, tail
