"""Store, migrations: courses of sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "course",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("patient_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patient.id"], name="fk_course_patient_id_patient"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_course"),
    )
    op.create_index("ix_course_patient_id", "course", ["patient_id"], unique=False)
    op.create_table(
        "course_version",
        sa.Column("patient_id", sa.String(length=32), nullable=False),
        sa.Column("indication", sa.String(length=40), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("sessions_planned", sa.Integer(), nullable=False),
        sa.Column("interval_days", sa.Integer(), nullable=False),
        sa.Column("maintenance_months_from", sa.Integer(), nullable=False),
        sa.Column("maintenance_months_to", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("first_change_after", sa.Integer(), nullable=True),
        sa.Column("assessment", sa.JSON(), nullable=True),
        sa.Column("stop_reason", sa.String(length=40), nullable=True),
        sa.Column("stopped_on", sa.Date(), nullable=True),
        sa.Column("stop_note", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("cost_note", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.String(27), nullable=False),
        sa.Column("changed_by", sa.String(length=32), nullable=False),
        sa.Column("superseded_at", sa.String(27), nullable=True),
        sa.Column("is_voided", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patient.id"], name="fk_course_version_patient_id_patient"
        ),
        sa.PrimaryKeyConstraint("id", "version", name="pk_course_version"),
    )
    op.create_index("ix_course_version_patient_id", "course_version", ["patient_id"], unique=False)


def downgrade() -> None:
    """Steps back are taken by restoring the copy that was kept, never by a migration."""
    raise RuntimeError("restore record.before-0004.db instead")
