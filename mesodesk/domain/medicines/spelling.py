"""Domain: folds the ways one medicine name is written into one key."""

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile("[®™©℠]")
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | {"ς": "s", "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i"}
    | {"θ": "th", "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o"}
    | {"π": "p", "ρ": "r", "σ": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o"}
    | {"а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z"}
    | {"и": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r"}
    | {"с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh"}
    | {"щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i"}
    | {"є": "e", "ґ": "g", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz"}
)
_SOUNDS = (
    ("sch", "sh"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("ch", "k"),
    ("ou", "u"), ("ae", "e"), ("oe", "e"), ("w", "v"), ("y", "i"), ("j", "i"), ("z", "s"),
)  # fmt: skip
_SOFT_C = re.compile("c(?=[ei])")
_TWINS = re.compile(r"(.)\1+")
_ENDING = re.compile(r"(?:[aeiou]+[ms]?|(?<=[lnr])s)$")


def clean(text: str) -> str:
    """The text in composed characters, full-width forms narrowed, trade mark signs removed."""
    return unicodedata.normalize("NFKC", _MARKS.sub(" ", text))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """One word in small Latin letters without accents; Greek and Cyrillic are transliterated.

    Scripts without a letter-by-letter reading here (Arabic, Hebrew, kana, Han) stay as they are.
    """
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFD", word.casefold())
    plain = "".join(letter for letter in bare if unicodedata.category(letter) != "Mn")
    return unicodedata.normalize("NFC", plain.translate(_LETTERS))


def is_transliterated(word: str) -> bool:
    """Whether the word is written in Greek or Cyrillic letters."""
    return any("Ͱ" <= letter <= "ӿ" for letter in word)


@lru_cache(maxsize=65536)
def sound(key: str) -> str:
    """A folded name as it sounds, without the ending its language gives it.

    warfarinum, warfaryna, varfariini and varfarine all become "varfarin". Keys shorter than
    five letters are too short to compare this way.
    """
    heard = key
    for letters, same in _SOUNDS:
        heard = heard.replace(letters, same)
    heard = _SOFT_C.sub("s", heard).replace("c", "k").replace("h", "")
    return _ENDING.sub("", _TWINS.sub(r"\1", heard))
