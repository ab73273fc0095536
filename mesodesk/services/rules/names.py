"""Services, rules: the names of what a rule may be about, in the clinic's language."""

from dataclasses import dataclass
from functools import cache

from mesodesk.services import knowledge
from mesodesk.services.rules.in_force import vocabulary


@dataclass(frozen=True, slots=True)
class RuleNames:
    """(code, name) of each indication, region, and ingredient or allergen."""

    indications: tuple[tuple[str, str], ...]
    areas: tuple[tuple[str, str], ...]
    ingredients: tuple[tuple[str, str], ...]

    def told(self, code: str) -> str:
        """The name of any of them; the code where it has none."""
        known = dict((*self.ingredients, *self.areas, *self.indications))
        return known.get(code, code)


@cache
def rule_names(language: str) -> RuleNames:
    """The names in a language, in the order of their files."""
    table = {one.code: one.name.said_in(language) for one in knowledge.ingredients().ingredients}
    others = sorted(vocabulary().ingredients - set(table))
    return RuleNames(
        indications=tuple(
            (one.code, one.name.said_in(language)) for one in knowledge.indications()
        ),
        areas=tuple(
            (one.code, knowledge.regions().name(one.code, language))
            for one in knowledge.regions().all
        ),
        ingredients=(*table.items(), *((tag, tag.replace("_", " ")) for tag in others)),
    )
