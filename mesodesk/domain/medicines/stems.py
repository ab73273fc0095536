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
    ("sulin", "A10A", "an insulin"),
)
# What makers begin the names of such medicines with.
_BEGINNINGS = (
    ("clopi", "B01AC04", "clopidogrel"),
    ("rivar", "B01AF01", "rivaroxaban"),
    ("rivax", "B01AF01", "rivaroxaban"),
    ("rivox", "B01AF01", "rivaroxaban"),
    ("apixa", "B01AF02", "apixaban"),
    ("apiks", "B01AF02", "apixaban"),
    ("dabig", "B01AE07", "dabigatran"),
    ("edoxa", "B01AF03", "edoxaban"),
    ("warfa", "B01AA03", "warfarin"),
    ("enoxa", "B01AB05", "enoxaparin"),
    ("hepari", "B01AB01", "heparin"),
    ("ticag", "B01AC24", "ticagrelor"),
    ("prasug", "B01AC22", "prasugrel"),
    ("cilosta", "B01AC23", "cilostazol"),
    ("dipyrid", "B01AC07", "dipyridamole"),
    ("acenoc", "B01AA07", "acenocoumarol"),
    ("fondap", "B01AX05", "fondaparinux"),
    ("thromb", "B01A", "an antithrombotic"),
    ("antithromb", "B01A", "an antithrombotic"),
    ("anticoag", "B01A", "a blood thinner"),
    ("aspir", "B01AC06", "aspirin"),
    ("cardioas", "B01AC06", "aspirin"),
    ("acetylsal", "B01AC06", "aspirin"),
    ("insul", "A10A", "an insulin"),
    ("glargi", "A10AE04", "insulin glargine"),
)
_SHORTEST_WITH_BEGINNING = 6
ENDINGS = tuple(Piece(ending, sound(ending), atc, words) for ending, atc, words in _ENDINGS)
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
    if len(key) < _SHORTEST_WITH_BEGINNING:
        return None
    heard = sound(key)
    return next((piece for piece in BEGINNINGS if heard.startswith(piece.heard)), None)
