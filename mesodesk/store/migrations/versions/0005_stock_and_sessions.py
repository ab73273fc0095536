"""Store, migrations: stock and sessions."""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables."""


def downgrade() -> None:
    """Steps back are taken by restoring the copy that was kept, never by a migration."""
    raise NotImplementedError("restore record.before-0005.db instead")
