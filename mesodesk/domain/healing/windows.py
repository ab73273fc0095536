"""Domain: how long swelling, bruising, redness and pain may last, and the red flags."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from mesodesk.domain.clinic import Settings
from mesodesk.domain.healing.observation import Effect
from mesodesk.domain.phrases import (
    Basis,
    Phrase,
    Statement,
    read_basis,
    read_phrase,
    read_statement,
    read_statements,
)
from mesodesk.domain.source import Entry, read

_WORDS = frozenset(
    (
        "none", "noted", "settled", "expected", "too_long", "too_strong", "red_flag", "emergency",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EffectWindow:
    """How long an effect may last, in hours after the session; the last hour is still inside.

    `from_hours` is the early end of a range ("12-36 h"), for the chart. A mere trace (grade 1)
    may last until `trace_hours` where the source says so.
    """

    effect: Effect
    hours: int
    from_hours: int | None
    trace_hours: int | None
    statement: Phrase
    basis: Basis

    def holds(self, elapsed: timedelta, grade: int) -> bool:
        """Whether a grade is inside its time after `elapsed`, to the very minute."""
        hours = self.trace_hours if grade == 1 and self.trace_hours else self.hours
        return elapsed <= timedelta(hours=hours)


@dataclass(frozen=True, slots=True)
class HealingWindows:
    """The windows of one kind of treatment. `is_founding` ones follow the clinic's settings."""

    code: str
    name: Phrase
    is_founding: bool
    for_lipolytic: bool
    ingredients: tuple[str, ...]
    indications: tuple[str, ...]
    effects: tuple[EffectWindow, ...]

    def window(self, effect: Effect) -> EffectWindow | None:
        """The window of an effect, None where it has none."""
        return next((window for window in self.effects if window.effect is effect), None)


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A sign that means the same day; `is_emergency`: the emergency number first."""

    code: str
    statement: Statement
    is_emergency: bool


@dataclass(frozen=True, slots=True)
class HealingTable:
    """Everything the healing file says: windows, red flags, grade words and wording."""

    mild_up_to: int
    grade_words: tuple[Phrase, ...]
    effect_words: tuple[tuple[Effect, Phrase], ...]
    windows: tuple[HealingWindows, ...]
    red_flags: tuple[RedFlag, ...]
    words: tuple[Statement, ...]

    def red_flag(self, code: str) -> RedFlag:
        """The red flag of that code; KeyError if there is none."""
        for flag in self.red_flags:
            if flag.code == code:
                return flag
        raise KeyError(code)

    def say(self, code: str) -> Statement:
        """The statement of that code."""
        return next(statement for statement in self.words if statement.code == code)

    def effect_word(self, effect: Effect) -> Phrase:
        """The word for an effect."""
        return dict(self.effect_words)[effect]


def windows_for(
    table: HealingTable,
    indication: str,
    ingredients: Iterable[str],
    is_lipolytic: bool,
    settings: Settings,
) -> HealingWindows:
    """The windows of a session: the first in the file whose ingredient, lipolysis or indication
    it has, else the founding document's (the last), with the clinic's numbers in it."""
    given = set(ingredients)
    for windows in table.windows:
        if given & set(windows.ingredients) or (is_lipolytic and windows.for_lipolytic):
            return windows
        if indication in windows.indications:
            return windows
    return with_settings(table.windows[-1], settings)


def with_settings(windows: HealingWindows, settings: Settings) -> HealingWindows:
    """Founding windows with the clinic's numbers where they differ; others as they are."""
    if not windows.is_founding:
        return windows
    chosen = {
        Effect.SWELLING: settings.swelling_hours,
        Effect.BRUISING: settings.bruise_days * 24,
    }
    return replace(
        windows, effects=tuple(_changed(w, chosen.get(w.effect, w.hours)) for w in windows.effects)
    )


def read_healing(text: str, file: str) -> HealingTable:
    """The healing file. Raises Mistake, naming file and line; the last windows are founding."""
    top = read(text, file).only("mild_up_to", "grades", "effects", "windows", "red_flags", "words")
    table = HealingTable(
        mild_up_to=top.get("mild_up_to").whole(),
        grade_words=tuple(read_phrase(item) for item in top.get("grades").items()),
        effect_words=tuple(_effect_word(item) for item in top.get("effects").items()),
        windows=tuple(_windows(item) for item in top.get("windows").items()),
        red_flags=tuple(_red_flag(item) for item in top.get("red_flags").items()),
        words=read_statements(top.get("words")),
    )
    if len(table.grade_words) != 5:
        raise top.get("grades").mistake("grades need five words, from none to severe")
    if {effect for effect, _ in table.effect_words} != set(Effect):
        raise top.get("effects").mistake("each effect needs a word")
    if not table.windows[-1].is_founding:
        raise top.get("windows").mistake("the last windows must be the founding ones")
    missing = _WORDS - {statement.code for statement in table.words}
    if missing:
        raise top.get("words").mistake(f"'{min(missing)}' is missing")
    return table


def _changed(window: EffectWindow, hours: int) -> EffectWindow:
    if hours == window.hours:
        return window
    return replace(window, hours=hours, basis=Basis("settings of the clinic", "CLINIC"))


def _windows(entry: Entry) -> HealingWindows:
    entry.only("code", "en", "fr", "founding", "for", "effects")
    applies = entry.find("for")
    if applies:
        applies.only("lipolytic", "ingredients", "indications")
    lipolytic = applies.find("lipolytic") if applies else None
    founding = entry.find("founding")
    return HealingWindows(
        code=entry.get("code").word(),
        name=read_phrase(entry),
        is_founding=founding.truth() if founding else False,
        for_lipolytic=lipolytic.truth() if lipolytic else False,
        ingredients=_words(applies, "ingredients"),
        indications=_words(applies, "indications"),
        effects=tuple(_window(item) for item in entry.get("effects").items()),
    )


def _window(entry: Entry) -> EffectWindow:
    entry.only("effect", "hours", "from_hours", "trace_hours", "en", "fr", "source", "tier")
    early, trace = entry.find("from_hours"), entry.find("trace_hours")
    return EffectWindow(
        effect=_effect(entry),
        hours=entry.get("hours").whole(),
        from_hours=early.whole() if early else None,
        trace_hours=trace.whole() if trace else None,
        statement=read_phrase(entry),
        basis=read_basis(entry),
    )


def _effect(entry: Entry) -> Effect:
    return Effect(entry.get("effect").choice(*(effect.value for effect in Effect)))


def _effect_word(entry: Entry) -> tuple[Effect, Phrase]:
    return _effect(entry), read_phrase(entry)


def _red_flag(entry: Entry) -> RedFlag:
    emergency = entry.find("emergency")
    statement = read_statement(entry)
    return RedFlag(statement.code, statement, emergency.truth() if emergency else False)


def _words(entry: Entry | None, name: str) -> tuple[str, ...]:
    found = entry.find(name) if entry else None
    return found.words() if found else ()
