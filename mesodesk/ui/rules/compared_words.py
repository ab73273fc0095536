"""Rules: what of a rule becomes another, part by part, as it was and as it will be."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from mesodesk.domain.rulebook.differences import differing_parts
from mesodesk.domain.screening.rules import Question, Rule, RuleBook
from mesodesk.domain.screening.wording import Wording
from mesodesk.services.rules.names import RuleNames
from mesodesk.ui.rules import plain_words
from mesodesk.ui.rules.wording import class_name, page_name, part_name, tier_name

_TRIGGERS = ("medicine", "answer", "fact", "special")


def _say(text: str) -> str:
    return QCoreApplication.translate("Rules", text)


@dataclass(frozen=True, slots=True)
class PartChange:
    """One part of a rule: its name, how it reads in force, and how it would read."""

    part: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RuleTeller:
    """Says parts of rules in words, as the reader does. `book` tells questions by their code."""

    book: RuleBook
    years: int
    today: date
    names: RuleNames
    language: str

    def changes(self, before: Rule, after: Rule) -> tuple[PartChange, ...]:
        """Each part that differs; what sets the rule off counts as one part."""
        found: dict[str, PartChange] = {}
        for name in differing_parts(before, after):
            label = _say("set off by") if name in _TRIGGERS else part_name(name)
            if label not in found:
                told = (self._told(before, name, after), self._told(after, name, before))
                found[label] = PartChange(label, *told)
        return tuple(one for one in found.values() if one.before != one.after)

    def _told(self, rule: Rule, name: str, other: Rule) -> str:
        if name in _TRIGGERS:
            found = plain_words.triggers(rule, self.book, self.years, self.language, whole=True)
            return " ".join(found)
        if name in ("name", "wording", "patient"):
            return _wording(getattr(rule, name), getattr(other, name))
        return self._plain(rule, name, other)

    def _plain(self, rule: Rule, name: str, other: Rule) -> str:
        told = {
            "page": lambda: page_name(rule.page),
            "rule_class": lambda: class_name(rule.rule_class),
            "is_founding": lambda: _truth(rule.is_founding),
            "concerns": lambda: plain_words.concerns(rule, self.names),
            "wait": lambda: " ".join(plain_words.wait(rule, self.today)),
            "question": lambda: _question(rule.question, other.question),
            "sources": lambda: ", ".join(rule.sources) or _say("none"),
            "tier": lambda: tier_name(rule.tier),
        }
        return told[name]() if name in told else rule.code


def _question(asked: Question | None, other: Question | None) -> str:
    if asked is None:
        return _say("None.")
    parts = [_wording(asked.text, Wording(()) if other is None else other.text)]
    sexes = {"": "", "female": _say("asked of women only"), "male": _say("asked of men only")}
    parts += [
        _say("asks for the day") if asked.asks_date else _say("asks for no day"),
        _say("a yes is kept") if asked.is_lasting else _say("asked again at each visit"),
        _say("asked whatever the treatment") if asked.is_always_asked else "",
        sexes[asked.sex],
    ]
    return "; ".join(part for part in parts if part)


def _wording(told: Wording, other: Wording) -> str:
    """The languages that differ; all of them where none does."""
    known = {"en": _say("English"), "fr": _say("French")}
    beside = dict(other.texts)
    differing = [(code, text) for code, text in told.texts if beside.get(code) != text]
    return " ".join(f"{known.get(code, code)}: {text}" for code, text in differing)


def _truth(is_so: bool) -> str:
    return _say("yes") if is_so else _say("no")
