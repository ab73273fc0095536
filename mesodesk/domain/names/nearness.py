"""Domain, names: whether two words are one slip apart, and the keys by which slips are found.

A slip is one letter too many, too few or wrong, or two neighbours swapped.
"""

FEWEST_LETTERS = 4
_KEYED_LETTERS = 6


def is_slip(one: str, other: str) -> bool:
    """Whether the words differ by exactly one slip."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    first = _shared_start(one, other)
    left, right = one[first:], other[first:]
    if len(left) == len(right):
        is_swapped = left[:2] == right[1::-1] and left[2:] == right[2:] and len(left) > 1
        return left[1:] == right[1:] or is_swapped
    return left[1:] == right if len(left) > len(right) else left == right[1:]


def is_slip_of_beginning(typed: str, word: str) -> bool:
    """Whether `typed` is one slip from the beginning of `word`, and went on after the slip.

    Asked from five letters on: "zizs" must not bring every word that begins with "ziz".
    """
    if len(typed) <= FEWEST_LETTERS or len(word) < len(typed):
        return False
    return any(
        beginning[-1] == typed[-1] and is_slip(typed, beginning)
        for length in (len(typed) - 1, len(typed), len(typed) + 1)
        if (beginning := word[:length])
    )


def slip_keys(word: str) -> tuple[str, ...]:
    """The word's first six letters with one left out, in each place; a shorter word itself too.

    Any two words that are one slip apart share the beginning of a key: see `sought_keys`.
    """
    start = word[:_KEYED_LETTERS]
    whole = (start,) if len(word) < _KEYED_LETTERS else ()
    return tuple(dict.fromkeys((*whole, *_one_left_out(start))))


def sought_keys(typed: str) -> tuple[str, ...]:
    """Beginnings of the keys that a word one slip away from `typed` (4 letters on) has."""
    return tuple(dict.fromkeys(_one_left_out(typed[:_KEYED_LETTERS])))


def _one_left_out(start: str) -> tuple[str, ...]:
    return tuple(start[:place] + start[place + 1 :] for place in range(len(start)))


def _shared_start(one: str, other: str) -> int:
    shortest = min(len(one), len(other))
    return next((at for at in range(shortest) if one[at] != other[at]), shortest)
