"""Kit: what the body map offers to its own keyboard and mouse."""

from typing import Protocol

from PySide6.QtCore import Qt

from mesodesk.domain.bodymap.drawing import MapRegion
from mesodesk.ui.kit.bodymap.camera import Camera
from mesodesk.ui.kit.bodymap.editor import PointEditor
from mesodesk.ui.kit.bodymap.scene import Scene


class Board(Protocol):
    """The part of a map view that input works on; places are in map units."""

    camera: Camera
    editor: PointEditor
    scene: Scene

    def choose(self, code: str, side: str, tells: bool = True) -> None:
        """Choose a region and say so."""

    def focus_region(self, region: MapRegion) -> None:
        """Put the keyboard's mark on a region."""

    def name_of(self, region: MapRegion) -> str:
        """A region in words, with its side."""

    def note_of(self, region: MapRegion) -> str:
        """What is known of a region, for assistive technology; "" for nothing."""

    def place_at(self, x: float, y: float) -> None:
        """Place a point if it lies in the chosen region."""

    def mirror_points(self) -> None:
        """Offer the points for the other side."""

    def centre_on_crosshair(self) -> None:
        """Bring the crosshair back into sight."""

    def update(self) -> None:
        """Paint anew."""

    def setCursor(self, cursor: Qt.CursorShape, /) -> None:
        """Show another pointer."""

    def unsetCursor(self) -> None:
        """Show the usual pointer."""
