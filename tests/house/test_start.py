"""Start-up is sacred: what may be loaded, and made, before the password prompt is painted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

# The program, begun by its front door; at the first painting it says something and is gone.
_SCRIPT = """
import os, sys

class Seam:
    def find_spec(self, name, *_):
        if name == "mesodesk.app.engine_room":
            {say}
            sys.stdout.flush()
            os._exit(0)

sys.meta_path.insert(0, Seam())
from mesodesk.__main__ import main
main()
"""
# A new name here is a few milliseconds for which everybody waits at every start.
_OURS = """
__main__ app app.doorway app.entrance app.lean_qt app.starting cli core core.errors core.paths
services services.appearance ui ui.kit ui.kit.buttons ui.kit.form ui.kit.form.field
ui.kit.form.text_fields ui.kit.icons ui.kit.panels ui.kit.panels.cards ui.kit.password_panel
ui.kit.placing ui.kit.theme ui.kit.theme.dressing ui.kit.theme.fonts ui.kit.theme.palette
ui.kit.theme.shades ui.kit.theme.sheet_parts ui.kit.theme.stylesheet ui.kit.theme.theme
ui.kit.theme.typeface ui.sign_in ui.sign_in.window
"""
_OTHERS_LATER = {
    "sqlalchemy", "alembic", "sqlcipher3", "reportlab", "pypdfium2", "PIL", "argon2",
    "cryptography", "yaml", "rapidfuzz", "pymupdf_fonts", "dataclasses", "asyncio", "concurrent",
    "email", "socket", "sqlite3", "decimal", "platform", "pickle",
}  # fmt: skip


def _everyday() -> dict[str, str]:
    """The surroundings without what a measuring of the tests adds: it loads modules of its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")}


def at_the_prompt(home: Path, say: str) -> list[str]:
    """What the program prints when its prompt has just been painted."""
    home.mkdir(exist_ok=True)
    (home / "keys.json").write_text("{}", encoding="utf-8")
    for face in ("figo", "figbo"):  # as after the first start
        (home / "typeface").mkdir(exist_ok=True)
        (home / "typeface" / f"{face}.ttf").write_bytes(b"not a typeface, but there")
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT.format(say=say), "--home", str(home)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env=_everyday() | {"QT_QPA_PLATFORM": "offscreen"},
    )
    return done.stdout.split()


def test_that_the_prompt_loads_these_modules_and_no_others(tmp_path: Path) -> None:
    loaded = at_the_prompt(tmp_path / "home", "print(*sys.modules)")
    ours = {name.removeprefix("mesodesk.") for name in loaded if name.startswith("mesodesk.")}
    assert ours == set(_OURS.split())
    # The typeface of this home is damaged, so its packed form had to be loaded.
    assert {name.split(".")[0] for name in loaded} & _OTHERS_LATER == {"pymupdf_fonts"}


@pytest.mark.parametrize(
    ("module", "name"),
    [("QtCore", "Qt"), ("QtWidgets", "QStyle"), ("QtGui", "QKeySequence")],
)
def test_that_the_prompt_needs_none_of_qts_large_sets_of_enumerations(
    tmp_path: Path, module: str, name: str
) -> None:
    made = f"print({name!r} in vars(sys.modules['PySide6.{module}']))"
    assert at_the_prompt(tmp_path / "home", made) == ["False"]


def test_that_no_garbage_is_looked_for_before_the_prompt_is_painted(tmp_path: Path) -> None:
    assert at_the_prompt(tmp_path / "home", "import gc; print(gc.isenabled())") == ["False"]


def test_that_the_sources_of_what_loads_behind_the_prompt_are_not_read() -> None:
    script = (
        "import linecache; from mesodesk.app.lean_qt import spare_the_sources;"
        "spare_the_sources(); import PySide6.QtCore, mesodesk.domain.stock;"
        "print([name for name in linecache.cache if 'stock' in name])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
