"""Healing: the words for observations and findings, and the marks of a zone's chart."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from mesodesk.domain.healing.assess import HealingFinding, Level, hours_and_days
from mesodesk.domain.healing.observation import Effect, How, Observation
from mesodesk.services import knowledge
from mesodesk.services.healing import Assessed, SessionHealing, ZoneHealing
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.form.numbers import show_decimal
from mesodesk.ui.kit.line_chart import Axis, Band, Mark, Series
from mesodesk.ui.kit.sources import say_basis
from mesodesk.ui.kit.theme.shades import Severity

_SEVERITIES = {
    Level.EXPECTED: Severity.OK,
    Level.CALL: Severity.WARNING,
    Level.SAME_DAY: Severity.STOP,
}
CHARTED = (Effect.SWELLING, Effect.BRUISING)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Healing", text)


def severity_of(finding: HealingFinding) -> Severity:
    """How much a finding matters."""
    return _SEVERITIES[finding.level]


def haste_of(finding: HealingFinding) -> str:
    """What follows, in two words."""
    if finding.is_emergency:
        return _tr("Emergency")
    return {
        Level.EXPECTED: _tr("As expected"),
        Level.CALL: _tr("Call"),
        Level.SAME_DAY: _tr("Same day"),
    }[finding.level]


def how_words() -> dict[How, str]:
    """How the clinic learned of it."""
    return {
        How.CHAIR: _tr("From the chair"),
        How.TELEPHONE: _tr("By telephone"),
        How.PHOTO: _tr("From a photo"),
    }


class HealingWords:
    """The words for what was seen, in the clinic's language and zone."""

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        self.language, self._zone = language, zone

    def effect(self, effect: Effect) -> str:
        """Swelling, bruising, redness, pain."""
        return knowledge.healing().effect_word(effect).said_in(self.language)

    def grade(self, grade: int) -> str:
        """None to severe."""
        return knowledge.healing().grade_words[grade].said_in(self.language)

    def red_flags(self) -> tuple[tuple[str, str], ...]:
        """Each red flag's code and words."""
        return tuple(
            (flag.code, flag.statement.words.said_in(self.language))
            for flag in knowledge.healing().red_flags
        )

    def finding(self, finding: HealingFinding) -> str:
        """What a finding says: every part that matters as much as the whole."""
        parts = [one for one in finding.parts if one.level is finding.level] or [finding]
        return " ".join(one.words.said_in(self.language) for one in parts)

    def basis(self, finding: HealingFinding) -> str:
        """The rule that says so, and its source."""
        parts = [one for one in finding.parts if one.level is finding.level] or [finding]
        return "; ".join(dict.fromkeys(self._rule(one) for one in parts))

    def _rule(self, finding: HealingFinding) -> str:
        """A finding's rule and source in words: a code says nothing to a clinician."""
        source = say_basis(finding.basis)
        if finding.rule.startswith("red_flag."):
            return _tr("red-flag rule: {source}").format(source=source)
        if finding.effect is None:
            return source
        said = {
            "too_strong": _tr("how strong {effect} may be"),
            "too_long": _tr("how long {effect} may last"),
        }.get(finding.rule.rsplit(".", maxsplit=1)[-1], _tr("what is expected of {effect}"))
        return f"{said.format(effect=self.effect(finding.effect).lower())}: {source}"

    def day(self, moment: datetime) -> str:
        """A moment's day at the clinic."""
        return say_date(moment.astimezone(self._zone).date())

    def session(self, healing: SessionHealing) -> str:
        """A session in a list: its day."""
        return self.day(healing.session.treated_at)

    def indication(self, healing: SessionHealing) -> str:
        """What was treated."""
        known = knowledge.indication(healing.session.indication)
        return known.name.said_in(self.language)

    def elapsed(self, healing: SessionHealing, seen: Observation) -> str:
        """How long after the session."""
        return hours_and_days(seen.observed_at - healing.session.treated_at, self.language)

    def seen(self, seen: Observation) -> str:
        """What was seen, in one line."""
        if seen.settled_since_day is not None:
            return _tr("all settled since day {day}").format(day=seen.settled_since_day)
        parts = [
            f"{self.effect(effect).lower()} {grade} ({self.grade(grade)})"
            for effect in Effect
            if (grade := seen.grade(effect)) is not None
        ]
        if seen.extent_mm is not None:
            parts.append(f"{show_decimal(seen.extent_mm)} mm")
        flags = dict(self.red_flags())
        parts += [flags[code] for code in seen.red_flags if code in flags]
        return ", ".join(parts)

    def line(self, healing: SessionHealing, one: Assessed) -> str:
        """An observation as a line: when, how, what, and its note."""
        seen = one.observation
        head = f"{self.elapsed(healing, seen)}, {how_words()[seen.how].lower()}"
        text = f"{head}: {self.seen(seen)}" if self.seen(seen) else head
        return f"{text}. {seen.note}" if seen.note else text

    def window(self, healing: SessionHealing, effect: Effect) -> str:
        """What is expected of an effect, with its source."""
        window = healing.windows.window(effect)
        if window is None:
            return ""
        return f"{window.statement.said_in(self.language)} [{say_basis(window.basis)}]"


