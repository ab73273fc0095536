"""Services, screening: what a returning patient said otherwise, in whole lines of one language."""

from mesodesk.core.errors import NotFound
from mesodesk.core.ids import ScreeningId
from mesodesk.domain.screening.answers import Answer, MedicineAnswer, Reply, ScreeningAnswers, Use
from mesodesk.domain.screening.differences import Change, Difference, differences
from mesodesk.domain.screening.record import SignedScreening
from mesodesk.domain.screening.rules import RuleBook
from mesodesk.domain.sheets import speech
from mesodesk.domain.sheets.screening import Changes
from mesodesk.domain.sheets.wording import Wording
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.languages import wording
from mesodesk.services.rules.in_force import rules_in_force
from mesodesk.store import screenings as screening_store

_REPLIES = {Reply.YES: "language.yes", Reply.NO: "language.no"}
_USES = {Use.REGULAR: "regular", Use.OCCASIONAL: "occasional", Use.ENDED: "ended_use"}


def changes_of(desk: Desk, done: SignedScreening, language: str) -> Changes | None:
    """What changed since the screening that this one was begun from; None for a first one."""
    before = screening_before(desk, done.answers)
    if before is None:
        return None
    return changes_between(before, done.answers, rules_in_force(desk), language)


def screening_before(desk: Desk, answers: ScreeningAnswers) -> SignedScreening | None:
    """The signed screening that these answers were compared with, or None."""
    if not answers.compared_with:
        return None
    try:
        with desk.store.reading(desk.author) as reading:
            return screening_store.screening(reading, ScreeningId(answers.compared_with))
    except NotFound:
        return None


def changes_between(
    before: SignedScreening, now: ScreeningAnswers, book: RuleBook, language: str
) -> Changes:
    """The differences as lines, in the order of the wizard's pages."""
    said = wording(language)
    lines = (_line(one, book, said) for one in differences(before.answers, now))
    return Changes(before.screened_on, tuple(lines))


def _line(one: Difference, book: RuleBook, said: Wording) -> str:
    return said.text(
        f"screening.changes.{one.change.value}",
        name=_name(one, book, said.language),
        before=_told(one.before, said),
        now=_told(one.now, said),
    )


def _name(one: Difference, book: RuleBook, language: str) -> str:
    if one.change in (Change.REASON_NEW, Change.REASON_GONE):
        return knowledge.indication(one.name).name.said_in(language)
    if one.change is Change.ANSWER:
        asked = (item for rule in book.rules if (item := rule.question) is not None)
        found = next((item for item in asked if item.code == one.name), None)
        return found.text.told(language) if found else one.name
    taken = one.now or one.before
    if isinstance(taken, MedicineAnswer) and taken.substance.casefold() != one.name.casefold():
        return f"{one.name} ({taken.substance})" if taken.substance else one.name
    return one.name


def _told(item: Answer | MedicineAnswer | None, said: Wording) -> str:
    if item is None:
        return said.text("screening.changes.not_asked")
    if isinstance(item, MedicineAnswer):
        return ", ".join(_use(item, said))
    key = _REPLIES.get(item.reply, "screening.answers.unknown")
    when = [speech.known_day(said, item.when)] if item.when else []
    return ", ".join((said.text(key).lower(), *when))


def _use(item: MedicineAnswer, said: Wording) -> tuple[str, ...]:
    parts = [said.text(f"screening.medicines.{_USES[item.use]}")]
    if item.ended_on is not None:
        day = speech.known_day(said, item.ended_on)
        parts.append(said.text("screening.changes.until", day=day))
    if item.last_taken is not None:
        day = speech.known_day(said, item.last_taken)
        parts.append(said.text("screening.changes.last", day=day))
    return tuple(parts)
