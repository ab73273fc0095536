"""Store, migrations: observations of healing, and the sheets that were made."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "observation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("patient_id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("zone_id", sa.String(length=32), nullable=True),
        sa.Column("observed_at", sa.String(27), nullable=False),
        sa.Column("entered_at", sa.String(27), nullable=False),
        sa.Column("how", sa.String(length=20), nullable=False),
        sa.Column("swelling", sa.Integer(), nullable=True),
        sa.Column("bruising", sa.Integer(), nullable=True),
        sa.Column("redness", sa.Integer(), nullable=True),
        sa.Column("pain", sa.Integer(), nullable=True),
        sa.Column("extent_mm", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("red_flags", sa.JSON(), nullable=False),
        sa.Column("settled_since_day", sa.Integer(), nullable=True),
        sa.Column("author_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patient.id"], name="fk_observation_patient_id_patient"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name="fk_observation_session_id_session"
        ),
        sa.ForeignKeyConstraint(
            ["zone_id"], ["session_zone.id"], name="fk_observation_zone_id_session_zone"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_observation"),
    )
    op.create_index("ix_observation_patient_id", "observation", ["patient_id"], unique=False)
    op.create_index("ix_observation_session_id", "observation", ["session_id"], unique=False)
    op.create_table(
        "observation_void",
        sa.Column("observation_id", sa.String(length=32), nullable=False),
        sa.Column("voided_at", sa.String(27), nullable=False),
        sa.Column("voided_by", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["observation_id"],
            ["observation.id"],
            name="fk_observation_void_observation_id_observation",
        ),
        sa.PrimaryKeyConstraint("observation_id", name="pk_observation_void"),
    )
    op.create_table(
        "sheet",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("patient_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("page_count", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.String(27), nullable=False),
        sa.Column("made_by", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name="fk_sheet_patient_id_patient"),
        sa.PrimaryKeyConstraint("id", name="pk_sheet"),
    )
    op.create_index("ix_sheet_patient_id", "sheet", ["patient_id"], unique=False)
    op.create_index("ix_sheet_subject_id", "sheet", ["subject_id"], unique=False)


def downgrade() -> None:
    """Steps back are taken by restoring the copy that was kept, never by a migration."""
    raise RuntimeError("restore record.before-0006.db instead")
