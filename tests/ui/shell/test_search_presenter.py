"""The search presenter: one question at a time, hits before commands."""

from functools import partial

from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.suggestions import Suggestion
from mesodesk.ui.shell.search import Command, Hit, SearchPresenter

ANA = Hit("Ana Ferreira", "12 Mar 1980", "patient", Destination("patients", "ana"))


class View:
    """Keeps what was offered last."""

    def __init__(self) -> None:
        self.offered: tuple[Suggestion, ...] = ()

    def offer(self, suggestions: tuple[Suggestion, ...]) -> None:
        self.offered = suggestions


class House:
    """Notes what was asked, run and opened."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.ran: list[str] = []
        self.opened: list[Destination] = []
        self.view = View()
        self.presenter = SearchPresenter(
            self.view, DirectRunner(), self.search, self.commands, self.opened.append
        )

    def search(self, text: str) -> tuple[Hit, ...]:
        self.asked.append(text)
        return (ANA,) if text == "an" else ()

    def commands(self) -> tuple[Command, ...]:
        names = ("Back up now", "Analyse nothing", "Lock")
        return tuple(Command(n, "", "next", partial(self.ran.append, n)) for n in names)


def test_that_hits_come_before_commands() -> None:
    house = House()
    house.presenter.on_typed(" an ")
    assert house.asked == ["an"]
    assert [each.text for each in house.view.offered] == ["Ana Ferreira", "Analyse nothing"]


def test_that_each_word_must_begin_a_word_of_the_command() -> None:
    house = House()
    house.presenter.on_typed("BACK no")
    assert [each.text for each in house.view.offered] == ["Back up now"]
    house.presenter.on_typed("ack")
    assert house.view.offered == ()


def test_that_nothing_typed_asks_nothing() -> None:
    house = House()
    house.presenter.on_typed("  ")
    assert house.asked == []
    assert house.view.offered == ()


def test_that_a_hit_is_opened_and_a_command_is_run() -> None:
    house = House()
    house.presenter.on_typed("an")
    for each in house.view.offered:
        house.presenter.on_chosen(each)
    assert house.opened == [ANA.destination]
    assert house.ran == ["Analyse nothing"]
