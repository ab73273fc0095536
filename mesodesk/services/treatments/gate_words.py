"""Services: what is missing before the needle, said in the clinic's language or a sheet's."""

from dataclasses import replace

from mesodesk.documents.shelf import gate_wording
from mesodesk.domain.missing import Missing, said
from mesodesk.domain.register import ExceptionRow
from mesodesk.domain.sheets.wording import Wording
from mesodesk.domain.treatments import SignedException
from mesodesk.services.desk import Desk


def words_of(desk: Desk, lack: Missing) -> str:
    """What is missing, in the clinic's language. Raises Mistake where its wording is broken."""
    return said(lack, gate_wording(desk.clinic.language))


def exception_words(one: SignedException | ExceptionRow, wording: Wording) -> str:
    """A signed exception in the language of `wording`; as it was signed where only words stand."""
    if one.missing is None or not wording.has(one.missing.key):
        return one.words
    return said(one.missing, wording)


def in_clinics_words(desk: Desk, row: ExceptionRow) -> ExceptionRow:
    """A line of the register, in the clinic's language."""
    return replace(row, words=exception_words(row, gate_wording(desk.clinic.language)))
