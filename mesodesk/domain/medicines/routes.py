"""Domain: hears from the words around a medicine how it gets into or onto the body."""

from mesodesk.domain.medicines.phrase import Phrase
from mesodesk.domain.medicines.spelling import fold
from mesodesk.domain.medicines.vocabulary import Route

_TOPICAL = """cream creams crème crèmes crema cremas creme gel gels gelee pommade salbe salben
pomada pomadas unguento unguent unguentum lotion loción lotio topical topically topique tópico
tópica topico topica emulgel balm liniment linimento pomata zalf salva salve masc maść krem krém
mast mástě kem kremi pomad maz maź мазь крем гель αλοιφή κρέμα γέλη γελη τζελ مرهم كريم جل דרמה
משחה krema kreme mazilo gél alifie kenőcs kenocs salv hudkräm hudgel topikal shampoo shampooing
foam mousse mouthwash paint varnish gargle enjuague collutorio plaster otic ohrentropfen ótico
ótica მალამო გელი կրեմ քսուք smyrsl tepalas ziede salep merhem voide geeli želė"""
_EYE = """eyedrop eyedrops collyre collyres augentropfen augensalbe colirio colírio collirio
ophthalmic oftálmico oftálmica oftalmica oogdruppels ogondroppar øjendråber øyedråper szemcsepp
kolir κολλύριο глазные قطرة العين"""
_FLUSH = """flush flushes flushing lock locks catheter cannula rinçage rincage spülung spulung
portacath heparinised heparinized heparinisierte hepariniert"""
_INHALED = "inhaler inhaled inhalation inhale inhalador inhalateur inhalator"
_NASAL = "nasal nasenspray orrspray"
_RECTAL = """suppository suppositories suppositoire suppositoires suppositorium zäpfchen
supositorio supositorios supposta supposte czopki rectal"""
_PATCH = "patch patches parche parches pflaster cerotto emplastro timbre"
# Parts of the body that name a route only together with what is put there: "eye drops".
_PLACES = {"eye": Route.EYE, "eyes": Route.EYE, "ear": Route.TOPICAL, "ears": Route.TOPICAL,
           "skin": Route.TOPICAL, "scalp": Route.TOPICAL}  # fmt: skip
_PUT_THERE = ("drop", "drops", "ointment", "gel", "cream", "lotion", "wash", "spray", "solution")
_DRUNK = """syrup sirop jarabe sciroppo xarope sirup sirupus elixir linctus suspension suspensión
suspensao suspensão sospensione suspensie szuszpenzió zawiesina συρόπι сироп шурбет شراب"""
_DRUNK_WORDS = frozenset(fold(word) for word in _DRUNK.split())
_WORDS = {
    fold(word): route
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
_FURTHEST = 15  # words away from the name, however long the item
# "gel caps" are swallowed.
_CAPSULES = ("cap", "caps", "capsule", "capsules", "tab", "tabs", "tablet", "tablets")


def route_word(word: str) -> Route:
    """The route that one folded word names, or UNSAID."""
    return _WORDS.get(word, Route.UNSAID)


def route_words() -> frozenset[str]:
    """Every word that names a route."""
    return frozenset((*_WORDS, *_PLACES, *_DRUNK_WORDS))


def is_drunk(phrase: Phrase, last: int, taken: frozenset[int]) -> bool:
    """Whether a syrup or suspension is written behind the medicine that ends before `last`."""
    words = phrase.words
    furthest = min(len(words), last + _FURTHEST)
    while last < furthest and last not in taken and not words[last].begins_item:
        if words[last].key in _DRUNK_WORDS:
            return True
        last += 1
    return False


def route_of(phrase: Phrase, first: int, last: int, taken: frozenset[int]) -> Route:
    """The route written beside the medicine in words `first` up to `last`, within its item.
    Words after it are heard first, next medicine; then before it."""
    words = phrase.words
    end, furthest = last, min(len(words), last + _FURTHEST)
    while end < furthest and end not in taken and not words[end].begins_item:
        route = _heard(phrase, end)
        if route is not Route.UNSAID:
            return route
        end += 1
    start, nearest = first, max(0, first - _FURTHEST)
    while start > nearest and not words[start].begins_item and start - 1 not in taken:
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
    if has_next and words[place].key in _PLACES and words[place + 1].key in _PUT_THERE:
        return _PLACES[words[place].key]
    return route_word(words[place].key)
