"""Draw every body map into resources/bodymaps: run `python scripts/bodymaps/draw.py`
(with --check: only say whether the shipped drawings are what the script draws)."""

import sys
from collections.abc import Iterator
from pathlib import Path

import body_front
import body_side
import face
import hand
import head_side
import neck
import scalp
from figures import FEMALE, MALE
from sheet import Sheet

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "bodymaps"


def sheets() -> Iterator[Sheet]:
    """Every view, in the order in which the program offers them."""
    yield face.draw()
    for subject in ("face", "scalp"):
        side = head_side.draw(subject)
        yield side
        yield side.mirrored(f"{subject}_left")
    yield scalp.draw_top()
    yield scalp.draw_back()
    yield neck.draw()
    for figure in (FEMALE, MALE):
        yield body_front.draw(figure, "front")
        yield body_front.draw(figure, "back")
    for person in (body_side.WOMAN, body_side.MAN):
        side = body_side.draw(person)
        yield side
        yield side.mirrored(f"{person.figure.sex}_body_left")
    yield hand.draw()


def main(words: list[str]) -> int:
    """Write the drawings and say which changed; with --check, change nothing and answer 1."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    changed = 0
    for sheet in sheets():
        file = FOLDER / f"{sheet.name}.svg"
        text = sheet.svg()
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            changed += 1
            print(f"{file.name}: {len(sheet.regions)} regions")
            if "--check" not in words:
                file.write_text(text, encoding="utf-8")
    return 1 if changed and "--check" in words else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
