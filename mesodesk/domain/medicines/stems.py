"""Domain: what a piece of an unknown name says: WHO's endings, and what makers build names of.

The figures beside the pieces say in how many names of stops and of other medicines each stands,
counted over 3,100 and 24,800 names of one word, names of countries that the table had not seen
among them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from mesodesk.domain.medicines.spelling import sound, spoken

_LONG = 6  # letters: an ending from which one letter more makes a name


class Place(StrEnum):
    """Where in a name a piece stands, as the dots of "…xaban" show it."""

    END = "…{}"
    BEGINNING = "{}…"
    INSIDE = "…{}…"


class Weight(StrEnum):
    """How much a piece tells: SURE stands in no other medicine's name, ASKS is enough to ask,
    and a HINT asks only where the strength fits.
    """

    SURE = "sure"
    ASKS = "asks"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece as shown ("…xaban") and as it sounds; the code and words of what it stands for."""

    shown: str
    heard: str
    place: Place
    atc: str
    words: str
    weight: Weight

    def tells(self, key: str) -> bool:
        """Whether it stands in a folded key."""
        return self.is_in(spoken(key), sound(key))

    def is_in(self, heard: str, heard_bare: str) -> bool:
        """Whether it stands in a name that sounds so, `heard_bare` without its ending."""
        match self.place:
            case Place.END:
                head = len(heard_bare) - len(self.heard)
                return heard_bare.endswith(self.heard) and head > (len(self.heard) < _LONG)
            case Place.BEGINNING:
                return heard.startswith(self.heard)
            case _:
                return self.heard in heard


_XA = ("B01AF", "a factor Xa inhibitor")
_PLATELETS = ("B01AC", "a platelet inhibitor")
_CLOTS = ("B01A", "an antithrombotic")
_HEPARIN = ("B01AB", "a heparin")
_VITAMIN_K = ("B01AA", "a vitamin K antagonist")
_WARFARIN = ("B01AA03", "warfarin")
_CLOPIDOGREL = ("B01AC04", "clopidogrel")
_RIVAROXABAN = ("B01AF01", "rivaroxaban")
_APIXABAN = ("B01AF02", "apixaban")
_EDOXABAN = ("B01AF03", "edoxaban")
_DABIGATRAN = ("B01AE07", "dabigatran")
_TICAGRELOR = ("B01AC24", "ticagrelor")
_PRASUGREL = ("B01AC22", "prasugrel")
_CILOSTAZOL = ("B01AC23", "cilostazol")
_DIPYRIDAMOLE = ("B01AC07", "dipyridamole")
_TICLOPIDINE = ("B01AC05", "ticlopidine")
_ENOXAPARIN = ("B01AB05", "enoxaparin")
_ASPIRIN = ("B01AC06", "aspirin")
_INSULIN = ("A10A", "an insulin")
_GLARGINE = ("A10AE04", "insulin glargine")
_THROMBIN = ("B01AE", "a thrombin inhibitor")
_LYSIS = ("B01AD", "a clot-dissolving enzyme")
Meaning = tuple[str, str]

