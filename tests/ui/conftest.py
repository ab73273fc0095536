"""The real record for tests of the window, as for those below it."""

from tests.unit.conftest import desk

__all__ = ["desk"]
