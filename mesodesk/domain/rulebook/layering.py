"""Domain, rule book: what of a clinic's changes stands over shipped rules newer than they are."""

from mesodesk.domain.rulebook.comparing import Loosening, loosenings, needs_second
from mesodesk.domain.rulebook.overlay import Overlay, laid_over, without
from mesodesk.domain.screening.rules import RuleBook, Thresholds


def carried_over(
    overlay: Overlay, then: RuleBook | None, shipped: RuleBook, has_second: bool
) -> Overlay:
    """The changes without those that would hide a newer shipped rule.

    `then`: the shipped rules they were laid over, None where those are not known any more;
    `has_second`: whether two signed for them. Left out is a rule that the clinic had not made
    differ from `then`, and a change by which a founding stop (or its guard) is milder than it is
    shipped now, in a way that two did not sign for or that became stricter since.
    """
    signed = _milder(then, overlay) if has_second and then else ()
    kept = {_key(one) for one in signed}
    stricter = {(one.code, one.dimension) for one in _stricter(then, shipped)}
    hiding = {
        one.code
        for one in _milder(shipped, overlay)
        if _key(one) not in kept or (one.code, one.dimension) in stricter
    }
    return without(overlay, hiding | _untouched(overlay, then))


def _milder(shipped: RuleBook, overlay: Overlay) -> tuple[Loosening, ...]:
    return needs_second(loosenings(shipped, laid_over(shipped, overlay, ""), Thresholds()))


def _stricter(then: RuleBook | None, shipped: RuleBook) -> tuple[Loosening, ...]:
    """How going back to `then` would be milder."""
    return loosenings(shipped, then, Thresholds()) if then else ()


def _untouched(overlay: Overlay, then: RuleBook | None) -> set[str]:
    standing = then.rules if then else ()
    return {rule.code for rule in overlay.rules if rule in standing}


def _key(one: Loosening) -> tuple[str, str, str]:
    return one.code, one.dimension.value, one.what
