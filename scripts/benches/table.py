"""Bench: the table of what was measured, for a terminal and as Markdown."""

from collections.abc import Sequence

from scripts.benches.measuring import Line

_HEADS = ("measure", "patients", "ours", "reference", "ratio", "goal", "against")


def as_text(lines: Sequence[Line]) -> str:
    """The table in columns."""
    rows = [_HEADS, *map(_row, lines)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEADS))]
    return "\n".join(
        "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def as_markdown(lines: Sequence[Line]) -> str:
    """The table as Markdown."""
    rows = [_HEADS, ("---",) * len(_HEADS), *map(_row, lines)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(line: Line) -> tuple[str, ...]:
    return (
        line.measure,
        f"{line.patients:,}" if line.patients else "any",
        _figure(line.ours, line.unit),
        _figure(line.reference, line.unit),
        f"{line.ratio:.2f}" if line.ratio < 100 else f"{line.ratio:.0f}",
        _goal(line),
        line.against,
    )


def _goal(line: Line) -> str:
    if line.goal:
        wanted = f"ratio {line.goal:g}"
    elif line.limit:
        wanted = f"{line.limit:g} {line.unit}"
    elif line.least:
        wanted = f"at least {line.least:g} {line.unit}"
    else:
        return "-"
    return wanted if line.is_met else f"{wanted}: missed"


def _figure(value: float, unit: str) -> str:
    if unit == "s":
        return f"{value * 1000:.2f} ms" if value < 0.1 else f"{value:.3f} s"
    return f"{value:.1f} {unit}"
