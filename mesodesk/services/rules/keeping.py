"""Services, rules: puts the clinic's changes in force: signed, with a reason, as a version."""

from mesodesk.core.errors import BadInput, Problem, Reason, Refused
from mesodesk.domain.changes import Changes
from mesodesk.domain.clinic import SecondSignature
from mesodesk.domain.rulebook.comparing import Loosening, loosenings, needs_second
from mesodesk.domain.rulebook.record import ClinicRules, RulesText, label
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.rules.editing import (
    Checked,
    RuleSheet,
    checked,
    drop_sheet,
    numbers_of,
    refused,
)
from mesodesk.services.rules.in_force import readable_book
from mesodesk.services.signing import (
    Signatures,
    check_beside,
    check_signature,
    second_signers,
)
from mesodesk.store import rules as rule_store

_MILDER = "A stop of the founding document becomes milder: a second clinician signs as well."


def put_in_force(desk: Desk, sheet: RuleSheet, why: str, signatures: Signatures) -> Changes:
    """Make the changes the next version of the clinic's rules.

    Raises BadInput for a text that cannot be read (with its line) and for a missing reason,
    Refused where nothing changed or a founding stop would become milder on one signature,
    WrongPassword, ChangedSinceOpened.
    """
    found = _check(desk, sheet, why)
    check_signature(desk, signatures.secret)
    second = check_beside(desk, signatures, _MILDER) if needs_second(found.milder) else None
    with desk.store.work(desk.author) as work:
        kept = second or _signed_before(desk, rule_store.clinic_rules(work), found)
        version = rule_store.save_rules(
            work, sheet.text, why.strip(), knowledge.rules().version, kept, sheet.base_version
        )
        named = label(knowledge.rules().version, version)
        rule_store.keep_text(work, RulesText(named, knowledge.rules_text(), sheet.text))
    drop_sheet(desk)
    return Changes(clinic=frozenset({"rules"}), drafts=frozenset({"rules"}))


def check_for_second(desk: Desk, protected: tuple[Loosening, ...]) -> None:
    """Raises Refused, in words, where a second signature is needed and nobody can give it."""
    if protected and not second_signers(desk):
        words = (
            "A stop of the founding document would become milder. That needs the signature of a "
            "second clinician of this clinic, and there is none. Make it stricter, or leave it."
        )
        raise Refused(Reason("no_second_signer", words))


def _check(desk: Desk, sheet: RuleSheet, why: str) -> Checked:
    with desk.store.reading(desk.author) as reading:
        standing, before = rule_store.clinic_rules(reading), readable_book(reading)
    found = checked(sheet.text, standing, before, numbers_of(desk))
    if found.mistake is not None:
        raise refused(found.mistake)
    if not why.strip():
        raise BadInput(Problem("why", "Say why the rules are changed; it stays with the version."))
    if not found.changed and not sheet.is_changed:
        raise Refused(Reason("nothing_changed", "These are the rules that are in force already."))
    check_for_second(desk, needs_second(found.milder))
    return found


def _signed_before(
    desk: Desk, standing: ClinicRules | None, found: Checked
) -> SecondSignature | None:
    """What a second clinician signed for stays signed for while it stays in the text."""
    still = needs_second(loosenings(knowledge.rules(), found.book, numbers_of(desk)))
    return standing.second if standing and still else None
