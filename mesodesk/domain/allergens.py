"""Domain: which allergens and ingredients an allergy means that was recorded in words."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from mesodesk.domain.ingredients import ALLERGENS, Ingredient, IngredientTable
from mesodesk.domain.source import read

# Two letters such as PC or HA stand for too much else to be looked for inside a sentence.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class AllergenWords:
    """One allergen's tag, and the words it goes by, folded."""

    code: str
    words: tuple[str, ...]


def read_allergens(text: str, file: str) -> tuple[AllergenWords, ...]:
    """The file of allergens, each known tag once. Raises Mistake, naming file and line."""
    top = read(text, file).only("allergens")
    found: dict[str, AllergenWords] = {}
    for entry in top.get("allergens").items():
        entry.only("code", "words")
        code = entry.get("code").choice(*ALLERGENS)
        if code in found:
            raise entry.mistake(f"'{code}' stands here a second time")
        words = tuple(_folded(word) for word in entry.get("words").words())
        found[code] = AllergenWords(code, words)
    missing = [tag for tag in ALLERGENS if tag not in found]
    if missing:
        raise top.get("allergens").mistake(f"'{missing[0]}' is missing")
    return tuple(found.values())


def tags_meant(
    recorded: str, known: tuple[AllergenWords, ...], table: IngredientTable
) -> tuple[str, ...]:
    """The allergen tags and ingredient codes that an allergy recorded in words means, sorted.

    Whole words count; accents, capitals and hyphens do not.
    """
    said = f" {_folded(recorded)} "
    tags = {one.code for one in known if any(f" {word} " in said for word in one.words)}
    return tuple(sorted(tags | {one.code for one in table.ingredients if _names(one, said)}))


def _names(ingredient: Ingredient, said: str) -> bool:
    names = (
        ingredient.code,
        *ingredient.aliases,
        *(text for _, text in ingredient.name.texts),
        *(text.split("(")[0] for _, text in ingredient.name.texts),
    )
    folded = {_folded(name) for name in names}
    return any(
        f" {name} " == said or (len(name) >= _SHORTEST and f" {name} " in said) for name in folded
    )


# the same few hundred names are compared with every allergy on record
@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("_", " "))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", kept))
