"""Domain, rule book: which class of rule is milder than which."""

from mesodesk.domain.screening.rules import RuleClass

WEIGHTS = {
    RuleClass.PRECAUTION: 0,
    RuleClass.RELATIVE: 1,
    RuleClass.OPEN: 2,
    RuleClass.ABSOLUTE: 3,
}
