"""Domain: injection techniques, with their ranges of depth, spacing, needle and volume."""

from dataclasses import dataclass
from decimal import Decimal

from mesodesk.domain.phrases import Basis, Phrase, read_basis, read_phrase
from mesodesk.domain.source import Entry, read


@dataclass(frozen=True, slots=True)
class Span:
    """A range of a measure, both ends inside; an end that the sources leave open is None."""

    low: Decimal | None
    high: Decimal | None

    def holds(self, value: Decimal) -> bool:
        """Whether `value` lies in the range, its ends included."""
        above = self.low is None or value >= self.low
        return above and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True)
class Technique:
    """One technique of the picklist; a span is None where the sources give no figure."""

    code: str
    name: Phrase
    note: Phrase | None
    depth_mm: Span | None
    spacing_mm: Span | None
    volume_per_point_ml: Span | None
    needles: tuple[str, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of the skin for the depth ruler, in millimetres from the surface."""

    code: str
    name: Phrase
    depth_mm: Span
    basis: Basis


@dataclass(frozen=True, slots=True)
class TechniqueTable:
    """Every technique, needle, gun mode and skin layer the session screen offers."""

    techniques: tuple[Technique, ...]
    layers: tuple[Layer, ...]

    def technique(self, code: str) -> Technique:
        """The technique of that code; KeyError if there is none."""
        for technique in self.techniques:
            if technique.code == code:
                return technique
        raise KeyError(code)

    def layer_at(self, depth_mm: Decimal) -> Layer:
        """The layer a needle tip at `depth_mm` reaches; beyond the last one, the last."""
        for layer in self.layers:
            if layer.depth_mm.high is None or depth_mm <= layer.depth_mm.high:
                return layer
        return self.layers[-1]


def read_techniques(text: str, file: str) -> TechniqueTable:
    """The technique file. Raises Mistake, naming file and line."""
    top = read(text, file).only("techniques", "layers")
    return TechniqueTable(
        tuple(_technique(item) for item in top.get("techniques").items()),
        tuple(_layer(item) for item in top.get("layers").items()),
    )


def _technique(entry: Entry) -> Technique:
    entry.only(
        "code", "en", "fr", "note", "depth_mm", "spacing_mm", "volume_per_point_ml",
        "needles", "source", "tier",
    )  # fmt: skip
    note, needles = entry.find("note"), entry.find("needles")
    return Technique(
        code=entry.get("code").word(),
        name=read_phrase(entry),
        note=read_phrase(note) if note else None,
        depth_mm=_span(entry.find("depth_mm")),
        spacing_mm=_span(entry.find("spacing_mm")),
        volume_per_point_ml=_span(entry.find("volume_per_point_ml")),
        needles=needles.words() if needles else (),
        basis=read_basis(entry),
    )


def _layer(entry: Entry) -> Layer:
    depth = _span(entry.get("depth_mm"))
    assert depth is not None  # `get` refuses an absent range
    return Layer(entry.get("code").word(), read_phrase(entry), depth, read_basis(entry))


def _span(entry: Entry | None) -> Span | None:
    if entry is None:
        return None
    ends = [None if end.is_empty() else end.decimal() for end in entry.items()]
    if len(ends) != 2:
        raise entry.mistake("expected a range like [1, 4] here; ~ leaves an end open")
    low, high = ends
    if low is not None and high is not None and low > high:
        raise entry.mistake("the range ends before it begins")
    return Span(low, high)
