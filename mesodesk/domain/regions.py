"""Domain: the vocabulary of body regions: local codes, sides, names per language, SNOMED codes."""

from dataclasses import dataclass

from mesodesk.core.errors import NotFound
from mesodesk.domain.source import Entry, read

LATERALITY = {
    "pair": ("right", "left"),
    "midline": ("midline",),
    "any": ("right", "left", "midline"),
}
LANGUAGES = ("en", "fr")
_FIELDS = ("sides", "snomed", "broader", "part_of", *LANGUAGES)


@dataclass(frozen=True, slots=True)
class Names:
    """What something is called, by language code."""

    by_language: tuple[tuple[str, str], ...]

    def of(self, language: str) -> str:
        """The name in `language` (a regional form such as fr-CA is cut to fr), else in English."""
        names = dict(self.by_language)
        return names.get(language, names.get(language[:2], names["en"]))


@dataclass(frozen=True, slots=True)
class Region:
    """An area of the body.

    `sides` are the sides it may have; `snomed` its exact concepts, `broader` the nearest wider
    one where none is exact; `part_of` the code of the whole it belongs to.
    """

    code: str
    sides: tuple[str, ...]
    names: Names
    snomed: tuple[str, ...]
    broader: str | None
    part_of: str | None

    @property
    def is_paired(self) -> bool:
        """Whether there is one on each side of the body."""
        return self.sides == LATERALITY["pair"]

    @property
    def is_drawn(self) -> bool:
        """Whether the maps show it; a free area is outlined by hand instead."""
        return self.sides != LATERALITY["any"]


@dataclass(frozen=True, slots=True)
class Regions:
    """The whole vocabulary, in the order of its file: head to foot."""

    all: tuple[Region, ...]
    side_names: tuple[tuple[str, Names], ...]
    side_codes: tuple[tuple[str, str], ...]

    def get(self, code: str) -> Region:
        """The region of that code; NotFound otherwise."""
        found = next((region for region in self.all if region.code == code), None)
        if found is None:
            raise NotFound(f"there is no body region '{code}'")
        return found

    def parts_of(self, code: str) -> tuple[Region, ...]:
        """The smaller regions of a whole such as the face."""
        return tuple(region for region in self.all if region.part_of == code)

    def name(self, code: str, language: str) -> str:
        """The region's name in a language, without its side."""
        return self.get(code).names.of(language)

    def side_name(self, side: str, language: str) -> str:
        """Right, left or midline in a language."""
        return dict(self.side_names)[side].of(language)

    def label(self, code: str, side: str, language: str) -> str:
        """The region with its side: "outer thigh, left"; a midline region by its name alone."""
        name = self.name(code, language)
        return name if side == "midline" else f"{name}, {self.side_name(side, language)}"

    def snomed_side(self, side: str) -> str | None:
        """The SNOMED qualifier of a side, where there is one."""
        return dict(self.side_codes).get(side)


def read_regions(text: str, file: str) -> Regions:
    """The vocabulary written in `text`; Mistake names the file and line of an error."""
    top = read(text, file).only("sides", "regions")
    sides = [(side, entry) for side, entry in top.get("sides").pairs()]
    regions = tuple(_region(code, entry) for code, entry in top.get("regions").pairs())
    codes = {region.code for region in regions}
    for code, entry in top.get("regions").pairs():
        whole = entry.find("part_of")
        if whole is not None and whole.word() not in codes:
            raise whole.mistake(f"'{whole.word()}' is not a region, so '{code}' is no part of it")
    return Regions(
        all=regions,
        side_names=tuple((side, _names(entry)) for side, entry in sides),
        side_codes=tuple(_side_codes(sides)),
    )


def _side_codes(sides: list[tuple[str, Entry]]) -> list[tuple[str, str]]:
    codes: list[tuple[str, str]] = []
    for side, entry in sides:
        found = entry.find("snomed")
        if found is not None:
            codes.append((side, found.word()))
    return codes


def _region(code: str, entry: Entry) -> Region:
    entry.only(*_FIELDS)
    snomed, broader, whole = entry.find("snomed"), entry.find("broader"), entry.find("part_of")
    return Region(
        code=code,
        sides=LATERALITY[entry.get("sides").choice(*LATERALITY)],
        names=_names(entry),
        snomed=snomed.words() if snomed else (),
        broader=broader.word() if broader else None,
        part_of=whole.word() if whole else None,
    )


def _names(entry: Entry) -> Names:
    return Names(tuple((language, entry.get(language).word()) for language in LANGUAGES))
