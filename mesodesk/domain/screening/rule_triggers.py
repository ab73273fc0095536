"""Domain, screening: reads what sets a rule off: a medicine, an answer, a fact of the chart."""

import re

from mesodesk.domain.screening.advice import advises_ending
from mesodesk.domain.screening.rules import (
    AnswerTrigger,
    Fact,
    FactTrigger,
    MedicineTrigger,
    Special,
    Years,
)
from mesodesk.domain.screening.wording import Wording, read_wording
from mesodesk.domain.source import Entry

SETTINGS = ("recent_cancer_years",)


def read_code(entry: Entry) -> str:
    """A rule's or question's code; anything else is a mistake."""
    word = entry.word()
    if not re.fullmatch(r"[a-z][a-z0-9_]*", word):
        raise entry.mistake(f"'{word}' is not a code: small letters, digits and _ only")
    return word


def read_told(entry: Entry) -> Wording:
    """A text of a rule. None may advise to end a medicine: that is the prescriber's business."""
    found = read_wording(entry)
    for language, text in found.texts:
        if advises_ending(text):
            raise entry.get(language).mistake(
                "no text may advise to end a medicine; write that it stays as prescribed and "
                "that questions go to the prescriber"
            )
    return found


def words_of(entry: Entry, name: str) -> tuple[str, ...]:
    """The words of a list that may be absent."""
    found = entry.find(name)
    return () if found is None else found.words()


def read_medicine(entry: Entry | None) -> MedicineTrigger | None:
    """ATC beginnings, substances and classes that set a rule off."""
    if entry is None:
        return None
    entry.only("atc", "except", "substances", "classes", "at_least", "kind")
    at_least = entry.find("at_least")
    listed = entry.find("atc")
    if not (listed or entry.find("substances") or entry.find("classes")):
        raise entry.mistake("name what sets it off: 'atc', 'substances' or 'classes'")
    for item in listed.items() if listed else ():
        if not re.fullmatch(r"[A-Z](\d\d([A-Z]([A-Z](\d\d)?)?)?)?", item.word()):
            raise item.mistake(f"'{item.word()}' is not the beginning of an ATC code")
    return MedicineTrigger(
        prefixes=words_of(entry, "atc"),
        excepted=words_of(entry, "except"),
        substances=tuple(word.casefold() for word in words_of(entry, "substances")),
        classes=words_of(entry, "classes"),
        at_least=1 if at_least is None else at_least.whole(),
        kind=read_told(entry.get("kind")),
    )


def read_answer(entry: Entry | None) -> AnswerTrigger | None:
    """The question whose yes sets a rule off, with its window in years."""
    if entry is None:
        return None
    entry.only("code", "within_years", "beyond_years")
    return AnswerTrigger(
        code=read_code(entry.get("code")),
        within=_years(entry.find("within_years")),
        beyond=_years(entry.find("beyond_years")),
    )


def _years(entry: Entry | None) -> Years | None:
    if entry is None:
        return None
    if entry.word() in SETTINGS:
        return Years(None, entry.word())
    return Years(entry.whole(), "")


def read_fact(entry: Entry | None) -> FactTrigger | None:
    """The fact of the chart and the limit it passes."""
    if entry is None:
        return None
    entry.only("of", "above", "below")
    above, below = entry.find("above"), entry.find("below")
    if (above is None) == (below is None):
        raise entry.mistake("give either 'above' or 'below'")
    return FactTrigger(
        fact=Fact(entry.get("of").choice(*Fact)),
        above=above.decimal() if above else None,
        below=below.decimal() if below else None,
    )


def read_special(entry: Entry | None) -> Special | None:
    """What only the program notices."""
    return None if entry is None else Special(entry.choice(*Special))
