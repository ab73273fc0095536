"""Kit: what to say about an error that brought no words of its own."""

from PySide6.QtCore import QCoreApplication

from mesodesk.core.errors import (
    AlreadyOpen,
    ChangedSinceOpened,
    DamagedRecord,
    DiskFull,
    EnvironmentTrouble,
    MesoDeskError,
    NewerRecord,
    NotFound,
    ReadOnlyRecord,
    RecordBusy,
    WrongPassword,
)


def say_error(error: MesoDeskError) -> str:
    """The error's own words, or those for its kind where it brought none."""
    if str(error):
        return str(error)
    for kind, text in _words().items():
        if isinstance(error, kind):
            return text
    return _tr("This did not work.")


def say_remedy(error: MesoDeskError) -> str:
    """What to do about it; empty where the machine is not to blame."""
    return error.remedy if isinstance(error, EnvironmentTrouble) else ""


def _words() -> dict[type[MesoDeskError], str]:
    return {
        DiskFull: _tr("The disk is full."),
        RecordBusy: _tr("The record is busy."),
        ReadOnlyRecord: _tr("The data folder cannot be written to."),
        DamagedRecord: _tr("The record is damaged or was changed from outside."),
        NewerRecord: _tr("The record was written by a newer MesoDesk."),
        AlreadyOpen: _tr("Another MesoDesk window has this record open."),
        ChangedSinceOpened: _tr("This was changed since you opened it."),
        NotFound: _tr("This is no longer in the record."),
        WrongPassword: _tr("This password does not open the record."),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("ErrorWords", text)
