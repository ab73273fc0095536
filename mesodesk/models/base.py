"""Models: the base of all tables, and how each table says which guard protects its rows.

A guard is one of: `versioned` (a row is superseded, never changed), `signed` (frozen once
`signed_at` is set), `child` (frozen with its signed parent), `appended` (never changed), `open`
(no clinical record). Triggers are made from these words by the store.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from mesodesk.models.columns import Moment

ID = String(32)


class Base(DeclarativeBase):
    """All tables of the record."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Versioned:
    """Columns of a table whose rows are versions: (id, version), superseded once, never edited."""

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    changed_by: Mapped[str] = mapped_column(ID)
    superseded_at: Mapped[datetime | None] = mapped_column(Moment, default=None)
    is_voided: Mapped[bool] = mapped_column(default=False)


def guarded(kind: str, parent: str = "", key: str = "") -> dict[str, Any]:
    """Table info for a guard; a `child` names its `parent` table and its own `key` column."""
    return {"info": {"guard": kind, "parent": parent, "key": key}}
