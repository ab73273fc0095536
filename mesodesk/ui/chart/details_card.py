"""Chart: the details of a patient to read; they are changed in the patient form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel

from mesodesk.domain.patients import Contact, Patient
from mesodesk.ui.kit.languages import say_language
from mesodesk.ui.kit.panels.cards import Card, words
from mesodesk.ui.kit.theme.dressing import with_role

_PHOTOTYPES = ("", "I", "II", "III", "IV", "V", "VI")


class DetailsCard(Card):
    """Shows what is recorded, and leaves out what is not."""

    def __init__(self) -> None:
        super().__init__("")
        self.heading.say(self.tr("Details"))
        self.heading.show()
        self.setAccessibleName(self.tr("Details"))
        self._rows = QFormLayout()
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(6)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._nothing = words(self.tr("Nothing more is recorded yet."), "soft")
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_patient(self, patient: Patient) -> None:
        """Show these details instead."""
        while self._rows.rowCount():
            self._rows.removeRow(0)
        for label, text in self._said(patient):
            if text:
                shown = words(text)
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._rows.addRow(with_role(QLabel(label), "soft"), shown)
        self._nothing.setVisible(not self._rows.rowCount())

    def _said(self, patient: Patient) -> tuple[tuple[str, str], ...]:
        details = patient.details
        return (
            (self.tr("Maiden name"), details.maiden_name),
            (self.tr("Phototype"), _PHOTOTYPES[details.phototype or 0]),
            (self.tr("Telephone"), "\n".join(details.phones)),
            (self.tr("E-mail"), details.email),
            (self.tr("Address"), "\n".join(details.address)),
            (self.tr("Language"), say_language(details.language)),
            (self.tr("Emergency"), _said_contact(details.emergency_contact)),
            (self.tr("Practitioner"), _said_contact(details.gp)),
            (self.tr("Came by"), details.came_by),
            (self.tr("Notes"), details.notes),
        )


def _said_contact(contact: Contact) -> str:
    name = f"{contact.name} ({contact.relation})" if contact.relation else contact.name
    return ", ".join(part for part in (name, contact.phone) if part)
