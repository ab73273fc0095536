"""Services, rules: the clinic's changes while they are edited. A draft is no rule yet."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from mesodesk.core.errors import BadInput, Problem
from mesodesk.core.ids import DraftId
from mesodesk.domain.rulebook import sheet
from mesodesk.domain.rulebook.comparing import Loosening, loosenings
from mesodesk.domain.rulebook.differences import RuleLine, rule_lines
from mesodesk.domain.rulebook.record import ClinicRules, label
from mesodesk.domain.screening.rules import Rule, RuleBook, Thresholds
from mesodesk.domain.source import Mistake
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.rules.in_force import laid, readable_book
from mesodesk.store import rules as rule_store
from mesodesk.store.drafts import Draft

KIND = "rules"
_DRAFT = DraftId("rules")


@dataclass(frozen=True, slots=True)
class RuleSheet:
    """The clinic's changes as text. `base_version` is the version of the record it began from,
    `standing` that version's text; `kept_at` when the draft was kept, None where there is none.
    """

    text: str
    base_version: int
    standing: str
    kept_at: datetime | None = None

    @property
    def is_changed(self) -> bool:
        """Whether something waits to be put in force."""
        return self.text.strip() != self.standing.strip()


@dataclass(frozen=True, slots=True)
class Checked:
    """A text of changes, read. Either `mistake` says what is wrong, or the rest says what the
    rules would be: every rule, the codes that differ from what is in force (`standing`), and
    what becomes milder than it is in force.
    """

    lines: tuple[RuleLine, ...]
    book: RuleBook
    standing: RuleBook
    mistake: Mistake | None = None
    changed: tuple[str, ...] = ()
    milder: tuple[Loosening, ...] = ()


def open_sheet(desk: Desk) -> RuleSheet:
    """The draft of the clinic's changes, or the changes as they stand."""
    with desk.store.reading(desk.author) as reading:
        standing = rule_store.clinic_rules(reading)
    text, version = (standing.text, standing.version) if standing else ("", 0)
    draft = desk.store.drafts.find(_DRAFT)
    if draft is None:
        return RuleSheet(text, version, text)
    return RuleSheet(str(draft.content["text"]), draft.base_version, text, draft.saved_at)


def keep_sheet(desk: Desk, changed: RuleSheet) -> RuleSheet:
    """Keep the draft, broken or not: nothing that was typed is lost."""
    now = desk.clock.now()
    content = {"text": changed.text}
    desk.store.drafts.save(
        Draft(_DRAFT, KIND, "", "", changed.base_version, content, desk.author.id, now)
    )
    return replace(changed, kept_at=now)


def drop_sheet(desk: Desk) -> RuleSheet:
    """Put the draft aside; what is in force stays."""
    desk.store.drafts.drop(_DRAFT)
    return open_sheet(desk)


def check(desk: Desk, text: str) -> Checked:
    """What a text of changes would make of the rules; a mistake is told, not raised."""
    with desk.store.reading(desk.author) as reading:
        standing, before = rule_store.clinic_rules(reading), readable_book(reading)
    return checked(text, standing, before, numbers_of(desk))


def checked(
    text: str, standing: ClinicRules | None, before: RuleBook, numbers: Thresholds
) -> Checked:
    """The same against the rules `before` that stand in force."""
    has_second = standing is not None and standing.second is not None
    try:
        after = laid(text, "")
    except Mistake as mistake:
        return Checked(rule_lines(knowledge.rules(), before), before, before, mistake)
    return Checked(
        lines=rule_lines(knowledge.rules(), after),
        book=after,
        standing=before,
        changed=_changed(before, after),
        milder=_milder(before, after, numbers, has_second),
    )


def _milder(
    before: RuleBook, after: RuleBook, numbers: Thresholds, has_second: bool
) -> tuple[Loosening, ...]:
    """What `after` makes milder than it stands now, and what of a founding stop it makes milder
    than the founding document has it. What a second clinician signed for before is not asked
    again until its rule becomes milder still, in whichever way."""
    shipped = knowledge.rules()
    stops = frozenset(rule.code for rule in shipped.rules if rule.is_founding)
    now = loosenings(before, after, numbers, stops)
    stood = loosenings(shipped, before, numbers) if has_second else ()
    again = {one.code for one in now}
    signed = {_same(one) for one in stood if one.is_protected and one.code not in again}
    beyond = tuple(
        one
        for one in loosenings(shipped, after, numbers)
        if one.is_protected and _same(one) not in signed
    )
    asked = {_same(one) for one in beyond}
    others = tuple(replace(one, is_protected=False) for one in now if _same(one) not in asked)
    return (*beyond, *others)


def numbers_of(desk: Desk) -> Thresholds:
    """The clinic's numbers that a rule may name."""
    return Thresholds(recent_cancer_years=desk.settings.recent_cancer_years)


def with_rule(text: str, rule: Rule) -> str:
    """The text with a rule written into it. Raises BadInput with the reason; with the line as
    well where the text could not be read before."""
    return _edited(text, lambda: sheet.with_rule(text, rule))


def switched_off(text: str, code: str) -> str:
    """The text with a shipped rule switched off. Raises BadInput."""
    return _edited(text, lambda: sheet.switched_off(text, code))


def as_shipped(text: str, code: str) -> str:
    """The text without the clinic's change of a rule. Raises BadInput."""
    return _edited(text, lambda: sheet.as_shipped(text, code))


def versions(desk: Desk) -> tuple[ClinicRules, ...]:
    """Every version of the clinic's rules, the newest first."""
    with desk.store.reading(desk.author) as reading:
        return rule_store.rule_versions(reading)


def version_in_force(desk: Desk) -> str:
    """The name of the rules in force, as a screening keeps it."""
    with desk.store.reading(desk.author) as reading:
        standing = rule_store.clinic_rules(reading)
    return label(knowledge.rules().version, standing.version if standing else 0)


def refused(mistake: Mistake) -> BadInput:
    """A mistake in the text as a problem of the field `text`."""
    return BadInput(Problem("text", f"Line {mistake.line}: {mistake.reason}."))


def _edited(before: str, edit: Callable[[], str]) -> str:
    """A line says something about a text that was typed; of a form it would say nothing."""
    try:
        edited = edit()
        laid(edited, "")
    except Mistake as mistake:
        try:
            laid(before, "")
        except Mistake as standing:
            raise refused(standing) from mistake
        reason = mistake.reason
        words = f"{reason[:1].upper()}{reason[1:]}."
        raise BadInput(Problem("text", words)) from mistake
    return edited


def _changed(before: RuleBook, after: RuleBook) -> tuple[str, ...]:
    first = {rule.code: rule for rule in before.rules}
    then = {rule.code: rule for rule in after.rules}
    return tuple(code for code in first | then if first.get(code) != then.get(code))


def _same(one: Loosening) -> tuple[str, str, str]:
    return one.code, one.dimension.value, one.what
