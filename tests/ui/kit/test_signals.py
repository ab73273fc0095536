"""The toolkit's signals hold: one release of it aborted within 5 000 emits on this Python."""

import pytest
from PySide6.QtCore import QObject, Signal


class Bell(QObject):
    """Rings with a truth, an object and a word."""

    rung = Signal(bool, object, str)


@pytest.mark.usefixtures("qapp")
def test_that_twenty_thousand_emits_arrive() -> None:
    bell, heard = Bell(), []
    bell.rung.connect(lambda flag, thing, word: heard.append((flag, thing, word)))
    for number in range(20_000):
        bell.rung.emit(number % 2 == 0, number, "ring")
    assert len(heard) == 20_000
    assert heard[-1] == (False, 19_999, "ring")
