"""Domain: clinical knowledge files. Reads YAML text and names file and line of each mistake."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

import yaml

from mesodesk.core.errors import MesoDeskError


class Mistake(MesoDeskError):
    """A knowledge file is wrong: which file, which line (from 1), and what to mend."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}, line {line}: {reason}")
        self.file, self.line, self.reason = file, line, reason


@dataclass(frozen=True, slots=True)
class Entry:
    """One place in a knowledge file: a mapping, a list or a word, with its line (from 1)."""

    file: str
    node: yaml.Node

    @property
    def line(self) -> int:
        """The line this entry starts on, counted from 1."""
        return int(self.node.start_mark.line) + 1

    def mistake(self, reason: str) -> Mistake:
        """A mistake at this entry's line, to be raised by the caller."""
        return Mistake(self.file, self.line, reason)

    def pairs(self) -> Iterator[tuple[str, "Entry"]]:
        """The keys and values of a mapping, in the file's order; a key twice is a mistake."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.mistake("expected a block of 'name: value' lines here")
        seen: set[str] = set()
        for key, value in self.node.value:
            word = str(key.value)
            if word in seen:
                raise Entry(self.file, key).mistake(f"'{word}' stands here a second time")
            seen.add(word)
            yield word, Entry(self.file, value)

    def only(self, *names: str) -> "Entry":
        """This mapping, having checked that it holds no key but `names`."""
        for word, value in self.pairs():
            if word not in names:
                raise value.mistake(f"'{word}' is not known here; known are {', '.join(names)}")
        return self

    def items(self) -> tuple["Entry", ...]:
        """The entries of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.mistake("expected a list here")
        return tuple(Entry(self.file, item) for item in self.node.value)

    def find(self, name: str) -> "Entry | None":
        """The value under `name`, or None where it is absent or left empty."""
        for word, value in self.pairs():
            if word == name:
                return None if value.is_empty() else value
        return None

    def get(self, name: str) -> "Entry":
        """The value under `name`; its absence is a mistake."""
        found = self.find(name)
        if found is None:
            raise self.mistake(f"'{name}' is missing")
        return found

    def is_empty(self) -> bool:
        """Whether nothing (or ~ or null) stands here."""
        return isinstance(self.node, yaml.ScalarNode) and self.node.tag == "tag:yaml.org,2002:null"

    def word(self) -> str:
        """The text of a single value, stripped."""
        if not isinstance(self.node, yaml.ScalarNode) or self.is_empty():
            raise self.mistake("expected a text here")
        return str(self.node.value).strip()

    def words(self) -> tuple[str, ...]:
        """The texts of a list of single values."""
        return tuple(item.word() for item in self.items())

    def choice(self, *allowed: str) -> str:
        """The text, which must be one of `allowed`."""
        word = self.word()
        if word not in allowed:
            raise self.mistake(f"'{word}' is not one of {', '.join(allowed)}")
        return word

    def whole(self) -> int:
        """The whole number that stands here."""
        try:
            return int(self.word())
        except ValueError:
            raise self.mistake(f"'{self.word()}' is not a whole number") from None

    def decimal(self) -> Decimal:
        """The decimal number that stands here, exact and finite."""
        try:
            number = Decimal(self.word())
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            raise self.mistake(f"'{self.word()}' is not a number")
        return number

    def truth(self) -> bool:
        """The yes or no that stands here."""
        return self.choice("yes", "no", "true", "false") in ("yes", "true")

    def day(self) -> date:
        """The date that stands here, as YYYY-MM-DD."""
        try:
            return date.fromisoformat(self.word())
        except ValueError:
            raise self.mistake(f"'{self.word()}' is not a date like 2026-03-14") from None


def read(text: str, file: str) -> Entry:
    """The top entry of a knowledge file; broken YAML is a Mistake with its line."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as broken:
        line = broken.problem_mark.line + 1 if broken.problem_mark else 1
        raise Mistake(file, line, broken.problem or "this is not readable") from broken
    except yaml.reader.ReaderError as broken:
        line = text[: broken.position].count("\n") + 1
        raise Mistake(file, line, "a character here cannot stand in a text") from broken
    if node is None:
        raise Mistake(file, 1, "the file is empty")
    return Entry(file, node)
