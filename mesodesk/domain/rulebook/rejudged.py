"""Domain, rule book: a screening judged twice, as it was signed and by other rules."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from mesodesk.domain.screening.answers import Page
from mesodesk.domain.screening.findings import Finding, Judgement, Verdict
from mesodesk.domain.screening.rules import RuleClass

_Key = tuple[str, Page, RuleClass, Verdict, bool, date | None, bool]


@dataclass(frozen=True, slots=True)
class Rejudged:
    """`then` is as it was signed, `now` by the rules in force; `gone` are findings of then that
    are not found now, `come` those that are found only now (an altered one is in both).

    `has_kept_facts`: the patient's facts are those of that day; else the chart's of today.
    """

    then: Judgement
    now: Judgement
    gone: tuple[Finding, ...]
    come: tuple[Finding, ...]
    has_kept_facts: bool = True

    @property
    def is_same(self) -> bool:
        """Whether both judgements come to the same, finding by finding."""
        return self.then.verdict is self.now.verdict and not (self.gone or self.come)


def compared(then: Judgement, now: Judgement, has_kept_facts: bool = True) -> Rejudged:
    """The two with their differing findings. Words alone (or their language) make no difference."""
    first = (*then.findings, *then.open_findings)
    second = (*now.findings, *now.open_findings)
    return Rejudged(then, now, _only(first, second), _only(second, first), has_kept_facts)


def _only(these: tuple[Finding, ...], others: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those that the others lack; of several alike, as many as are too many."""
    left = Counter(_key(one) for one in others)
    found = []
    for one in these:
        if left[_key(one)]:
            left[_key(one)] -= 1
        else:
            found.append(one)
    return tuple(found)


def _key(one: Finding) -> _Key:
    return (
        one.rule_code,
        one.page,
        one.rule_class,
        one.weight,
        one.is_founding,
        one.earliest,
        one.is_note,
    )
