"""Domain: assessments to and from plain values (as in JSON), for keeping in one column."""

import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from mesodesk.core.errors import BadInput, Problem
from mesodesk.domain.courses.assessments import KINDS, Assessment, kind_of


def assessment_to_plain(assessment: Assessment) -> dict[str, object]:
    """A mapping of texts, whole numbers, truths, lists and mappings; `kind` names the record."""
    return {"kind": kind_of(assessment), **_plain_record(assessment)}


def assessment_from_plain(plain: dict[str, object]) -> Assessment:
    """The assessment that `assessment_to_plain` wrote. Raises BadInput, naming the field."""
    values = dict(plain)
    kind = values.pop("kind", None)
    if not isinstance(kind, str) or kind not in KINDS:
        raise BadInput(Problem("kind", f"'{kind}' is not a kind of assessment."))
    return cast(Assessment, _record(KINDS[kind], values, ""))


def _plain_record(record: Any) -> dict[str, object]:
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def _plain(value: Any) -> object:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return _plain_record(value) if is_dataclass(value) else value


def _record(kind: type[Any], values: dict[str, object], path: str) -> Any:
    unknown = set(values) - {field.name for field in fields(kind)}
    if unknown:
        raise _bad(path + min(unknown), "is not known here")
    hints = get_type_hints(kind)
    return kind(
        **{
            field.name: _value(hints[field.name], values[field.name], path + field.name)
            for field in fields(kind)
            if _is_given(field, values, path)
        }
    )


def _is_given(field: Field[Any], values: dict[str, object], path: str) -> bool:
    if field.name in values:
        return True
    if field.default is MISSING:
        raise _bad(path + field.name, "is missing")
    return False


def _value(hint: Any, value: object, path: str) -> Any:
    if get_origin(hint) in (types.UnionType, Union):
        inner = next(arm for arm in get_args(hint) if arm is not type(None))
        return None if value is None else _value(inner, value, path)
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise _bad(path, "must be a list")
        return tuple(_value(get_args(hint)[0], v, f"{path}.{n}") for n, v in enumerate(value))
    if is_dataclass(hint):
        if not isinstance(value, dict):
            raise _bad(path, "must be a block of values")
        return _record(cast(type[Any], hint), value, path + ".")
    return _single(hint, value, path)


def _single(hint: Any, value: object, path: str) -> Any:
    if hint in (int, bool, str):
        # A truth is also an int in Python: ask for the very type.
        if type(value) is not hint:
            raise _bad(path, f"must be a {hint.__name__}")
        return value
    if not isinstance(value, str):
        raise _bad(path, "must be a text")
    try:
        return date.fromisoformat(value) if hint is date else hint(value)
    except (ValueError, InvalidOperation):
        raise _bad(path, f"cannot be '{value}'") from None


def _bad(path: str, trouble: str) -> BadInput:
    return BadInput(Problem(path, f"{path} {trouble}."))
