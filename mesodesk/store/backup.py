"""Store: backups. Copied while the record is in use, reopened, counted and compared."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from mesodesk.core.errors import DamagedRecord
from mesodesk.core.ids import new_id
from mesodesk.core.paths import KEY_FILE
from mesodesk.models.clinic import BackupRun
from mesodesk.store.content import CONTENT_FILE
from mesodesk.store.copying import copy_file, table_counts
from mesodesk.store.folder import RECORD_FILE, sync_folder
from mesodesk.store.record import Store
from mesodesk.store.work import Reading, Work

_COPYING = 80  # of the hundred percent; reopening and counting the copy take the rest


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was checked: where it is, how many rows and bytes it holds."""

    folder: Path
    finished_at: datetime
    row_count: int
    byte_count: int


def copy_record(
    store: Store,
    parent: Path,
    is_cancelled: Callable[[], bool] = lambda: False,
    on_percent: Callable[[int], None] = lambda _percent: None,
) -> Backup:
    """Copy the record into a new folder below `parent` and check the copy.

    The record goes first and its content after it, so that every document referred to is there.
    `on_percent` is told of each percent, of which copying has 80 and checking the rest. Raises
    DamagedRecord where the copy does not hold what it should; InterruptedError if cancelled.
    """
    started = store.clock.now()
    target = parent / f"mesodesk-{started:%Y%m%d-%H%M%S}"
    target.mkdir(parents=True)
    try:
        before = table_counts(store.folder / RECORD_FILE, store.keys.record)
        for (name, key), step in zip(_files(store), _shares(store, on_percent), strict=True):
            copy_file(store.folder / name, target / name, key, is_cancelled, step)
        shutil.copy2(store.folder / KEY_FILE, target / KEY_FILE)
        copied = table_counts(target / RECORD_FILE, store.keys.record)
        _compare(before, copied)
        on_percent(90)
        table_counts(target / CONTENT_FILE, store.keys.content)
        sync_folder(target)
        on_percent(100)
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    size = sum(f.stat().st_size for f in target.iterdir())
    return Backup(target, store.clock.now(), sum(copied.values()), size)


def note_backup(work: Work, made: Backup) -> None:
    """Keep in the record that this backup was made and is good."""
    row = BackupRun(
        id=new_id(),
        finished_at=made.finished_at,
        folder=str(made.folder),
        row_count=made.row_count,
        byte_count=made.byte_count,
    )
    work.rows.add(row)
    work.note("back_up", "record", row.id, fields={"rows": made.row_count})


def last_backup(reading: Reading) -> Backup | None:
    """The newest good backup, or None."""
    row = reading.rows.scalar(select(BackupRun).order_by(BackupRun.finished_at.desc()).limit(1))
    if row is None:
        return None
    return Backup(Path(row.folder), row.finished_at, row.row_count, row.byte_count)


def _files(store: Store) -> tuple[tuple[str, bytes], ...]:
    """The record first, so that every document it refers to is in the content copied after it."""
    return ((RECORD_FILE, store.keys.record), (CONTENT_FILE, store.keys.content))


def _shares(
    store: Store, on_percent: Callable[[int], None]
) -> tuple[Callable[[int, int], None], ...]:
    """For each file, what turns its pages into percent of the whole, told once each."""
    sizes = [(store.folder / name).stat().st_size for name, _ in _files(store)]
    told = [-1]

    def share(before: int, size: int) -> Callable[[int, int], None]:
        def step(done: int, total: int) -> None:
            copied = before + size * done / max(total, 1)
            percent = int(_COPYING * copied / max(sum(sizes), 1))
            if percent > told[0]:
                told[0] = percent
                on_percent(percent)

        return step

    return tuple(share(sum(sizes[:n]), size) for n, size in enumerate(sizes))


def _compare(before: dict[str, int], copied: dict[str, int]) -> None:
    """No table may have lost rows; clinical rows are never deleted, so fewer means damage."""
    short = [name for name, rows in before.items() if copied.get(name, -1) < rows]
    if short:
        raise DamagedRecord(f"The backup is short of rows in {', '.join(sorted(short))}.")
