"""Domain, sheets: what the consent says for each indication, and the text a signature binds."""

import unicodedata
from collections.abc import Iterator

from mesodesk.domain.sheets import speech
from mesodesk.domain.sheets.blocks import (
    Blank,
    Block,
    Bullets,
    Heading,
    Paragraph,
    Question,
    plain,
)
from mesodesk.domain.sheets.consent import (
    PHOTOGRAPHS,
    ConsentProduct,
    ConsentSheet,
    question_keys,
)
from mesodesk.domain.sheets.letterhead import UsualCourse
from mesodesk.domain.sheets.wording import Wording

# They steer the drawing of a line and say nothing.
_DIRECTION_MARKS = {0x200E: None, 0x200F: None}


def consent_text(sheet: ConsentSheet, wording: Wording) -> str:
    """The exact text a signature binds: clinic, patient, every block and every answer.

    Plain text in NFC, one line an item, newline at the end; the same sheet and wording always
    give the same text. Signatures are not part of it: they stand beside its hash.
    """
    patient = sheet.patient
    head = (
        f"language: {wording.language}",
        f"clinic: {sheet.letterhead.clinic_name}",
        f"patient: {patient.name} | {patient.birth_date.isoformat()} | {patient.chart_number}",
        f"title: {title(sheet, wording)}",
    )
    body = (plain(block) for block in consent_blocks(sheet, wording))
    text = "\n".join((*head, *body)) + "\n"
    return unicodedata.normalize("NFC", text.translate(_DIRECTION_MARKS))


def title(sheet: ConsentSheet, wording: Wording) -> str:
    """The sheet's title: the treatment that is consented to."""
    name = wording.text(f"consent.indication.{sheet.indication}")
    return wording.text("consent.title", indication=name)


def consent_blocks(sheet: ConsentSheet, wording: Wording) -> tuple[Block, ...]:
    """What the consent says, in order; each block carries the key of its wording."""
    parts = (
        _purpose(sheet, wording),
        _benefit(sheet, wording),
        _course(sheet, wording),
        _cost(sheet, wording),
        _alternatives(sheet, wording),
        _effects(sheet, wording),
        _risks(sheet, wording),
        _aftercare(wording),
        _unsuitable(sheet, wording),
        _operator(sheet, wording),
        _rights(sheet, wording),
        _questions(sheet, wording, "photographs", PHOTOGRAPHS),
        _questions(sheet, wording, "declaration", question_keys(sheet)[len(PHOTOGRAPHS) :]),
    )
    return tuple(block for part in parts for block in part)


def _heading(wording: Wording, section: str) -> Heading:
    return Heading(section, wording.text(f"consent.{section}.heading"))


def _say(wording: Wording, key: str, strong: bool = False, **values: str) -> Paragraph:
    return Paragraph(key, wording.text(f"consent.{key}", **values), strong)


def _list(wording: Wording, key: str, **values: str) -> Bullets:
    return Bullets(key, wording.lines(f"consent.{key}", **values))


def _purpose(sheet: ConsentSheet, wording: Wording) -> Iterator[Block]:
    yield _heading(wording, "purpose")
    yield _say(wording, "purpose.nature")
    yield _say(wording, f"purpose.{sheet.indication}")
    if sheet.areas:
        yield _say(wording, "purpose.areas", areas=speech.joined(wording, sheet.areas))
    if sheet.products:
        yield _say(wording, "purpose.products")
        yield Bullets("purpose.product", tuple(_product(p, wording) for p in sheet.products))
    else:
        yield _say(wording, "purpose.products_open", strong=True)
    yield from _off_label(sheet, wording)
    yield from (Paragraph("purpose.notice", notice, True) for notice in sheet.notices)


def _product(product: ConsentProduct, wording: Wording) -> str:
    if not product.ingredients:
        return product.name
    values = {"name": product.name, "ingredients": product.ingredients}
    return wording.text("consent.purpose.product", **values)


def _off_label(sheet: ConsentSheet, wording: Wording) -> Iterator[Block]:
    yield _heading(wording, "off_label")
    used = [product for product in sheet.products if product.is_off_label()]
    unshown = [product.name for product in sheet.products if product.licence == "not_shown"]
    if sheet.products and not used and not unshown:
        yield _say(wording, "off_label.none")
        return
    # Where no product is known yet, nothing can be said of their licences.
    yield _say(wording, "off_label.meaning")
    usual = wording.text("consent.off_label.usual_basis")
    for product in used:
        if product.licensed_route:
            yield _off_label_drug(product, wording, product.basis or usual)
    # Where the label's route is not on file, drugs on the same grounds share one sentence.
    unrouted = [product for product in used if not product.licensed_route]
    for basis in dict.fromkeys(product.basis or usual for product in unrouted):
        drugs = [one.drug or one.name for one in unrouted if (one.basis or usual) == basis]
        names = speech.joined(wording, drugs)
        yield _say(wording, "off_label.no_route", strong=True, drugs=names, basis=basis)
    if unshown:
        names = speech.joined(wording, unshown)
        yield _say(wording, "off_label.not_shown", strong=True, names=names)
    if used:
        yield _say(wording, "off_label.effects")


def _off_label_drug(product: ConsentProduct, wording: Wording, basis: str) -> Block:
    drug, route = product.drug or product.name, product.licensed_route
    return _say(wording, "off_label.drug", strong=True, drug=drug, route=route, basis=basis)


