"""Two people at one record: each opens it by name, and one takes over where the other locked."""

from mesodesk.ui.kit.form.choice_fields import ChoiceField
from tests.journeys.conftest import PASSWORD, SetUp
from tests.journeys.program import Program
from tests.override import THEIRS, add_colleague


def test_that_each_signs_in_by_name_and_takes_over_at_the_lock(
    program: Program, set_up: SetUp
) -> None:
    desk, _ = set_up()
    ben = add_colleague(desk)
    desk.close()
    program.start()
    program.until(lambda: any(one.isVisible() for one in program.every(ChoiceField)))
    choice = program.find(ChoiceField)
    choice.set_value(ben.id)
    choice.edited.emit()
    program.sign_in(THEIRS)
    assert program.desk.author.name == "Dr Ben Okafor"

    program.hands.press("Ctrl+L")
    program.until(lambda: program.window.is_locked)
    lock = program.window.lock_screen
    program.hands.type(PASSWORD)  # Ana's, under Ben's name
    program.hands.press("Return")
    program.until(lambda: lock.panel.field.problem)
    assert program.desk.author.name == "Dr Ben Okafor"
    lock.who.set_value(next(key for key, name in lock_people(program) if "Ana" in name))
    lock.who.edited.emit()
    lock.panel.clear()
    program.hands.type(PASSWORD)
    program.hands.press("Return")
    program.until(lambda: not program.window.is_locked)
    assert program.desk.author.name == "Dr Ana Lindqvist"
    assert "Dr Ana Lindqvist" in program.window.work.foot.words[0]


def lock_people(program: Program) -> list[tuple[str, str]]:
    """Whom the lock screen offers."""
    box = program.window.lock_screen.who.box
    return [(str(box.itemData(at)), box.itemText(at)) for at in range(box.count())]
