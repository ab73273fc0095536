"""The page where a session starts: what it says of the course that is to be gone on with."""

from dataclasses import replace
from datetime import date

from mesodesk.domain.courses.due import DueWindow
from mesodesk.services.treatments.reading import session_start
from mesodesk.ui.kit.panels.cards import Badge
from tests.ui.session.conftest import Scene


def test_that_a_session_is_overdue_since_the_same_day_as_on_the_chart(scene: Scene) -> None:
    # its day was the 8th, and a week of grace ended on the 15th
    grace = DueWindow(
        "session", 6, 8, date(2020, 3, 8), date(2020, 3, 8), date(2020, 3, 15), why=()
    )
    start = session_start(scene.desk, scene.visit.patient_id)
    late = replace(start, courses=tuple(replace(one, due=grace) for one in start.courses))
    scene.room.start_page.show_start(late, None)
    said = [badge.accessibleName() for badge in scene.room.start_page.findChildren(Badge)]
    assert "Caution: Session 6 of 8: overdue since 15 March 2020" in said
