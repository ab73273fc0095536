"""Register: the audit trail, months and verdicts in words."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from mesodesk.domain.register import AuditRow
from mesodesk.services import knowledge
from mesodesk.ui.kit.form.date_field import say_date


def _tr(text: str) -> str:
    return QCoreApplication.translate("Register", text)


def moment_words(moment: datetime, zone: ZoneInfo) -> str:
    """Day and time on the clinic's clock."""
    local = moment.astimezone(zone)
    time = QLocale().toString(QTime(local.hour, local.minute), "HH:mm")
    return f"{say_date(local.date())}, {time}"


def month_words(month: date, pattern: str = "MMMM yyyy") -> str:
    """The month's name and year."""
    return QLocale().toString(QDate(month.year, month.month, 1), pattern)


def indication_words(code: str, language: str) -> str:
    """An indication's name."""
    known = {one.code: one.name for one in knowledge.indications()}
    return known[code].said_in(language) if code in known else code


def role_words(role: str) -> str:
    """A role in words; nothing where it was signed before roles were kept."""
    return {"clinician": _tr("clinician"), "assistant": _tr("assistant")}.get(role, role)


def event_words(row: AuditRow) -> str:
    """What was done, as a sentence without its subject: "signed a session"."""
    whole = _sentences().get((row.verb, row.kind))
    if whole is not None:
        return whole
    verb = _verbs().get(row.verb, row.verb.replace("_", " "))
    return f"{verb} {_kinds().get(row.kind, row.kind.replace('_', ' '))}"


def check_words(name: str) -> str:
    """What a check of `verify` looked at."""
    return {
        "pages and references": _tr("The file's pages and references"),
        "guards of signed rows": _tr("The guards of signed rows"),
        "audit chain": _tr("The audit chain, link by link"),
        "end of the audit chain": _tr("The sealed ends of the audit chain"),
        "signatures of consents": _tr("The signatures of consents against their text"),
        "kept sheets": _tr("The kept sheets against their hashes"),
        "texts of rules": _tr("The rules that screenings were judged by against their hashes"),
    }.get(name, name)


def _sentences() -> dict[tuple[str, str], str]:
    return {
        ("sign_in", "clinician"): _tr("signed in"),
        ("fail_sign_in", "clinician"): _tr("failed to sign in"),
        ("fail_signature", "clinician"): _tr("gave a wrong password or PIN for a signature"),
        ("set_password", "clinician"): _tr("changed the password"),
        ("set_up", "clinic"): _tr("set up the clinic"),
        ("add", "clinician"): _tr("added a colleague"),
        ("retire", "clinician"): _tr("retired a colleague"),
        ("allow_override", "settings"): _tr("allowed founding stops to be overridden"),
        ("shorten_cancer", "settings"): _tr(
            "shortened, with a second clinician, how long a cancer excludes"
        ),
        ("forbid_override", "settings"): _tr("no longer allows overrides of founding stops"),
        ("override", "screening"): _tr("overrode a founding stop with a second clinician"),
        ("export", "overrides"): _tr("saved the register of overrides as a table"),
        ("back_up", "record"): _tr("made a backup"),
        ("renew", "recovery_key"): _tr("put a new recovery key in use"),
        ("verify", "record"): _tr("verified the record"),
        ("except", "session"): _tr("signed an exception in a session"),
        ("add_to", "session"): _tr("added a note to a signed session"),
        ("observe", "observation"): _tr("noted how a session heals"),
        ("outcome", "sheet"): _tr("noted how the printing or saving of a sheet ended"),
        ("trace", "lot"): _tr("looked up who received a lot"),
        ("open", "chart"): _tr("opened the chart"),
        ("hand_over", "screening"): _tr("gave the questionnaire to the patient to answer alone"),
        ("change", "clinic"): _tr("changed the letterhead"),
        ("change", "settings"): _tr("changed the clinic's thresholds"),
        ("change", "rules"): _tr("put a new version of the screening rules in force"),
        ("judge", "screening"): _tr("kept the rules a screening was judged by"),
        ("change", "clinician"): _tr("changed a clinician's details"),
    }


def _verbs() -> dict[str, str]:
    return {
        "add": _tr("added"),
        "archive": _tr("archived"),
        "change": _tr("changed"),
        "export": _tr("exported"),
        "keep": _tr("kept"),
        "open": _tr("opened"),
        "print": _tr("printed"),
        "register": _tr("registered"),
        "reprint": _tr("reprinted"),
        "restore": _tr("took out of the archive"),
        "sign": _tr("signed"),
        "start": _tr("started"),
        "void": _tr("declared void"),
        "withdraw": _tr("recorded the withdrawal of"),
    }


def _kinds() -> dict[str, str]:
    return {
        "allergy": _tr("an allergy"),
        "clinician": _tr("a clinician"),
        "condition": _tr("a condition"),
        "consent": _tr("a consent"),
        "course": _tr("a course"),
        "lot": _tr("a lot"),
        "measurement": _tr("a measurement"),
        "medicine": _tr("a medicine"),
        "observation": _tr("an observation"),
        "patient": _tr("a patient"),
        "product": _tr("a product"),
        "recipe": _tr("a recipe"),
        "recovery_sheet": _tr("the recovery sheet"),
        "screening": _tr("a screening"),
        "session": _tr("a session"),
        "sheet": _tr("a sheet"),
        "vial": _tr("a vial"),
    }
