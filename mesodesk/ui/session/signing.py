"""Session room: the presenter of the signature: exceptions, late entry, addenda, voids."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from mesodesk.core.errors import BadInput, MesoDeskError, Refused, WrongPassword
from mesodesk.core.ids import SessionId
from mesodesk.domain.changes import Changes
from mesodesk.domain.treatments import MissingWords, Outcome, all_words
from mesodesk.services.desk import Desk
from mesodesk.services.treatments.reading import SignedPicture
from mesodesk.services.treatments.signing import (
    Signed,
    add_addendum,
    sign_session,
    void_session,
)
from mesodesk.ui.kit.announcer import Announcer
from mesodesk.ui.kit.prompter import Prompter
from mesodesk.ui.session.book import SessionBook
from mesodesk.ui.session.waiting import Waiting

_Verb = Callable[[Desk, SessionId, str, str], Changes]


class SigningPresenter(QObject):
    """Signs the book's session. `signed(session id)`; `refused(dict)` gives words by field."""

    signed = Signal(str)
    refused = Signal(object)

    def __init__(self, book: SessionBook, announcer: Announcer, prompter: Prompter) -> None:
        super().__init__()
        self._book, self._announcer, self._prompter = book, announcer, prompter
        self.shown: SignedPicture | None = None

    @property
    def missing(self) -> tuple[MissingWords, ...]:
        """What will be signed as exceptions, one line for each code and words."""
        return all_words(self._book.picture.gates) if self._book.picture else ()

    @property
    def reasons(self) -> Mapping[str, str]:
        """The reasons given so far, by code."""
        found: Mapping[str, str] = self._book.extra.get("reasons", {})
        return found

    def give_reason(self, code: str, reason: str) -> None:
        """Why something missing is signed all the same."""
        self._book.keep("reasons", {**self.reasons, code: reason})

    def set_note(self, note: str) -> None:
        """The session's note."""
        if self._book.session is not None:
            self._book.change(replace(self._book.session, note=note))

    def set_outcome(self, outcome: Outcome) -> None:
        """Given, interrupted, or not given."""
        if self._book.session is not None:
            self._book.change(replace(self._book.session, outcome=outcome))

    def set_treated_at(self, moment: datetime) -> None:
        """When the treatment happened, for a late entry; aware."""
        if self._book.session is not None:
            self._book.change(replace(self._book.session, treated_at=moment))

    def set_late_reason(self, reason: str) -> None:
        """Why it is entered late."""
        if self._book.session is not None:
            self._book.change(replace(self._book.session, late_reason=reason))

    def sign(self, secret: str) -> None:
        """Sign with password or PIN."""
        session = self._book.session
        if session is None:
            return
        unread = Waiting(self._book).unread_in()
        if unread:
            said = self.tr("A number cannot be read: {where}. Mend or empty it, then sign.")
            self.refused.emit({"secret": said.format(where=", ".join(unread))})
            return
        reasons = dict(self.reasons)
        self._book.hold()
        self._book.runner.ask(
            lambda: sign_session(self._book.desk, session, secret, reasons),
            self._on_signed,
            self._on_refused,
        )

    def add_note(self) -> None:
        """Ask for an addendum to the signed session shown, and sign it."""
        text = self._prompter.ask_reason(self.tr("What should be added?"))
        if text:
            self._write(text, self.tr("Sign the addendum with your password or PIN."), add_addendum)

    def void(self) -> None:
        """Ask why the signed session shown is void, and sign that."""
        detail = self.tr("It stays readable as it was signed, marked as void.")
        reason = self._prompter.ask_reason(self.tr("Why is this session void?"), detail)
        if reason:
            self._write(reason, self.tr("Sign the void with your password or PIN."), void_session)

    def _write(self, text: str, purpose: str, verb: _Verb) -> None:
        shown = self.shown
        secret = self._prompter.ask_password(purpose) if shown else None
        if shown is None or secret is None:
            return
        session_id = shown.session.id

        def answer(changes: Changes) -> None:
            self._announcer.announce(changes, self)
            self.signed.emit(session_id)

        self._book.runner.ask(
            lambda: verb(self._book.desk, session_id, text, secret),
            answer,
            self._book.say_trouble,
        )

    def _on_signed(self, done: Signed) -> None:
        self._book.close()
        self._announcer.announce(done.changes, self)
        self.signed.emit(done.session.id)

    def _on_refused(self, error: MesoDeskError) -> None:
        self._book.release()
        if isinstance(error, BadInput):
            self.refused.emit({one.field: one.message for one in error.problems})
        elif isinstance(error, Refused):
            self._book.read_picture()
            self.refused.emit({one.code: self.tr("Give a reason.") for one in error.reasons})
        elif isinstance(error, WrongPassword):
            self.refused.emit({"secret": str(error)})
        else:
            self._book.say_trouble(error)
