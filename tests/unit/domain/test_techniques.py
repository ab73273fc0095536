"""Tests of domain.techniques against the clinical notes' technique table."""

from decimal import Decimal

import pytest

from mesodesk.core.paths import resources
from mesodesk.domain.source import Mistake
from mesodesk.domain.techniques import Span, TechniqueTable, read_techniques


def _text() -> str:
    return (resources() / "techniques" / "techniques.yaml").read_text("utf-8")


def _table() -> TechniqueTable:
    return read_techniques(_text(), "techniques.yaml")


@pytest.mark.parametrize(
    ("code", "low", "high"),
    [
        ("intra_epidermal", None, "1"),
        ("superficial_intradermal", "1", "2"),
        ("papule", "1", "2"),
        ("deep_intradermal", "2", "4"),
        ("point_by_point", "4", "12"),
        ("deep_hypodermal", "4", "10"),
    ],
)
def test_that_depths_are_those_of_the_sources(code: str, low: str | None, high: str) -> None:
    depth = _table().technique(code).depth_mm
    assert depth == Span(Decimal(low) if low else None, Decimal(high))


def test_that_the_licensed_lipolysis_grid_is_02_ml_every_10_mm() -> None:
    grid = _table().technique("lipolysis_grid")
    assert grid.volume_per_point_ml == Span(Decimal("0.2"), Decimal("0.2"))
    assert grid.spacing_mm == Span(Decimal(10), Decimal(10))
    assert grid.basis.tier == "A"


@pytest.mark.parametrize(
    ("depth", "layer"),
    [
        ("0.5", "epidermis"),
        ("0.51", "superficial_dermis"),
        ("2", "superficial_dermis"),
        ("4", "deep_dermis"),
        ("4.1", "hypodermis"),
        ("13", "hypodermis"),
    ],
)
def test_that_a_depth_reaches_its_layer(depth: str, layer: str) -> None:
    assert _table().layer_at(Decimal(depth)).code == layer


def test_that_a_span_holds_both_its_ends() -> None:
    span = Span(Decimal(1), Decimal(4))
    assert span.holds(Decimal(1))
    assert span.holds(Decimal(4))
    assert not span.holds(Decimal("0.9"))
    assert not span.holds(Decimal("4.1"))
    assert Span(None, Decimal(1)).holds(Decimal(0))
    assert Span(Decimal(4), None).holds(Decimal(99))


def test_that_the_indications_techniques_exist() -> None:
    known = {technique.code for technique in _table().techniques}
    assert len(known) == len(_table().techniques)
    with pytest.raises(KeyError):
        _table().technique("acupuncture")


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [("[3, 1]", "ends before it begins"), ("[1]", r"a range like \[1, 4\]")],
)
def test_that_a_wrong_range_is_a_mistake(wrong: str, reason: str) -> None:
    with pytest.raises(Mistake, match=reason):
        read_techniques(_text().replace("[1, 5]", wrong), "techniques.yaml")
