"""Domain, screening: texts in several languages, and the sentences explanations are made of."""

from dataclasses import dataclass
from datetime import date

from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.source import Entry

PHRASES = (
    "months",
    "because_medicine",
    "because_same_name",
    "because_answer",
    "because_within",
    "because_within_unknown",
    "because_beyond",
    "because_wait",
    "span_days",
    "span_months",
    "event_birth",
    "event_infection",
    "event_vaccination",
    "event_surgery",
    "because_unknown",
    "because_fact",
    "because_fact_missing",
    "because_named_allergy",
    "because_unsettled",
    "because_did_you_mean",
    "because_condition_meant",
    "because_condition_denied",
    "because_unanswered",
    "because_not_reviewed",
    "explained",
    "principle_founding",
    "principle_absolute",
    "principle_relative",
    "principle_precaution",
    "principle_open",
    "principle_past",
    "general_knowledge",
    "clinic_rule",
    "tier",
    "atc_code",
    "not_concerned",
    "answer_yes",
    "answer_unknown",
    "answer_no_date",
    "age",
    "bmi",
    "phototype",
    "use_regular",
    "use_occasional",
    "use_ended",
    "last_taken",
    "prescribed_by",
    "planned_end",
    "ended_on",
    "ended_wording",
    "medicines_blank",
    "indication_blank",
    "questions_blank",
    "page_why",
    "page_medicines",
    "page_conditions",
    "page_allergies",
    "page_today",
    "not_yet",
    "date_needed",
    "occasional_decide",
    "occasional_wait",
    "occasional_over",
    "occasional_stop",
    "occasional_undated",
    "principle_clinic",
    "follows_founding",
    "follows_medicine",
    "follows_absolute",
    "follows_relative",
    "follows_precaution",
    "follows_open",
    "follows_not_yet",
    "follows_avoid",
)


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in several languages; English is always there."""

    texts: tuple[tuple[str, str], ...]

    def told(self, language: str) -> str:
        """The text in `language`, or in English where it was not translated."""
        known = dict(self.texts)
        return known.get(language, known["en"])


@dataclass(frozen=True, slots=True)
class Phrases:
    """The sentences that explanations are made of, by key."""

    entries: tuple[tuple[str, Wording], ...]

    def say(self, key: str, language: str, **parts: str) -> str:
        """The phrase with its {parts} filled in; KeyError for a phrase that is not there."""
        return dict(self.entries)[key].told(language).format(**parts)

    def day(self, day: KnownDate | date, language: str) -> str:
        """A date in words, as precise as it is known: 14 March 2026, March 2026, 1er mars 2026."""
        known = KnownDate.on(day) if isinstance(day, date) else day
        parts = [str(known.year)]
        if known.month is not None:
            parts.insert(0, self.say("months", language).split()[known.month - 1])
        if known.day is not None:
            first = language == "fr" and known.day == 1
            parts.insert(0, "1er" if first else str(known.day))
        return " ".join(parts)


def read_wording(entry: Entry) -> Wording:
    """A text by language; without an English one it is a mistake."""
    texts = tuple((language, value.word()) for language, value in entry.pairs())
    if "en" not in dict(texts):
        raise entry.mistake("the English text ('en') is missing")
    return Wording(texts)


def read_phrases(entry: Entry) -> Phrases:
    """All the phrases, and no others."""
    entry.only(*PHRASES)
    return Phrases(tuple((key, read_wording(entry.get(key))) for key in PHRASES))
