"""Documents: what stands on every page: letterhead, patient, title, page x of y."""

import io
from dataclasses import dataclass
from typing import Any

from reportlab.lib.utils import ImageReader

from mesodesk.documents.faces import NAME, SMALL, SMALL_STRONG, STRONG, Style
from mesodesk.documents.pieces import GRID, Across, Gap, Piece, Rule, Stack
from mesodesk.documents.text import Lines, lay, natural_width
from mesodesk.domain.sheets import speech
from mesodesk.domain.sheets.letterhead import Letterhead, PatientOnSheet
from mesodesk.domain.sheets.wording import Wording

_LOGO_HEIGHT = 6 * GRID
_LOGO_WIDTH = 12 * GRID


@dataclass(frozen=True, slots=True)
class Logo:
    """The clinic's picture, fitted into its place without being distorted."""

    picture: bytes
    width: float
    height: float

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw the picture at the left of its place."""
        image = ImageReader(io.BytesIO(self.picture))
        place = (left, top - self.height, self.width, self.height)
        canvas.drawImage(image, *place, mask="auto", preserveAspectRatio=True, anchor="nw")


@dataclass(frozen=True, slots=True)
class Head:
    """Everything the pages of one sheet have in common."""

    letterhead: Letterhead
    patient: PatientOnSheet | None
    title: str
    wording: Wording
    width: float

    @property
    def language(self) -> str:
        """The language the sheet is printed in."""
        return self.wording.language

    def piece(self, is_first: bool) -> Piece:
        """The head of the first page, or the slimmer one of the pages after it."""
        top = self._letterhead() if is_first else self._running()
        pieces = [*top, Rule(self.width, GRID * 1.5, 0.8, 0.2)]
        if self.patient is not None:
            pieces.append(self._patient(self.patient))
        return Stack(tuple(pieces))

    def foot(self, number: int, of: int) -> Piece:
        """Title and page number below a thin line."""
        page = self.wording.text("page.page", page=str(number), pages=str(of))
        page_width = natural_width(page, SMALL_STRONG) + 1
        # A foot is one line: what does not fit is cut at a word, with the title in full above.
        title = lay(self.title, SMALL, self.width - page_width - GRID).cut(1)[0]
        number_cell = lay(page, SMALL_STRONG, page_width, "end")
        row = Across(((0, title), (self.width - page_width, number_cell)))
        return Stack((Rule(self.width), row))

    def _letterhead(self) -> list[Piece]:
        start = 0.0
        cells: list[tuple[float, Piece]] = []
        if self.letterhead.logo:
            start = self._add_logo(cells, self.letterhead.logo)
        contacts = self._contacts()
        side = max((natural_width(line, SMALL) for line in contacts), default=0.0) + 1
        side = min(side, self.width / 2)
        name_width = self.width - start - side - 3 * GRID
        cells.append((start, lay(self.letterhead.clinic_name, _CLINIC, name_width)))
        lines = tuple(lay(line, SMALL, side, "end") for line in contacts)
        cells.append((self.width - side, Stack(lines)))
        return [Across(tuple(cells))]

    def _add_logo(self, cells: list[tuple[float, Piece]], picture: bytes) -> float:
        width, height = ImageReader(io.BytesIO(picture)).getSize()
        scale = min(_LOGO_HEIGHT / height, _LOGO_WIDTH / width)
        cells.append((0, Logo(picture, width * scale, height * scale)))
        return float(width * scale) + 2 * GRID

    def _contacts(self) -> tuple[str, ...]:
        head = self.letterhead
        phone = (self.wording.text("page.phone", phone=head.phone),) if head.phone else ()
        email = (head.email,) if head.email else ()
        return (*head.address, *phone, *email)

    def _running(self) -> list[Piece]:
        head = self.letterhead
        phone = self.wording.text("page.phone", phone=head.phone) if head.phone else ""
        side = min(natural_width(phone, SMALL) + 1, self.width / 3) if phone else 0.0
        name = lay(head.clinic_name, SMALL_STRONG, self.width - side - GRID)
        cells: list[tuple[float, Piece]] = [(0, name)]
        if phone:
            cells.append((self.width - side, lay(phone, SMALL, side, "end")))
        return [Across(tuple(cells))]

    def _patient(self, patient: PatientOnSheet) -> Piece:
        born = self.wording.text("page.born", day=speech.day(self.wording, patient.birth_date))
        chart = self.wording.text("page.chart", number=patient.chart_number)
        facts: tuple[str, ...] = (f"{born}   ·   {chart}",)
        if natural_width(facts[0], STRONG) > self.width / 2:
            facts = (born, chart)
        side = max(natural_width(fact, STRONG) for fact in facts) + 1
        name = _left(patient.name, NAME, self.width - side - 2 * GRID)
        cells = tuple(lay(fact, STRONG, self.width, "end") for fact in facts)
        row = Across(((0, name), (0, Stack(cells))))
        return Stack((Gap(GRID / 4), row))


_CLINIC = Style(STRONG.face, 13, 18)


def _left(text: str, style: Style, width: float) -> Lines:
    """A name at the left whatever its script, so that it is found where one looks for it."""
    laid = lay(text, style, width)
    return Lines(laid.lines, laid.style, laid.width, "start", laid.written)
