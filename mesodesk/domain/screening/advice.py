"""Domain, screening: finds wording that advises to end a medicine, which none may do."""

import re

_ENDING = re.compile(
    r"\b(stop|discontinu|paus(e|ing)|withh[eo]ld|cease|come off|quit|interrupt|skip"
    r"|omit|leave (out|off)|go without"
    r"|arrêt|arret|interrom|suspend|cess(er|ez)|sevr)",
    re.IGNORECASE,
)
_NOT_TAKING = re.compile(
    r"\b((do not|don[’']t|avoid) tak(e|ing)|ne pren(ez|ds|dre) (pas|plus)"
    r"|ne (pas|plus) prendre)\b",
    re.IGNORECASE,
)
# "Never stop it by yourself" is the opposite advice; what another clause denies is not meant.
_DENIED = re.compile(
    r"\b(not|never|without|n[’']|ne\b|jamais|sans)[^\w;:.!?]*(\w+[^\w;:.!?]+){0,2}$",
    re.IGNORECASE,
)


def advises_ending(text: str) -> bool:
    """Whether a text, English or French, speaks of ending something without denying it."""
    if _NOT_TAKING.search(text):
        return True
    return any(not _DENIED.search(text[: found.start()]) for found in _ENDING.finditer(text))
