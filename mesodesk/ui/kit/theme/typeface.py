"""Kit: the typeface's bytes, unpacked in threads of their own while Qt's libraries load.

They are packed so tightly that unpacking takes a third of the time to the first paint; Python
lets other threads run meanwhile. This module needs no Qt.
"""

from threading import Thread

import pymupdf_fonts

# No italic: it would have to be waited for, and nothing on the screen is slanted.
FACES = ("figo", "figbo")
_threads: list[Thread] = []


def unpack() -> None:
    """Begin to unpack the faces; returns at once."""
    for face in FACES:
        thread = Thread(target=pymupdf_fonts.myfont, args=(face,), name=f"mesodesk-{face}")
        thread.start()
        _threads.append(thread)


def face_bytes(face: str) -> bytes:
    """A face as a TrueType file, waited for where it is still being unpacked."""
    while _threads:
        _threads.pop().join()
    return bytes(pymupdf_fonts.myfont(face))
