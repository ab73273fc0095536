"""The aftercare sheet: times and paragraphs for what was treated in this session."""

from dataclasses import replace

import pytest

from mesodesk.documents.aftercare import aftercare_pdf
from mesodesk.documents.shelf import aftercare_rules, sheet_wording
from mesodesk.domain.sheets.aftercare import AftercareBeside, ExpectedEffect, ZoneTreated
from tests.unit.documents.samples import (
    AFTERCARE,
    BELLY,
    FACE,
    HEAD,
    SCALP,
    THIGH,
    whole_text,
)

EN, FR = sheet_wording("en"), sheet_wording("fr")
RULES = aftercare_rules()


def test_that_a_face_treated_until_10_30_reads_no_make_up_until_22_30_of_that_day() -> None:
    text = whole_text(aftercare_pdf(AFTERCARE, RULES, EN))
    assert "No make-up on the treated skin until Saturday 14 March, 22:30 12 hours" in text


def test_that_the_same_time_stands_in_french() -> None:
    text = whole_text(aftercare_pdf(AFTERCARE, RULES, FR))
    assert "Pas de maquillage sur la peau traitée jusqu’à : samedi 14 mars à 22 h 30" in text


def test_that_the_longer_time_is_printed_with_the_zone_that_asks_for_it() -> None:
    text = whole_text(aftercare_pdf(replace(AFTERCARE, zones=(FACE, THIGH)), RULES, EN))
    assert "until Monday 16 March, 10:30" in text
    assert "48 hours, for: left outer thigh" in text


@pytest.mark.parametrize(
    ("zone", "heading"),
    [
        (FACE, "Your face and neck"),
        (SCALP, "Your scalp"),
        (BELLY, "Your body"),
        (THIGH, "After the injections that dissolve fat"),
    ],
)
def test_that_only_the_paragraphs_of_the_zones_treated_are_printed(
    zone: ZoneTreated, heading: str
) -> None:
    sheet = replace(AFTERCARE, zones=(zone,))
    text = whole_text(aftercare_pdf(sheet, RULES, EN))
    headings = {
        "Your face and neck",
        "Your scalp",
        "Your body",
        "After the injections that dissolve fat",
    }
    also = {"Your body"} if zone is THIGH else set()
    assert {found for found in headings if found in text} == {heading} | also


def test_that_scalp_work_says_until_when_the_hair_stays_unwashed() -> None:
    text = whole_text(aftercare_pdf(replace(AFTERCARE, zones=(SCALP,)), RULES, EN))
    assert "Do not wash your hair until Sunday 15 March, 07:00 the next morning" in text


def test_that_the_end_of_swelling_and_bruising_is_a_day_and_a_time() -> None:
    text = whole_text(aftercare_pdf(AFTERCARE, RULES, EN))
    # 14 March 10:30 and 36 h; and 7 days
    assert "Mild swelling: should be gone by Sunday 15 March, 22:30." in text
    assert "Bruising: should be gone by Saturday 21 March, 10:30." in text


def test_that_an_effect_may_name_its_zones() -> None:
    effect = ExpectedEffect("swelling", 240, None, ("left outer thigh",))
    text = whole_text(aftercare_pdf(replace(AFTERCARE, expected=(effect,)), RULES, EN))
    assert "Mild swelling (left outer thigh): should be gone by Tuesday 24 March, 10:30." in text


def test_that_it_says_whom_to_call_and_when() -> None:
    text = whole_text(aftercare_pdf(AFTERCARE, RULES, EN))
    for phrase in (
        "Call us the same day: +44 1632 960 001",
        "Call 112 at once",
        "A new lump or abscess at any time in the next 12 weeks",
        "We will ask how you are: 15 March 2026.",
        "Your next session: 28 March 2026, 09:00.",
        "Bring your list of medicines.",
        "Keep taking every medicine that was prescribed for you.",
    ):
        assert phrase in text


def test_that_without_telephone_and_number_it_still_says_to_call() -> None:
    bare = replace(
        AFTERCARE,
        letterhead=replace(HEAD, phone="", email="", address=()),
        emergency_number="",
        checks=(),
        next_session=None,
        notes=(),
        products=(),
    )
    text = whole_text(aftercare_pdf(bare, RULES, EN))
    assert "Call us the same day Redness" in text
    assert "Call the emergency number at once" in text
    assert "When we meet again" not in text
    assert "Products:" not in text


def test_that_days_named_in_a_line_are_those_of_this_session_and_no_today_is_left() -> None:
    english = whole_text(aftercare_pdf(AFTERCARE, RULES, EN))
    # 14 March 2026 and 12 weeks (84 days): 17 in March, 30 in April, 31 in May, 6 in June
    assert "at any time in the next 12 weeks, until 6 June 2026" in english
    assert "change the pillowcase before the night of Saturday 14 March." in english
    assert "Pain that still grows after Monday 16 March, 10:30" in english
    french = whole_text(aftercare_pdf(AFTERCARE, RULES, FR))
    assert "jusqu’au 6 juin 2026" in french
    for word in ("today", "tomorrow", "tonight", "aujourd", "demain", "ce soir"):
        assert word not in english and word not in french


def test_that_a_second_language_stands_beside_the_first_group_by_group() -> None:
    beside = AftercareBeside(AFTERCARE, EN)
    text = whole_text(aftercare_pdf(AFTERCARE, RULES, FR, beside=beside))
    for both in (
        "Après votre séance After your session",
        "Jusqu’à quand Until when",
        "Votre visage et votre cou Your face and neck",
        "Ce qui est normal What is normal",
        "Quand nous nous reverrons When we meet again",
    ):
        assert both in text
    alone = whole_text(aftercare_pdf(AFTERCARE, RULES, FR))
    assert "After your session" not in alone


def test_that_two_languages_of_other_groups_are_never_set_as_one() -> None:
    other = replace(AFTERCARE, zones=(SCALP, THIGH), notes=())
    with pytest.raises(ValueError, match="zip"):
        aftercare_pdf(AFTERCARE, RULES, FR, beside=AftercareBeside(other, EN))
