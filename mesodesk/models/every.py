"""Models: every table, in one place, so that none is forgotten when the file's shape is checked."""

from sqlalchemy.orm import configure_mappers

from mesodesk.models import (
    clinic,
    consents,
    courses,
    healing,
    patients,
    rules,
    screenings,
    stock,
    treatments,
)

# Put together now, behind the prompt, and not by the first question after the password.
configure_mappers()
TABLES = (clinic, consents, courses, healing, patients, rules, screenings, stock, treatments)
