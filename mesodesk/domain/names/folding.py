"""Domain, names: folds a name to what stays the same however it is typed: case, accents, letters.

Nothing is transliterated from one script into another.
"""

import re
import unicodedata

# Letters that Unicode does not take apart, and what people type for them.
_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        "ħ": "h", "ŧ": "t", "ŋ": "ng", "ə": "e", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ĸ": "k",
        "ё": "е", "ґ": "г", "ى": "ي", "ة": "ه", "ٱ": "ا", "ک": "ك", "ی": "ي", "ـ": None,
    }
)  # fmt: skip
# Spellings that stand for one accented letter: Mueller is Müller, Soerensen is Sørensen.
_SPELLED_OUT = str.maketrans({"ü": "ue", "ö": "oe", "ä": "ae", "ø": "oe", "å": "aa", "ÿ": "ij"})
_JOINTS = "-‐‑‒–—'’‘ʼʻ`´′·・.&/"
_WORD_SPLIT = re.compile(rf"[\s{re.escape(_JOINTS)},;:()\"“”«»_+]+")
_SPACE_SPLIT = re.compile(r"[\s,;:()\"“”«»_]+")
_MARKS = (
    (0x0300, 0x036F), (0x0483, 0x0487), (0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F),
    (0x0670, 0x0670), (0x06D6, 0x06ED), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF),
)  # fmt: skip
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def fold(text: str) -> str:
    """The text in lower case, without accents, in plain letters: "Žižková" gives "zizkova"."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = "".join(letter for letter in plain if not _is_mark(letter))
    folded = unicodedata.normalize("NFC", kept.casefold().translate(_LETTERS))
    return folded.translate(_KATAKANA)


def spellings(word: str) -> tuple[str, ...]:
    """The folded word, and its fold with ü as ue, ø as oe, å as aa where that differs."""
    composed = unicodedata.normalize("NFC", word.casefold())
    return tuple(dict.fromkeys((fold(word), fold(composed.translate(_SPELLED_OUT)))))


def split_words(text: str) -> tuple[str, ...]:
    """The words of a name as typed, parted at blanks, hyphens and apostrophes."""
    return tuple(word for word in _WORD_SPLIT.split(text) if has_letter(word))


def split_blanks(text: str) -> tuple[str, ...]:
    """The words parted at blanks only; "O'Brien" stays one."""
    return tuple(word for word in _SPACE_SPLIT.split(text) if word)


def has_letter(text: str) -> bool:
    """Whether any character is a letter of some script."""
    return any(letter.isalpha() for letter in text)


def has_ideographs(text: str) -> bool:
    """Whether it is written without blanks between words: Chinese, Japanese or Korean."""
    return any(
        0x3040 <= ord(letter) <= 0x30FF
        or 0x3400 <= ord(letter) <= 0x9FFF
        or 0xAC00 <= ord(letter) <= 0xD7A3
        or 0x20000 <= ord(letter) <= 0x3FFFF
        for letter in text
    )


def _is_mark(letter: str) -> bool:
    code = ord(letter)
    return code >= 0x0300 and any(first <= code <= last for first, last in _MARKS)
