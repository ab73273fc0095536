"""Shell: the clinic's emergency cards, read from resources/emergency by language."""

from dataclasses import dataclass

from mesodesk.core.paths import resources
from mesodesk.domain.source import Entry, read


@dataclass(frozen=True, slots=True)
class EmergencyCard:
    """One emergency: how it looks, what to do in order, what never to do, whence the words."""

    key: str
    title: str
    signs: tuple[str, ...]
    steps: tuple[str, ...]
    never: tuple[str, ...]
    record: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EmergencyBook:
    """All cards, and the note that stands above each of them."""

    note: str
    cards: tuple[EmergencyCard, ...]


def read_book(text: str, file: str) -> EmergencyBook:
    """The book in a knowledge file's text. Raises Mistake with file and line."""
    top = read(text, file).only("note", "cards")
    cards = tuple(_card(entry) for entry in top.get("cards").items())
    return EmergencyBook(top.get("note").word(), cards)


def shipped_book(language: str) -> EmergencyBook:
    """The book in a language ("en", "fr"); English where there is none in that language."""
    folder = resources() / "emergency"
    path = folder / f"{language}.yaml"
    if not path.is_file():
        path = folder / "en.yaml"
    return read_book(path.read_text(encoding="utf-8"), path.name)


def _card(entry: Entry) -> EmergencyCard:
    entry.only("key", "title", "signs", "steps", "never", "record", "sources")
    never = entry.find("never")
    return EmergencyCard(
        key=entry.get("key").word(),
        title=entry.get("title").word(),
        signs=entry.get("signs").words(),
        steps=entry.get("steps").words(),
        never=never.words() if never else (),
        record=entry.get("record").words(),
        sources=entry.get("sources").words(),
    )
