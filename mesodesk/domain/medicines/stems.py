"""Domain: what a piece of an unknown name says: WHO's endings, and what makers begin names with.

What is found here is only ever asked about.
"""

from dataclasses import dataclass

from mesodesk.domain.medicines.spelling import sound, spoken


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a name as written and as it sounds; the code and words of what it stands for."""

    letters: str
    heard: str
    atc: str
    words: str


# WHO's endings, for a substance that is not in the list (yet).
_ENDINGS = (
    ("xaban", "B01AF", "a factor Xa inhibitor"),
    ("xian", "B01AX", "a factor XIa inhibitor"),
    ("gatran", "B01AE", "a thrombin inhibitor"),
    ("irudin", "B01AE", "a thrombin inhibitor"),
    ("parin", "B01AB", "a heparin"),
    ("parinux", "B01AX", "a factor Xa inhibitor"),
    ("grel", "B01AC", "a platelet inhibitor"),
    ("grelor", "B01AC", "a platelet inhibitor"),
    ("fiban", "B01AC", "a platelet inhibitor"),
    ("teplase", "B01AD", "a clot-dissolving enzyme"),
    ("coumarol", "B01AA", "a vitamin K antagonist"),
    ("coumon", "B01AA", "a vitamin K antagonist"),
    ("spirin", "B01AC06", "aspirin"),
    ("prin", "B01AC06", "aspirin"),
    ("sulin", "A10A", "an insulin"),
    ("plat", "B01AC", "a platelet inhibitor"),
    ("relto", "B01AF01", "rivaroxaban"),
    ("ralto", "B01AF01", "rivaroxaban"),
)
# What makers begin the names of such medicines with.
_BEGINNINGS = (
    ("clopi", "B01AC04", "clopidogrel"),
    ("riva", "B01AF01", "rivaroxaban"),
    ("rivox", "B01AF01", "rivaroxaban"),
    ("xar", "B01AF01", "rivaroxaban"),
    ("apixa", "B01AF02", "apixaban"),
    ("apiks", "B01AF02", "apixaban"),
    ("dabi", "B01AE07", "dabigatran"),
    ("edoxa", "B01AF03", "edoxaban"),
    ("warfa", "B01AA03", "warfarin"),
    ("enox", "B01AB05", "enoxaparin"),
    ("hepari", "B01AB01", "heparin"),
    ("tica", "B01AC24", "ticagrelor"),
    ("prasug", "B01AC22", "prasugrel"),
    ("cilos", "B01AC23", "cilostazol"),
    ("dipyrid", "B01AC07", "dipyridamole"),
    ("acenoc", "B01AA07", "acenocoumarol"),
    ("fondap", "B01AX05", "fondaparinux"),
    ("plat", "B01AC", "a platelet inhibitor"),
    ("aspir", "B01AC06", "aspirin"),
    ("cardioas", "B01AC06", "aspirin"),
    ("acetylsal", "B01AC06", "aspirin"),
    ("insul", "A10A", "an insulin"),
    ("glargi", "A10AE04", "insulin glargine"),
)
# What makers put anywhere into such a name. None of it stands in more than one in a thousand names
# of other medicines.
_INSIDES = (
    ("xaban", "B01AF", "a factor Xa inhibitor"),
    ("clop", "B01AC04", "clopidogrel"),
    ("clot", "B01A", "an antithrombotic"),
    ("clod", "B01A", "an antithrombotic"),
    ("trom", "B01A", "an antithrombotic"),
    ("throm", "B01A", "an antithrombotic"),
    ("coag", "B01A", "an antithrombotic"),
    ("plaq", "B01AC", "a platelet inhibitor"),
    ("fibr", "B01A", "an antithrombotic"),
    ("pix", "B01AF02", "apixaban"),
    ("salic", "N02BA", "a salicylate"),
)
_SHORTEST_WITH_PIECE = 6
ENDINGS = tuple(Piece(ending, sound(ending), atc, words) for ending, atc, words in _ENDINGS)
INSIDES = tuple(Piece(inside, spoken(inside), atc, words) for inside, atc, words in _INSIDES)
BEGINNINGS = tuple(Piece(start, spoken(start), atc, words) for start, atc, words in _BEGINNINGS)


def ending_of(key: str) -> Piece | None:
    """What the end of a folded key says, by letters or by sound."""
    heard = sound(key)
    for piece in ENDINGS:
        if len(heard) > len(piece.heard) + 1 and heard.endswith(piece.heard):
            return piece
    return None


def beginning_of(key: str) -> Piece | None:
    """What the beginning of a folded key says, by sound."""
    if len(key) < _SHORTEST_WITH_PIECE:
        return None
    heard = spoken(key)
    return next((piece for piece in BEGINNINGS if heard.startswith(piece.heard)), None)


def inside_of(key: str) -> Piece | None:
    """What a piece inside a folded key says, by sound."""
    if len(key) < _SHORTEST_WITH_PIECE:
        return None
    heard = spoken(key)
    return next((piece for piece in INSIDES if piece.heard in heard), None)
