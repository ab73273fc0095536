"""Store, migrations: patients, the lists of the chart, and the index that finds a patient."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def version_columns() -> list[sa.Column[object]]:
    """The columns that every table of versions begins with, spelled as this migration had them."""
    return [
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("changed_at", sa.String(27), nullable=False),
        sa.Column("changed_by", sa.String(32), nullable=False),
        sa.Column("superseded_at", sa.String(27)),
        sa.Column("is_voided", sa.Boolean, nullable=False),
    ]


def text(*names: str) -> list[sa.Column[str]]:
    """Columns of text that are never null."""
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "patient",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("registered_at", sa.String(27), nullable=False),
        sa.Column("registered_by", sa.String(32), nullable=False),
        sa.UniqueConstraint("number", name="uq_patient_number"),
    )
    _details()
    _lists()
    _search()


def _details() -> None:
    op.create_table(
        "patient_version",
        sa.Column(
            "id",
            sa.String(32),
            sa.ForeignKey("patient.id", name="fk_patient_version_id_patient"),
            primary_key=True,
        ),
        *version_columns(),
        *text("family_name", "given_names", "maiden_name"),
        sa.Column("birth_date", sa.Date, nullable=False),
        sa.Column("sex", sa.String(10), nullable=False),
        sa.Column("phototype", sa.Integer),
        sa.Column("phones", sa.JSON, nullable=False),
        *text("email"),
        sa.Column("address", sa.JSON, nullable=False),
        *text("language"),
        sa.Column("emergency_contact", sa.JSON, nullable=False),
        sa.Column("gp", sa.JSON, nullable=False),
        *text("came_by", "notes"),
        sa.Column("alerts", sa.JSON, nullable=False),
        sa.Column("is_archived", sa.Boolean, nullable=False),
    )


def _item_table(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.String(32), primary_key=True),
        *version_columns(),
        sa.Column(
            "patient_id",
            sa.String(32),
            sa.ForeignKey("patient.id", name=f"fk_{name}_patient_id_patient"),
            nullable=False,
        ),
        *columns,
    )
    op.create_index(f"ix_{name}_patient_id", name, ["patient_id"])


def _lists() -> None:
    _item_table(
        "allergy_version",
        *text("substance"),
        sa.Column("tags", sa.JSON, nullable=False),
        *text("reaction", "severity"),
    )
    _item_table(
        "medicine_version",
        *text("typed", "substance"),
        sa.Column("atc", sa.String(10), nullable=False),
        sa.Column("use", sa.String(20), nullable=False),
        sa.Column("last_taken", sa.Date),
        sa.Column("ended_on", sa.Date),
        sa.Column("end_set_by_prescriber", sa.Boolean, nullable=False),
        *text("prescriber", "note"),
    )
    _item_table(
        "condition_version",
        *text("name"),
        sa.Column("code", sa.String(80), nullable=False),
        *text("since"),
        sa.Column("is_past", sa.Boolean, nullable=False),
        *text("note"),
    )
    _item_table(
        "measurement_version",
        sa.Column("taken_on", sa.Date, nullable=False),
        sa.Column("weight_kg", sa.BigInteger),
        sa.Column("height_mm", sa.BigInteger),
    )


def _search() -> None:
    op.create_table(
        "patient_card",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column(
            "patient_id",
            sa.String(32),
            sa.ForeignKey("patient.id", name="fk_patient_card_patient_id_patient"),
            nullable=False,
        ),
        *text("sort_key", "family_name", "given_names"),
        sa.Column("birth_date", sa.Date, nullable=False),
        sa.Column("sex", sa.String(10), nullable=False),
        *text("phone"),
        sa.Column("is_archived", sa.Boolean, nullable=False),
        sa.UniqueConstraint("patient_id", name="uq_patient_card_patient_id"),
    )
    op.create_index("ix_patient_card_shelf", "patient_card", ["is_archived", "sort_key", "number"])
    op.create_table(
        "patient_word",
        sa.Column("word", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_patient_word_number", "patient_word", ["number", "word"])
    op.create_table(
        "name_slip",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("word", sa.Text, primary_key=True),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Steps back are taken by restoring the copy that was kept, never by a migration."""
    raise RuntimeError("restore record.before-0002.db instead")
