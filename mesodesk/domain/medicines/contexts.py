"""Domain: says whether a medicine is taken, was taken, is denied, or is somebody else's."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from mesodesk.domain.medicines.phrase import Phrase


class Context(StrEnum):
    """How the line speaks of a medicine. Every one is shown; none is dropped."""

    CURRENT = "current"
    NEGATED = "negated"
    PAST = "past"
    OTHER_PERSON = "other_person"
    ALLERGY = "allergy"
    UNCLEAR = "unclear"

    @property
    def words(self) -> str:
        """The context in words, as an addition to a finding."""
        return _WORDS[self]


_WORDS = {
    Context.CURRENT: "taken now",
    Context.NEGATED: "written as not taken",
    Context.PAST: "written as taken in the past",
    Context.OTHER_PERSON: "written as somebody else's",
    Context.ALLERGY: "written as an allergy or intolerance",
    Context.UNCLEAR: "it is not clear whether it is taken",
}
_NEGATED = """no|not|non|never|none|nil|without|denies|declines|refuses|avoids|avoid|free|instead of
|does not|doesn t|don t|isn t|neither|nor|sans|pas|pas de|jamais|aucun|aucune|ne prend pas|sin|nunca
|ningun|ninguna|niega|ninguno|senza|nessun|nessuno|nessuna|kein|keine|keinen|nicht|nie|ohne|sem
|nao|nenhum|nenhuma|nega|geen|niet|zonder|nooit|ikke|inte|ingen|inga|aldri|aldrig|uten|utan|uden|bez
|nie bierze|brak|ne|yok|kullanmiyor|nikada|ochi|khoris|net|niet prinimaet"""
_PAST = """stopped|stop|discontinued|ceased|previously|previous|formerly|former|used to|no longer
|not any more|not anymore|no more|until|till|ended|finished|completed|came off|come off|off
|taken off|in the past|past|years ago|months ago|weeks ago|ago|switched from|changed from|history of
|arrete|arret|arretee|stoppe|jusqu|jusque|ancien|anciennement|autrefois|ne prend plus
|suspendido|suspendida|suspendio|dejo|dejo de|hasta|anteriormente|ya no|retirado|sospeso
|sospesa|smesso|interrotto|fino al|fino a|non piu|in passato|abgesetzt|fruher|ehemals|nicht mehr
|gestoppt|beendet|bis|pausiert|parou|suspenso|suspendeu|ate|nao mais|gestopt|vroeger|niet meer
|stoppet|tidligere|slutat|tidigare|odstawiony|odstawil|dawniej"""
_OTHER = """husband|husbands|wife|wifes|mother|father|mum|mom|dad|daughter|her son|his son|my son
|sister|brother|partner|boyfriend|girlfriend|aunt|uncle|grandmother|grandfather|grandma|grandpa|family|dog|cat
|child|children|parents|neighbour|flatmate|mari|epouse|epoux|conjoint|mere|pere|fille|soeur|frere
|grand mere|grand pere|marido|esposa|esposo|mujer|madre|padre|hermano|hermana|hijo|hija|abuela
|abuelo|marito|moglie|fratello|sorella|figlio|figlia|nonna|nonno|ehemann|ehefrau|mein mann
|meine frau|mutter|vater|bruder|schwester|tochter|sohn|oma|opa|mae|pai|irmao|irma|filho|filha"""
_ALLERGY = """allergic|allergy|allergies|intolerant|intolerance|hypersensitive|hypersensitivity
|anaphylaxis|anaphylactic|reaction to|rash with|rash from|hives|sensitive to|reacts to|allergique
|allergie|intolerante|alergia|alergico|alergica|allergia|allergico|allergica|allergisch
|unvertraglichkeit|uberempfindlich|intolleranza|intolerancia|allergi|allergisk|uczulenie|alergie"""
_STILL = """never stopped|not stopped|hasn t stopped|has not stopped|didn t stop|did not stop
|don t stop|do not stop|cannot stop|can t stop|not allowed to stop|no missed doses|not only
|no change|no changes|must not stop|off label|old dose|never off|never without|not without"""
_BREAKS = """but|now|currently|presently|then|i|me|patient|mais|maintenant|je|moi|actuellement
|pero|ahora|actualmente|yo|ma|adesso|ora|attualmente|io|aber|jetzt|aktuell|derzeit|ich|mas|agora
|atualmente|eu|maar|nu|ik|men|na|today|myself|himself|herself|takes|on|started|starts|since|depuis|desde|seit"""
_AFTER_ONLY = ("free", "ago")
_BREAKS_BEHIND_ONLY = ("takes", "on", "started", "starts", "since", "depuis", "desde", "seit")


@cache
def _cues() -> dict[tuple[str, ...], Context]:
    cues: dict[tuple[str, ...], Context] = {}
    for context, lines in (
        (Context.NEGATED, _NEGATED),
        (Context.PAST, _PAST),
        (Context.OTHER_PERSON, _OTHER),
        (Context.ALLERGY, _ALLERGY),
        (Context.CURRENT, _STILL),
    ):
        for cue in lines.replace("\n", "").split("|"):
            cues[tuple(cue.split())] = context
    return cues


@cache
def _breaks() -> frozenset[str]:
    return frozenset(_BREAKS.replace("\n", "").split("|"))


@cache
def cue_words() -> frozenset[str]:
    """Every word that only speaks of context, so that it is never taken for a medicine."""
    return frozenset(word for cue in _cues() for word in cue) | _breaks()


@cache
def denying_words() -> frozenset[str]:
    """The single words that deny: none, no, keine, ninguno ..."""
    denied = (cue for cue, context in _cues().items() if context is Context.NEGATED)
    return frozenset(cue[0] for cue in denied if len(cue) == 1) | {"nothing", "rien", "nada"}


def context_of(phrase: Phrase, first: int, last: int, taken: frozenset[int]) -> Context:
    """The context of the medicine in words `first` up to `last`; `taken` are words of medicines.

    Words before it in its clause count, and words after it up to the next medicine. "No aspirin
    or heparin" denies both, "no heparin, warfarin" only the first: the safe reading.
    """
    before = _before(phrase, first, taken)
    after = _after(phrase, last, taken)
    found = {cue for cue, words in before if words[0] not in _AFTER_ONLY}
    found |= {cue for cue, _ in after}
    return _settled(found)


def _settled(found: set[Context]) -> Context:
    if Context.OTHER_PERSON in found:
        return Context.OTHER_PERSON
    told = found - {Context.CURRENT}
    if len(told) == 1:
        return told.pop()
    if told == {Context.PAST, Context.ALLERGY}:
        return Context.ALLERGY
    return Context.UNCLEAR if told else Context.CURRENT


def _before(
    phrase: Phrase, first: int, taken: frozenset[int]
) -> tuple[tuple[Context, tuple[str, ...]], ...]:
    start = first
    while start > 0 and not phrase.words[start].begins_clause:
        is_free = start - 1 not in taken
        if is_free and (_begins_anew(phrase, start - 1) or _is_turn(phrase, start - 1)):
            break
        start -= 1
    return tuple(_found(phrase, start, first, taken))


def _begins_anew(phrase: Phrase, place: int) -> bool:
    key = phrase.words[place].key
    return key in _breaks() and key not in _BREAKS_BEHIND_ONLY


def _is_turn(phrase: Phrase, place: int) -> bool:
    """Whether the word is the "to" of "from warfarin to Eliquis"."""
    if phrase.words[place].key not in ("to", "a", "zu", "auf"):
        return False
    earlier = {word.key for word in phrase.words[:place]}
    return not earlier.isdisjoint(("from", "de", "von"))


def _after(
    phrase: Phrase, last: int, taken: frozenset[int]
) -> tuple[tuple[Context, tuple[str, ...]], ...]:
    end = last
    words = phrase.words
    while end < len(words) and not words[end].begins_clause and end not in taken:
        if words[end].key in _breaks():
            return tuple(_found(phrase, last, end, taken))
        end += 1
    is_cut_by_medicine = end < len(words) and end in taken
    # "aspirin stopped warfarin goes on" could be read either way: only a bracket or the clause's
    # end makes a later word speak of the earlier medicine.
    if is_cut_by_medicine:
        next_word = words[last].key if last < end else ""
        return ((Context.NEGATED, (next_word,)),) if next_word == "free" else ()
    return tuple(_found(phrase, last, end, taken))


def _found(
    phrase: Phrase, start: int, end: int, taken: frozenset[int]
) -> Iterator[tuple[Context, tuple[str, ...]]]:
    place = start
    while place < end:
        width = _cue_width(phrase, place, end, taken)
        if width:
            words = tuple(word.key for word in phrase.words[place : place + width])
            yield _cues()[words], words
        place += max(width, 1)


def _cue_width(phrase: Phrase, place: int, end: int, taken: frozenset[int]) -> int:
    for width in range(min(4, end - place), 0, -1):
        words = tuple(word.key for word in phrase.words[place : place + width])
        if words in _cues() and taken.isdisjoint(range(place, place + width)):
            return width
    return 0
