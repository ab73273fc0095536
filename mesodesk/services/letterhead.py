"""Services: the clinic's logo: drawn anew from its pixels, kept in the record's content."""

import io
from dataclasses import replace

from PIL import Image, ImageOps, UnidentifiedImageError

from mesodesk.core.errors import BadInput, Problem
from mesodesk.domain.changes import Changes
from mesodesk.services.desk import Desk
from mesodesk.services.upkeep import change_clinic

# A logo of 40 mm at 600 dots an inch has 945 dots; more is only weight on every sheet.
_WIDEST, _MOST_BYTES = 1200, 20_000_000


def logo(desk: Desk) -> bytes | None:
    """The logo as a PNG, or None. Raises NotFound or DamagedRecord where it was lost."""
    sha256 = desk.clinic.logo_sha256
    return desk.store.content.get(sha256).data if sha256 else None


def choose_logo(desk: Desk, picture: bytes) -> Changes:
    """Put a PNG or JPEG on the letterhead. Raises BadInput, ChangedSinceOpened."""
    clean = clean_logo(picture)
    sha256 = desk.store.content.add(clean, "image/png", desk.clock.now())
    return change_clinic(desk, replace(desk.clinic, logo_sha256=sha256))


def remove_logo(desk: Desk) -> Changes:
    """Take the logo off the letterhead. Raises ChangedSinceOpened."""
    return change_clinic(desk, replace(desk.clinic, logo_sha256=""))


def clean_logo(picture: bytes) -> bytes:
    """The picture upright on white, at most 1200 dots wide and high, without its history.

    Raises BadInput for what is neither PNG nor JPEG, or is beyond reason in size.
    """
    if len(picture) > _MOST_BYTES:
        raise BadInput(Problem("logo", "This picture is too large: choose one below 20 MB."))
    try:
        with Image.open(io.BytesIO(picture), formats=("PNG", "JPEG")) as opened:
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError) as broken:
        raise BadInput(Problem("logo", "This is not a PNG or JPEG picture.")) from broken
    upright.thumbnail((_WIDEST, _WIDEST))
    ground = Image.new("RGB", upright.size, "white")
    ground.paste(upright, mask=upright.getchannel("A"))
    out = io.BytesIO()
    ground.save(out, "PNG", optimize=True)
    return out.getvalue()
