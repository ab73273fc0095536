"""Models: every table, in one place, so that none is forgotten when the file's shape is checked."""

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

TABLES = (clinic, consents, courses, healing, patients, rules, screenings, stock, treatments)
