"""Store, migrations: courses."""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables."""


def downgrade() -> None:
    """Steps back are taken by restoring the copy that was kept, never by a migration."""
    raise NotImplementedError("restore record.before-0004.db instead")
