"""Domain, screening: finds wording that advises to end a medicine, which none may do."""

import re

_ENDING = re.compile(
    r"\b(stop|discontinu|paus(e|ing)|withh[eo]ld|cease|come off|quit|interrupt|skip"
    r"|arrêt|arret|interrom|suspend|cess(er|ez)|sevr)",
    re.IGNORECASE,
)
# "Never stop it by yourself" is the opposite advice.
_DENIED = re.compile(
    r"\b(not|never|without|n[’']|ne\b|jamais|sans)\W*(\w+\W+){0,2}$", re.IGNORECASE
)


def advises_ending(text: str) -> bool:
    """Whether a text, English or French, speaks of ending something without denying it."""
    return any(not _DENIED.search(text[: found.start()]) for found in _ENDING.finditer(text))
