"""Services: the shipped clinical knowledge, read once from `resources` when first needed."""

from functools import cache
from pathlib import Path

from mesodesk.core.paths import resources
from mesodesk.domain.allergens import AllergenWords, read_allergens
from mesodesk.domain.bodymap.drawing import BodyMap, read_map
from mesodesk.domain.conditions.recogniser import ConditionRecogniser
from mesodesk.domain.conditions.vocabulary import read_vocabulary
from mesodesk.domain.courses.due import DueRules, read_due_rules
from mesodesk.domain.doses.catalogue import Catalogue, read_catalogue
from mesodesk.domain.doses.ceilings import Ceiling, read_ceilings
from mesodesk.domain.healing.followup import Check, read_checks
from mesodesk.domain.healing.windows import HealingTable, read_healing
from mesodesk.domain.indications import Indication, read_indications
from mesodesk.domain.ingredients import IngredientTable, read_ingredients
from mesodesk.domain.medicines.recogniser import Recogniser
from mesodesk.domain.medicines.vocabulary import read_vocabularies
from mesodesk.domain.regions import Regions, read_regions
from mesodesk.domain.screening.rule_file import read_rules
from mesodesk.domain.screening.rules import RuleBook
from mesodesk.domain.techniques import TechniqueTable, read_techniques


@cache
def indications() -> tuple[Indication, ...]:
    """The seven indications, in their order."""
    files = sorted((resources() / "indications").glob("*.yaml"))
    return read_indications((path.name, _text(path)) for path in files)


def indication(code: str) -> Indication:
    """The indication of that code. Raises KeyError."""
    for known in indications():
        if known.code == code:
            return known
    raise KeyError(code)


@cache
def techniques() -> TechniqueTable:
    """Techniques, needles and skin layers."""
    path = resources() / "techniques" / "techniques.yaml"
    return read_techniques(_text(path), path.name)


@cache
def ingredients() -> IngredientTable:
    """Every ingredient, with its class, allergens and limits."""
    path = resources() / "products" / "ingredients.yaml"
    return read_ingredients(_text(path), path.name)


@cache
def allergens() -> tuple[AllergenWords, ...]:
    """The words by which an allergy to each allergen is recorded."""
    path = resources() / "products" / "allergens.yaml"
    return read_allergens(_text(path), path.name)


@cache
def catalogue() -> Catalogue:
    """Kinds of product and example recipes to start a stock list from."""
    path = resources() / "products" / "catalogue.yaml"
    return read_catalogue(_text(path), path.name)


@cache
def ceilings() -> tuple[Ceiling, ...]:
    """The most of an ingredient in one session."""
    path = resources() / "products" / "ceilings.yaml"
    return read_ceilings(_text(path), path.name)


@cache
def due_rules() -> DueRules:
    """The numbers and words behind a course's next due window."""
    path = resources() / "courses" / "due.yaml"
    return read_due_rules(_text(path), path.name)


@cache
def healing() -> HealingTable:
    """How long each effect may last, and the red flags."""
    path = resources() / "healing" / "windows.yaml"
    return read_healing(_text(path), path.name)


@cache
def checks() -> tuple[Check, ...]:
    """The checks after a session."""
    path = resources() / "healing" / "schedule.yaml"
    return read_checks(_text(path), path.name)


@cache
def rules() -> RuleBook:
    """The contraindication rules as shipped; those in force are `services.rules.in_force`'s."""
    return read_rules(rules_text(), "contraindications.yaml")


@cache
def rules_text() -> str:
    """The text of the shipped rules."""
    return _text(resources() / "rules" / "contraindications.yaml")


@cache
def regions() -> Regions:
    """The body's regions with their names and sides."""
    path = resources() / "regions" / "regions.yaml"
    return read_regions(_text(path), path.name)


@cache
def map_names() -> tuple[str, ...]:
    """The name of every body map, sorted."""
    return tuple(sorted(path.stem for path in (resources() / "bodymaps").glob("*.svg")))


@cache
def body_map(name: str) -> BodyMap:
    """The body map of that name, one of `map_names`; reading one takes ten milliseconds."""
    path = resources() / "bodymaps" / f"{name}.svg"
    return read_map(_text(path), path.name)


def body_maps() -> tuple[BodyMap, ...]:
    """Every body map, by name."""
    return tuple(body_map(name) for name in map_names())


@cache
def recogniser() -> Recogniser:
    """Recognises medicines by any of their names; reading the lists takes a tenth of a second."""
    files = (resources() / "medicines").glob("*.csv")
    return Recogniser(read_vocabularies({path.name: _text(path) for path in files}))


@cache
def condition_recogniser() -> ConditionRecogniser:
    """Recognises conditions by any of their names; their lists take a fifth of a second."""
    files = (resources() / "conditions").glob("*.csv")
    return ConditionRecogniser(read_vocabulary({path.name: _text(path) for path in files}))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
