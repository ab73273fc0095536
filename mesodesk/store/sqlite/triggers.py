"""Store, SQLite seam: the triggers that keep signed and superseded rows as they were.

Their text is made from each table's guard; `verify` compares what stands in the file with it.
"""

from sqlalchemy import Connection, MetaData, Table

from mesodesk.store.sqlite.trouble import SIGNED

_ABORT = f"SELECT RAISE(ABORT, '{SIGNED}');"


def expected(metadata: MetaData) -> dict[str, str]:
    """Name and exact text of every trigger that should stand in the file."""
    made: dict[str, str] = {}
    for table in metadata.sorted_tables:
        guard = table.info.get("guard", "open")
        if guard != "open":
            made |= _MAKERS[guard](table)
    return made


def install(connection: Connection, metadata: MetaData) -> None:
    """Put exactly the expected triggers into the file; older ones go."""
    for name in present(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for text in expected(metadata).values():
        connection.exec_driver_sql(text)


def present(connection: Connection) -> dict[str, str]:
    """Name and text of every trigger that does stand in the file."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {str(name): str(text) for name, text in rows}


def _trigger(table: Table, event: str, condition: str) -> dict[str, str]:
    name = f"{table.name}_{event.lower()}_guard"
    when = f" WHEN {condition}" if condition else ""
    return {name: f"CREATE TRIGGER {name} BEFORE {event} ON {table.name}{when} BEGIN {_ABORT} END"}


def _same_row(table: Table, alias: str = "NEW") -> str:
    keys = " AND ".join(f"{c.name} = {alias}.{c.name}" for c in table.primary_key.columns)
    return f"SELECT 1 FROM {table.name} WHERE {keys}"


def _changed(table: Table, *allowed: str) -> str:
    names = [c.name for c in table.columns if c.name not in allowed]
    return " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in names)


def _appended(table: Table) -> dict[str, str]:
    return (
        _trigger(table, "INSERT", f"EXISTS ({_same_row(table)})")
        | _trigger(table, "UPDATE", "")
        | _trigger(table, "DELETE", "")
    )


def _versioned(table: Table) -> dict[str, str]:
    """A version may be superseded once; nothing else of it ever changes."""
    update = (
        "OLD.superseded_at IS NOT NULL OR NEW.superseded_at IS NULL OR "
        f"{_changed(table, 'superseded_at')}"
    )
    return (
        _trigger(table, "INSERT", f"EXISTS ({_same_row(table)})")
        | _trigger(table, "UPDATE", update)
        | _trigger(table, "DELETE", "")
    )


def _signed(table: Table) -> dict[str, str]:
    """An unsigned row may be filled and signed; a signed one is frozen, also against REPLACE."""
    return (
        _trigger(table, "INSERT", f"EXISTS ({_same_row(table)} AND signed_at IS NOT NULL)")
        | _trigger(table, "UPDATE", "OLD.signed_at IS NOT NULL")
        | _trigger(table, "DELETE", "OLD.signed_at IS NOT NULL")
    )


def _child(table: Table) -> dict[str, str]:
    """A child is frozen while its parent is signed; it cannot move into or out of one either."""
    parent, key = table.info["parent"], table.info["key"]

    def frozen(alias: str) -> str:
        return (
            f"EXISTS (SELECT 1 FROM {parent} WHERE {parent}.id = {alias}.{key} "
            "AND signed_at IS NOT NULL)"
        )

    replaced = (
        f"EXISTS ({_same_row(table)} AND {key} IN "
        f"(SELECT id FROM {parent} WHERE signed_at IS NOT NULL))"
    )
    return (
        _trigger(table, "INSERT", f"{frozen('NEW')} OR {replaced}")
        | _trigger(table, "UPDATE", f"{frozen('OLD')} OR {frozen('NEW')}")
        | _trigger(table, "DELETE", frozen("OLD"))
    )


_MAKERS = {"versioned": _versioned, "signed": _signed, "child": _child, "appended": _appended}
