"""The session presenters without a window, with a runner that answers when it is told to."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar

import pytest

from mesodesk.core.errors import MesoDeskError
from mesodesk.domain.changes import Changes
from mesodesk.services.desk import Desk
from mesodesk.services.treatments.drafts import drafts_of, save_draft
from mesodesk.services.treatments.reading import signed_session
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.errand import Errand
from mesodesk.ui.kit.runner import Job
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.session.presenter import SessionPresenter, concerned
from tests.ui.session.conftest import PIN
from tests.unit.services.treatments.visits import Visit, add_recipe, component

# timers and signals live in an application
pytestmark = pytest.mark.usefixtures("qapp")
T = TypeVar("T")


class LateRunner:
    """Does what it was asked, in order, only when `catch_up` is called: a busy record."""

    def __init__(self) -> None:
        self.waiting: deque[Errand[Any]] = deque()

    def ask(
        self,
        question: Callable[[], T],
        answer: Callable[[T], object],
        trouble: Callable[[MesoDeskError], object] | None = None,
    ) -> Job:
        errand = Errand(question, answer, trouble)
        self.waiting.append(errand)
        return errand

    compute = ask

    def catch_up(self) -> None:
        while self.waiting:
            errand = self.waiting.popleft()
            errand.run()
            errand.deliver(_never)


def _never(error: Exception) -> None:
    raise error


class Chair:
    """A presenter with its late runner and the session of a visit taken up."""

    def __init__(self, desk: Desk, visit: Visit) -> None:
        self.runner, self.desk, self.visit = LateRunner(), desk, visit
        self.prompter = ScriptedPrompter()
        self.presenter = SessionPresenter(desk, self.runner, Announcer(), self.prompter)
        self.said: list[str] = []
        self.steps: list[str] = []
        self.presenter.troubled.connect(self.said.append)
        self.presenter.advanced.connect(self.steps.append)
        bare = (component(visit.caffeine, None, "4"), component(visit.lidocaine, None, "1"))
        self.session = replace(visit.session, components=bare)
        save_draft(desk, self.session, "Cellulite", {})
        self.presenter.open(visit.patient_id, self.session.id)
        self.runner.catch_up()

    def lots(self) -> list[str]:
        session = self.presenter.book.session
        return [part.lot_number for part in session.components] if session else []


@pytest.fixture
def chair(desk: Desk, visit: Visit) -> Chair:
    """The presenter of a prepared visit."""
    return Chair(desk, visit)


def test_that_two_quick_scans_both_count(chair: Chair) -> None:
    chair.presenter.mixture.scan("LID-202")
    chair.presenter.mixture.scan("CAF-101")
    chair.runner.catch_up()
    assert chair.lots() == ["CAF-101", "LID-202"]
    chair.presenter.leave()


def test_that_a_bad_scan_does_not_swallow_the_next(chair: Chair) -> None:
    heard: list[str] = []
    chair.presenter.mixture.not_taken.connect(heard.append)
    chair.presenter.mixture.scan("NOWHERE")
    chair.presenter.mixture.scan("CAF-101")
    chair.runner.catch_up()
    assert chair.lots() == ["CAF-101", ""]
    assert len(heard) == 1
    chair.presenter.leave()


def test_that_a_scan_does_not_undo_what_was_typed_meanwhile(chair: Chair) -> None:
    chair.presenter.mixture.scan("CAF-101")
    chair.presenter.signing.set_note("typed meanwhile")
    chair.presenter.zones.add("hip", "left", 3)
    chair.runner.catch_up()
    session = chair.presenter.book.session
    assert session is not None
    assert (session.note, len(session.zones)) == ("typed meanwhile", 3)
    assert chair.lots() == ["CAF-101", ""]
    chair.presenter.leave()


def test_that_no_late_save_brings_a_signed_draft_back(chair: Chair) -> None:
    presenter = chair.presenter
    for lot in ("CAF-101", "LID-202"):
        presenter.mixture.scan(lot)
    chair.runner.catch_up()
    presenter.signing.sign(PIN)
    presenter.signing.set_note("typed while it was being signed")
    assert not presenter.book._timer.isActive()
    chair.runner.catch_up()
    assert drafts_of(chair.desk) == ()
    assert signed_session(chair.desk, chair.session.id).session.note == ""
    assert presenter.signing.shown is not None


def test_that_a_refused_signature_goes_on_saving(chair: Chair) -> None:
    chair.presenter.signing.sign("0000")
    chair.runner.catch_up()
    assert chair.presenter.book._timer.isActive()
    chair.presenter.leave()


def test_that_the_next_step_waits_until_the_gates_were_read(chair: Chair) -> None:
    chair.steps.clear()
    chair.presenter.mixture.scan("CAF-101")
    chair.presenter.mixture.scan("LID-202")
    assert chair.steps == []
    chair.runner.catch_up()
    assert chair.steps[-1] == "start"
    chair.presenter.start_treating()
    chair.runner.catch_up()
    assert chair.steps[-1] == "response"
    chair.presenter.zones.none_for_all()
    chair.presenter.advance()
    chair.runner.catch_up()
    assert chair.steps[-1] == "sign"
    chair.presenter.leave()
    chair.runner.catch_up()


def test_that_a_start_is_refused_in_the_gates_words(chair: Chair) -> None:
    chair.presenter.start_treating()
    chair.runner.catch_up()
    assert chair.said == [
        "Cafeine Lindane: the lot is not recorded. Lido Quay: the lot is not recorded."
    ]
    assert not chair.presenter.book.is_started
    assert chair.steps[-1] == "mixture"
    chair.presenter.leave()


def test_that_the_recipe_fills_the_mixture_or_says_that_there_is_none(chair: Chair) -> None:
    mixture = chair.presenter.mixture
    mixture.use_recipe()
    chair.runner.catch_up()
    assert chair.said == ["No products are planned, and there is no default recipe yet."]
    add_recipe(chair.desk, ((chair.visit.caffeine, "6"),))
    mixture.use_recipe()
    chair.runner.catch_up()
    assert [part.volume_ml for part in mixture.components] == [Decimal(6)]
    chair.presenter.leave()
    chair.runner.catch_up()


def test_that_a_session_entered_late_keeps_its_own_time_at_the_start(chair: Chair) -> None:
    presenter, then = chair.presenter, chair.session.treated_at
    presenter.signing.set_treated_at(then.replace(day=13))
    chair.runner.catch_up()
    for lot in ("CAF-101", "LID-202"):
        presenter.mixture.scan(lot)
    chair.runner.catch_up()
    presenter.start_treating()
    chair.runner.catch_up()
    session = presenter.book.session
    assert session is not None and session.treated_at.day == 13
    presenter.leave()
    chair.runner.catch_up()


def test_that_saving_says_when(chair: Chair) -> None:
    heard: list[datetime] = []
    chair.presenter.book.saved.connect(heard.append)
    chair.presenter.signing.set_note("soon")
    chair.presenter.leave()
    chair.runner.catch_up()
    assert heard == [chair.desk.clock.now()]


def test_that_only_what_touches_the_session_concerns_it(visit: Visit) -> None:
    assert concerned(Changes(lots=frozenset({"l"})), None)
    assert concerned(Changes(patients=frozenset({visit.patient_id})), visit.patient_id)
    assert not concerned(Changes(patients=frozenset({"other"})), visit.patient_id)
    assert not concerned(Changes(sheets=frozenset({"s"})), visit.patient_id)
