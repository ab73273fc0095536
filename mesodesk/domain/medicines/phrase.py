"""Domain: cuts a typed line into words, and says where one item or one clause ends."""

import re
from dataclasses import dataclass

from mesodesk.domain.medicines.spelling import clean, fold

# A vowel or tone sign of an Indian or Thai script, or a combining accent, is no letter of its own.
_SIGNS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff\u0e00-\u0eff"
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_SIGNS}])*|\d+(?:[.,]\d+)*")
_ITEM_END = re.compile(r"[,;|+&\n\r•·،؛、→]|->|\.\s|\s/\s|\s[-–—]\s")
_CLAUSE_END = re.compile(r"[,;|\n\r•·،؛、→]|->|\.\s")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or number as typed, its folded form, and whether a new item or clause began."""

    typed: str
    key: str
    start: int
    end: int
    begins_item: bool
    begins_clause: bool

    @property
    def is_number(self) -> bool:
        """Whether this is a number rather than a word."""
        return self.key[0].isdigit()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A cleaned line and its words."""

    text: str
    words: tuple[Word, ...]

    def typed(self, first: int, last: int) -> str:
        """What was typed from word `first` up to, not including, word `last`."""
        return self.text[self.words[first].start : self.words[last - 1].end]


def read_phrase(text: str) -> Phrase:
    """The words of `text`; letters and digits part, so "3mg" is "3" and "mg"."""
    line = clean(text)
    words: list[Word] = []
    end = 0
    for found in _WORD.finditer(line):
        gap = line[end : found.start()]
        is_first = not words
        words.append(
            Word(
                typed=found.group(),
                key=fold(found.group()),
                start=found.start(),
                end=found.end(),
                begins_item=is_first or bool(_ITEM_END.search(gap)),
                begins_clause=is_first or bool(_CLAUSE_END.search(gap)),
            )
        )
        end = found.end()
    return Phrase(line, tuple(word for word in words if word.key))


def name_key(name: str) -> str:
    """A name's key for exact comparison: folded, without spaces, hyphens or marks."""
    if name.isascii():
        return name.lower() if name.isalpha() else "".join(_WORD.findall(name)).lower()
    return "".join(map(fold, _WORD.findall(clean(name))))
