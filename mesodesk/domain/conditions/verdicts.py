"""Domain, conditions: puts one recognised name into a match with its certainty and the reason."""

from mesodesk.domain.conditions.contexts import Context
from mesodesk.domain.conditions.recognition import Certainty, Ground, Match
from mesodesk.domain.conditions.vocabulary import NO_QUESTION, Condition
from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.names.asking import did_you_mean, not_listed

_SURE = (Ground.NAME, Ground.CODE)


def match_of(
    condition: Condition,
    name: str,
    typed: str,
    ground: Ground,
    context: Context,
    when: KnownDate | None,
) -> Match:
    """The match for one sense of a name. What the name alone leaves open is asked."""
    if ground in _SURE and condition.asks:
        ground = Ground.ASKS
    certainty = Certainty.SURE if ground in _SURE else Certainty.LIKELY
    label = name if condition.code == NO_QUESTION else condition.name
    why = _why(condition, name, typed, ground)
    return Match(
        typed=typed,
        condition=condition.code,
        label=label,
        name=name,
        questions=condition.questions,
        icd10=condition.icd10,
        certainty=certainty,
        ground=ground,
        why=why if context is Context.CURRENT else f"{why}; {context.words}",
        context=context,
        when=when,
    )


def unread(typed: str, context: Context, when: KnownDate | None) -> Match:
    """The open finding for words that are in no list."""
    why = not_listed(typed, "the list of conditions")
    return Match(typed, "", "", "", (), "", Certainty.NONE, Ground.UNREAD, why, context, when)


def _why(condition: Condition, name: str, typed: str, ground: Ground) -> str:
    meaning = _meaning(condition, name)
    match ground:
        case Ground.SLIP | Ground.SOUND:
            return did_you_mean(name, meaning)
        case Ground.SEVERAL:
            return f"this can mean several things; one is {condition.name}: ask which"
        case Ground.PART:
            return f"“{typed}” contains “{name}”: ask whether it is {condition.name}"
        case Ground.ASKS:
            return f"{meaning}: {condition.asks}"
        case Ground.CODE:
            return f"the code {name} means {condition.name}"
        case _:
            return meaning


def _meaning(condition: Condition, name: str) -> str:
    if condition.code == NO_QUESTION:
        return f"{name}: known, and no question of the screening is about it"
    if name.casefold() == condition.name.casefold():
        return condition.name
    return f"{name} means {condition.name}"