def _benefit(sheet: ConsentSheet, wording: Wording) -> Iterator[Block]:
    yield _heading(wording, "benefit")
    yield _say(wording, f"benefit.{sheet.indication}")
    yield _heading(wording, "limits")
    yield _say(wording, "limits.no_promise", strong=True)
    yield _say(wording, "limits.scar_and_stretch_mark", strong=True)
    yield _say(wording, "limits.small_areas_of_hair_loss", strong=True)
    yield _say(wording, f"limits.{sheet.indication}")


def _course(sheet: ConsentSheet, wording: Wording) -> Iterator[Block]:
    course = sheet.course
    yield _heading(wording, "course")
    sessions = speech.span(wording, course.sessions_low, course.sessions_high)
    days = speech.span(wording, course.interval_low_days, course.interval_high_days)
    yield _say(wording, "course.sessions", sessions=sessions, days=days)
    if course.usual is not None:
        yield _usual(course.usual, wording)
    if course.noticed_after is not None:
        yield _say(wording, "course.noticed", sessions=str(course.noticed_after))
    months = speech.span(wording, course.upkeep_low_months, course.upkeep_high_months)
    yield _say(wording, "course.upkeep", months=months)
    yield _say(wording, "course.stopping")


def _usual(usual: UsualCourse, wording: Wording) -> Paragraph:
    """The founding document's range, beside what was planned for this patient."""
    sessions = speech.span(wording, usual.sessions_low, usual.sessions_high)
    days = speech.span(wording, usual.interval_low_days, usual.interval_high_days)
    return _say(wording, "course.usual", sessions=sessions, days=days)


def _cost(sheet: ConsentSheet, wording: Wording) -> Iterator[Block]:
    yield _heading(wording, "cost")
    if sheet.cost is None and sheet.cost_note:
        yield _say(wording, "cost.agreed", cost=sheet.cost_note)
    elif sheet.cost is None:
        yield Blank("cost.per_session", wording.text("consent.cost.blank"))
    else:
        each = speech.money(wording, sheet.cost.per_session, sheet.cost.currency)
        yield _say(wording, "cost.per_session", price=each)
        if sheet.cost.whole_course is not None:
            whole = speech.money(wording, sheet.cost.whole_course, sheet.cost.currency)
            yield _say(wording, "cost.whole_course", price=whole)
    yield _say(wording, "cost.changes")


def _alternatives(sheet: ConsentSheet, wording: Wording) -> Iterator[Block]:
    yield _heading(wording, "alternatives")
    yield _say(wording, "alternatives.nothing", strong=True)
    yield _list(wording, f"alternatives.{sheet.indication}")


def _effects(sheet: ConsentSheet, wording: Wording) -> Iterator[Block]:
    yield _heading(wording, "common_effects")
    yield _list(wording, "common_effects.usual")
    if sheet.is_lipolytic:
        yield _say(wording, "common_effects.lipolysis_intro")
        yield _list(wording, "common_effects.lipolysis")


def _risks(sheet: ConsentSheet, wording: Wording) -> Iterator[Block]:
    yield _heading(wording, "serious_risks")
    yield _say(wording, "serious_risks.intro")
    yield _list(wording, "serious_risks.usual")
    if sheet.is_lipolytic:
        yield _say(wording, "serious_risks.lipolysis_intro")
        yield _list(wording, "serious_risks.lipolysis")
    yield _say(wording, "serious_risks.call", strong=True)


def _aftercare(wording: Wording) -> Iterator[Block]:
    yield _heading(wording, "aftercare")
    yield _say(wording, "aftercare.text")


def _unsuitable(sheet: ConsentSheet, wording: Wording) -> Iterator[Block]:
    yield _heading(wording, "unsuitable")
    yield _say(wording, "unsuitable.intro")
    yield _list(wording, "unsuitable.founding", years=str(sheet.recent_cancer_years))
    yield _say(wording, "unsuitable.also")
    yield _say(wording, "unsuitable.keep_medicines", strong=True)


def _operator(sheet: ConsentSheet, wording: Wording) -> Iterator[Block]:
    who = sheet.operator
    yield _heading(wording, "operator")
    yield _say(
        wording,
        "operator.who",
        name=who.name,
        qualification=who.qualification,
        registration=who.registration,
    )
    yield _say(wording, "operator.same")


def _rights(sheet: ConsentSheet, wording: Wording) -> Iterator[Block]:
    yield _heading(wording, "rights")
    yield _say(wording, "rights.voluntary")
    if sheet.information_given_on is None:
        yield Blank("rights.given", wording.text("consent.rights.given_blank"))
    else:
        given = speech.day(wording, sheet.information_given_on)
        yield _say(wording, "rights.given", day=given)
    yield _reflection(sheet, wording)
    yield _say(wording, "rights.withdraw")
    yield _say(wording, "rights.complaints", complaints_to=sheet.complaints_to)
    if sheet.treatment_on is not None:
        yield _say(wording, "rights.treatment", day=speech.day(wording, sheet.treatment_on))


def _reflection(sheet: ConsentSheet, wording: Wording) -> Paragraph:
    if sheet.reflection_days < 1:
        return _say(wording, "rights.reflection")
    return Paragraph(
        "rights.reflection",
        wording.text("consent.rights.reflection_days", days=str(sheet.reflection_days)),
    )


def _questions(
    sheet: ConsentSheet, wording: Wording, section: str, keys: tuple[str, ...]
) -> Iterator[Block]:
    given = {answer.key: answer.is_yes for answer in sheet.answers}
    yield _heading(wording, section)
    yield _say(wording, f"{section}.intro")
    for key in keys:
        yield Question(key, wording.text(f"consent.question.{key}"), given.get(key))
