"""Migrations: the steps lead to the very tables that the program knows, and to their guards."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from mesodesk.store import schema
from mesodesk.store.sqlite import triggers
from mesodesk.store.sqlite.engine import open_engine

KEY = bytes(range(32))


def _made(folder: Path) -> Engine:
    engine = open_engine(folder / "record.db", KEY)
    schema.make(engine)
    return engine


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": False})
    return list(compare_metadata(context, schema.metadata()))


def test_that_the_migrations_make_exactly_the_tables_of_the_models(tmp_path: Path) -> None:
    engine = _made(tmp_path)
    with engine.connect() as connection:
        assert _differences(connection) == []
    engine.dispose()


def test_that_every_clinical_table_has_its_guards_in_the_file(tmp_path: Path) -> None:
    engine = _made(tmp_path)
    with engine.connect() as connection:
        present = triggers.present(connection)
    engine.dispose()
    guarded = [t for t in schema.metadata().sorted_tables if t.info["guard"] != "open"]
    assert len(guarded) >= 25
    assert len(present) == 3 * len(guarded)


def test_that_the_head_known_to_the_program_is_the_last_step() -> None:
    folder = Path(schema.__file__).parent / "migrations"
    steps = ScriptDirectory(str(folder))
    assert steps.get_heads() == [schema.HEAD]
    assert {step.revision for step in steps.walk_revisions()} == set(schema.KNOWN)


@pytest.mark.parametrize("revision", schema.KNOWN)
def test_that_no_step_is_taken_back_by_a_migration(revision: str) -> None:
    steps = ScriptDirectory(str(Path(schema.__file__).parent / "migrations"))
    step = steps.get_revision(revision)
    with pytest.raises(Exception, match=rf"before-{revision}\.db|the first step"):
        step.module.downgrade()
