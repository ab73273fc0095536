"""Kit: the quiet words "Saved 10:42" under anything that is being typed."""

from datetime import datetime

from PySide6.QtWidgets import QLabel

from mesodesk.ui.kit import clinic_time
from mesodesk.ui.kit.theme.dressing import with_role


class SavedLabel(QLabel):
    """Says when the draft was last kept; says "Not saved yet" while something is on its way."""

    def __init__(self) -> None:
        super().__init__()
        with_role(self, "small")
        self.setAccessibleName(self.tr("Saved"))

    def show_saved(self, moment: datetime) -> None:
        """Kept at `moment` (aware, UTC); shown in the clinic's time."""
        shown = f"{clinic_time.at_clinic(moment):%H:%M}"
        self.setText(self.tr("Saved {time}").format(time=shown))

    def show_pending(self) -> None:
        """Something typed is not kept yet."""
        self.setText(self.tr("Saving ..."))

    def show_nothing(self) -> None:
        """Nothing has been typed."""
        self.clear()
