"""Models: the clinic's changes of the screening rules, and what each screening was judged by."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from mesodesk.models.base import Base, Versioned, guarded
from mesodesk.models.columns import Moment


class RuleBookVersion(Versioned, Base):
    """The clinic's changes laid over the shipped rules; one record under the id `rules`."""

    __tablename__ = "rule_book_version"
    __table_args__ = guarded("versioned")

    text: Mapped[str] = mapped_column(Text)
    why: Mapped[str] = mapped_column(Text)
    shipped_version: Mapped[str] = mapped_column(String(40))
    changed_by_name: Mapped[str] = mapped_column(Text)
    second_signature: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class RuleBookText(Base):
    """The whole text of rules that a screening was judged by, kept once for all of them."""

    __tablename__ = "rule_book_text"
    __table_args__ = guarded("appended")

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    version: Mapped[str] = mapped_column(String(80))
    shipped: Mapped[str] = mapped_column(Text)
    changes: Mapped[str] = mapped_column(Text)
    kept_at: Mapped[datetime] = mapped_column(Moment)


class ScreeningBasis(Base):
    """What a screening was judged by: text of the rules, facts of the patient, clinic's numbers."""

    __tablename__ = "screening_basis"
    __table_args__ = guarded("appended")

    screening_id: Mapped[str] = mapped_column(ForeignKey("screening.id"), primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("rule_book_text.sha256"))
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    numbers: Mapped[dict[str, Any]] = mapped_column(JSON)
