"""Services: what an allergy recorded in words means for the mixture."""

from mesodesk.domain.allergens import tags_meant
from mesodesk.services import knowledge


def tags_of_words(recorded: str) -> tuple[str, ...]:
    """The allergen tags and ingredient codes that an allergy recorded in words means, sorted."""
    return tags_meant(recorded, knowledge.allergens(), knowledge.ingredients())
