"""Domain: puts one recognised name into a match with its certainty and the reason in words."""

from mesodesk.domain.medicines.classes import DrugClass
from mesodesk.domain.medicines.contexts import Context
from mesodesk.domain.medicines.lexicon import Sense
from mesodesk.domain.medicines.recognition import Certainty, Ground, Match
from mesodesk.domain.medicines.vocabulary import Kind, Name, Route
from mesodesk.domain.names.asking import did_you_mean, not_listed

_SURE_GROUNDS = (Ground.NAME, Ground.SPELLING, Ground.COMPOUND, Ground.BUILT, Ground.DOSED)


def match_of(
    sense: Sense,
    typed: str,
    ground: Ground,
    heard_route: Route,
    context: Context,
    *,
    is_drunk: bool = False,
) -> Match:
    """The match for one sense of a name.

    A local route turns a sure stop into a question, and so does a form that a brand of tablets
    does not come in: another country's brand of the same name is likelier then.
    """
    route = heard_route or sense.row.route
    drug_class = _class_by_route(sense.drug_class, route)
    certainty = Certainty.SURE if ground in _SURE_GROUNDS else Certainty.LIKELY
    if certainty is Certainty.SURE and route.is_local and drug_class.is_founding_stop:
        certainty, ground = Certainty.LIKELY, Ground.LOCAL
    row = sense.row
    is_odd = _is_odd_form(row, heard_route, is_drunk)
    if certainty is Certainty.SURE and is_odd and drug_class.is_founding_stop:
        certainty, ground = Certainty.LIKELY, Ground.FORM
    why = _why(row, drug_class, ground, typed, route)
    return Match(
        typed, row.name, row.substance, row.atc, drug_class, certainty, ground, why, route, context
    )


def unread(typed: str, route: Route, context: Context) -> Match:
    """The open finding for words that are in no list."""
    why = not_listed(typed, "the medicine list")
    return Match(
        typed, "", "", "", DrugClass.UNKNOWN, Certainty.NONE, Ground.UNREAD, why, route, context
    )


def _is_odd_form(row: Name, heard: Route, is_drunk: bool) -> bool:
    if row.kind not in (Kind.BRAND, Kind.COMBINATION) or row.route is not Route.ORAL:
        return False
    return is_drunk or heard in (Route.INHALED, Route.NASAL, Route.INJECTION)


def _class_by_route(drug_class: DrugClass, route: Route) -> DrugClass:
    """An anti-inflammatory cream or eye drop (M02A, S01B) does not raise the bleeding caution."""
    if route.is_local and drug_class is DrugClass.NSAID:
        return DrugClass.HARMLESS
    return drug_class


def _why(row: Name, drug_class: DrugClass, ground: Ground, typed: str, route: Route) -> str:
    meaning = f"{_meaning(row)}, {drug_class.words}"
    match ground:
        case Ground.LOCAL:
            return f"{meaning}; it is written as {_ROUTE_WORDS[route]}: ask how it is used"
        case Ground.FORM:
            return f"{meaning}; but it does not come in the form that is written: ask what it is"
        case Ground.SEVERAL:
            return f"this name is used for several medicines; one is {row.substance}: ask which"
        case Ground.CONTAINED:
            return f"“{typed}” contains the name {row.name}: ask whether it is {drug_class.words}"
        case Ground.STEM:
            return f"“{typed}” is built like {row.substance}: ask whether it is {drug_class.words}"
        case Ground.BUILT:
            return f"“{typed}” is built like {row.substance} alone ({row.name}), {drug_class.words}"
        case Ground.STRENGTH:
            return f"the strength behind “{typed}” is one of {row.substance}: ask what it is"
        case Ground.ADDED:
            return f"“{typed}” may hold {row.substance} besides {row.name}: ask what is in it"
        case Ground.DOSED:
            return f"only {row.substance} has the strength behind “{typed}”: {drug_class.words}"
        case Ground.SLIP | Ground.BEGINNING | Ground.SOUND:
            return did_you_mean(row.name, meaning)
        case _:
            return meaning


_ROUTE_WORDS = {
    Route.TOPICAL: "something for the skin",
    Route.EYE: "something for the eye",
    Route.FLUSH: "a flush or lock for a line",
}


def _meaning(row: Name) -> str:
    code = f" (ATC {row.atc})" if row.atc else ""
    match row.kind:
        case Kind.BRAND | Kind.COMBINATION:
            return f"{row.name} contains {row.substance}{code}"
        case Kind.LAY | Kind.ABBREVIATION | Kind.SPELLING:
            return f"{row.name} means {row.substance}{code}"
        case _:
            return f"{row.name}{code}"
