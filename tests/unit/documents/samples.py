"""Fictional sheets for the tests of documents, and the text that stands on a printed page."""

import io
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from pypdf import PdfReader

from mesodesk.domain.sheets.aftercare import AftercareSheet, ExpectedEffect, ZoneTreated
from mesodesk.domain.sheets.consent import ConsentProduct, ConsentSheet
from mesodesk.domain.sheets.course import AssessmentLine, CoursePlanSheet, CourseSession
from mesodesk.domain.sheets.letterhead import (
    Cost,
    Letterhead,
    Operator,
    PatientOnSheet,
    PlannedCourse,
)
from mesodesk.domain.sheets.picture import Curve, MapPicture, Mark, Stroke
from mesodesk.domain.sheets.recovery import RecoverySheet
from mesodesk.domain.sheets.screening import (
    AnswerLine,
    AnswerPage,
    FindingLine,
    MedicineLine,
    ScreeningSheet,
)
from mesodesk.domain.sheets.session import (
    ImmediateResponse,
    MixtureLine,
    SessionSheet,
    SessionZone,
)
from mesodesk.domain.sheets.traceability import TraceabilityCard

PARIS = ZoneInfo("Europe/Paris")
HEAD = Letterhead(
    "Sample Skin Clinic",
    ("1 Example Street", "Sampletown"),
    "+44 1632 960 001",
    "hi@clinic.example",
)
PATIENT = PatientOnSheet("Zoë Ó Briain-Žižková", date(1980, 5, 12), "C-0042")
OPERATOR = Operator("Dr Aino Ångström", "physician", "REG 1234567")
COURSE = PlannedCourse(8, 10, 7, 14, 6, 12, noticed_after=6)
ENDED = datetime(2026, 3, 14, 10, 30, tzinfo=PARIS)

