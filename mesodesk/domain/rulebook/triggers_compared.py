"""Domain, rule book: whether a trigger fires for less than another."""

from collections.abc import Iterator

from mesodesk.domain.screening.rules import (
    AnswerTrigger,
    FactTrigger,
    MedicineTrigger,
    Thresholds,
)


def medicine_narrowings(
    before: MedicineTrigger, after: MedicineTrigger | None
) -> Iterator[tuple[str, str]]:
    """(dimension, word) for all that fired before and does not fire any more."""
    if after is None:
        yield "trigger_narrower", "medicine"
        return
    for prefix in before.prefixes:
        if not prefix.startswith(after.prefixes or ("\0",)):
            yield "prefix_removed", prefix
    for code in after.excepted:
        if _is_new_exception(code, before):
            yield "exception_added", code
    gone = set(before.substances) - set(after.substances)
    gone |= set(before.classes) - set(after.classes)
    for word in sorted(gone):
        yield "trigger_narrower", word
    if after.at_least > before.at_least:
        yield "more_needed", str(after.at_least)


def _is_new_exception(code: str, before: MedicineTrigger) -> bool:
    """An exception counts before anything else: it also keeps named substances from firing."""
    return not code.startswith(before.excepted or ("\0",))


def is_answer_narrower(before: AnswerTrigger, after: AnswerTrigger, numbers: Thresholds) -> bool:
    """Whether a yes that counted before no longer does, by the years of the two windows."""
    if after.within is None and after.beyond is None:
        return False
    if before.within is not None and after.within is not None and after.beyond is None:
        return numbers.years(after.within) < numbers.years(before.within)
    if before.beyond is not None and after.beyond is not None and after.within is None:
        return numbers.years(after.beyond) > numbers.years(before.beyond)
    return True


def is_fact_narrower(before: FactTrigger, after: FactTrigger) -> bool:
    """Whether a limit was moved out, or turned round."""
    if before.above is not None:
        return after.above is None or after.above > before.above
    if before.below is not None:
        return after.below is None or after.below < before.below
    return True
