"""Store, migrations: the products that a consent names."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the table. A consent signed before says its products in its text alone."""
    op.create_table(
        "consent_product",
        sa.Column("consent_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("ingredients", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consent.id"], name="fk_consent_product_consent_id_consent"
        ),
        sa.PrimaryKeyConstraint("consent_id", "number", name="pk_consent_product"),
    )


def downgrade() -> None:
    """Steps back are taken by restoring the copy that was kept, never by a migration."""
    raise RuntimeError("restore record.before-0009.db instead")