# In no other medicine's name.
_SURE: tuple[tuple[str, Meaning], ...] = (
    ("…clopid…", _CLOPIDOGREL),  # 25 : 0
    ("…clopigr…", _CLOPIDOGREL),
    ("…dogrel", _CLOPIDOGREL),  # 14 : 0
    ("…pigrel", _PLATELETS),  # 3 : 0
    ("…clogrel", _PLATELETS),
    ("…ticagr…", _TICAGRELOR),  # 6 : 0
    ("…grelor", _PLATELETS),  # 7 : 0
    ("…prasug…", _PRASUGREL),
    ("…ticlopid…", _TICLOPIDINE),  # 7 : 0
    ("…dipyrid…", _DIPYRIDAMOLE),  # 6 : 0
    ("…rivarox…", _RIVAROXABAN),  # 8 : 0
    ("apixab…", _APIXABAN),  # 5 : 0
    ("…edoxab…", _EDOXABAN),  # 3 : 0
    ("…xaban", _XA),  # 24 : 0
    ("…dabigat…", _DABIGATRAN),  # 4 : 0
    ("…bigatran", _DABIGATRAN),
    ("…warfarin", _WARFARIN),  # 6 : 0
    ("…coumarol", _VITAMIN_K),  # 9 : 0
    ("…coumon", _VITAMIN_K),  # 5 : 0
    ("…oxaparin", _HEPARIN),  # 6 : 0
    ("…aparin", _HEPARIN),  # 15 : 0
    ("…eparin", _HEPARIN),  # 11 : 0
    ("…fondapar…", ("B01AX05", "fondaparinux")),  # 3 : 0
    ("…sulodex…", ("B01AB11", "sulodexide")),  # 4 : 0
    ("…indobuf…", ("B01AC10", "indobufen")),  # 3 : 0
    ("…triflusal", ("B01AC18", "triflusal")),
    ("…teplase", _LYSIS),  # 8 : 0
    ("…acetylsalic…", _ASPIRIN),  # 19 : 0
    ("…aspirin", _ASPIRIN),  # 21 : 0
    ("…nsulin", _INSULIN),  # 30 : 0
    ("…glargin…", _GLARGINE),  # 7 : 0
)
# In some other names too, or in too few to be sure.
_ASKED: tuple[tuple[str, Meaning], ...] = (
    ("…xian", ("B01AX", "a factor XIa inhibitor")),
    ("…parin", _HEPARIN),  # 84 : 1
    ("…parinux", ("B01AX", "a factor Xa inhibitor")),
    ("…grel", _PLATELETS),  # 52 : 2
    ("…fiban", _PLATELETS),
    ("…gatran", _THROMBIN),  # 6 : 1
    ("…irudin", _THROMBIN),  # 10 : 1
    ("…farin", _WARFARIN),  # 18 : 0
    ("…coumar…", _VITAMIN_K),
    ("…spirin", _ASPIRIN),  # 33 : 3
    ("…prin", _ASPIRIN),  # 58 : 30
    ("…spin", _ASPIRIN),  # 6 : 4
    ("…sulin", _INSULIN),  # 55 : 2
    ("…glar", _GLARGINE),  # 5 : 0
    ("…plat", _PLATELETS),  # 12 : 9
    ("…relto", _RIVAROXABAN),  # 5 : 1
    ("…ralto", _RIVAROXABAN),  # 1 : 0
    ("clopi…", _CLOPIDOGREL),  # 49 : 3
    ("clog…", _CLOPIDOGREL),  # 9 : 0
    ("plav…", _CLOPIDOGREL),  # 14 : 0
    ("riva…", _RIVAROXABAN),  # 36 : 13
    ("rivox…", _RIVAROXABAN),
    ("xar…", _RIVAROXABAN),  # 8 : 3
    ("xab…", _XA),  # 3 : 0
    ("apix…", _APIXABAN),  # 14 : 1
    ("dabi…", _DABIGATRAN),  # 19 : 1
    ("edox…", _EDOXABAN),  # 6 : 1
    ("warf…", _WARFARIN),  # 17 : 1
    ("enox…", _ENOXAPARIN),  # 21 : 4
    ("clex…", _ENOXAPARIN),  # 3 : 0
    ("fraxip…", ("B01AB06", "nadroparin")),
    ("dalte…", ("B01AB04", "dalteparin")),  # 6 : 1
    ("tinza…", ("B01AB10", "tinzaparin")),  # 4 : 0
    ("hepari…", ("B01AB01", "heparin")),  # 12 : 4
    ("tica…", _TICAGRELOR),  # 21 : 5
    ("prasu…", _PRASUGREL),  # 8 : 0
    ("ticl…", _TICLOPIDINE),  # 21 : 1
    ("cilos…", _CILOSTAZOL),  # 13 : 3
    ("claud…", _CILOSTAZOL),  # 5 : 0
    ("acenoc…", ("B01AA07", "acenocoumarol")),
    ("fondap…", ("B01AX05", "fondaparinux")),
    ("plat…", _PLATELETS),  # 16 : 1
    ("trepr…", ("B01AC21", "treprostinil")),
    ("aspi…", _ASPIRIN),  # 38 : 2
    ("aspr…", _ASPIRIN),  # 9 : 1
    ("cardioas…", _ASPIRIN),  # 5 : 0
    ("insul…", _INSULIN),  # 26 : 2
    ("glar…", _GLARGINE),  # 13 : 1
    ("…xaban…", _XA),  # 26 : 1
    ("…clop…", _CLOPIDOGREL),
    ("…plavi…", _CLOPIDOGREL),  # 12 : 1
    ("…clot…", _CLOTS),  # 28 : 25
    ("…trom…", _CLOTS),  # 99 : 62
    ("…coag…", _CLOTS),  # 21 : 2
    ("…agreg…", _PLATELETS),  # 15 : 0
    ("…plaq…", _PLATELETS),  # 13 : 7
    ("…pix…", _APIXABAN),  # 25 : 26
    ("…clog…", _CLOPIDOGREL),  # 12 : 7
    ("…glarg…", _GLARGINE),  # 8 : 0
    ("…ascard…", _ASPIRIN),  # 3 : 0
    ("…salicyl…", ("N02BA", "a salicylate")),
)
_HINTS: tuple[tuple[str, Meaning], ...] = (
    ("agre…", _PLATELETS),
    ("apic…", _APIXABAN),
    ("…plet", _PLATELETS),
    ("…umar", _VITAMIN_K),
    ("…fibr…", _CLOTS),
    ("…clod…", _CLOTS),
    ("…xa…", _XA),
    ("…riv…", _RIVAROXABAN),
    ("…lto", _RIVAROXABAN),
)
# What other medicines' names are built of; beside one of these only a sure piece counts.
_OF_OTHERS = """
…clotri… …ithro… …zitrom… …ritrom… …romycin… …romisin… …mycin… …azithr… …cilin …cillin… diclo…
…cycl… …cicl… …rivast… …fibrat… …gemfibr… …platin… …statin… …profen… …azol… …prazol… …clopram…
…salazin… …tidin… …amino… …trometam… …dextro… …hexal …pharm…""".split()
_SHORTEST_WITH_PIECE = 6


