"""Domain, sheets: the printed wording of one language, by key, and what a translation lacks."""

import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from string import Formatter

import yaml

from mesodesk.domain.source import Entry, Mistake, read

_BEFORE = (";", ":", "?", "!", "»", "%")
# The mark that keeps what follows a foreign name in the sentence's own direction.
_MARKS = {False: "\u200e", True: "\u200f"}
_AGAINST = {"\u200e": ("R", "AL"), "\u200f": ("L",)}
_HARD_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording: its line, or its lines where it is a list, and where it stands."""

    lines: tuple[str, ...]
    is_list: bool
    file: str
    line: int

    def names(self) -> frozenset[str]:
        """The names in braces, to be filled in when printed."""
        found = (name for text in self.lines for _, name, _, _ in Formatter().parse(text))
        return frozenset(name for name in found if name)


@dataclass(frozen=True, slots=True)
class Wording:
    """Everything a language prints; keys are dotted, the file's name first."""

    language: str
    phrases: Mapping[str, Phrase] = field(repr=False)

    def text(self, key: str, **values: str) -> str:
        """The single line under `key`, its names in braces filled from `values`."""
        return self.lines(key, **values)[0]

    def lines(self, key: str, **values: str) -> tuple[str, ...]:
        """All lines under `key`, filled from `values`. KeyError for a key not in the wording."""
        mark = _MARKS[self.is_right_to_left]
        safe = {name: _set_apart(value, mark) for name, value in values.items()}
        return tuple(line.format_map(safe) for line in self.phrases[key].lines)

    @property
    def is_right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        direction = self.phrases.get("language.direction")
        return direction is not None and direction.lines == ("rtl",)

    @property
    def version(self) -> str:
        """A short mark of exactly these words: it changes when any of them does."""
        parts = (f"{key}={'|'.join(self.phrases[key].lines)}" for key in sorted(self.phrases))
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]

    def has(self, key: str) -> bool:
        """Whether the language says something under `key`."""
        return key in self.phrases


def read_wording(language: str, files: Mapping[str, str]) -> Wording:
    """The wording of a language from its files: `files` maps a path to its text.

    A key starts with the file's name without folder and ending: `en/consent.yaml` gives
    `consent.title`. Raises Mistake, which names file and line.
    """
    phrases: dict[str, Phrase] = {}
    for path, text in files.items():
        stem = path.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".yaml")
        phrases.update(_flat(read(text, path), stem))
    spaced = phrases.get("language.spaced_punctuation")
    if spaced is not None and spaced.lines == ("yes",):
        phrases = {key: _spaced(phrase) for key, phrase in phrases.items()}
    return Wording(language, phrases)


def gaps(wording: Wording, model: Wording) -> tuple[Mistake, ...]:
    """What `wording` lacks or has too much, compared with `model` (English).

    A missing key is reported in the file that ought to hold it; a phrase that fills in other
    names than the model's, or is a list where the model is not, at its own line.
    """
    found: list[Mistake] = []
    for key, ours in model.phrases.items():
        theirs = wording.phrases.get(key)
        if theirs is None:
            file = _file_for(key, wording) or f"{wording.language}/{key.split('.')[0]}.yaml"
            found.append(Mistake(file, 1, f"'{key}' is missing; English has: {ours.lines[0]}"))
        else:
            found.extend(_differences(key, theirs, ours))
    for key, phrase in wording.phrases.items():
        if key not in model.phrases:
            found.append(Mistake(phrase.file, phrase.line, f"'{key}' is not known in English"))
    return tuple(found)


def _differences(key: str, theirs: Phrase, ours: Phrase) -> Iterator[Mistake]:
    if theirs.is_list != ours.is_list:
        shape = "a list" if ours.is_list else "a single text"
        yield Mistake(theirs.file, theirs.line, f"'{key}' must be {shape}, as in English")
    if theirs.names() != ours.names():
        wanted = ", ".join(f"{{{name}}}" for name in sorted(ours.names())) or "nothing"
        yield Mistake(theirs.file, theirs.line, f"'{key}' must fill in {wanted}, as in English")


def _file_for(key: str, wording: Wording) -> str | None:
    stem = key.split(".", maxsplit=1)[0] + "."
    return next((p.file for name, p in wording.phrases.items() if name.startswith(stem)), None)


def _flat(entry: Entry, prefix: str) -> Iterator[tuple[str, Phrase]]:
    if isinstance(entry.node, yaml.MappingNode):
        for word, value in entry.pairs():
            yield from _flat(value, f"{prefix}.{word}")
        return
    is_list = isinstance(entry.node, yaml.SequenceNode)
    items = entry.items() if is_list else (entry,)
    lines = tuple(_readable(item) for item in items)
    if not lines:
        raise entry.mistake("this list is empty")
    yield prefix, Phrase(lines, is_list, entry.file, entry.line)


def _readable(entry: Entry) -> str:
    text = " ".join(entry.word().split())
    if not text:
        raise entry.mistake("this wording is empty")
    try:
        names = [name for _, name, _, _ in Formatter().parse(text)]
    except ValueError:
        raise entry.mistake("a brace is opened or closed without its partner") from None
    if any(name is not None and not name.isidentifier() for name in names):
        raise entry.mistake("between braces only a name may stand, as in {until}")
    return text


def _spaced(phrase: Phrase) -> Phrase:
    """French keeps its high punctuation on the line: the space before it must not break."""
    lines = tuple(_hard_spaces(line) for line in phrase.lines)
    return Phrase(lines, phrase.is_list, phrase.file, phrase.line)


def _set_apart(value: str, mark: str) -> str:
    """A name that runs against the sentence must not draw the date behind it to its other side."""
    if any(unicodedata.bidirectional(ch) in _AGAINST[mark] for ch in value):
        return f"{mark}{value}{mark}"
    return value


def _hard_spaces(text: str) -> str:
    for mark in _BEFORE:
        text = text.replace(f" {mark}", f"{_HARD_SPACE}{mark}")
    return text.replace("« ", f"«{_HARD_SPACE}")
