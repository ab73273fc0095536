"""The register of overrides as a table: what a spreadsheet makes of it."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from mesodesk.domain.register import Added, OverrideKind, OverrideRow
from mesodesk.exchange.overrides_table import COLUMNS, overrides_table

DUBLIN = ZoneInfo("Europe/Dublin")
ROW = OverrideRow(
    subject_id="s1",
    number=0,
    kind=OverrideKind.FOUNDING,
    patient_id="p1",
    patient_name="Zo\u00eb \u00d3 Briain",
    at=datetime(2026, 7, 1, 9, 30, tzinfo=UTC),
    words="History of deep vein thrombosis.",
    rule="a history of deep vein thrombosis",
    reason='One in 1999, "provoked"; agreed',
    signed_by_name="Dr Ana Lindqvist",
)


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_that_a_row_is_read_back_with_the_clinics_clock() -> None:
    (row,) = read(overrides_table([ROW], DUBLIN))
    assert row["signed at"] == "2026-07-01T10:30+01:00"
    assert row["reason"] == ROW.reason
    assert row["declared void"] == ""
    assert (row["patient"], row["kind"]) == (ROW.patient_name, "founding")


def test_that_no_row_is_a_table_of_headings() -> None:
    assert overrides_table([], DUBLIN) == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("reason", ["=1+1", "+353 1", "-", "@home"])
def test_that_what_was_typed_is_never_a_formula(reason: str) -> None:
    (row,) = read(overrides_table([replace(ROW, reason=reason, is_voided=True)], DUBLIN))
    assert row["reason"] == f"'{reason}"
    assert row["declared void"] == "yes"


def test_that_a_second_clinician_new_to_the_clinic_is_told_with_who_added_them() -> None:
    new = replace(ROW, second_added=Added(datetime(2026, 7, 1, 8, tzinfo=UTC), "Dr Ana Lindqvist"))
    (row,) = read(overrides_table([new], DUBLIN))
    assert row["second added at"] == "2026-07-01T09:00+01:00"
    assert row["second added by"] == "Dr Ana Lindqvist"
    (row,) = read(overrides_table([ROW], DUBLIN))
    assert (row["second added at"], row["second added by"]) == ("", "")
