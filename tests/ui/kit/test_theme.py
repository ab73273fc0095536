"""Colours that can be read, icons that are there, text from 100 to 200 percent."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mesodesk.core.paths import resources
from mesodesk.ui.kit import icons
from mesodesk.ui.kit.panels.cards import words
from mesodesk.ui.kit.theme.fonts import Step, load_typeface
from mesodesk.ui.kit.theme.palette import palette
from mesodesk.ui.kit.theme.shades import DARK, LIGHT, Severity, Shades
from mesodesk.ui.kit.theme.theme import Look, Mode, theme

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """An application that is put back into the light afterwards."""
    yield qapp
    theme().apply(Look(Mode.LIGHT))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it, 1 to 21."""
    upper, lower = sorted((luminance(one), luminance(other)), reverse=True)
    return (upper + 0.05) / (lower + 0.05)


@pytest.mark.parametrize("shades", [LIGHT, DARK], ids=["light", "dark"])
def test_that_words_have_a_contrast_of_four_and_a_half(shades: Shades) -> None:
    for ground in (shades.canvas, shades.surface):
        for ink in (shades.ink, shades.ink_soft, shades.accent):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(shades.accent_ink, shades.accent) >= 4.5
    assert contrast(shades.accent_strong, shades.accent_soft) >= 4.5
    assert contrast(shades.ink, shades.accent_soft) >= 4.5


@pytest.mark.parametrize("shades", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("severity", list(Severity))
def test_that_each_severity_can_be_read_on_every_ground(shades: Shades, severity: Severity) -> None:
    tone = shades.tone(severity)
    for ground in (shades.canvas, shades.surface, shades.accent_soft, tone.ground):
        assert contrast(tone.ink, ground) >= 4.5, ground
    assert contrast(shades.ink_soft, tone.ground) >= 4.5


@pytest.mark.parametrize("shades", [LIGHT, DARK], ids=["light", "dark"])
def test_that_the_edge_of_an_input_can_be_seen(shades: Shades) -> None:
    assert contrast(shades.outline, shades.surface) >= 3
    assert contrast(shades.outline, shades.canvas) >= 2.9


def test_that_the_check_mark_has_the_ink_of_its_mode() -> None:
    folder = resources() / "icons" / "controls"
    assert LIGHT.accent_ink in (folder / "check_light.svg").read_text()
    assert DARK.accent_ink in (folder / "check_dark.svg").read_text()


def test_that_every_icon_draws_something() -> None:
    names = sorted(path.stem for path in (resources() / "icons").glob("*.svg"))
    assert len(names) >= 40
    for name in names:
        drawn = icons.pixmap(name, "#ff0000", 24).toImage()
        inked = [drawn.pixelColor(x, y) for x in range(24) for y in range(24)]
        solid = [colour for colour in inked if colour.alpha() > 200]
        assert solid, name
        assert all(colour.red() > 240 and colour.green() < 15 for colour in solid), name


def test_that_every_severity_has_an_icon_and_a_word() -> None:
    words = {severity.word() for severity in Severity}
    assert len(words) == len(Severity)
    for severity in Severity:
        assert (resources() / "icons" / f"{severity.value}.svg").is_file()


def test_that_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no_such_icon", "#000000")


def test_that_dark_reaches_palette_and_icons(qtbot: QtBot, dressed: QApplication) -> None:
    button = QPushButton("Save")
    qtbot.addWidget(button)
    icons.dress(button, "save")
    theme().apply(Look(Mode.DARK))
    assert dressed.palette().color(QPalette.ColorRole.Base).name() == DARK.surface
    drawn: QImage = button.icon().pixmap(20, 20).toImage()
    brightest = max(drawn.pixelColor(x, y).lightness() for x in range(20) for y in range(20))
    assert brightest > 200


@pytest.mark.usefixtures("dressed")
def test_that_text_grows_to_two_hundred_percent_and_no_further() -> None:
    theme().apply(Look(Mode.LIGHT, 200))
    assert theme().font(Step.BODY).pointSizeF() == 21.0
    assert theme().px(16) == 32
    theme().apply(Look(Mode.LIGHT, 400))
    assert theme().look.text_percent == 200
    theme().apply(Look(Mode.LIGHT, 10))
    assert theme().look.text_percent == 100


def test_that_the_typeface_travels_with_the_program() -> None:
    assert load_typeface()[0].startswith("Fira")


@pytest.mark.usefixtures("dressed")
def test_that_a_desktop_that_says_another_shade_than_its_palette_is_believed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    theme().apply(Look(Mode.SYSTEM))
    assert not theme().shades.is_dark
    monkeypatch.setattr(type(theme()), "_is_desktop_dark", lambda _self: True)
    theme().settle()
    assert theme().shades.is_dark
    theme().apply(Look(Mode.LIGHT))
    theme().settle()
    assert not theme().shades.is_dark


def test_that_the_first_look_follows_the_desktops_palette(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme(), "_is_dressed", False)
    dressed.setPalette(palette(DARK))
    theme().apply(Look(Mode.SYSTEM))
    assert theme().shades.is_dark


def test_that_words_are_never_read_as_markup() -> None:
    assert words("<b>1 < 2</b>").textFormat() is Qt.TextFormat.PlainText