def _pieces(told: Iterable[tuple[str, Meaning]], weight: Weight) -> Iterator[Piece]:
    for shown, (atc, words) in told:
        letters = shown.strip("…")
        place = next(place for place in Place if place.format(letters) == shown)
        heard = sound(letters) if place is Place.END else spoken(letters)
        yield Piece(shown, heard, place, atc, words, weight)


PIECES_ALONE = tuple(_pieces(_SURE, Weight.SURE))
_OPEN_PIECES = (*_pieces(_ASKED, Weight.ASKS), *_pieces(_HINTS, Weight.HINT))
_OTHERS = tuple(_pieces(((shown, ("", "")) for shown in _OF_OTHERS), Weight.SURE))


def _any_of(pieces: Iterable[Piece]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds whether any of `pieces` stands in a name: as it sounds, and at its bare end."""
    told: dict[Place, list[str]] = {place: [r"(?!)"] for place in Place}
    for piece in pieces:
        told[piece.place].append(piece.heard)
    begun, inside = "|".join(told[Place.BEGINNING]), "|".join(told[Place.INSIDE])
    return re.compile(f"^(?:{begun})|{inside}"), re.compile(f"(?:{'|'.join(told[Place.END])})$")


_HEARD, _ENDED = _any_of((*PIECES_ALONE, *_OPEN_PIECES))


@lru_cache(maxsize=4096)  # asked twice of each unknown word
def pieces_of(key: str) -> tuple[Piece, ...]:
    """What the pieces of a folded key say, by its sound: the weightiest first, then ends,
    beginnings and insides. A short name says so only by its end.
    """
    heard, bare = spoken(key), sound(key)
    if not (_HEARD.search(heard) or _ENDED.search(bare)):
        return ()
    found = [piece for piece in PIECES_ALONE if piece.is_in(heard, bare)]
    if not any(piece.is_in(heard, bare) for piece in _OTHERS):
        found += [piece for piece in _OPEN_PIECES if piece.is_in(heard, bare)]
    if len(key) >= _SHORTEST_WITH_PIECE:
        return tuple(found)
    return tuple(each for each in found if each.place is Place.END or each.weight is Weight.HINT)
