"""Store, migrations: healing consents sheets."""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the tables."""


def downgrade() -> None:
    """Steps back are taken by restoring the copy that was kept, never by a migration."""
    raise NotImplementedError("restore record.before-0006.db instead")
