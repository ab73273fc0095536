"""Domain: what stands behind a known harmless name and says that there may be more to it.

"Rosuvas CV" holds clopidogrel, "Storvas ASP" aspirin: makers, those of India above all, add a few
letters to the brand of a statin. And a strength that only a heparin, an insulin or clopidogrel with
aspirin has tells of another country's medicine of the same name.
"""

from collections.abc import Sequence

from mesodesk.domain.medicines.lexicon import Sense
from mesodesk.domain.medicines.phrase import Phrase
from mesodesk.domain.medicines.strengths import strength_in, text_behind
from mesodesk.domain.medicines.unlisted import dosed, unlisted
from mesodesk.domain.medicines.vocabulary import Kind, Route

_SUFFIXES = frozenset(("cv", "asp", "as", "a", "gold", "av", "asa", "clo", "cl", "cp"))
# Everyday words too: they count in capitals, behind a statin (elsewhere "A" is amlodipine), and
# only where no other word stands behind.
_WORDS = frozenset(("as", "a"))
# Medicines for fats, for the heart and blood pressure, and for the stomach.
_TOGETHER = ("C10", "C09", "C08", "C07", "A02BC")
# Calcitonins, hormones of the pituitary and for ovulation, clotting factors, growth factors,
# hyaluronidase, botulinum toxin, sera, vaccines and skin tests.
_IN_UNITS = ("H05BA", "H01", "G03", "B02", "B03XA", "L03", "B06AA", "M03AX", "J06", "J07", "V04")


def has_addition(phrase: Phrase, last: int, senses: Sequence[Sense]) -> bool:
    """Whether the word behind a brand that ends before `last` tells of aspirin or clopidogrel."""
    if last >= len(phrase.words) or not any(map(_is_joined, senses)):
        return False
    word = phrase.words[last]
    if any(sense.is_stop for sense in senses) or word.begins_item or word.key not in _SUFFIXES:
        return False
    if word.key not in _WORDS:
        return True
    is_fat_lowering = any(sense.row.atc.startswith("C10") for sense in senses)
    return is_fat_lowering and word.typed.isupper() and _is_last_name(phrase, last)


def added_to(sense: Sense) -> Sense:
    """What the added letters may stand for."""
    return unlisted(sense.row.name, "aspirin or clopidogrel", "B01AC")


def by_strength(
    phrase: Phrase, last: int, senses: Sequence[Sense], taken: frozenset[int]
) -> tuple[Sense, ...]:
    """The stop whose strength is written behind a harmless medicine that is not made in it."""
    if any(sense.is_stop for sense in senses) or any(map(_is_made_so, senses)):
        return ()
    behind = text_behind(phrase, last, taken)
    strength = strength_in(behind) if behind else None
    return (dosed(strength),) if strength and strength.is_sure else ()


def told_by_strength(
    phrase: Phrase, last: int, senses: Sequence[Sense], taken: frozenset[int]
) -> Sequence[Sense]:
    """Of a name of several medicines, those stops whose own strength is written behind it."""
    strength = strength_in(text_behind(phrase, last, taken)) if len(senses) > 1 else None
    if strength is None or not strength.is_sure:
        return senses
    meant = [sense for sense in senses if sense.row.atc.startswith(strength.atc)]
    return meant or senses


def _is_made_so(sense: Sense) -> bool:
    """Whether the medicine itself may come in units for injection."""
    return sense.row.route is Route.INJECTION or sense.row.atc.startswith(_IN_UNITS)


def _is_joined(sense: Sense) -> bool:
    is_brand = sense.row.kind in (Kind.BRAND, Kind.COMBINATION)
    return is_brand and sense.row.atc.startswith(_TOGETHER)


def _is_last_name(phrase: Phrase, place: int) -> bool:
    """Whether nothing but a number stands behind: "Atorva A 10", not "RAMACE A DAY"."""
    after = phrase.words[place + 1 : place + 2]
    return all(word.is_number or word.begins_item for word in after)
