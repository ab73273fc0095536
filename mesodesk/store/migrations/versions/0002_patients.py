"""Store, migrations: patients."""

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the tables."""


def downgrade() -> None:
    """Steps back are taken by restoring the copy that was kept, never by a migration."""
    raise NotImplementedError("restore record.before-0002.db instead")
