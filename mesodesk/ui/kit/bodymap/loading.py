"""Kit: the shipped body maps and the names of their regions, read once."""

from functools import lru_cache

from mesodesk.core.paths import resources
from mesodesk.domain.bodymap.drawing import BodyMap, read_map
from mesodesk.domain.regions import Regions, read_regions

VIEWS = (
    "face_front", "face_right", "face_left", "neck_front",
    "scalp_top", "scalp_back", "scalp_right", "scalp_left",
    "female_body_front", "female_body_back", "female_body_right", "female_body_left",
    "male_body_front", "male_body_back", "male_body_right", "male_body_left",
    "hands_dorsum",
)  # fmt: skip


@lru_cache(maxsize=1)
def load_maps() -> tuple[BodyMap, ...]:
    """Every map, in the order in which views are offered."""
    folder = resources() / "bodymaps"
    return tuple(
        read_map((folder / f"{name}.svg").read_text(encoding="utf-8"), f"{name}.svg")
        for name in VIEWS
    )


@lru_cache(maxsize=1)
def load_regions() -> Regions:
    """The vocabulary of regions."""
    file = resources() / "regions" / "regions.yaml"
    return read_regions(file.read_text(encoding="utf-8"), file.name)


def views_for(sex: str) -> tuple[str, ...]:
    """The names of the views for "female" or "male"; for any other word, with the female body."""
    hidden = "female_" if sex == "male" else "male_"
    return tuple(name for name in VIEWS if not name.startswith(hidden))
