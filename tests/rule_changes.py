"""Changes of the screening rules, and screenings judged by them, for tests; all fictional."""

from dataclasses import replace

from mesodesk.core.ids import PatientId
from mesodesk.domain.screening.answers import Answer, Page, deny_all, with_answer
from mesodesk.domain.screening.decision import DecisionKind
from mesodesk.domain.screening.questions import shown_questions
from mesodesk.domain.screening.rules import RuleBook, RuleClass
from mesodesk.services import knowledge
from mesodesk.services.desk import Desk
from mesodesk.services.rules import editing
from mesodesk.services.rules.in_force import rules_in_force
from mesodesk.services.rules.keeping import put_in_force
from mesodesk.services.screening.signing import ScreeningSigned, sign_screening
from mesodesk.services.screening.starting import start_screening
from mesodesk.services.signing import Signatures
from tests.fresh import PASSWORD

MINE = Signatures(PASSWORD)
WHY = "Agreed on 3 March."


def strict_keloid(text: str = "") -> str:
    """The text with keloids as an absolute contraindication."""
    rule = replace(knowledge.rules().rule("keloid"), rule_class=RuleClass.ABSOLUTE)
    return editing.with_rule(text, rule)


def mild_stroke(text: str = "") -> str:
    """The text with stroke left to the clinician."""
    rule = knowledge.rules().rule("stroke")
    milder = replace(rule, is_founding=False, rule_class=RuleClass.RELATIVE, tier="CLINIC")
    return editing.with_rule(text, milder)


def kept(desk: Desk, text: str, signatures: Signatures = MINE) -> RuleBook:
    """The rules in force after this text was signed."""
    put_in_force(desk, replace(editing.open_sheet(desk), text=text), WHY, signatures)
    return rules_in_force(desk)


def signed(desk: Desk, patient_id: PatientId, *yes: Answer) -> ScreeningSigned:
    """A signed screening in which all but these conditions was denied."""
    started = start_screening(desk, patient_id)
    basis, draft = started.basis, started.draft
    answers = replace(draft.answers, indications=("cellulite",), areas=("outer_thigh",))
    for page in Page:
        shown = [q.code for q in shown_questions(basis.book, page, answers, basis.facts)]
        answers = deny_all(answers, page, shown)
    for answer in yes:
        answers = with_answer(answers, Page.CONDITIONS, answer)
    draft = replace(draft, answers=answers, is_list_confirmed=True)
    return sign_screening(desk, draft, DecisionKind.WAIT, "We wait.", PASSWORD)
