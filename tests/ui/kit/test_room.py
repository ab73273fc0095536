"""A visible room reads again when something changed; a hidden one waits until it is shown."""

from pytestqt.qtbot import QtBot

from mesodesk.domain.changes import Changes
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.room import Room

STOCK = Changes(lots=frozenset({"lot-1"}))


class Reader(Room):
    """Counts how often it read; cares for lots only."""

    def __init__(self) -> None:
        super().__init__("stock", "stock", "Stock")
        self.reads = 0

    def concerns(self, changes: Changes) -> bool:
        return bool(changes.lots)

    def read_again(self) -> None:
        self.reads += 1


def test_that_a_room_reads_when_it_is_first_shown(qtbot: QtBot) -> None:
    room = Reader()
    qtbot.addWidget(room)
    assert room.reads == 0
    room.show()
    assert room.reads == 1
    room.hide()
    room.show()
    assert room.reads == 1


def test_that_a_visible_room_reads_again_at_once(qtbot: QtBot) -> None:
    room = Reader()
    qtbot.addWidget(room)
    room.show()
    room.on_changes(STOCK)
    assert room.reads == 2
    assert not room.is_stale


def test_that_a_hidden_room_marks_itself_and_reads_once_when_shown(qtbot: QtBot) -> None:
    room = Reader()
    qtbot.addWidget(room)
    room.show()
    room.hide()
    room.on_changes(STOCK)
    room.on_changes(STOCK)
    assert room.is_stale
    assert room.reads == 1
    room.show()
    assert room.reads == 2


def test_that_what_does_not_concern_a_room_leaves_it_alone(qtbot: QtBot) -> None:
    room = Reader()
    qtbot.addWidget(room)
    room.show()
    room.on_changes(Changes(patients=frozenset({"p"})))
    assert room.reads == 1


def test_that_changes_are_announced_once_with_their_origin() -> None:
    announcer, heard, origin = Announcer(), [], object()
    announcer.announced.connect(lambda changes, whence: heard.append((changes, whence)))
    announcer.announce(STOCK, origin)
    announcer.announce(Changes(), origin)
    assert heard == [(STOCK, origin)]
