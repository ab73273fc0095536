"""The rules room on a real record: read, narrowed, changed as a form and as text, and signed."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mesodesk.domain.rulebook.comparing import Dimension, Loosening
from mesodesk.domain.rulebook.differences import RuleLine, Standing, rule_lines
from mesodesk.domain.screening.rules import RuleClass, Wait
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.rules import editing
from mesodesk.services.rules.in_force import rules_in_force
from mesodesk.services.rules.names import rule_names
from mesodesk.store import rules as rule_store
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.at_once import DirectRunner
from mesodesk.ui.kit.form.choice_fields import ChoiceField
from mesodesk.ui.kit.panels.cards import Card
from mesodesk.ui.kit.room import Destination
from mesodesk.ui.kit.scripted import ScriptedPrompter
from mesodesk.ui.rules import plain_words
from mesodesk.ui.rules.filtering import FOUNDING, NOT_SHIPPED, Wanted, filtered
from mesodesk.ui.rules.rule_form import RuleForm
from mesodesk.ui.rules.rule_values import new_rule, rule_of
from mesodesk.ui.rules.view import RulesRoom
from mesodesk.ui.rules.wording import milder_words, part_name
from tests.override import THEIRS, add_colleague
from tests.rule_changes import WHY, kept, strict_keloid
from tests.unit.conftest import PASSWORD

CODES = [rule.code for rule in knowledge.rules().rules]
NAMES = rule_names("en")
DAY = date(2026, 3, 14)


@pytest.fixture
def prompter() -> ScriptedPrompter:
    return ScriptedPrompter()


@pytest.fixture
def room(qtbot: QtBot, desk: Desk, prompter: ScriptedPrompter) -> RulesRoom:
    announcer = Announcer()
    made = RulesRoom(desk, DirectRunner(), announcer, prompter)
    announcer.announced.connect(lambda changes, _origin: made.on_changes(changes))
    qtbot.addWidget(made)
    made.resize(1270, 660)
    made.show()
    return made


def told(room: RulesRoom) -> str:
    """Everything that the reader says."""
    return words_of(room.browse.reader)


def words_of(page: QWidget) -> str:
    """Everything that a page says."""
    return "\n".join(one.text() for one in page.findChildren(QLabel))


def lines() -> tuple[RuleLine, ...]:
    return rule_lines(knowledge.rules(), knowledge.rules())


def form(room: RulesRoom) -> RuleForm:
    assert room.frame is not None
    assert isinstance(room.frame.form, RuleForm)
    return room.frame.form


def change_class(room: RulesRoom, code: str, rule_class: RuleClass) -> None:
    room.browse.highlight(code)
    room.browse.reader.edit_button.click()
    form(room).field("class").set_value(rule_class.value)
    assert room.frame is not None
    room.frame.save_button.click()


def test_that_every_rule_is_listed_and_the_version_in_force_is_named(room: RulesRoom) -> None:
    assert [line.code for line in room.browse.table.rows] == CODES
    assert f"In force: {knowledge.rules().version}" == room.browse.version.text()


def test_that_a_rule_reads_in_plain_words_with_an_example_of_its_waiting_time(
    room: RulesRoom,
) -> None:
    room.browse.highlight("recent_birth")
    text = told(room)
    assert "Yes to “Have you given birth in the last six weeks? On which day?”." in text
    assert "42 days, counted from a birth once it is over." in text
    assert "a birth on 14 Mar 2026 – earliest 25 Apr 2026." in text
    assert "English: After a birth your body needs six weeks of rest" in text
    assert "French: Après un accouchement" in text
    assert "B: training or trade" in text


def test_that_a_medicine_rule_names_its_codes_and_never_a_waiting_time(room: RulesRoom) -> None:
    room.browse.highlight("insulin_diabetes")
    text = told(room)
    assert "A medicine is taken that is an insulin." in text
    assert "ATC codes beginning with A10A." in text
    assert "Waiting time" in text
    assert "None. A medicine stays as prescribed" in text
    assert "One of the founding document's stops." in text
    assert room.browse.reader.off_button.isHidden()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_that_every_rule_can_be_told(code: str, language: str) -> None:
    book = knowledge.rules()
    rule = book.rule(code)
    names = rule_names(language)
    assert plain_words.triggers(rule, book, 5, language)
    assert "_" not in plain_words.concerns(rule, names)
    assert all(plain_words.wait(rule, DAY))
    assert all(plain_words.sources(rule, book))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(words="A10A"), ["insulin_diabetes"]),
        (Wanted(words="chéloïdes"), ["keloid"]),
        (Wanted(words="bee wasp hyaluronidase"), ["venom_allergy"]),
        (Wanted(rule_class="absolute", page="today"), [
            "pregnancy", "planning_pregnancy", "breastfeeding", "recent_birth", "infection",
            "active_herpes",
        ]),
        (Wanted(source="LIPO"), ["recent_liposuction"]),
        (Wanted(source="GK", page="allergies"), [
            "fish_allergy", "local_anaesthetic_allergy", "sulfite_allergy", "latex_allergy",
        ]),
        (Wanted(standing=NOT_SHIPPED), []),
        (Wanted(words="xyzzy"), []),
    ],
)  # fmt: skip
def test_that_the_list_is_narrowed_by_words_class_page_and_source(
    wanted: Wanted, found: list[str]
) -> None:
    assert [line.code for line in filtered(lines(), wanted)] == found


def test_that_the_founding_stops_have_a_filter_of_their_own() -> None:
    found = filtered(lines(), Wanted(rule_class=FOUNDING))
    assert len(found) == 6
    assert all(line.rule.is_founding for line in found)


def test_that_typing_narrows_the_list_and_shows_the_first(room: RulesRoom, qtbot: QtBot) -> None:
    qtbot.keyClicks(room.browse.search, "A10A")
    assert [line.code for line in room.browse.table.rows] == ["insulin_diabetes"]
    assert "Insulin-dependent diabetes" in told(room)
    room.browse.search.clear()
    room.browse.kinds.setCurrentIndex(room.browse.kinds.findData("open"))
    assert {line.rule.rule_class for line in room.browse.table.rows} == {RuleClass.OPEN}


@pytest.mark.parametrize("code", CODES)
def test_that_the_form_reads_back_every_rule_as_it_is(qtbot: QtBot, code: str) -> None:
    rule = knowledge.rules().rule(code)
    made = RuleForm(rule, NAMES)
    qtbot.addWidget(made)
    assert rule_of(made.values(), rule) == rule


def test_that_a_changed_rule_waits_as_a_draft_and_is_compared_with_shipped(
    room: RulesRoom, desk: Desk
) -> None:
    change_class(room, "keloid", RuleClass.ABSOLUTE)
    assert rules_in_force(desk) == knowledge.rules()
    assert room.browse.waiting.isVisible()
    assert "One changed rule is not in force yet." in room.browse.waiting.message
    room.browse.highlight("keloid")
    text = told(room)
    assert "Differs from shipped in" in text
    assert "Relative: the clinician decides, and writes down why." in text
    assert room.browse.reader.shipped_button.isVisible()


def test_that_a_text_by_which_no_rule_differs_is_said_to_be_just_that(room: RulesRoom) -> None:
    room.browse.highlight("keloid")
    room.browse.reader.text_button.click()
    room.text.back_button.click()
    assert room.browse.waiting.message.startswith("Your text differs")


def test_that_a_signed_draft_comes_in_force_with_its_reason(
    room: RulesRoom, desk: Desk, prompter: ScriptedPrompter
) -> None:
    change_class(room, "keloid", RuleClass.ABSOLUTE)
    room.browse.waiting.action_button.click()
    said = words_of(room.review)
    assert "A tendency to keloids: changed by the clinic" in said
    assert ("In force: Relative" in said, "New: Absolute" in said) == (True, True)
    room.review.why.set_value("Agreed on 3 March.")
    prompter.will_answer(PASSWORD)
    room.review.sign_button.click()
    assert rules_in_force(desk).rule("keloid").rule_class is RuleClass.ABSOLUTE
    assert editing.versions(desk)[0].why == "Agreed on 3 March."
    assert room.browse.waiting.isHidden()
    assert "in force" in room.browse.notice.message


def test_that_a_reason_or_signature_that_is_not_given_leaves_the_draft(
    room: RulesRoom, desk: Desk, prompter: ScriptedPrompter
) -> None:
    change_class(room, "keloid", RuleClass.ABSOLUTE)
    room.browse.waiting.action_button.click()
    room.review.sign_button.click()
    assert "Say why" in room.review.why.problem
    room.review.why.set_value("Because.")
    for answer in (None, "not the password"):
        prompter.will_answer(answer)
        room.review.sign_button.click()
    assert room.review.why.value() == "Because."
    assert rules_in_force(desk) == knowledge.rules()
    assert "neither your password nor your PIN" in room.review.notice.message
    assert editing.open_sheet(desk).is_changed


def test_that_the_review_says_each_part_as_it_is_and_as_it_would_be(room: RulesRoom) -> None:
    room.browse.highlight("recent_birth")
    room.browse.reader.edit_button.click()
    form(room).set_values({"wait": Decimal(60), "wording_en": "Too soon.", "asks_date": True})
    assert room.frame is not None
    room.frame.save_button.click()
    room.browse.waiting.action_button.click()
    said = words_of(room.review)
    for told in (
        "Waiting time",
        "In force: 42 days, counted from a birth once it is over.",
        "New: 60 days, counted from a birth once it is over.",
        "In force: English: Less than six weeks after giving birth.",
        "New: English: Too soon.",
    ):
        assert told in said
    assert "French" not in said


def loosen_stroke(room: RulesRoom) -> None:
    text = editing.with_rule("", knowledge.rules().rule("stroke"))
    text = text.replace("    founding: yes\n", "").replace("class: absolute", "class: relative")
    text = text.replace("tier: SEED", "tier: CLINIC")
    room.browse.text_button.click()
    room.text.text.setPlainText(text)
    room.text.back_button.click()
    room.browse.waiting.action_button.click()


def test_that_a_milder_founding_stop_is_refused_in_words_without_a_second_clinician(
    room: RulesRoom, desk: Desk
) -> None:
    loosen_stroke(room)
    room.review.why.set_value("It is in the way.")
    assert "A stop of the founding document becomes milder." in words_of(room.review)
    room.review.sign_button.click()
    assert "a second clinician of this clinic, and there is none" in room.review.notice.message
    assert rules_in_force(desk) == knowledge.rules()


def test_that_a_milder_founding_stop_needs_the_second_clinicians_signature(
    room: RulesRoom, desk: Desk, prompter: ScriptedPrompter
) -> None:
    colleague = add_colleague(desk)
    loosen_stroke(room)
    room.review.why.set_value("Both of us agreed.")
    prompter.will_answer(PASSWORD, (colleague.name, THEIRS))
    room.review.sign_button.click()
    assert rules_in_force(desk).rule("stroke").rule_class is RuleClass.RELATIVE
    (version,) = editing.versions(desk)
    assert version.second is not None
    assert version.second.name == colleague.name


def test_that_a_broken_text_says_line_and_reason_and_loses_nothing(
    room: RulesRoom, desk: Desk
) -> None:
    broken = editing.with_rule("", knowledge.rules().rule("keloid"))
    broken = broken.replace("class: relative", "class: deadly")
    room.browse.text_button.click()
    room.text.text.setPlainText(broken)
    room.text.typed.emit(broken)
    assert room.text.notice.message.startswith("Line 6: 'deadly' is not one of")
    assert room.text.text.marked == 6
    room.text.notice.action_button.click()
    assert room.text.text.textCursor().blockNumber() == 5
    room.text.back_button.click()
    assert "Line 6 of your changes cannot be read" in room.browse.waiting.message
    assert editing.open_sheet(desk).text == broken
    room.browse.waiting.action_button.click()
    assert room.text.text.toPlainText() == broken
    room.text.text.setPlainText(broken.replace("deadly", "absolute"))
    room.text.back_button.click()
    assert "One changed rule" in room.browse.waiting.message


def test_that_one_rule_is_edited_as_text_at_its_own_line(room: RulesRoom) -> None:
    change_class(room, "keloid", RuleClass.ABSOLUTE)
    room.browse.highlight("tia")
    room.browse.reader.text_button.click()
    assert room.text.isVisible()
    assert room.text.text.textCursor().block().text() == "  - code: tia"
    assert "one rule differs" in room.text.notice.message


def test_that_typed_text_is_kept_within_two_seconds(
    room: RulesRoom, desk: Desk, qtbot: QtBot
) -> None:
    room.browse.text_button.click()
    with qtbot.waitSignal(room.saved, timeout=2000):
        qtbot.keyClicks(room.text.text, "off: [planned_event]")
    assert editing.open_sheet(desk).text == "off: [planned_event]"


def test_that_a_rule_is_switched_off_and_on_again(room: RulesRoom) -> None:
    room.browse.highlight("planned_event")
    room.browse.reader.off_button.click()
    line = room.browse.table.highlighted()
    assert line is not None
    assert line.standing is Standing.OFF
    assert room.browse.reader.edit_button.isHidden()
    assert room.browse.reader.shipped_button.text() == "Switch &on again"
    room.browse.reader.shipped_button.click()
    assert room.browse.waiting.isHidden()


def test_that_changes_are_put_aside_after_asking(
    room: RulesRoom, desk: Desk, prompter: ScriptedPrompter
) -> None:
    change_class(room, "keloid", RuleClass.ABSOLUTE)
    prompter.will_answer(False)
    room.review.drop_button.click()
    assert editing.open_sheet(desk).is_changed
    prompter.will_answer(True)
    room.review.drop_button.click()
    assert not editing.open_sheet(desk).is_changed
    assert room.browse.waiting.isHidden()


def test_that_an_own_rule_is_made_in_the_form(room: RulesRoom) -> None:
    room.browse.new_button.click()
    made = form(room)
    made.set_values(
        {
            "name_en": "a fresh tattoo",
            "question_en": "Have you had a tattoo in the last month?",
            "asks_date": True,
            "class": "precaution",
            "areas": ("abdomen",),
            "wait": Decimal(1),
            "wait_unit": "months",
            "wait_from": "surgery",
            "wording_en": "Fresh tattoo at the site.",
            "patient_en": "We wait until the tattoo has healed.",
        }
    )
    assert room.frame is not None
    room.frame.save_button.click()
    own = room.browse.table.rows[-1]
    assert (own.code, own.standing) == ("own_a_fresh_tattoo", Standing.OWN)
    assert own.rule.wait == Wait(1, 0, "surgery")
    assert own.rule.question is not None
    assert own.rule.question.code == "own_a_fresh_tattoo"
    room.browse.highlight(own.code)
    assert "an operation on 14 Mar 2026 – earliest 14 Apr 2026." in told(room)
    room.browse.reader.shipped_button.click()
    assert len(room.browse.table.rows) == len(CODES)


def test_that_a_new_rule_may_be_about_a_medicine_and_then_has_no_waiting_time(
    room: RulesRoom,
) -> None:
    room.browse.new_button.click()
    room.edit(new_rule("medicine"))
    made = form(room)
    assert "wait" not in made.raw_values()
    made.set_values(
        {
            "name_en": "isotretinoin",
            "kind_en": "a retinoid",
            "atc": "d10ba01",
            "wording_en": "Isotretinoin.",
            "patient_en": "Your skin heals more slowly.",
        }
    )
    assert room.frame is not None
    room.frame.save_button.click()
    own = room.browse.table.rows[-1].rule
    assert own.medicine is not None
    assert own.medicine.prefixes == ("D10BA01",)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"patient_en": "Stop your aspirin for a week."}, "no text may advise to end a medicine"),
        (
            {"wait": Decimal(3), "wait_unit": "days", "wait_from": "surgery", "asks_date": False},
            "does not ask it",
        ),
        ({"sources": "NOBODY"}, "'NOBODY' is not among the file's sources"),
    ],
)
def test_that_a_form_that_cannot_be_a_rule_is_refused_and_stays_open(
    values: dict[str, object], said: str, room: RulesRoom, desk: Desk
) -> None:
    room.browse.highlight("keloid")
    room.browse.reader.edit_button.click()
    form(room).set_values(values)
    assert room.frame is not None
    room.frame.save_button.click()
    assert said.casefold() in room.frame.notice.message.casefold()
    assert "Line" not in room.frame.notice.message
    assert room.frame.isVisible()
    assert not editing.open_sheet(desk).is_changed


def test_that_the_form_of_a_founding_stop_offers_neither_a_class_nor_a_tier() -> None:
    made = RuleForm(knowledge.rules().rule("dvt"), NAMES)
    for name in ("class", "tier"):
        field = made.field(name)
        assert isinstance(field, ChoiceField)
        assert {field.box.itemData(n) for n in range(field.box.count())} <= {
            None,
            "absolute",
            "SEED",
        }


def test_that_a_waiting_time_without_unit_or_event_is_asked_about_and_not_guessed(
    room: RulesRoom, desk: Desk
) -> None:
    room.browse.highlight("keloid")
    room.browse.reader.edit_button.click()
    form(room).set_values({"wait": Decimal(3), "asks_date": True})
    assert room.frame is not None
    room.frame.save_button.click()
    said = [form(room).field(name).problem for name in ("wait_unit", "wait_from")]
    assert said == ["Say whether these are days or months.", "Say which event it is counted from."]
    assert not editing.open_sheet(desk).is_changed


def test_that_what_was_typed_in_a_form_and_left_is_back(room: RulesRoom) -> None:
    room.browse.highlight("keloid")
    room.browse.reader.edit_button.click()
    form(room).set_values({"wording_en": "Ask to see old scars."})
    assert room.frame is not None
    room.frame.draft_typed.emit(form(room).raw_values())
    room.frame.leave_button.click()
    room.browse.reader.edit_button.click()
    assert form(room).raw_values()["wording_en"] == "Ask to see old scars."
    assert "is back" in room.frame.notice.message


def test_that_the_forms_of_two_rules_keep_what_was_typed_apart(room: RulesRoom) -> None:
    for code in ("keloid", "tia"):
        room.browse.highlight(code)
        room.browse.reader.edit_button.click()
        form(room).set_values({"wording_en": f"About {code}."})
        assert room.frame is not None
        room.frame.draft_typed.emit(form(room).raw_values())
        room.frame.leave_button.click()
    room.browse.highlight("keloid")
    room.browse.reader.edit_button.click()
    assert form(room).raw_values()["wording_en"] == "About keloid."
    assert room.frame is not None
    room.frame.save_button.click()
    room.browse.reader.edit_button.click()
    assert room.frame is not None
    assert room.frame.notice.isHidden()
    room.frame.leave_button.click()
    room.browse.highlight("tia")
    room.browse.reader.edit_button.click()
    assert form(room).raw_values()["wording_en"] == "About tia."


def test_that_the_versions_are_read_and_an_earlier_one_taken_up_as_a_draft(
    room: RulesRoom, desk: Desk
) -> None:
    room.browse.versions_button.click()
    assert "None yet: the rules are as shipped." in words_of(room.review)
    assert not room.review.sign_button.isVisible()
    first = kept(desk, strict_keloid())
    kept(desk, "")
    room.read_again()
    said = words_of(room.review)
    assert ("Version 2, in force" in said, "Version 1" in said, WHY in said) == (True,) * 3
    (again,) = (
        one for one in room.review.findChildren(QPushButton) if "draft" in one.accessibleName()
    )
    again.click()
    assert editing.check(desk, editing.open_sheet(desk).text).book.rules == first.rules
    assert rules_in_force(desk).rules == knowledge.rules().rules
    assert room.review.sign_button.isVisible()
    assert "New: Absolute" in words_of(room.review)


def test_that_the_room_is_led_to_a_rule_and_steps_back_inside(room: RulesRoom) -> None:
    room.browse.text_button.click()
    assert room.step_back()
    assert not room.step_back()
    room.go_to(Destination("rules", item_id="stroke"))
    line = room.browse.table.highlighted()
    assert line is not None
    assert line.code == "stroke"


def test_that_the_keyboard_alone_reaches_form_and_text(room: RulesRoom, qtbot: QtBot) -> None:
    room.browse.highlight("keloid")
    qtbot.keyClick(room.browse.table, Qt.Key.Key_Return)
    assert room.frame is not None and room.frame.isVisible()
    room.step_back()
    qtbot.keyClick(room.browse.table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert room.text.isVisible()
    qtbot.keyClick(room.text.text, Qt.Key.Key_Escape)
    assert room.browse.isVisible()


def test_that_every_way_of_becoming_milder_and_every_part_has_words() -> None:
    for dimension in Dimension:
        told = milder_words(Loosening("x", dimension, "B01"))
        assert told and "{" not in told
    for line in lines():
        for part in ("rule_class", "medicine", "wait", "patient"):
            assert part_name(part) != part
        assert line.standing is Standing.SHIPPED


def test_that_cards_of_the_review_have_names(room: RulesRoom) -> None:
    change_class(room, "keloid", RuleClass.ABSOLUTE)
    names = {one.accessibleName() for one in room.review.findChildren(Card)}
    assert "What changes" in names


def test_that_rules_a_newer_program_cannot_read_are_mended_here(
    room: RulesRoom, desk: Desk, prompter: ScriptedPrompter
) -> None:
    with desk.store.work(desk.author) as work:
        rule_store.save_rules(work, "off: [gone_rule]\n", "then", "2025.1", None, 0)
    room.read_again()
    assert "'gone_rule' is not a shipped rule" in room.browse.waiting.message
    room.browse.waiting.action_button.click()
    room.text.text.setPlainText("off: [planned_event]\n")
    room.text.back_button.click()
    room.browse.waiting.action_button.click()
    room.review.why.set_value("The rule is gone.")
    prompter.will_answer(PASSWORD)
    room.review.sign_button.click()
    assert rules_in_force(desk).version == f"{knowledge.rules().version} + clinic 2"
