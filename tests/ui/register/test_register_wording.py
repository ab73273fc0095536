"""The audit trail's words: no event is shown by its code."""

from datetime import UTC, datetime

import pytest

from mesodesk.domain.register import AuditRow
from mesodesk.ui.register.wording import event_words

AT = datetime(2026, 3, 8, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("verb", "kind", "said"),
    [
        ("sign", "session", "signed a session"),
        ("reprint", "sheet", "reprinted a sheet"),
        ("outcome", "sheet", "noted how the printing or saving of a sheet ended"),
        ("trace", "lot", "looked up who received a lot"),
    ],
)
def test_that_an_event_is_said_as_a_sentence(verb: str, kind: str, said: str) -> None:
    assert event_words(AuditRow(1, AT, "Dr A", verb, kind, "s", "p", "Zoë", ())) == said
