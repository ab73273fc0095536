"""The signed screening says by which rules it was judged, and what today's would say."""

from PySide6.QtWidgets import QWidget

from mesodesk.core.ids import PatientId
from mesodesk.domain.screening.answers import Answer, Reply
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.ui.kit.panels.cards import Badge
from mesodesk.ui.screening.room import ScreeningRoom
from tests.rule_changes import kept, signed, strict_keloid

SHIPPED = knowledge.rules().version


def badges(card: QWidget) -> list[str]:
    return [one.accessibleName() for one in card.findChildren(Badge)]


def test_that_a_screening_by_the_rules_in_force_finds_the_same(
    room: ScreeningRoom, desk: Desk, patient_id: PatientId
) -> None:
    room.shelf_presenter.open(signed(desk, patient_id).screening.id)
    card = room.signed_view.rejudged
    assert card.isVisible()
    assert card.lines == (f"Judged by version {SHIPPED}; today's rules ({SHIPPED}) find the same.",)
    assert badges(card) == []


def test_that_other_rules_show_what_they_find_otherwise(
    room: ScreeningRoom, desk: Desk, patient_id: PatientId
) -> None:
    done = signed(desk, patient_id, Answer("keloid", Reply.YES)).screening
    kept(desk, strict_keloid())
    room.shelf_presenter.open(done.id)
    card = room.signed_view.rejudged
    assert card.lines[:2] == (
        f"Judged by version {SHIPPED}: Clinician's decision needed.",
        f"By today's rules ({SHIPPED} + clinic 1): Not suitable.",
    )
    assert card.lines[2].startswith("Found then, not now (Decide): Answered yes: a tendency to")
    assert card.lines[3].startswith("Found now, not then (Not suitable): Answered yes")
    assert badges(card) == ["Caution: Today's rules come to something else."]
