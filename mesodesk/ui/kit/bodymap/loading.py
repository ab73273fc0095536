"""Kit: which of the shipped body maps are offered for whom, and in which order."""

from mesodesk.domain.bodymap.drawing import BodyMap
from mesodesk.services import knowledge

VIEWS = (
    "face_front", "face_right", "face_left", "neck_front",
    "scalp_top", "scalp_back", "scalp_right", "scalp_left",
    "female_body_front", "female_body_back", "female_body_right", "female_body_left",
    "male_body_front", "male_body_back", "male_body_right", "male_body_left",
    "hands_dorsum",
)  # fmt: skip


def load_maps(names: tuple[str, ...] = VIEWS) -> tuple[BodyMap, ...]:
    """The maps of these names, each read once; all of them in the order of their views."""
    return tuple(knowledge.body_map(name) for name in names)


def views_for(sex: str) -> tuple[str, ...]:
    """The names of the views for "female" or "male"; for any other word, with the female body."""
    hidden = "female_" if sex == "male" else "male_"
    return tuple(name for name in VIEWS if not name.startswith(hidden))