class ZoneChart:
    """What the chart of a zone shows: the grades of one effect over the hours."""

    def __init__(self, words: HealingWords, healing: SessionHealing, effect: Effect) -> None:
        self._words, self._healing, self._effect = words, healing, effect

    def across(self) -> Axis:
        """Hours up to three days, days beyond: as far as the window or what was seen reaches."""
        window = self._healing.windows.window(self._effect)
        seen = [self._healing.hours(one.observation) for one in self._healing.observations]
        most = max([window.hours * 4 / 3 if window else 48, *(hours * 1.05 for hours in seen)])
        return Axis(0, most, hour_ticks(most), "")

    def band(self) -> tuple[Band, ...]:
        """The window of what is expected: inside its time and no more than mild."""
        window = self._healing.windows.window(self._effect)
        if window is None:
            return ()
        mild = knowledge.healing().mild_up_to
        bands = [Band(0, window.hours, 0, mild, _tr("expected"))]
        if window.trace_hours:
            bands.append(Band(window.hours, window.trace_hours, 0, 1, _tr("a trace")))
        return tuple(bands)

    def series(self, zone: ZoneHealing) -> tuple[Series, ...]:
        """The marks of a zone, the immediate response at hour 0 among them."""
        marks = []
        at_once = getattr(zone.zone.reaction, self._effect.value)
        if at_once is not None:
            note = _tr("At the session: {grade}").format(grade=self._words.grade(at_once))
            marks.append(Mark(0, at_once, note))
        for one in zone.observations:
            grade = one.observation.grade(self._effect)
            if grade is not None:
                hours = self._healing.hours(one.observation)
                marks.append(Mark(hours, grade, self._note(one), self._severity(one)))
        return (Series(self._words.effect(self._effect), tuple(marks)),)

    def _severity(self, one: Assessed) -> Severity | None:
        own = [part for part in one.finding.parts if part.effect in (self._effect, None)]
        level = max((part.level for part in own), default=Level.EXPECTED)
        return None if level is Level.EXPECTED else _SEVERITIES[level]

    def _note(self, one: Assessed) -> str:
        return f"{self._words.line(self._healing, one)} – {haste_of(one.finding)}"


def grade_axis() -> Axis:
    """Grades 0 to 4, up the side."""
    return Axis(0, 4, tuple((grade, str(grade)) for grade in range(5)))


def hour_ticks(most: float) -> tuple[tuple[float, str], ...]:
    """Ticks at round hours or days, at most six of them."""
    scales = ((12, "h"), (24, "h"), (48, "d"), (120, "d"), (168, "d"), (336, "d"), (672, "d"))
    step, word = next((one for one in scales if most / one[0] <= 6), scales[-1])
    unit = 24 if word == "d" else 1
    count = int(most // step)
    return tuple((n * step, f"{n * step // unit} {word}" if n else "0") for n in range(count + 1))
