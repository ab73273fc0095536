"""Session room: the session being written: its draft, saved as it changes, and how it stands."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from mesodesk.core.errors import MesoDeskError
from mesodesk.domain.treatments import Session
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.treatments.drafts import save_draft
from mesodesk.services.treatments.reading import SessionPicture, session_picture
from mesodesk.ui.kit.runner import Job, Runner

SAVE_AFTER_MS = 800


class SessionBook(QObject):
    """Holds one session. `changed` follows every edit; `pictured` when gates and doses were read.

    `saved(datetime)` says when the draft was last kept, `troubled(str)` what could not be done.
    `extra` is what the screen keeps beside the session: plain values only.
    """

    changed = Signal()
    pictured = Signal()
    pending = Signal()
    saved = Signal(object)
    troubled = Signal(str)

    def __init__(self, desk: Desk, runner: Runner) -> None:
        super().__init__()
        self.desk, self.runner = desk, runner
        self.session: Session | None = None
        self.picture: SessionPicture | None = None
        self.extra: dict[str, Any] = {}
        self._picturing: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save_now)
        self._is_held = False

    @property
    def is_open(self) -> bool:
        """Whether a session is being written."""
        return self.session is not None

    @property
    def is_started(self) -> bool:
        """Whether the session was started through the gates."""
        return bool(self.extra.get("started_at"))

    @property
    def is_reading(self) -> bool:
        """Whether gates and doses are being read again."""
        return self._picturing is not None and not self._picturing.is_over

    def open(self, session: Session, extra: dict[str, Any]) -> None:
        """Take up a session as new or as a draft left it."""
        self.close()
        self.session, self.extra = session, dict(extra)
        self.changed.emit()
        self.read_picture()

    def change(self, session: Session) -> None:
        """Put a changed session in the place of the old one."""
        if session == self.session:
            return
        self.session = session
        self._will_save()
        self.changed.emit()
        self.read_picture()

    def keep(self, name: str, value: object) -> None:
        """Keep something of the screen's own with the draft; None takes it away."""
        if self.extra.get(name) == value:
            return
        if value is None:
            self.extra.pop(name, None)
        else:
            self.extra[name] = value
        self._will_save()

    def say_trouble(self, error: MesoDeskError) -> None:
        """Say why something was not done."""
        self.troubled.emit(str(error))

    def save_now(self) -> None:
        """Keep the draft as it stands."""
        self._timer.stop()
        session = self.session
        if session is None:
            return
        extra, title = dict(self.extra), _title(self.desk, session)

        def save() -> datetime:
            save_draft(self.desk, session, title, extra)
            return self.desk.clock.now()

        self.runner.ask(save, self.saved.emit, self.say_trouble)

    def hold(self) -> None:
        """Save nothing while the session is being signed: its draft goes with the signature."""
        self._timer.stop()
        self._is_held = True

    def release(self) -> None:
        """It was not signed: save again."""
        self._is_held = False
        self._will_save()

    def save_if_pending(self) -> None:
        """Keep what is not kept yet: the screen is being left."""
        if self._timer.isActive():
            self.save_now()

    def read_picture(self) -> None:
        """Ask again how the session stands; an older question is dropped."""
        session = self.session
        if session is None:
            return
        if self._picturing is not None:
            self._picturing.cancel()
        self._picturing = self.runner.ask(
            lambda: session_picture(self.desk, session), self._on_picture, self.say_trouble
        )

    def close(self) -> None:
        """Put the session down without saving: it became record, or another is taken up."""
        self._timer.stop()
        self._is_held = False
        if self._picturing is not None:
            self._picturing.cancel()
        self.session, self.picture, self.extra = None, None, {}

    def _on_picture(self, picture: SessionPicture) -> None:
        self.picture = picture
        self.pictured.emit()

    def _will_save(self) -> None:
        # Not started anew by each key: the first change waits no longer than the last.
        if not self._timer.isActive() and not self._is_held:
            self._timer.start()
        self.pending.emit()


def _title(desk: Desk, session: Session) -> str:
    """What the draft is called in lists: no name, only the treatment."""
    return knowledge.indication(session.indication).name.said_in(desk.clinic.language)
