"""Domain: what the strength behind an unknown name says: "4000 anti-Xa IU" is a heparin's.

Some strengths belong to one kind of medicine alone and are sure; some are only typical and ask;
and any that a medicine is made in bears out what a piece of its name says.
"""

import re
from dataclasses import dataclass

from mesodesk.domain.medicines.phrase import Phrase
from mesodesk.domain.medicines.spelling import fold


@dataclass(frozen=True, slots=True)
class Strength:
    """A way of writing a strength; the code and words of the medicine it belongs to.

    `is_sure` where no other medicine of the lists that were read has it.
    """

    pattern: re.Pattern[str]
    atc: str
    words: str
    is_sure: bool


_FURTHEST = 15  # words
_UNIT = r"(?:iu|i\.u\.|ui|u\.i\.|ie|i\.e\.|ne|me|ed|u|e|units?|unites?|unidades|unita|einheiten)"
_START = r"(?<![\d.,/+])"
_MIX = r"(?:30 ?/ ?70|70 ?/ ?30|25 ?/ ?75|75 ?/ ?25|50 ?/ ?50|30 ?% ?\+ ?70 ?%|50 ?% ?\+ ?50 ?%)"
_PER_ML = r"/ ?(?:\d*[.,]?\d+ ?)?ml"
_MG_END = rf"(?! ?(?:m?cg|µg|ug|g|ml|%|iu|ui|u|e|x|(?:mg ?)?{_PER_ML}))(?![\d.,]*\d)"
_WHOLE = rf"{_MG_END}(?= ?mg|\b)"
_ALONE = r"(?! ?(?:mg)? ?[+/] ?\d)"
# A strength for injection that a powder is made up to is a clotting factor's as well.
_MADE_UP = re.compile(r"powder|pulver|polvo|poudre|polvere|proszek|prasek|liof|lyof|lyoph|por old")
_INJECTED = re.compile(r"inj|infus|ampoule|ampull|ampol|vial|syringe|/ ?m|drops|susp|syrup|sirup")
_TOLD: tuple[tuple[str, str, str, bool], ...] = (
    # 63 names of the lists that were read, and none of another medicine
    (r"anti[- ]?(?:factor[- ]?)?xa\b|\baxa\b|\bafxa\b", "B01AB", "a heparin", True),
    # 282, and one
    (rf"{_START}(?:40|100|300) ?{_UNIT} ?(?:/|per|pro|par|por) ?1? ?ml\b", "A10A", "an insulin",
     True),
    # 38, and none
    (rf"{_START}75 ?(?:mg)? ?[+/] ?75\b", "B01AC", "clopidogrel with aspirin", True),
    (rf"{_START}81 ?mg\b", "B01AC06", "aspirin", True),
    (rf"{_START}{_MIX}(?![\w.,])", "A10A", "an insulin", False),
    (rf"{_START}75{_WHOLE}", "B01AC04", "clopidogrel or aspirin", False),
    (rf"{_START}90{_WHOLE}", "B01AC24", "ticagrelor", False),
    (rf"{_START}110{_WHOLE}", "B01AE07", "dabigatran", False),
    (rf"{_START}2[.,]5{_WHOLE}{_ALONE}", "B01AF", "apixaban or rivaroxaban", False),
    (r"\b(?:20 ?mg ?/? ?0[.,]2|40 ?mg ?/? ?0[.,]4|60 ?mg ?/? ?0[.,]6|80 ?mg ?/? ?0[.,]8) ?ml\b",
     "B01AB05", "enoxaparin", False),
    (rf"{_START}(?:5[., ]?000 ?{_UNIT} ?/ ?ml|25[., ]?000 ?{_UNIT} ?/ ?5 ?ml)\b",
     "B01AB01", "heparin", False),
    (rf"{_START}1(?:[.,]5 ?(?:million|mio\b|millones|milhoes|miu)|[., ]?500[., ]?000 ?{_UNIT}\b)",
     "B01AD01", "streptokinase", False),
)  # fmt: skip
_SOLID = frozenset(("B01AC04", "B01AC24", "B01AE07", "B01AF"))
STRENGTHS = tuple(
    Strength(re.compile(pattern), atc, words, is_sure) for pattern, atc, words, is_sure in _TOLD
)
# The strengths in milligrams that tablets and capsules are made in, by the beginning of the code.
_MADE_IN = (
    ("B01AC04", ("75", "300")),
    ("B01AC06", ("75", "81", "100", "150", "162", "300", "325")),
    ("B01AC05", ("250",)),
    ("B01AC07", ("25", "75", "200")),
    ("B01AC22", ("5", "10")),
    ("B01AC23", ("50", "100")),
    ("B01AC24", ("60", "90")),
    ("B01AC", ("75", "90")),
    ("B01AE", ("75", "110", "150")),
    ("B01AF01", ("2.5", "10", "15", "20")),
    ("B01AF02", ("2.5", "5")),
    ("B01AF03", ("15", "30", "60")),
    ("B01AF", ("2.5", "5", "10", "15", "20", "60")),
    ("B01AA", ("1", "2", "2.5", "3", "4", "5")),
    ("B01A", ("75", "90", "110", "2.5", "15", "20")),
)
_FIRST_NUMBER = re.compile(rf"(?<![\d.,])(\d+(?:[.,]\d+)?){_MG_END}")
# So many tablets of it, not so many milligrams in one.
_COUNTED = re.compile(r" ?(?:tab|comp|cap|kaps|sach|film|stk)")
_PACKS = ("10", "15", "20", "30", "50", "60", "100")


def text_behind(phrase: Phrase, last: int, taken: frozenset[int]) -> str:
    """What is written behind the word before `last`, in its clause, up to the next medicine."""
    words = phrase.words
    end, furthest = last, min(len(words), last + _FURTHEST)
    while end < furthest and end not in taken and not words[end].begins_clause:
        end += 1
    start = words[last - 1].end
    until = words[end - 1].end + 1 if end > last else start
    return fold(phrase.text[start:until]).strip()


def strength_in(text: str) -> Strength | None:
    """The strength in a folded text that tells what the medicine is, the surest first."""
    found = next((each for each in STRENGTHS if each.pattern.search(text)), None)
    if found is None or (found.atc in _SOLID and _INJECTED.search(text)):
        return None
    return None if found.atc == "A10A" and _MADE_UP.search(text) else found


def bears_out(atc: str, text: str) -> bool:
    """Whether a medicine of that code is made in the strength that the folded text begins with."""
    told = strength_in(text)
    if told is not None and (told.atc.startswith(atc) or atc.startswith(told.atc)):
        return True
    number = _FIRST_NUMBER.search(text)
    if number is None or _INJECTED.search(text):
        return False
    if number.group(1) in _PACKS and _COUNTED.match(text, number.end()):
        return False
    made_in = next((made for beginning, made in _MADE_IN if atc.startswith(beginning)), ())
    return number.group(1).replace(",", ".") in made_in
