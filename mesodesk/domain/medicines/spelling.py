"""Domain: folds the ways one medicine name is written into one key."""

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile("[®™©℠]")
# Zero-width characters, soft hyphens and the Arabic stretching stroke, which nobody sees.
_UNSEEN = re.compile("[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# "the", "and the", "with the" are written onto an Arabic word.
_ARABIC_ARTICLE = re.compile("^[وبفك]?ال(?=....)")
# Two Greek letters that sound as one; "ντ" does so only where a word begins.
_GREEK = (("ου", "u"), ("μπ", "b"), ("γκ", "g"), ("αι", "e"), ("ει", "i"), ("οι", "i"))
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | {"ς": "s", "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i"}
    | {"θ": "th", "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o"}
    | {"π": "p", "ρ": "r", "σ": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o"}
    | {"а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z"}
    | {"и": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r"}
    | {"с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh"}
    | {"щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i"}
    | {"ў": "u", "ї": "i", "ѕ": "dz", "ќ": "k", "ѓ": "g"}
    | {"ک": "ك", "ی": "ي", "ى": "ي", "ة": "ه", "ھ": "ه", "ہ": "ه", "ۀ": "ه"}
    | {"є": "e", "ґ": "g", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz"}
)
_SOUNDS_WITH_H = (("sch", "sh"), ("ph", "f"), ("th", "t"), ("ch", "k"), ("h", ""))
_SOUNDS = (("ck", "k"), ("qu", "k"), ("ou", "u"), ("ae", "e"), ("oe", "e"))
_SAME_SOUND = str.maketrans({"x": "ks", "w": "v", "y": "i", "j": "i", "z": "s", "c": "k"})
_SOFT_C = re.compile("c(?=[eiy])")
_TWINS = re.compile(r"(.)(?=\1)")
_ENDING = re.compile(r"(?:[aeiou]+[ms]?|(?<=[lnr])s)$")


def clean(text: str) -> str:
    """The text in composed characters, full-width forms narrowed; trade mark signs and what
    nobody sees are removed.
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", _MARKS.sub(" ", text)))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """One word in small Latin letters without accents; Greek and Cyrillic are transliterated.

    Scripts without a letter-by-letter reading here (Arabic, Hebrew, kana, Han) stay as they are.
    """
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFD", word.casefold())
    plain = "".join(letter for letter in bare if unicodedata.category(letter) != "Mn")
    if "\u0370" <= plain[:1] <= "\u03ff":
        plain = _greek(plain)
    folded = unicodedata.normalize("NFC", plain.translate(_LETTERS))
    return _ARABIC_ARTICLE.sub("", folded)


def _greek(plain: str) -> str:
    if plain.startswith("ντ"):
        plain = "d" + plain[2:]
    for letters, same in _GREEK:
        plain = plain.replace(letters, same)
    return plain


def is_transliterated(word: str) -> bool:
    """Whether the word is written in Greek or Cyrillic letters."""
    return any("Ͱ" <= letter <= "ӿ" for letter in word)


@lru_cache(maxsize=65536)
def sound(key: str) -> str:
    """A folded name as it sounds, without the ending its language gives it.

    warfarinum, warfaryna, varfariini and varfarine all become "varfarin". Keys shorter than
    five letters are too short to compare this way.
    """
    return _ENDING.sub("", spoken(key))


def spoken(key: str) -> str:
    """A folded name, or a piece of one, as it sounds, with its ending."""
    heard = key
    for letters, same in _SOUNDS:
        heard = heard.replace(letters, same)
    if "h" in heard:
        for letters, same in _SOUNDS_WITH_H:
            heard = heard.replace(letters, same)
    if "c" in heard:
        heard = _SOFT_C.sub("s", heard)
    return _TWINS.sub("", heard.translate(_SAME_SOUND))
