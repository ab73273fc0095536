"""Domain, names: the words under which a patient stands in the search index.

A word's first letter is its kind: `n` name, `m` maiden name, `d` birth date as 1980-03-14,
`e` day of birth as 03-14, `p` an ending of a telephone number, `c` chart number without zeros,
`k` chart number with them.
"""

from collections.abc import Iterator
from itertools import combinations

from mesodesk.domain.names.folding import has_ideographs, spellings, split_words
from mesodesk.domain.names.phones import parts_to_index
from mesodesk.domain.patients import PatientDetails

_MOST_JOINED = 6


def index_words(number: int, details: PatientDetails) -> frozenset[str]:
    """Every word of a patient, `number` being the chart number."""
    born = details.birth_date.isoformat()
    return frozenset(
        (
            *(f"n{word}" for word in own_words(details)),
            *(f"m{word}" for word in name_words(details.maiden_name)),
            f"d{born}",
            f"e{born[5:]}",
            *(f"p{part}" for phone in details.phones for part in parts_to_index(phone)),
            f"c{number}",
            f"k{number:05d}",
        )
    )


def slip_words(words: frozenset[str]) -> frozenset[str]:
    """The names among index words in which slips are forgiven: three letters or more, no Han."""
    return frozenset(
        word[1:]
        for word in words
        if word[0] in "nm" and len(word) > 3 and not has_ideographs(word[1:])
    )


def own_words(details: PatientDetails) -> frozenset[str]:
    """The folded words of family and given names, and of both written as one in Han."""
    words = name_words(details.family_name) | name_words(details.given_names)
    if has_ideographs(details.family_name + details.given_names):
        family, given = (
            "".join(split_words(n)) for n in (details.family_name, details.given_names)
        )
        words |= _endings(family + given) | _endings(given + family)
    return words


def name_words(name: str) -> frozenset[str]:
    """The folded words of one name, alone and run together: o, brien and obrien."""
    parts = split_words(name)[:_MOST_JOINED]
    runs = ("".join(parts[a:b]) for a, b in combinations(range(len(parts) + 1), 2))
    folded = frozenset(spelling for run in runs for spelling in spellings(run) if spelling)
    if has_ideographs(name):
        folded |= {ending for word in folded for ending in _endings(word)}
    return folded | frozenset(s for word in split_words(name) for s in spellings(word) if s)


def _endings(word: str) -> frozenset[str]:
    def each() -> Iterator[str]:
        for at in range(len(word)):
            yield from spellings(word[at:])

    return frozenset(each())