CONSENT = ConsentSheet(
    letterhead=HEAD,
    patient=PATIENT,
    indication="cellulite",
    areas=("outer thighs",),
    products=(
        ConsentProduct("Mesolis", "vitamins, minerals", licence="licensed"),
        ConsentProduct(
            "Sampleocaine 1 %",
            "procaine",
            "procaine",
            "infiltration anaesthesia",
            licence="off_label",
        ),
    ),
    course=COURSE,
    operator=OPERATOR,
    complaints_to="Mary Sample, clinic manager",
    is_lipolytic=True,
    cost=Cost(Decimal("120"), "EUR", Decimal("960")),
    information_given_on=date(2026, 3, 1),
    reflection_days=14,
    treatment_on=date(2026, 3, 16),
)
FACE = ZoneTreated("under the left eye", "face")
SCALP = ZoneTreated("top of the scalp", "scalp")
BELLY = ZoneTreated("lower abdomen", "body")
THIGH = ZoneTreated("left outer thigh", "body", is_lipolysis=True)
CHIN = ZoneTreated("double chin", "face", is_lipolysis=True, is_under_chin=True)
AFTERCARE = AftercareSheet(
    letterhead=HEAD,
    patient=PATIENT,
    ended_at=ENDED,
    zones=(FACE,),
    products=("Mesolis",),
    expected=(ExpectedEffect("swelling", 36, 12), ExpectedEffect("bruising", 168)),
    emergency_number="112",
    checks=(datetime(2026, 3, 15, 22, 30, tzinfo=PARIS),),
    next_session=datetime(2026, 3, 28, 9, 0, tzinfo=PARIS),
    notes=("Bring your list of medicines.",),
)
SCREENING = ScreeningSheet(
    letterhead=HEAD,
    patient=PATIENT,
    done_at=datetime(2026, 3, 1, 9, 5, tzinfo=PARIS),
    indication="Cellulite",
    areas=("outer thighs",),
    expectations="Smoother skin",
    medicines=(
        MedicineLine("Kardegic", "acetylsalicylic acid", "regular", date(2026, 2, 28)),
        MedicineLine("Zyxomed", "", "occasional", None, date(2025, 12, 1), "Dr Example"),
    ),
    pages=(AnswerPage("Conditions", (AnswerLine("Stroke, ever", "No"),)), AnswerPage("Today", ())),
    findings=(
        FindingLine("Kardegic", "Blood-thinning medicine", "Hard stop", "SEED", "Not suitable"),
    ),
    verdict="not_suitable",
    rules_version="2026.1",
    decision="Not treated",
    reason="The medicine is prescribed and kept",
    author="Dr Aino Ångström",
    signed_at=datetime(2026, 3, 1, 9, 20, tzinfo=PARIS),
    valid_until=date(2026, 9, 1),
)
_LEFT = Curve((10, 10), (((90, 10), (90, 90), (10, 90)),))
_NOSE = Curve((50, 40), (((52, 50), (54, 55), (50, 60)),), is_closed=False)
PICTURE = MapPicture(
    "Face, front",
    100,
    120,
    outlines=(_LEFT,),
    details=(_NOSE,),
    regions=(_LEFT,),
    strokes=(Stroke((20, 20), (30, 20)),),
    marks=(
        Mark(1, "circle", 20, 20),
        Mark(2, "square", 30, 20),
        Mark(3, "triangle", 40, 20),
        Mark(4, "diamond", 50, 20),
        Mark(5, "cross", 60, 20),
        Mark(0, "ring", 60, 40),
        Mark(0, "cross", 50, 40),
        Mark(0, "triangle", 40, 40),
    ),
)
SESSION = SessionSheet(
    letterhead=HEAD,
    patient=PATIENT,
    operator=OPERATOR,
    indication="Cellulite",
    number=3,
    planned=8,
    started_at=datetime(2026, 3, 14, 9, 40, tzinfo=PARIS),
    ended_at=ENDED,
    outcome="completed",
    zones=(
        SessionZone(
            1,
            "left outer thigh",
            "point by point",
            "30G 13 mm",
            40,
            Decimal("6"),
            Decimal("0.1"),
            Decimal("4.0"),
            ("caffeine 40 mg",),
        ),
        SessionZone(2, "right outer thigh", "nappage", "30G 4 mm", 25, None, None, Decimal("2.5")),
        SessionZone(3, "knee", "nappage", "30G 4 mm", 5),
    ),
    mixture=(
        MixtureLine("Mesolis", "Labo Sample", "LOT-77", date(2027, 6, 30), Decimal("5")),
        MixtureLine("Sampleocaine", "Labo Sample", "", None, None),
    ),
    pictures=(PICTURE,),
    responses=(ImmediateResponse("left outer thigh", 2, 0, 1, None),),
    note="Tolerated well.",
    signed_by="Dr Aino Ångström",
    signed_at=datetime(2026, 3, 14, 10, 42, tzinfo=PARIS),
)
PLAN = CoursePlanSheet(
    letterhead=HEAD,
    patient=PATIENT,
    operator=OPERATOR,
    indication="Cellulite",
    areas=("outer thighs",),
    plan=COURSE,
    agreed_on=date(2026, 3, 1),
    sessions=(
        CourseSession(1, date(2026, 3, 14), "done"),
        CourseSession(2, date(2026, 3, 28), "planned"),
    ),
    products=("Mesolis",),
    assessment=(AssessmentLine("Upper thigh, left", "58.2 cm"),),
    goal="Smoother skin",
    cost=Cost(Decimal("120"), "EUR", Decimal("960")),
    upkeep_from=date(2026, 12, 1),
    upkeep_to=date(2027, 6, 1),
)
RECOVERY = RecoverySheet(
    HEAD, "K7QF-2MZP-9XTR-4HWD-B3NC", datetime(2026, 3, 1, 8, 0, tzinfo=PARIS), "Sample clinic"
)
CARD = TraceabilityCard(
    HEAD, PATIENT, OPERATOR, date(2026, 3, 14), ("left outer thigh",), SESSION.mixture
)


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page on one line, hard spaces as spaces."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return [" ".join(page.extract_text().replace("\u00a0", " ").split()) for page in pages]


def whole_text(pdf: bytes) -> str:
    """The text of all pages on one line."""
    return " ".join(page_texts(pdf))
