"""Domain, sheets: the kinds of sheet there are, in the order they are offered."""

SHEETS = ("consent", "aftercare", "screening", "session", "course_plan", "traceability")
