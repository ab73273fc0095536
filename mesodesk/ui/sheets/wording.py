"""Sheets: the names of sheets, languages and states, and moments on the clinic's clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale

from mesodesk.domain.consents import Consent, SignedOn
from mesodesk.services.consent_lines import ConsentLine, ConsentState
from mesodesk.services.sheets.choices import Subject
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.theme.shades import Severity

# Qt would name the language of its default country: American English.
_LANGUAGES = {"en": "English", "es": "Español", "pt": "Português", "zh": "中文"}


def sheet_name(kind: str) -> str:
    """A kind of sheet in the window's language."""
    names = {
        "consent": _tr("Consent"),
        "aftercare": _tr("Aftercare"),
        "session": _tr("Session record"),
        "screening": _tr("Screening record"),
        "course_plan": _tr("Course plan"),
        "traceability": _tr("Traceability card"),
    }
    return names.get(kind, kind)


def nothing_yet(kind: str) -> str:
    """Why a kind of sheet cannot be printed yet."""
    if kind in ("consent", "course_plan"):
        return _tr("no course yet")
    return _tr("no screening yet") if kind == "screening" else _tr("no session yet")


def language_name(code: str) -> str:
    """A language by its own name: English, français."""
    name = _LANGUAGES.get(code) or QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code


def subject_name(subject: Subject, kind: str) -> str:
    """What a sheet is about: the day and the indication."""
    said = f"{say_date(subject.on)}, {subject.title}"
    if kind != "consent":
        return said
    if subject.is_signed:
        return _tr("Signed {what}").format(what=said)
    return _tr("To sign: course of {what}").format(what=said)


def moment_name(at: datetime, zone: ZoneInfo) -> str:
    """A moment on the clinic's clock: 14 Mar 2026, 09:30."""
    local = at.astimezone(zone)
    return f"{say_date(local.date())}, {local:%H:%M}"


def state_name(line: ConsentLine) -> str:
    """How a consent stands, in words."""
    words = {
        ConsentState.MISSING: _tr("Not given yet"),
        ConsentState.BEGUN: _tr("Begun, not signed"),
        ConsentState.SIGNED: _tr("Signed"),
        ConsentState.BROKEN: _tr("No longer matches"),
        ConsentState.WITHDRAWN: _tr("Withdrawn"),
    }
    return words[line.state]


def state_severity(line: ConsentLine) -> Severity:
    """How much a consent's state matters."""
    return {
        ConsentState.MISSING: Severity.WARNING,
        ConsentState.BEGUN: Severity.INFO,
        ConsentState.SIGNED: Severity.OK,
        ConsentState.BROKEN: Severity.STOP,
        ConsentState.WITHDRAWN: Severity.STOP,
    }[line.state]


def signing_words(given: Consent) -> str:
    """How it was signed, in which language, and who took it."""
    how = _tr("on screen") if given.signed_on is SignedOn.SCREEN else _tr("on paper")
    return _tr("{who}, {how}, {language}; taken by {taker}").format(
        who=given.signer_name,
        how=how,
        language=language_name(given.language),
        taker=given.taken_by_name,
    )


def photographs(given: Consent) -> str:
    """Which photographs were allowed."""
    said = dict(given.answers)
    names = {
        "photo_record": _tr("for the record"),
        "photo_teaching": _tr("for teaching"),
        "photo_marketing": _tr("for advertising"),
    }
    allowed = [name for key, name in names.items() if said.get(key)]
    return ", ".join(allowed) or _tr("none")


def read_time(text: str) -> tuple[int, int] | None:
    """Hours and minutes as people type them: 9:30, 09.30, 9h30, 930; None where it is no time."""
    digits = text.strip().lower().replace(".", ":").replace("h", ":")
    hours, colon, minutes = digits.partition(":")
    if not colon:
        hours, minutes = digits[:-2], digits[-2:]
    if not (hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2):
        return None
    read = int(hours), int(minutes)
    return read if read[0] < 24 and read[1] < 60 else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sheets", text)
