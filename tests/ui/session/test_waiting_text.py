"""What cannot be read yet, or was not entered yet, comes back with the draft as it was typed."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mesodesk.domain.treatments import Session
from mesodesk.services.treatments.drafts import save_draft
from mesodesk.services.treatments.reading import signed_session
from mesodesk.ui.kit.form.decimal_field import DecimalField
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.session.writing_page import MIXTURE, ZONE, WritingPage
from tests.ui.session.conftest import PIN, Scene

Key = Qt.Key


def write(scene: Scene, session: Session) -> WritingPage:
    """Open a session as a draft left it."""
    save_draft(scene.desk, session, "Cellulite", {})
    scene.room.go_to(Destination("session", scene.visit.patient_id, "session", session.id))
    return scene.room.writing_page


def killed_and_resumed(scene: Scene) -> WritingPage:
    """The draft was saved in time, the program killed, and the draft opened again."""
    book = scene.room.presenter.book
    assert book.session is not None
    kept = book.session.id
    book.save_now()
    book.close()
    scene.room.writing_page.zones.picker.line.clear()
    scene.room.writing_page.mixture.scan.line.clear()
    scene.room.presenter.resume(kept)
    return scene.room.writing_page


def number(page: WritingPage, name: str) -> DecimalField:
    """A number of the chosen zone."""
    field = page.inspector.form.field(name)
    assert isinstance(field, DecimalField)
    return field


def retype(field: DecimalField, text: str) -> None:
    """Type over what stands there."""
    field.take_focus()
    field.line.selectAll()
    QTest.keyClicks(field.line, text)


def test_that_a_number_that_cannot_be_read_keeps_its_text_through_kill_and_resume(
    scene: Scene,
) -> None:
    page = write(scene, scene.visit.session)
    page.show_tab(ZONE)
    retype(number(page, "volume_per_point_ml"), "x0.05")
    page = killed_and_resumed(scene)
    page.show_tab(ZONE)
    again = number(page, "volume_per_point_ml")
    assert (again.line.text(), again.problem) == ("x0.05", "This is not a number.")
    assert scene.room.presenter.zones.zones[-1].volume_per_point_ml == Decimal("0.1")
    retype(again, "0.05")
    assert scene.room.presenter.zones.zones[-1].volume_per_point_ml == Decimal("0.05")
    page = killed_and_resumed(scene)
    assert number(page, "volume_per_point_ml").line.text() == "0.05"
    assert number(page, "volume_per_point_ml").problem == ""


def test_that_an_unread_number_neither_stops_its_neighbours_nor_goes_when_another_is_typed(
    scene: Scene,
) -> None:
    page = write(scene, scene.visit.session)
    page.show_tab(ZONE)
    retype(number(page, "depth_mm"), "deep")
    retype(number(page, "point_count"), "12")
    assert scene.room.presenter.zones.zones[-1].point_count == 12
    assert number(page, "depth_mm").line.text() == "deep"
    assert number(page, "depth_mm").problem == "This is not a number."


def test_that_an_unread_number_belongs_to_its_own_zone(scene: Scene) -> None:
    page = write(scene, scene.visit.session)
    page.show_tab(ZONE)
    retype(number(page, "depth_mm"), "deep")
    scene.room.presenter.zones.step(-1)
    assert number(page, "depth_mm").line.text() != "deep"
    assert number(page, "depth_mm").problem == ""
    scene.room.presenter.zones.step(1)
    assert number(page, "depth_mm").line.text() == "deep"


def test_that_volumes_of_the_mixture_and_what_is_drawn_up_wait_too(scene: Scene) -> None:
    page = write(scene, scene.visit.session)
    page.show_tab(MIXTURE)
    retype(page.mixture._cards[1].volume, "1-")
    retype(page.mixture.drawn, "five")
    page = killed_and_resumed(scene)
    card = page.mixture._cards[1]
    assert (card.volume.line.text(), card.volume.problem) == ("1-", "This is not a number.")
    assert (page.mixture.drawn.line.text(), page.mixture.drawn.problem) == (
        "five",
        "This is not a number.",
    )
    assert page.mixture._cards[0].volume.problem == ""


def test_that_text_waiting_to_be_entered_comes_back_and_never_into_another_session(
    scene: Scene,
) -> None:
    page = write(scene, scene.visit.session)
    QTest.keyClicks(page.zones.picker.line, "thi l 2")
    page.show_tab(MIXTURE)
    QTest.keyClicks(page.mixture.scan.line, "CAF-")
    page = killed_and_resumed(scene)
    assert page.zones.picker.line.text() == "thi l 2"
    assert page.mixture.scan.line.text() == "CAF-"
    scene.room.presenter.begin(scene.visit.course.id)
    assert (page.zones.picker.line.text(), page.mixture.scan.line.text()) == ("", "")


def test_that_a_session_with_an_unread_number_is_signed_only_once_it_is_mended(
    scene: Scene,
) -> None:
    page = write(scene, replace(scene.visit.session))
    page.show_tab(ZONE)
    retype(number(page, "depth_mm"), "deep")
    scene.room.presenter.zones.step(-1)
    scene.room.presenter.signing.sign(PIN)
    assert page.sign.secret.problem == (
        "A number cannot be read: zone 2. Mend or empty it, then sign."
    )
    scene.room.presenter.zones.step(1)
    retype(number(page, "depth_mm"), "6")
    scene.room.presenter.signing.sign(PIN)
    done = signed_session(scene.desk, scene.visit.session.id).session
    assert done.zones[1].depth_mm == Decimal(6)
