"""Store, migrations: the clinic's rules in versions, and what each screening was judged by."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the tables. A screening signed before has no text of its rules."""
    op.create_table(
        "rule_book_version",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("shipped_version", sa.String(length=40), nullable=False),
        sa.Column("changed_by_name", sa.Text(), nullable=False),
        sa.Column("second_signature", sa.JSON(), nullable=True),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.String(27), nullable=False),
        sa.Column("changed_by", sa.String(length=32), nullable=False),
        sa.Column("superseded_at", sa.String(27), nullable=True),
        sa.Column("is_voided", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", "version", name="pk_rule_book_version"),
    )
    op.create_table(
        "rule_book_text",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("version", sa.String(length=80), nullable=False),
        sa.Column("shipped", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_rule_book_text"),
    )
    op.create_table(
        "screening_basis",
        sa.Column("screening_id", sa.String(length=32), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("numbers", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["screening_id"], ["screening.id"], name="fk_screening_basis_screening_id_screening"
        ),
        sa.ForeignKeyConstraint(
            ["sha256"], ["rule_book_text.sha256"], name="fk_screening_basis_sha256_rule_book_text"
        ),
        sa.PrimaryKeyConstraint("screening_id", name="pk_screening_basis"),
    )


def downgrade() -> None:
    """Steps back are taken by restoring the copy that was kept, never by a migration."""
    raise RuntimeError("restore record.before-0008.db instead")
