"""Sheets: presenter of one consent being filled in: kept as a draft, shown as it prints, signed."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from mesodesk.core.errors import BadInput, MesoDeskError, Problem, WrongPassword
from mesodesk.core.ids import CourseId, PatientId
from mesodesk.domain.consents import SignedOn
from mesodesk.domain.sheets.consent import PHOTOGRAPHS
from mesodesk.services import consents
from mesodesk.services.consents import ConsentSigned, Prepared, Strokes
from mesodesk.services.desk import Desk
from mesodesk.services.sheets import consent_drafts
from mesodesk.services.sheets.consent import PAD
from mesodesk.services.sheets.consent_drafts import ConsentDraft
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.error_words import say_error
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.kit.runner import Job, Runner
from mesodesk.ui.sheets.outgoing import Outgoing

Drawn = tuple[tuple[tuple[float, float], ...], ...]
KEEP_MS = 700
SCANS = "PDF, PNG, JPEG, TIFF (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"


@dataclass(frozen=True, slots=True)
class Filled:
    """A consent as far as it is filled in. `scan` is the file attached, `scan_name` its name."""

    prepared: Prepared
    title: str
    signer: str
    answers: dict[str, bool] = field(default_factory=dict)
    signed_on: SignedOn = SignedOn.SCREEN
    scan: bytes = field(default=b"", repr=False)
    scan_name: str = ""


class FillingPresenter(QObject):
    """`changed` follows every edit, `made(MadeSheet)` the sheet as it would print now.

    `asked` when the questions are new; `refused(problems)` what to mend; `signed(line)` and
    `put_down(line)` name its line in the list; `saved(datetime)` when the draft was kept;
    `attached` once a scan is.
    """

    asked = Signal()
    changed = Signal()
    made = Signal(object)
    refused = Signal(object)
    signed = Signal(str)
    put_down = Signal(str)
    saved = Signal(object)
    attached = Signal()

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        announcer: Announcer,
        prompter: Prompter,
        outgoing: Outgoing,
    ) -> None:
        super().__init__()
        self.desk, self._runner, self._announcer = desk, runner, announcer
        self._prompter, self._outgoing = prompter, outgoing
        self.filled: Filled | None = None
        self._job: Job | None = None
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(KEEP_MS)
        self._keeping.timeout.connect(self._keep)

    def open(self, course_id: CourseId, title: str) -> None:
        """Take up the consent to a course: as it was left, or a new one."""
        self.leave()

        def read() -> tuple[Prepared, ConsentDraft | None]:
            kept = consent_drafts.consent_draft(self.desk, course_id)
            language, informed = (kept.language, kept.informed_at) if kept else ("", None)
            made = consents.prepare(self.desk, course_id, language=language, informed_at=informed)
            return made, kept

        def take(found: tuple[Prepared, ConsentDraft | None]) -> None:
            prepared, kept = found
            name = prepared.head.patient.name
            self.filled = Filled(prepared, title, name)
            if kept is not None:
                self.filled = replace(
                    self.filled,
                    signer=kept.signer,
                    answers=dict(kept.answers),
                    signed_on=kept.signed_on,
                )
            self.asked.emit()
            self._show()

        self._runner.ask(read, take, self._trouble)

    def answer(self, key: str, is_yes: bool) -> None:
        """One question was answered."""
        if self.filled is not None:
            self._change(replace(self.filled, answers={**self.filled.answers, key: is_yes}))
            self._show()

    def agree_to_all(self) -> None:
        """Every declaration was agreed to, each recorded; photographs are asked one by one."""
        if self.filled is None:
            return
        keys = [key for key, _ in self.filled.prepared.questions() if key not in PHOTOGRAPHS]
        self._change(
            replace(self.filled, answers={**self.filled.answers, **dict.fromkeys(keys, True)})
        )
        self._show()

    def set_language(self, language: str) -> None:
        """The sheet in another language; what was answered stays."""
        self._prepare(language, self.filled.prepared.informed_at if self.filled else None)

    def set_informed(self, at: datetime) -> None:
        """When the information was given."""
        if self.filled is not None:
            self._prepare(self.filled.prepared.language, at)

    def set_signer(self, name: str) -> None:
        """Who signs: the patient, or who signs for them."""
        if self.filled is not None:
            self._change(replace(self.filled, signer=name))

    def set_signed_on(self, signed_on: SignedOn) -> None:
        """On screen or on paper."""
        if self.filled is not None:
            self._change(replace(self.filled, signed_on=signed_on))

    def choose_scan(self) -> None:
        """Ask for the scan."""
        path = self._prompter.choose_open_file(self.tr("The signed sheet"), SCANS)
        if path is not None:
            self.attach(path)

    def attach(self, path: Path) -> None:
        """Attach a scan; it is looked at at once, so that a wrong file is said at once."""

        def read() -> bytes:
            try:
                data = path.read_bytes()
            except OSError as trouble:
                words = f"This file cannot be read: {trouble.strerror or trouble}."
                raise BadInput(Problem("scan", words)) from trouble
            return consents.clean_scan(data)[0]

        def take(data: bytes) -> None:
            if self.filled is not None:
                self._change(replace(self.filled, scan=data, scan_name=path.name))
                self.attached.emit()

        self._runner.compute(read, take, self._trouble)

    def print_to_sign(self) -> None:
        """Print the sheet as it is filled in, for a signature on paper."""
        now = self.filled
        if now is not None:
            self._outgoing.print(
                lambda: (consents.filled_sheet(now.prepared, now.answers),),
                f"consent-{now.prepared.language}",
            )

    def sign(self, secret: str, drawn: Drawn) -> None:
        """Sign with what was drawn, or with the scan."""
        now = self.filled
        if now is None:
            return
        self.save_if_pending()

        def work() -> ConsentSigned:
            if now.signed_on is SignedOn.SCREEN:
                return consents.sign_on_screen(
                    self.desk, now.prepared, now.answers, in_units(drawn), now.signer, secret
                )
            if not now.scan:
                raise BadInput(Problem("scan", self.tr("Attach the scan of the signed sheet.")))
            return consents.sign_on_paper(
                self.desk, now.prepared, now.answers, now.scan, now.signer, secret
            )

        self._runner.ask(work, self._signed, self._trouble)

    def put_aside(self) -> None:
        """Forget what was filled in, once that was confirmed."""
        if self.filled is None:
            return
        question = self.tr("Throw this consent away?")
        detail = self.tr("It was never signed. What was answered will be gone.")
        if self._prompter.confirm(question, detail, self.tr("Throw away"), is_danger=True):
            course = self.filled.prepared.course.id
            self._keeping.stop()
            self.filled = None
            self._runner.ask(
                lambda: consent_drafts.drop_consent(self.desk, course),
                lambda _changes: self.put_down.emit(line_of(course)),
            )

    def keep_for_later(self) -> None:
        """Keep it among what is to be finished: the reflection time runs."""
        if self.filled is not None:
            course = self.filled.prepared.course.id
            self._keep()
            self.filled = None
            self.put_down.emit(line_of(course))

    def leave(self) -> None:
        """Put it down; what was filled in stays a draft."""
        self.save_if_pending()
        self.filled = None

    def save_if_pending(self) -> None:
        """Keep what was typed a moment ago."""
        if self._keeping.isActive():
            self._keep()

    def _prepare(self, language: str, informed_at: datetime | None) -> None:
        now = self.filled
        if now is None:
            return
        course = now.prepared.course.id

        def take(prepared: Prepared) -> None:
            if self.filled is not None:
                self._change(replace(self.filled, prepared=prepared))
                self.asked.emit()
                self._show()

        self._runner.ask(
            lambda: consents.prepare(self.desk, course, language=language, informed_at=informed_at),
            take,
            self._trouble,
        )

    def _change(self, filled: Filled) -> None:
        self.filled = filled
        # Not started anew by each key: the first change waits no longer than the last.
        if not self._keeping.isActive():
            self._keeping.start()
        self.changed.emit()

    def _show(self) -> None:
        """The sheet with the answers so far; only the last one asked for is wanted."""
        now = self.filled
        if self._job is not None:
            self._job.cancel()
        if now is not None:
            self._job = self._runner.compute(
                lambda: consents.filled_sheet(now.prepared, now.answers),
                self.made.emit,
                self._trouble,
            )

    def _keep(self) -> None:
        self._keeping.stop()
        now = self.filled
        if now is None:
            return
        draft = ConsentDraft(
            now.prepared.course.id,
            PatientId(now.prepared.course.patient_id),
            now.prepared.language,
            now.prepared.informed_at,
            tuple(now.answers.items()),
            now.signer,
            now.signed_on,
        )
        title = self.tr("Consent: {course}").format(course=now.title)
        self._runner.ask(
            lambda: consent_drafts.keep_consent(self.desk, draft, title),
            lambda kept: self.saved.emit(kept.saved_at),
        )

    def _signed(self, done: ConsentSigned) -> None:
        self._keeping.stop()
        self.filled = None
        self.signed.emit(done.consent.id)
        self._announcer.announce(done.changes, self)

    def _trouble(self, trouble: MesoDeskError) -> None:
        if isinstance(trouble, BadInput):
            self.refused.emit(trouble.problems)
        elif isinstance(trouble, WrongPassword):
            self.refused.emit((Problem("secret", say_error(trouble)),))
        else:
            self.refused.emit((Problem("", say_error(trouble)),))


def line_of(course_id: CourseId) -> str:
    """The line of a course that has no signed consent yet, in the list of consents."""
    return f"course-{course_id}"


def in_units(drawn: Drawn) -> Strokes:
    """A signature from 0..1 of the pad to the ten-thousandths in which it is kept."""
    return tuple(tuple((round(x * PAD), round(y * PAD)) for x, y in line) for line in drawn)
