"""Store: an opened record. One `with` is one transaction, closed in the thread that opened it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session as Rows

from mesodesk.core.clock import Clock
from mesodesk.domain.clinic import Author
from mesodesk.store import audit
from mesodesk.store.content import Content
from mesodesk.store.drafts import Drafts
from mesodesk.store.keys import Keys
from mesodesk.store.sqlite.engine import WRITE
from mesodesk.store.sqlite.trouble import worded
from mesodesk.store.work import Reading, Work


@dataclass(slots=True, eq=False)
class Store:
    """An opened record: its engine, its content and drafts files, its clock."""

    folder: Path
    engine: Engine
    content: Content
    drafts: Drafts
    clock: Clock
    keys: Keys

    @contextmanager
    def reading(self, author: Author) -> Iterator[Reading]:
        """Read within one deferred transaction; nothing can be written."""
        with worded(), Rows(self.engine) as rows:
            opened_in = threading.get_ident()
            try:
                yield Reading(
                    rows, self.clock.now(), author, self.keys.workstation, self.keys.audit
                )
            finally:
                _same_thread(opened_in)
                rows.rollback()

    @contextmanager
    def work(self, author: Author) -> Iterator[Work]:
        """Change the record in one BEGIN IMMEDIATE transaction, events included, or not at all."""
        writing = self.engine.execution_options(**WRITE)
        with worded(), Rows(writing, expire_on_commit=False) as rows:
            opened_in = threading.get_ident()
            work = Work(rows, self.clock.now(), author, self.keys.workstation, self.keys.audit)
            yield work
            _same_thread(opened_in)
            rows.flush()
            self._chain(work)
            rows.commit()

    def _chain(self, work: Work) -> None:
        audit.append(
            work.rows,
            work.notes,
            workstation=work.workstation,
            author_id=work.author.id,
            at=work.now,
            key=self.keys.audit,
        )

    def close(self) -> None:
        """Seal the chain's end and close every file of the record."""
        system = Author(self.keys.clinician_id, "")
        with self.reading(system) as reading:
            end = audit.end_of_chain(reading)
        self.content.seal(end, self.clock.now())
        self.engine.dispose()
        self.content.close()
        self.drafts.close()


def _same_thread(opened_in: int) -> None:
    if threading.get_ident() != opened_in:
        raise RuntimeError("a unit of work must end in the thread that opened it")
