"""Today: the words for each row of the day's lists."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from mesodesk.domain.healing.assess import HealingFinding
from mesodesk.domain.patients import PatientRow
from mesodesk.services.attention import Attention, AttentionKind
from mesodesk.services.knowledge import indication
from mesodesk.services.today import CheckRow, DueRow, UnfinishedRow
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.sources import say_basis
from mesodesk.ui.kit.theme.shades import Severity

_URGENT = frozenset(
    (AttentionKind.RED_FLAG, AttentionKind.VIAL_PAST_DISCARD, AttentionKind.LOT_EXPIRED)
)

_SOON = frozenset((AttentionKind.LOT_EXPIRES, AttentionKind.SCREENING_ENDS))
_SCREENINGS = frozenset((AttentionKind.SCREENING_EXPIRED, AttentionKind.SCREENING_ENDS))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)


class Wording:
    """The words for rows, in the clinic's language and on one day."""

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        self.language, self._zone = language, zone
        self.day = date.min

    def indication(self, code: str) -> str:
        """The indication's name."""
        return indication(code).name.said_in(self.language)

    def due_number(self, row: DueRow) -> str:
        """Which session it is."""
        if row.due.kind == "maintenance":
            return _tr("Maintenance")
        return _tr("Session {n} of {m}").format(n=row.due.number, m=row.due.of)

    def due_since(self, row: DueRow) -> str:
        """Due today, due since a day, or overdue since a day."""
        if row.is_overdue and row.due.overdue_after:
            return _tr("overdue since {day}").format(day=self.short(row.due.overdue_after))
        if row.due_on >= self.day:
            return _tr("due today")
        return _tr("due since {day}").format(day=self.short(row.due_on))

    def due_severity(self, row: DueRow) -> Severity | None:
        """Overdue is a caution."""
        return Severity.WARNING if row.is_overdue else None

    def due_why(self, row: DueRow) -> str:
        """Why the day is that day."""
        return "\n".join(one.words.said_in(self.language) for one in row.due.why)

    def arrived(self, row: DueRow) -> str:
        """Whether the patient is here."""
        return _tr("Arrived") if row.has_arrived else ""

    def check_name(self, row: CheckRow) -> str:
        """Which check it is."""
        return row.check.name.said_in(self.language)

    def check_since(self, row: CheckRow) -> str:
        """When it falls due or since when it is overdue."""
        local = row.due_at.astimezone(self._zone)
        if row.is_overdue:
            return _tr("overdue, due {day}").format(day=self.short(local.date()))
        if local.date() < self.day:
            return _tr("due since {day}").format(day=self.short(local.date()))
        return _tr("due today from {time}").format(time=f"{local:%H:%M}")

    def check_severity(self, row: CheckRow) -> Severity | None:
        """Overdue is a caution."""
        return Severity.WARNING if row.is_overdue else None

    def check_of(self, row: CheckRow) -> str:
        """Of which session it is."""
        said = self.indication(row.indication)
        return _tr("{what}, treated {day}").format(what=said, day=self.short(row.done_on))

    def unfinished(self, row: UnfinishedRow) -> str:
        """What was begun."""
        if row.kind.startswith("chart_item_"):
            return _tr("Entry in the chart")
        return {
            "patient": _tr("Patient's details"),
            "screening": _tr("Screening"),
            "session": _tr("Session, not signed"),
            "consent": _tr("Consent, not signed"),
            "course": _tr("Course"),
            "product": _tr("Product"),
            "lot": _tr("Lot"),
            "recipe": _tr("Recipe"),
            "rules": _tr("Not in force yet"),
            "rule_form": _tr("Change of a rule, not kept"),
        }.get(row.kind, row.title)

    def unfinished_who(self, row: UnfinishedRow) -> str:
        """Whose it is."""
        named = {"patient": _tr("New patient"), "rules": _tr("Changes of the screening rules")}
        nameless = named.get(row.kind, _tr("Without a name yet"))
        return spoken(row.patient) if row.patient else row.title or nameless

    def unfinished_when(self, row: UnfinishedRow) -> str:
        """When it was last kept, or when a consent may be signed."""
        if row.ready_at is not None:
            ready = row.ready_at.astimezone(self._zone).date()
            if ready > self.day:
                return _tr("may be signed from {day}").format(day=self.short(ready))
            return _tr("may be signed now")
        return _tr("kept {when}").format(when=self._moment(row.saved_at))

    def attention(self, row: Attention) -> str:
        """What it is, in a few words."""
        if row.finding is not None and row.patient is not None:
            return f"{spoken(row.patient)}: {self._haste(row)}"
        if row.kind in _SCREENINGS and row.patient is not None:
            return spoken(row.patient)
        if row.kind is AttentionKind.BACKUP_OVERDUE:
            return _tr("Backup")
        return _tr("{product}, lot {lot}").format(product=row.product_name, lot=row.lot_number)

    def _haste(self, row: Attention) -> str:
        if row.finding is not None and row.finding.is_emergency:
            return _tr("call the emergency number")
        if row.kind is AttentionKind.RED_FLAG:
            return _tr("see the same day")
        phone = row.patient.phone if row.patient else ""
        return _tr("call {phone}").format(phone=phone).strip()

    def attention_detail(self, row: Attention) -> str:
        """What to know or do about it."""
        if row.finding is not None:
            return self.treated(row)
        day = self.short(row.on) if row.on else ""
        if row.kind is AttentionKind.BACKUP_OVERDUE:
            if row.on is None:
                return _tr("No backup was made yet. Back up to another disk.")
            return _tr("The last good backup is of {day}. Back up now.").format(day=day)
        if row.kind is AttentionKind.VIAL_PAST_DISCARD and row.at:
            text = _tr("The open vial should have been discarded: {when}.")
            return text.format(when=self._moment(row.at))
        if row.kind is AttentionKind.SCREENING_ENDS and row.next_on:
            text = _tr(
                "Screening ends on {day}, before the next session on {next}: screen again by then."
            )
            return text.format(day=day, next=self.short(row.next_on))
        return {
            AttentionKind.SCREENING_EXPIRED: _tr("Screening expired on {day}: screen again."),
            AttentionKind.LOT_EXPIRED: _tr("Expired on {day}: do not use it."),
            AttentionKind.LOT_EXPIRES: _tr("Expires on {day}."),
            AttentionKind.LOT_QUARANTINED: _tr("In quarantine."),
        }[row.kind].format(day=day)

    def treated(self, row: Attention) -> str:
        """Of which session it is, and what was seen."""
        assert row.finding is not None
        said = row.finding.words.said_in(self.language)
        if row.on is None:
            return said
        return _tr("Treated {day}: {words}").format(day=self.short(row.on), words=said)

    def attention_tip(self, row: Attention) -> str:
        """The whole of it, with its source."""
        return self.attention_detail(row) if row.finding is None else self.finding(row.finding)

    def attention_severity(self, row: Attention) -> Severity:
        """How much it matters."""
        if row.kind in _URGENT:
            return Severity.STOP
        return Severity.INFO if row.kind in _SOON else Severity.WARNING

    def finding(self, found: HealingFinding) -> str:
        """What a finding says, with its source."""
        return f"{found.words.said_in(self.language)} [{say_basis(found.basis)}]"

    def short(self, day: date) -> str:
        """A day: without its year where it is near."""
        if abs((day - self.day).days) < 180:
            return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")
        return say_date(day)

    def _moment(self, moment: datetime) -> str:
        local = moment.astimezone(self._zone)
        if local.date() == self.day:
            return f"{local:%H:%M}"
        return f"{self.short(local.date())}, {local:%H:%M}"


def spoken(row: PatientRow) -> str:
    """A name as it is spoken."""
    return f"{row.given_names} {row.family_name}".strip()
