"""Domain, screening: the clinician's decision on a verdict, and which decisions are allowed."""

from dataclasses import dataclass
from enum import StrEnum

from mesodesk.core.errors import Reason, Refused
from mesodesk.domain.clinic import SecondSignature
from mesodesk.domain.screening.findings import Judgement, Verdict
from mesodesk.domain.screening.rules import RuleClass, Thresholds


class DecisionKind(StrEnum):
    """What a clinician may decide after a screening.

    `override` goes against one of the founding document's stops: two clinicians sign it.
    """

    PROCEED = "proceed"
    PROCEED_WITH_REASON = "proceed_with_reason"
    DO_NOT_TREAT = "do_not_treat"
    WAIT = "wait"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision, its reason in the clinician's own words, and who made it; perhaps with whom."""

    kind: DecisionKind
    reason: str
    author_id: str
    second: SecondSignature | None = None


_GOOD = (Verdict.SUITABLE, Verdict.SUITABLE_WITH_PRECAUTIONS)


def allowed_kinds(judgement: Judgement, settings: Thresholds) -> tuple[DecisionKind, ...]:
    """The decisions that this verdict leaves open, the usual one first."""
    if judgement.verdict in _GOOD:
        return DecisionKind.PROCEED, DecisionKind.WAIT, DecisionKind.DO_NOT_TREAT
    not_now = (DecisionKind.WAIT, DecisionKind.DO_NOT_TREAT)
    if judgement.verdict is Verdict.CLINICIANS_DECISION_NEEDED:
        return DecisionKind.PROCEED_WITH_REASON, *not_now
    if judgement.verdict is Verdict.INCOMPLETE:
        return not_now
    if judgement.verdict is Verdict.NOT_SUITABLE:
        not_now = (DecisionKind.DO_NOT_TREAT, DecisionKind.WAIT)
    if _may_override(judgement, settings):
        return *not_now, DecisionKind.OVERRIDE
    may = _may_proceed(judgement, settings)
    return (*not_now, DecisionKind.PROCEED_WITH_REASON) if may else not_now


def _may_override(judgement: Judgement, settings: Thresholds) -> bool:
    """A founding stop has no way around it unless the clinic has made one, with nothing open."""
    is_settled = not judgement.open_findings
    return settings.founding_override and judgement.has_founding_stop() and is_settled


def _may_proceed(judgement: Judgement, settings: Thresholds) -> bool:
    """Never against a founding stop, nor with something open; against another absolute
    contraindication only where the clinic has said so."""
    if judgement.has_founding_stop() or judgement.open_findings:
        return False
    grave = (Verdict.NOT_YET, Verdict.NOT_SUITABLE)
    blocking = [item for item in judgement.findings if item.weight in grave]
    has_absolute = any(item.rule_class is RuleClass.ABSOLUTE for item in blocking)
    return settings.absolute_with_reason or not has_absolute


def refusals(decision: Decision, judgement: Judgement, settings: Thresholds) -> tuple[Reason, ...]:
    """Why this decision cannot be kept; empty when it can."""
    reasons: list[Reason] = []
    if decision.kind not in allowed_kinds(judgement, settings):
        reasons.append(_not_allowed(judgement))
    reasons += missing_reason(decision, judgement)
    if not decision.author_id.strip():
        reasons.append(Reason("author_missing", "A decision needs the clinician who makes it."))
    if decision.kind is DecisionKind.OVERRIDE and not _has_second(decision):
        words = "Going against a founding stop needs a second clinician's signature."
        reasons.append(Reason("second_signature", words))
    return tuple(reasons)


def missing_reason(decision: Decision, judgement: Judgement) -> tuple[Reason, ...]:
    """That a written reason is wanted and not there; known before anybody signs."""
    if not _wants_reason(decision, judgement) or decision.reason.strip():
        return ()
    return (Reason("reason_missing", "Say in your own words why you decide so."),)


def check(decision: Decision, judgement: Judgement, settings: Thresholds) -> None:
    """Raises Refused, with every reason, when the decision is against the rules."""
    found = refusals(decision, judgement, settings)
    if found:
        raise Refused(*found)


def allows_treatment(decision: Decision) -> bool:
    """Whether a session may start on this decision."""
    return decision.kind is DecisionKind.PROCEED or is_documented(decision)


def is_documented(decision: Decision) -> bool:
    """Whether it was decided, with a written reason, to treat against what was found."""
    return decision.kind in (DecisionKind.PROCEED_WITH_REASON, DecisionKind.OVERRIDE)


def _has_second(decision: Decision) -> bool:
    return decision.second is not None and decision.second.clinician_id != decision.author_id


def _wants_reason(decision: Decision, judgement: Judgement) -> bool:
    """Going against the verdict, in either direction, wants a reason."""
    if is_documented(decision):
        return True
    return judgement.verdict in _GOOD and decision.kind is not DecisionKind.PROCEED


def _not_allowed(judgement: Judgement) -> Reason:
    if judgement.has_founding_stop():
        return Reason(
            "founding_stop",
            "The founding document excludes this patient; there is no way around it. "
            "Refer to the prescriber or the treating doctor.",
        )
    if judgement.open_findings:
        return Reason("open_findings", "Something is still open. Settle it first.")
    if judgement.verdict is Verdict.NOT_YET:
        return Reason("not_yet", f"Not before {judgement.earliest}.")
    if judgement.verdict is Verdict.CLINICIANS_DECISION_NEEDED:
        return Reason("decision_needed", "Proceeding needs your decision with a written reason.")
    if judgement.verdict is Verdict.NOT_SUITABLE:
        return Reason("not_suitable", "The patient is not suitable for this treatment.")
    return Reason("no_reason_wanted", "Nothing stands against treatment: simply proceed.")
