"""Domain, conditions: a typed line cut into words, and what stands in the gaps between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from mesodesk.domain.medicines.phrase import Phrase, Word, read_phrase
from mesodesk.domain.medicines.spelling import is_transliterated

_STRONG = re.compile(r"[;|\n\r•·؛]|\.\s")
_COMMA = re.compile(r"[,،、+&]|\s[-–—]\s|\s/\s")
_POSSESSIVE = ("'", "’", "`")
_BRITISH = (("haem", "hem"), ("aem", "em"), ("ae", "e"), ("oe", "e"), ("z", "s"))
_SHORTEST_OUR = 6  # tumour, not "four"
SKIPPED = frozenset(
    """of the in on at to a an my his her their both left right lt rt bilateral unspecified site
    de du des la le les l d au aux en dans sur el los las del al na nos nas da do dos das o os di
    della dello dei delle dell alla alle nel nella sul il lo gli der die das im am vom von den dem
    des van het een i av w u si se s um uma un une una uno""".split()
)
# Behind these it is a number: "diabetes type I" is more than "diabetes type".
_ONE_OR_TWO = frozenset("i un uno um een dos".split())
_NUMBERED = frozenset("type typ tipo typu dm stage grade grado grad stadium classe clase".split())
DESCRIBING = frozenset(
    """acute chronic severe mild moderate recurrent previous prior old recent extensive massive
    proximal distal large small multiple upper lower unprovoked provoked spontaneous known
    confirmed diagnosed major minor primary early late stage grade invasive metastatic
    aigu aigue chronique severe recidivante gauche droite droit akute akuter chronische linke
    linkes rechte rechtes links rechts aguda agudo cronica izquierda izquierdo derecha derecho
    acuta acuto sinistra sinistro destra destro esquerda esquerdo direita direito female male
    advanced bad big huge terrible two three several first second""".split()
)


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line. Two words belong to one item unless a comma stands between them, and
    to one segment unless a semicolon, a full stop or a new line does.

    `items` and `segments` number each word's; `item_places` and `segment_places` hold the words
    of each, so that nothing has to be counted again in a long line.
    """

    phrase: Phrase
    words: tuple[Word, ...]
    items: tuple[int, ...]
    segments: tuple[int, ...]
    item_places: tuple[range, ...]
    segment_places: tuple[range, ...]

    def gap(self, place: int) -> str:
        """What is written between word `place` and the one before it."""
        start = self.words[place - 1].end if place else 0
        return self.phrase.text[start : self.words[place].start]

    def typed(self, first: int, last: int) -> str:
        """What was typed from word `first` up to, not including, word `last`."""
        return self.phrase.text[self.words[first].start : self.words[last - 1].end]

    def places(self, item: int) -> range:
        """The words of an item."""
        return self.item_places[item]

    def bounds(self, segment: int) -> tuple[int, int]:
        """Where a segment's characters begin and end."""
        places = self.segment_places[segment]
        return self.words[places.start].start, self.words[places.stop - 1].end

    def keys(self, places: range) -> tuple[str, ...]:
        """The folded words at `places`."""
        return tuple(self.words[place].key for place in places)

    def is_foreign(self, place: int) -> bool:
        """Whether the word is written in Greek, Cyrillic, Armenian or Georgian letters."""
        return is_transliterated(self.words[place].typed)


def read_line(text: str) -> Line:
    """The words of `text` without the s of a possessive."""
    phrase = read_phrase(text)
    words = tuple(_without_possessives(phrase))
    items: list[int] = []
    segments: list[int] = []
    item = segment = 0
    for place, word in enumerate(words):
        gap = phrase.text[words[place - 1].end : word.start] if place else ""
        ends = bool(_STRONG.search(gap)) and not _is_shortened(words, place, gap)
        segment += ends
        item += ends or bool(_COMMA.search(gap))
        items.append(item)
        segments.append(segment)
    runs = tuple(_runs(items)), tuple(_runs(segments))
    return Line(phrase, words, tuple(items), tuple(segments), *runs)


def _runs(numbers: Sequence[int]) -> Iterator[range]:
    """The places of each number; the numbers rise from 0 without a gap."""
    starts = [
        place for place, number in enumerate(numbers) if not place or number != numbers[place - 1]
    ]
    yield from (range(first, last) for first, last in pairwise((*starts, len(numbers))))


def _is_shortened(words: tuple[Word, ...], place: int, gap: str) -> bool:
    """Whether the point is that of "V.a." or "Dr.", not the end of a sentence."""
    before = words[place - 1].key
    return gap.strip() == "." and len(before) <= 2 and not before[0].isdigit()


def _without_possessives(phrase: Phrase) -> list[Word]:
    return [
        word
        for place, word in enumerate(phrase.words)
        if not (
            word.key == "s" and place and phrase.text[word.start - 1 : word.start] in _POSSESSIVE
        )
    ]


@lru_cache(maxsize=65536)
def stem(key: str) -> str:
    """A folded word as it is compared: British as American, without the s of a plural."""
    told = key
    for british, american in _BRITISH:
        told = told.replace(british, american)
    if len(told) >= _SHORTEST_OUR:
        told = told.replace("our", "or")
    if len(told) > 4 and told.endswith("s") and told[-2] not in "siu":
        return told[:-1]
    return told


def keys_of(name: str) -> tuple[str, str]:
    """A name's key, and its key without the words of no meaning ("" where too little is left)."""
    words = [stem(word.key) for word in read_line(name).words]
    bare = [
        word
        for place, word in enumerate(words)
        if word not in SKIPPED or (word in _ONE_OR_TWO and words[place - 1] in _NUMBERED)
    ]
    is_spaced = " " in name and len(bare) > 1  # the D of T1D is no "d'"
    return "".join(words), "".join(bare) if is_spaced else ""
