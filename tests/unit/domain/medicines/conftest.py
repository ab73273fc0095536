"""The shipped medicine vocabulary, read once for all tests of the medicines."""

from pathlib import Path

import pytest

from mesodesk.domain.medicines.recogniser import Recogniser
from mesodesk.domain.medicines.vocabulary import Vocabulary, read_vocabularies

_FOLDER = Path(__file__).resolve().parents[4] / "resources" / "medicines"


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return read_vocabularies({p.name: p.read_text("utf-8") for p in _FOLDER.glob("*.csv")})


@pytest.fixture(scope="session")
def recogniser(vocabulary: Vocabulary) -> Recogniser:
    return Recogniser(vocabulary)
