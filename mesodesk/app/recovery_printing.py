"""App: the recovery sheet onto paper, at the first start."""

from functools import partial

from mesodesk.services.desk import Desk
from mesodesk.services.sheets.preview import pages_of, print_page
from mesodesk.services.sheets.recovery import recovery_sheet
from mesodesk.ui.kit.printing import Printers, SystemPrinters, print_pages


def print_recovery(desk: Desk, key: str, printers: Printers | None = None) -> bool:
    """Ask for a printer and print the sheet; False where the person turned back."""
    printer = (printers or SystemPrinters()).chosen("Recovery sheet")
    if printer is None:
        return False
    pdf = recovery_sheet(desk, key)
    pages = tuple(partial(print_page, pdf, number) for number in range(pages_of(pdf)))
    print_pages(printer, pages, desk.clinic.paper)
    return True
