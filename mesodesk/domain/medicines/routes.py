"""Domain: hears from the words around a medicine how it gets into or onto the body."""

from mesodesk.domain.medicines.phrase import Phrase
from mesodesk.domain.medicines.vocabulary import Route

_TOPICAL = """cream creams creme cremes gel gels ointment ointments pommade salbe pomada crema
unguento unguent lotion topical topically topique topico topica emulgel balm liniment pomata
zalf salva salve masc krem mast unguentum kem krema pomad maz topikal shampoo foam mousse"""
_EYE = "eye eyedrops collyre augentropfen colirio collirio ophthalmic oogdruppels ogondroppar"
_FLUSH = "flush flushes lock catheter cannula rincage spulung flushing portacath"
_INHALED = "inhaler inhaled inhalation inhale inhalador inhalateur inhalator"
_NASAL = "nasal nasenspray"
_RECTAL = """suppository suppositories suppositoire suppositorium zapfchen supositorio supposta
rectal"""
_PATCH = "patch patches parche pflaster cerotto emplastro timbre"
_WORDS = {
    word: route
    for route, words in (
        (Route.TOPICAL, _TOPICAL),
        (Route.EYE, _EYE),
        (Route.FLUSH, _FLUSH),
        (Route.INHALED, _INHALED),
        (Route.NASAL, _NASAL),
        (Route.RECTAL, _RECTAL),
        (Route.PATCH, _PATCH),
    )
    for word in words.split()
}
# "gel caps" are swallowed.
_CAPSULES = ("cap", "caps", "capsule", "capsules", "tab", "tabs", "tablet", "tablets")


def route_word(word: str) -> Route:
    """The route that one folded word names, or UNSAID."""
    return _WORDS.get(word, Route.UNSAID)


def route_words() -> frozenset[str]:
    """Every word that names a route."""
    return frozenset(_WORDS)


def route_of(phrase: Phrase, first: int, last: int, taken: frozenset[int]) -> Route:
    """The route written beside the medicine in words `first` up to `last`, within its item.

    Words after it are heard first, up to the next medicine; then the words before it.
    """
    words = phrase.words
    end = last
    while end < len(words) and end not in taken and not words[end].begins_item:
        route = _heard(phrase, end)
        if route is not Route.UNSAID:
            return route
        end += 1
    start = first
    while start > 0 and not words[start].begins_item and start - 1 not in taken:
        start -= 1
        route = _heard(phrase, start)
        if route is not Route.UNSAID:
            return route
    return Route.UNSAID


def _heard(phrase: Phrase, place: int) -> Route:
    words = phrase.words
    has_next = place + 1 < len(words)
    if has_next and words[place].key in ("gel", "gels") and words[place + 1].key in _CAPSULES:
        return Route.ORAL
    return route_word(words[place].key)
