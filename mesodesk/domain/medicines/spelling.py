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
    | {"ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t"}
    | {"ი": "i", "კ": "k", "ლ": "l", "მ": "m", "ნ": "n", "ო": "o", "პ": "p", "ჟ": "zh"}
    | {"რ": "r", "ს": "s", "ტ": "t", "უ": "u", "ფ": "f", "ქ": "k", "ღ": "g", "ყ": "k"}
    | {"შ": "sh", "ჩ": "ch", "ც": "c", "ძ": "dz", "წ": "ts", "ჭ": "ch", "ხ": "h", "ჯ": "j"}
    | {"ჰ": "h", "ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "e", "զ": "z", "է": "e"}
    | {"ը": "e", "թ": "t", "ժ": "zh", "ի": "i", "լ": "l", "խ": "h", "ծ": "ts", "կ": "k"}
    | {"հ": "h", "ձ": "dz", "ղ": "g", "ճ": "ch", "մ": "m", "յ": "y", "ն": "n", "շ": "sh"}
    | {"ո": "o", "չ": "ch", "պ": "p", "ջ": "j", "ռ": "r", "ս": "s", "վ": "v", "տ": "t"}
    | {"ր": "r", "ց": "c", "ւ": "v", "փ": "p", "ք": "k", "օ": "o", "ֆ": "f"}
    | {"є": "e", "ґ": "g", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz"}
)
# "of", "with", "the" are written onto a Georgian or an Armenian word: ვარფარინის, վարֆարինը.
_CAUCASIAN_CASE = re.compile(
    "(?<=[ა-ჿ]{4})(?:ისთვის|ითა|ის|ით|მა|ზე|ი|ს)$|(?<=[ա-և]{4})(?:ով|ից|ը|ի)$"
)
_GEORGIAN = frozenset(map(chr, (*range(0x10A0, 0x1100), *range(0x1C90, 0x1CC0))))
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
    """One word in small Latin letters without accents.

    Greek, Cyrillic, Georgian and Armenian are transliterated, the last two without case endings.
    Scripts without a letter-by-letter reading here (Arabic, Hebrew, kana, Han) stay as they are.
    """
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFD", word.casefold())
    plain = "".join(letter for letter in bare if unicodedata.category(letter) != "Mn")
    if "\u0370" <= plain[:1] <= "\u03ff":
        plain = _greek(plain)
    elif "\u0530" <= plain[:1] <= "\u10ff":
        plain = _CAUCASIAN_CASE.sub("", plain).replace("ու", "u")
    folded = unicodedata.normalize("NFC", plain.translate(_LETTERS))
    # A hard or soft sign alone has no sound, and is a letter that was written all the same.
    return _ARABIC_ARTICLE.sub("", folded) or plain


def _greek(plain: str) -> str:
    if plain.startswith("ντ"):
        plain = "d" + plain[2:]
    for letters, same in _GREEK:
        plain = plain.replace(letters, same)
    return plain


def is_transliterated(word: str) -> bool:
    """Whether the word is written in Greek, Cyrillic, Armenian or Georgian letters."""
    return any("\u0370" <= letter <= "\u058f" or letter in _GEORGIAN for letter in word)


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
