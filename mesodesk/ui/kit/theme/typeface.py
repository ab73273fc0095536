"""Kit: the typeface's bytes, unpacked once and then kept as files beside the record.

They are packed so tightly that unpacking takes a third of the time to the first paint. Where
they are not kept yet, threads of their own unpack them while Qt's libraries load. No Qt here.
"""

from contextlib import suppress
from pathlib import Path
from threading import Thread

# No italic: it would have to be waited for, and nothing on the screen is slanted.
FACES = ("figo", "figbo")
FOLDER = "typeface"
_threads: list[Thread] = []
_folders: list[Path] = []


def prepare(home: Path) -> None:
    """See to it that the faces will soon be there; returns at once."""
    _folders[:] = [home / FOLDER]
    for face in FACES:
        if kept_face(face) is None:
            thread = Thread(target=_unpacked, args=(face,), name=f"mesodesk-{face}")
            thread.start()
            _threads.append(thread)


def kept_face(face: str) -> Path | None:
    """The file that keeps a face, if there is one."""
    files = [folder / f"{face}.ttf" for folder in _folders]
    return next((file for file in files if file.is_file()), None)


def face_bytes(face: str) -> bytes:
    """A face as a TrueType file, waited for where it is still being unpacked."""
    while _threads:
        _threads.pop().join()
    return _unpacked(face)


def keep() -> None:
    """Keep the faces for the next start. A folder that cannot be written keeps nothing."""
    for folder in _folders:
        for face in FACES:
            if kept_face(face) is None:
                _write(folder, face)


def _write(folder: Path, face: str) -> None:
    fresh = folder / f"{face}.new"
    try:
        folder.mkdir(exist_ok=True)
        fresh.write_bytes(face_bytes(face))
        fresh.replace(folder / f"{face}.ttf")
    except OSError:
        with suppress(OSError):
            fresh.unlink()


def _unpacked(face: str) -> bytes:
    # Most starts find the faces unpacked, and need no packed ones.
    import pymupdf_fonts

    return bytes(pymupdf_fonts.myfont(face))
