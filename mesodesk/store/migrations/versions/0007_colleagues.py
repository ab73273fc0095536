"""Store, migrations: roles of clinicians, and the second signature of a screening."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the columns. What was signed before has no role and no second signature."""
    op.add_column(
        "clinician_version",
        sa.Column("role", sa.String(length=20), server_default="clinician", nullable=False),
    )
    op.add_column("clinician_version", sa.Column("retired_at", sa.String(27), nullable=True))
    for column in (
        sa.Column("signed_by_role", sa.String(length=20), nullable=True),
        sa.Column("second_signed_at", sa.String(27), nullable=True),
        sa.Column("second_signed_by", sa.String(length=32), nullable=True),
        sa.Column("second_signed_by_name", sa.Text(), nullable=True),
        sa.Column("second_signed_by_role", sa.String(length=20), nullable=True),
    ):
        op.add_column("screening", column)
    op.add_column("session", sa.Column("signed_by_role", sa.String(length=20), nullable=True))


def downgrade() -> None:
    """Steps back are taken by restoring the copy that was kept, never by a migration."""
    raise RuntimeError("restore record.before-0007.db instead")
