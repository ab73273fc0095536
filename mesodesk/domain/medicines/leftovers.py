"""Domain: finds what no name was recognised in, so that nothing typed is silently dropped."""

from collections.abc import Iterator, Set
from itertools import pairwise

from mesodesk.domain.medicines.contexts import denying_words
from mesodesk.domain.medicines.filler import BOX_WORDS, FILLER, SALTS, SPEECH_RUNS
from mesodesk.domain.medicines.phrase import Phrase

# Somebody takes something here, even if every other word is an everyday one.
_SOMETHING = frozenset(
    """pill pills tablet tablets capsule capsules injection injections inhaler patch patches drops
    medicine medicines medication medications cream puffer comprimes comprime gelules piqure gouttes
    medicament medicaments pastilla pastillas medicamento medicamentos comprimido comprimidos
    inyeccion pillola compressa compresse farmaco farmaci tabletten tablette medikament medikamente
    tropfen spritze tableta tabletki lek leki""".split()
)

# A form that stands behind a strength and a comma is that of the medicine before it, as registers
# write: "75 mg, tabletki powlekane". What also tells of another medicine does not count here.
_SWALLOWED = frozenset(
    """tablet tablets capsule capsules comprimes comprime gelules comprimido comprimidos compressa
    compresse tabletten tablette tableta tabletki""".split()
)
_TELLS_MORE = frozenset("water new strong sugar extra red ultra other multi".split())


def idle_places(phrase: Phrase) -> frozenset[int]:
    """The words of turns of speech that hold a medicine's name by chance: "at the moment"."""
    places: set[int] = set()
    for width in (2, 3):
        for first in range(len(phrase.words) - width + 1):
            words = phrase.words[first : first + width]
            if "".join(word.key for word in words) in SPEECH_RUNS:
                places.update(range(first, first + width))
    return frozenset(places)


def is_salt(phrase: Phrase, place: int) -> bool:
    """Whether the word is the salt of the name before it: no medicine of its own."""
    word = phrase.words[place]
    return word.key in SALTS and not word.begins_item


def unread_runs(phrase: Phrase, taken: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The runs of words that are neither a name nor filler, each within one item."""
    first: int | None = None
    for place, word in enumerate(phrase.words):
        is_open = place not in taken and not _is_filler(phrase, place)
        if first is not None and (not is_open or word.begins_item):
            yield first, place
            first = None
        if is_open and first is None:
            first = place
    if first is not None:
        yield first, len(phrase.words)


def nameless_items(phrase: Phrase, settled: Set[int]) -> Iterator[tuple[int, int]]:
    """The items of everyday words alone that still speak of a medicine: "water tablets".

    `settled` are the words already named or asked about. "None" and its kin speak of nothing; in
    a line with a name, "1 tablet daily" belongs to that name.
    """
    items = tuple(_items(phrase))
    for first, last in items:
        words = phrase.words[first:last]
        keys = {word.key for word in words}
        if not settled.isdisjoint(range(first, last)) or keys & denying_words():
            continue
        is_counted = any(word.is_number for word in words)
        if settled and _is_form_of_the_one_before(phrase, first, keys):
            continue
        if not settled or (keys & _SOMETHING and not is_counted):
            yield first, last


def _is_form_of_the_one_before(phrase: Phrase, first: int, keys: Set[str]) -> bool:
    is_behind_strength = first > 1 and phrase.words[first - 2].is_number
    only_form = keys <= BOX_WORDS and not keys & _TELLS_MORE and keys & _SWALLOWED
    return is_behind_strength and bool(only_form)


def _items(phrase: Phrase) -> Iterator[tuple[int, int]]:
    starts = [place for place, word in enumerate(phrase.words) if word.begins_item]
    yield from pairwise((*starts, len(phrase.words)))


def _is_filler(phrase: Phrase, place: int) -> bool:
    word = phrase.words[place]
    return word.is_number or word.key in FILLER or word.key in SALTS


def is_worth_asking(phrase: Phrase, place: int, taken: frozenset[int]) -> bool:
    """Three letters or fewer beside a recognised name ("XL") name no medicine of their own."""
    return len(phrase.words[place].key) > 3 or not taken
