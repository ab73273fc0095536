"""Store, migrations: stock, consents, and the sessions that refer to both."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "product",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_product"),
    )
    op.create_table(
        "product_version",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("maker", sa.Text(), nullable=False),
        sa.Column("ingredients", sa.JSON(), nullable=False),
        sa.Column("allergens", sa.JSON(), nullable=False),
        sa.Column("legal_status", sa.String(length=40), nullable=False),
        sa.Column("licensed_route", sa.Text(), nullable=False),
        sa.Column("minimum_interval_days", sa.Integer(), nullable=True),
        sa.Column("maximum_sessions", sa.Integer(), nullable=True),
        sa.Column("maximum_ml", sa.BigInteger(), nullable=True),
        sa.Column("hours_after_opening", sa.Integer(), nullable=True),
        sa.Column("is_lipolytic", sa.Boolean(), nullable=False),
        sa.Column("is_single_patient", sa.Boolean(), nullable=False),
        sa.Column("is_archived", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.String(27), nullable=False),
        sa.Column("changed_by", sa.String(length=32), nullable=False),
        sa.Column("superseded_at", sa.String(27), nullable=True),
        sa.Column("is_voided", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", "version", name="pk_product_version"),
    )
    op.create_table(
        "lot",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("product_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name="fk_lot_product_id_product"),
        sa.PrimaryKeyConstraint("id", name="pk_lot"),
    )
    op.create_index("ix_lot_product_id", "lot", ["product_id"], unique=False)
    op.create_table(
        "lot_version",
        sa.Column("product_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("received_from", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("vial_ml", sa.BigInteger(), nullable=True),
        sa.Column("storage", sa.Text(), nullable=False),
        sa.Column("is_quarantined", sa.Boolean(), nullable=False),
        sa.Column("quarantine_reason", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.String(27), nullable=False),
        sa.Column("changed_by", sa.String(length=32), nullable=False),
        sa.Column("superseded_at", sa.String(27), nullable=True),
        sa.Column("is_voided", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name="fk_lot_version_product_id_product"
        ),
        sa.PrimaryKeyConstraint("id", "version", name="pk_lot_version"),
    )
    op.create_index("ix_lot_version_expires_on", "lot_version", ["expires_on"], unique=False)
    op.create_index("ix_lot_version_folded", "lot_version", ["folded"], unique=False)
    op.create_index("ix_lot_version_product_id", "lot_version", ["product_id"], unique=False)
    op.create_table(
        "vial_version",
        sa.Column("lot_id", sa.String(length=32), nullable=False),
        sa.Column("opened_at", sa.String(27), nullable=False),
        sa.Column("discard_at", sa.String(27), nullable=True),
        sa.Column("remaining_ml", sa.BigInteger(), nullable=True),
        sa.Column("is_discarded", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.String(27), nullable=False),
        sa.Column("changed_by", sa.String(length=32), nullable=False),
        sa.Column("superseded_at", sa.String(27), nullable=True),
        sa.Column("is_voided", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["lot_id"], ["lot.id"], name="fk_vial_version_lot_id_lot"),
        sa.PrimaryKeyConstraint("id", "version", name="pk_vial_version"),
    )
    op.create_index("ix_vial_version_lot_id", "vial_version", ["lot_id"], unique=False)
    op.create_table(
        "recipe_version",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("indication", sa.String(length=40), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("technique", sa.String(length=40), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.String(27), nullable=False),
        sa.Column("changed_by", sa.String(length=32), nullable=False),
        sa.Column("superseded_at", sa.String(27), nullable=True),
        sa.Column("is_voided", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", "version", name="pk_recipe_version"),
    )
    op.create_index("ix_recipe_version_indication", "recipe_version", ["indication"], unique=False)
    op.create_table(
        "consent",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("patient_id", sa.String(length=32), nullable=False),
        sa.Column("course_id", sa.String(length=32), nullable=True),
        sa.Column("indication", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("wording_version", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("informed_at", sa.String(27), nullable=False),
        sa.Column("signed_at", sa.String(27), nullable=True),
        sa.Column("signed_on", sa.String(length=20), nullable=False),
        sa.Column("signer_name", sa.Text(), nullable=False),
        sa.Column("taken_by", sa.String(length=32), nullable=False),
        sa.Column("taken_by_name", sa.Text(), nullable=False),
        sa.Column("strokes", sa.JSON(), nullable=False),
        sa.Column("scan_sha256", sa.String(length=64), nullable=False),
        sa.Column("sheet_sha256", sa.String(length=64), nullable=False),
        sa.Column("binding", sa.String(length=64), nullable=False),
        sa.Column("covers_lipolysis", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name="fk_consent_course_id_course"),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patient.id"], name="fk_consent_patient_id_patient"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_consent"),
    )
    op.create_index("ix_consent_course_id", "consent", ["course_id"], unique=False)
    op.create_index(
        "ix_consent_patient_id_signed_at", "consent", ["patient_id", "signed_at"], unique=False
    )
    op.create_table(
        "consent_answer",
        sa.Column("consent_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(length=80), nullable=False),
        sa.Column("is_yes", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consent.id"], name="fk_consent_answer_consent_id_consent"
        ),
        sa.PrimaryKeyConstraint("consent_id", "number", name="pk_consent_answer"),
    )
    op.create_table(
        "consent_withdrawal",
        sa.Column("consent_id", sa.String(length=32), nullable=False),
        sa.Column("withdrawn_at", sa.String(27), nullable=False),
        sa.Column("noted_by", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consent.id"], name="fk_consent_withdrawal_consent_id_consent"
        ),
        sa.PrimaryKeyConstraint("consent_id", name="pk_consent_withdrawal"),
    )
    op.create_table(
        "session",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("patient_id", sa.String(length=32), nullable=False),
        sa.Column("course_id", sa.String(length=32), nullable=True),
        sa.Column("indication", sa.String(length=40), nullable=False),
        sa.Column("treated_at", sa.String(27), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("screening_id", sa.String(length=32), nullable=True),
        sa.Column("consent_id", sa.String(length=32), nullable=True),
        sa.Column("identity_confirmed", sa.Boolean(), nullable=False),
        sa.Column("drawn_up_ml", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("late_reason", sa.Text(), nullable=False),
        sa.Column("signed_at", sa.String(27), nullable=True),
        sa.Column("signed_by", sa.String(length=32), nullable=False),
        sa.Column("signed_by_name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consent.id"], name="fk_session_consent_id_consent"
        ),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name="fk_session_course_id_course"),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patient.id"], name="fk_session_patient_id_patient"
        ),
        sa.ForeignKeyConstraint(
            ["screening_id"], ["screening.id"], name="fk_session_screening_id_screening"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_session"),
    )
    op.create_index("ix_session_course_id", "session", ["course_id"], unique=False)
    op.create_index(
        "ix_session_patient_id_treated_at", "session", ["patient_id", "treated_at"], unique=False
    )
    op.create_index("ix_session_treated_at", "session", ["treated_at"], unique=False)
    op.create_table(
        "session_component",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.String(length=32), nullable=False),
        sa.Column("product_version", sa.Integer(), nullable=False),
        sa.Column("product_name", sa.Text(), nullable=False),
        sa.Column("volume_ml", sa.BigInteger(), nullable=False),
        sa.Column("lot_id", sa.String(length=32), nullable=True),
        sa.Column("lot_number", sa.Text(), nullable=False),
        sa.Column("vial_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["lot_id"], ["lot.id"], name="fk_session_component_lot_id_lot"),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name="fk_session_component_product_id_product"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name="fk_session_component_session_id_session"
        ),
        sa.PrimaryKeyConstraint("session_id", "number", name="pk_session_component"),
    )
    op.create_index("ix_session_component_lot_id", "session_component", ["lot_id"], unique=False)
    op.create_index(
        "ix_session_component_product_id", "session_component", ["product_id"], unique=False
    )
    op.create_table(
        "session_zone",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(length=60), nullable=False),
        sa.Column("side", sa.String(length=20), nullable=False),
        sa.Column("technique", sa.String(length=60), nullable=False),
        sa.Column("point_count", sa.Integer(), nullable=False),
        sa.Column("volume_per_point_ml", sa.BigInteger(), nullable=False),
        sa.Column("depth_mm", sa.BigInteger(), nullable=True),
        sa.Column("needle", sa.Text(), nullable=False),
        sa.Column("map_name", sa.String(length=60), nullable=False),
        sa.Column("map_version", sa.Integer(), nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.Column("swelling", sa.Integer(), nullable=True),
        sa.Column("bruising", sa.Integer(), nullable=True),
        sa.Column("redness", sa.Integer(), nullable=True),
        sa.Column("pain", sa.Integer(), nullable=True),
        sa.Column("reaction_note", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name="fk_session_zone_session_id_session"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_session_zone"),
    )
    op.create_index("ix_session_zone_session_id", "session_zone", ["session_id"], unique=False)
    op.create_table(
        "session_exception",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name="fk_session_exception_session_id_session"
        ),
        sa.PrimaryKeyConstraint("session_id", "number", name="pk_session_exception"),
    )
    op.create_index("ix_session_exception_code", "session_exception", ["code"], unique=False)
    op.create_table(
        "session_addendum",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", sa.String(27), nullable=False),
        sa.Column("author_id", sa.String(length=32), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name="fk_session_addendum_session_id_session"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_session_addendum"),
    )
    op.create_index(
        "ix_session_addendum_session_id", "session_addendum", ["session_id"], unique=False
    )
    op.create_table(
        "session_void",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("voided_at", sa.String(27), nullable=False),
        sa.Column("voided_by", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name="fk_session_void_session_id_session"
        ),
        sa.PrimaryKeyConstraint("session_id", name="pk_session_void"),
    )


def downgrade() -> None:
    """Steps back are taken by restoring the copy that was kept, never by a migration."""
    raise RuntimeError("restore record.before-0005.db instead")
