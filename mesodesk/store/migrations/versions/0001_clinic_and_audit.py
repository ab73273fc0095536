"""Store, migrations: the clinic, its clinicians and settings, the audit chain, backups."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def version_columns() -> list[sa.Column[object]]:
    """The columns that every table of versions begins with, spelled as this migration had them."""
    return [
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("changed_at", sa.String(27), nullable=False),
        sa.Column("changed_by", sa.String(32), nullable=False),
        sa.Column("superseded_at", sa.String(27)),
        sa.Column("is_voided", sa.Boolean, nullable=False),
    ]


def upgrade() -> None:
    """Add the tables."""
    for name in ("clinic_version", "settings_version"):
        op.create_table(name, *version_columns(), sa.Column("details", sa.JSON, nullable=False))
    op.create_table(
        "clinician_version",
        *version_columns(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("registration_number", sa.Text, nullable=False),
        sa.Column("qualification", sa.Text, nullable=False),
        sa.Column("pin_hash", sa.Text, nullable=False),
    )
    op.create_table(
        "audit_event",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("workstation", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("author_id", sa.String(32), nullable=False),
        sa.Column("verb", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("subject_id", sa.String(32), nullable=False),
        sa.Column("patient_id", sa.String(32), nullable=False),
        sa.Column("fields", sa.JSON, nullable=False),
        sa.Column("previous_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.UniqueConstraint("workstation", "number", name="uq_audit_event_workstation"),
    )
    for column in ("at", "subject_id", "patient_id"):
        op.create_index(f"ix_audit_event_{column}", "audit_event", [column])
    op.create_table(
        "backup_run",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("finished_at", sa.String(27), nullable=False),
        sa.Column("folder", sa.Text, nullable=False),
        sa.Column("row_count", sa.Integer, nullable=False),
        sa.Column("byte_count", sa.Integer, nullable=False),
    )
    op.create_index("ix_backup_run_finished_at", "backup_run", ["finished_at"])


def downgrade() -> None:
    """There is nothing before the first step."""
    raise RuntimeError("this is the first step")
