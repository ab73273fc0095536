"""Domain: the meaning of a name that is in no list: what a piece of it or its strength tells."""

from mesodesk.domain.medicines.classes import class_of
from mesodesk.domain.medicines.lexicon import Sense
from mesodesk.domain.medicines.recognition import Ground
from mesodesk.domain.medicines.stems import Piece, Weight, pieces_of
from mesodesk.domain.medicines.strengths import Strength, bears_out, strength_in
from mesodesk.domain.medicines.vocabulary import Kind, Name, Route

Meant = tuple[tuple[Sense, Ground], ...]
_MOST_CHOICES = 3


def by_piece(key: str) -> Meant:
    """What the weightiest piece of a folded key tells; nothing where it is only a hint."""
    piece = next(iter(pieces_of(key)), None)
    if piece is None or piece.weight is Weight.HINT:
        return ()
    ground = Ground.BUILT if piece.weight is Weight.SURE else Ground.STEM
    return ((_built(piece), ground),)


def weighed(key: str, meant: Meant, behind: str) -> Meant:
    """What a name may mean, weighed with the folded text that is written behind it.

    A strength that only such a medicine has is sure; so is a piece of a name that asks where
    its medicine is made in that strength. A typical strength asks, and so does a hint borne out.
    """
    strength = strength_in(behind)
    if strength and strength.is_sure:
        return ((dosed(strength), Ground.DOSED),)
    if any(ground is Ground.BUILT for _, ground in meant):
        return meant
    borne_out = [piece for piece in pieces_of(key) if bears_out(piece.atc, behind)]
    for piece in borne_out:
        if piece.weight is not Weight.HINT:
            return ((_built(piece), Ground.BUILT),)
    if any(sense.is_stop for sense, _ in meant):
        return meant
    asked = [(_built(piece), Ground.STEM) for piece in borne_out]
    if strength:
        asked.append((dosed(strength), Ground.STRENGTH))
    return (*meant[: _MOST_CHOICES - 1], *asked[:1])


def dosed(strength: Strength) -> Sense:
    """The medicine that a strength tells of."""
    return unlisted(strength.words, strength.words, strength.atc)


def unlisted(shown: str, substance: str, atc: str) -> Sense:
    """A sense that stands in no row of the table."""
    row = Name(shown, substance, atc, Kind.INN, (), Route.UNSAID, True, "-", None, "", 0)
    return Sense(row, class_of(atc))


def _built(piece: Piece) -> Sense:
    return unlisted(piece.shown, piece.words, piece.atc)
