"""Store, migrations: signed screenings and their findings."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "screening",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("patient_id", sa.String(length=32), nullable=False),
        sa.Column("screened_at", sa.String(27), nullable=False),
        sa.Column("rules_version", sa.String(length=40), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("judgement", sa.JSON(), nullable=False),
        sa.Column("verdict", sa.String(length=40), nullable=False),
        sa.Column("decision_kind", sa.String(length=40), nullable=False),
        sa.Column("decision_reason", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("signed_at", sa.String(27), nullable=True),
        sa.Column("signed_by", sa.String(length=32), nullable=False),
        sa.Column("signed_by_name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patient.id"], name=op.f("fk_screening_patient_id_patient")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_screening")),
        info={"guard": "signed", "parent": "", "key": ""},
    )
    op.create_index(
        "ix_screening_patient_id_screened_at",
        "screening",
        ["patient_id", "screened_at"],
        unique=False,
    )
    op.create_index(op.f("ix_screening_valid_until"), "screening", ["valid_until"], unique=False)
    op.create_table(
        "screening_finding",
        sa.Column("screening_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("rule_code", sa.String(length=80), nullable=False),
        sa.Column("severity", sa.String(length=40), nullable=False),
        sa.Column("is_founding", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["screening_id"],
            ["screening.id"],
            name=op.f("fk_screening_finding_screening_id_screening"),
        ),
        sa.PrimaryKeyConstraint("screening_id", "number", name=op.f("pk_screening_finding")),
        info={"guard": "child", "parent": "screening", "key": "screening_id"},
    )
    op.create_index(
        op.f("ix_screening_finding_rule_code"), "screening_finding", ["rule_code"], unique=False
    )
    op.create_table(
        "screening_void",
        sa.Column("screening_id", sa.String(length=32), nullable=False),
        sa.Column("voided_at", sa.String(27), nullable=False),
        sa.Column("voided_by", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["screening_id"],
            ["screening.id"],
            name=op.f("fk_screening_void_screening_id_screening"),
        ),
        sa.PrimaryKeyConstraint("screening_id", name=op.f("pk_screening_void")),
        info={"guard": "appended", "parent": "", "key": ""},
    )


def downgrade() -> None:
    """Steps back are taken by restoring the copy that was kept, never by a migration."""
    raise RuntimeError("restore record.before-0003.db instead")
