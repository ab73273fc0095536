"""Domain, sheets: what a sheet says, block by block, before anybody thinks of paper.

The same blocks are laid out on the page and written down as the text that a signature binds,
so the two cannot say different things.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section; it stays with what follows it."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `is_strong` for a sentence that must not be overlooked."""

    key: str
    text: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short statements."""

    key: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A statement to be answered yes or no; None while nobody has answered."""

    key: str
    text: str
    is_yes: bool | None


@dataclass(frozen=True, slots=True)
class Blank:
    """A label and a line to write on."""

    key: str
    label: str


Block = Heading | Paragraph | Bullets | Question | Blank


def plain(block: Block) -> str:
    """One block as canonical text: a mark for its kind, its key, its words; one line an item."""
    match block:
        case Heading(key, text):
            return f"# {key}: {text}"
        case Paragraph(key, text):
            return f"{key}: {text}"
        case Bullets(key, items):
            return "\n".join(f"- {key}: {item}" for item in items)
        case Question(key, text, is_yes):
            mark = "unanswered" if is_yes is None else "yes" if is_yes else "no"
            return f"[{mark}] {key}: {text}"
        case Blank(key, label):
            return f"_ {key}: {label}"
