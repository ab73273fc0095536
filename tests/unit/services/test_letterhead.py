"""The logo: drawn anew, kept by its hash, and only where it is a picture."""

import io

import pytest
from PIL import Image

from mesodesk.core.errors import BadInput
from mesodesk.services import letterhead
from mesodesk.services.desk import Desk
from mesodesk.services.sheets.heads import letterhead as printed


def picture(kind: str, size: tuple[int, int] = (40, 20), **saved: object) -> bytes:
    """A picture, the left half of it clear where it can be."""
    drawn = Image.new("RGBA", size, (200, 0, 0, 255))
    drawn.paste((0, 0, 0, 0), (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    (drawn.convert("RGB") if kind == "JPEG" else drawn).save(out, kind, **saved)
    return out.getvalue()


def test_that_a_logo_stands_on_the_letterhead_and_can_be_taken_off(desk: Desk) -> None:
    letterhead.choose_logo(desk, picture("PNG"))
    assert letterhead.logo(desk) == printed(desk).logo
    assert letterhead.logo(desk) is not None
    letterhead.remove_logo(desk)
    assert letterhead.logo(desk) is None
    assert desk.clinic.version == 3


def test_that_what_is_clear_in_a_logo_is_white_on_paper() -> None:
    clean = Image.open(io.BytesIO(letterhead.clean_logo(picture("PNG"))))
    assert clean.format == "PNG"
    assert clean.getpixel((2, 2)) == (255, 255, 255)
    assert clean.getpixel((38, 2)) == (200, 0, 0)


def test_that_no_place_or_camera_of_a_photograph_is_kept() -> None:
    exif = Image.Exif()
    exif[0x010F] = "A Camera Maker"
    clean = letterhead.clean_logo(picture("JPEG", exif=exif))
    assert b"A Camera Maker" not in clean


def test_that_a_large_logo_is_brought_down_to_what_print_can_show() -> None:
    clean = Image.open(io.BytesIO(letterhead.clean_logo(picture("PNG", (3000, 1500)))))
    assert clean.size == (1200, 600)


@pytest.mark.parametrize("broken", [b"%PDF-1.7", b"", b"\x89PNG\r\n\x1a\nnot really"])
def test_that_what_is_no_picture_is_refused(desk: Desk, broken: bytes) -> None:
    with pytest.raises(BadInput) as caught:
        letterhead.choose_logo(desk, broken)
    assert caught.value.problems[0].field == "logo"
    assert desk.clinic.logo_sha256 == ""
