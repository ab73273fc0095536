"""The shipped tables of conditions, read once for all tests of the conditions."""

from pathlib import Path

import pytest

from mesodesk.domain.conditions.recogniser import ConditionRecogniser
from mesodesk.domain.conditions.vocabulary import Vocabulary, read_vocabulary

_FOLDER = Path(__file__).resolve().parents[4] / "resources" / "conditions"


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return read_vocabulary({p.name: p.read_text("utf-8") for p in _FOLDER.glob("*.csv")})


@pytest.fixture(scope="session")
def recogniser(vocabulary: Vocabulary) -> ConditionRecogniser:
    return ConditionRecogniser(vocabulary)
