"""Tests: the shipped rules, and the words that a clinic's rule may be about."""

import pytest

from mesodesk.core.paths import resources
from mesodesk.domain.rulebook.overlay import Vocabulary
from mesodesk.domain.screening.rule_file import read_rules
from mesodesk.domain.screening.rules import RuleBook


@pytest.fixture(scope="session")
def shipped() -> RuleBook:
    """The shipped rules."""
    path = resources() / "rules" / "contraindications.yaml"
    return read_rules(path.read_text(encoding="utf-8"), path.name)


@pytest.fixture(scope="session")
def known() -> Vocabulary:
    """A few words of each kind."""
    return Vocabulary(
        frozenset({"submental", "abdomen"}),
        frozenset({"hyaluronidase", "fish"}),
        frozenset({"antithrombotic", "salicylate", "insulin", "nsaid"}),
    )
