"""Names of scripts without spaces, where form, salt and maker stand in the same word."""

import pytest

from mesodesk.domain.medicines.classes import DrugClass
from mesodesk.domain.medicines.recogniser import Recogniser
from mesodesk.domain.medicines.recognition import Certainty
from mesodesk.domain.medicines.unspaced import bare_names


@pytest.mark.parametrize(
    ("typed", "substance"),
    [
        ("硫酸氢氯吡格雷片75mg", "clopidogrel"),
        ("波立维片", "clopidogrel"),
        ("注射用尿激酶", "urokinase"),
        ("クロピドグレル硫酸塩錠", "clopidogrel"),
        ("ノボラピッド注フレックスペン", "insulin aspart"),
        ("ランタス注ソロスター", "insulin glargine"),
        ("ヘパリンナトリウム注5万単位", "heparin"),
        ("대웅클로피도그렐정", "clopidogrel"),
        ("와파린나트륨정", "warfarin"),
        ("란투스주솔로스타", "insulin glargine"),
        ("长期服用阿司匹林", "acetylsalicylic acid"),
        ("エリキュース服用中", "apixaban"),
        ("ヘパリンNa透析用250単位/mLシリンジ20mL", "heparin"),
        ("静注用フローラン0.5mg", "epoprostenol"),
        ("イグザレルトドライシロップ小児用51.7mg", "rivaroxaban"),
        ("ヒューマログ注ミリオペンHD", "insulin lispro"),
        ("กินยาละลายลิ่มเลือด", "antithrombotic agents"),
    ],
)
def test_that_form_salt_and_maker_are_taken_off(
    recogniser: Recogniser, typed: str, substance: str
) -> None:
    first = recogniser.recognise(typed).matches[0]
    assert (first.substance, first.certainty) == (substance, Certainty.SURE)


@pytest.mark.parametrize("typed", ["アムロジピン錠", "盐酸二甲双胍片", "타이레놀정"])
def test_that_a_harmless_name_stays_harmless(recogniser: Recogniser, typed: str) -> None:
    (match,) = recogniser.recognise(typed).matches
    assert match.drug_class in (DrugClass.HARMLESS, DrugClass.UNKNOWN)


@pytest.mark.parametrize("typed", ["未服用华法林", "停用华法林", "アスピリン服用中止"])
def test_that_what_is_denied_or_over_is_not_taken_as_taken(
    recogniser: Recogniser, typed: str
) -> None:
    assert all(
        match.certainty is not Certainty.SURE for match in recogniser.recognise(typed).matches
    )


def test_that_scripts_with_spaces_are_left_alone() -> None:
    assert not list(bare_names("aspirintabletten"))


def test_that_a_name_is_never_taken_off_whole() -> None:
    assert not list(bare_names("注射液"))
    assert list(bare_names("帅泰片")) == ["帅泰"]
