"""Domain: any frozen record to and from plain values (as in JSON), for drafts and columns."""

import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from mesodesk.core.errors import BadInput, Problem

Record = TypeVar("Record")


def to_plain(record: object) -> dict[str, object]:
    """A mapping of texts, whole numbers, truths, lists and mappings, by field name."""
    return {f.name: _plain(getattr(record, f.name)) for f in fields(cast(Any, record))}


def from_plain(kind: type[Record], values: dict[str, object], path: str = "") -> Record:
    """The record in a mapping written by `to_plain`. Raises BadInput, naming the field.

    A field that was added since has its default; a field that is no longer known is refused.
    """
    known = {f.name for f in fields(cast(Any, kind))}
    unknown = set(values) - known
    if unknown:
        raise _bad(path + min(unknown), "is not known here")
    hints = get_type_hints(kind)
    given = [f for f in fields(cast(Any, kind)) if _is_given(f, values, path)]
    return kind(**{f.name: _value(hints[f.name], values[f.name], path + f.name) for f in given})


def _plain(value: Any) -> object:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return to_plain(value) if is_dataclass(value) else value


def _is_given(field: Field[Any], values: dict[str, object], path: str) -> bool:
    if field.name in values:
        return True
    if field.default is MISSING and field.default_factory is MISSING:
        raise _bad(path + field.name, "is missing")
    return False


def _value(hint: Any, value: object, path: str) -> Any:
    hint = getattr(hint, "__supertype__", hint)  # an id is a text
    if get_origin(hint) in (types.UnionType, Union):
        return _either(get_args(hint), value, path)
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint), value, path)
    if is_dataclass(hint):
        if not isinstance(value, dict):
            raise _bad(path, "must be a block of values")
        return from_plain(cast(type[Any], hint), value, path + ".")
    return _single(hint, value, path)


def _either(arms: tuple[Any, ...], value: object, path: str) -> Any:
    """The first arm of a union that the value fits; None only where it is an arm."""
    if value is None and type(None) in arms:
        return None
    trouble: BadInput | None = None
    for arm in arms:
        if arm is type(None):
            continue
        try:
            return _value(arm, value, path)
        except BadInput as error:
            trouble = trouble or error
    raise trouble or _bad(path, "must have a value")


def _tuple(inner: tuple[Any, ...], value: object, path: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _bad(path, "must be a list")
    if len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(_value(inner[0], item, f"{path}.{n}") for n, item in enumerate(value))
    if len(inner) != len(value):
        raise _bad(path, f"must have {len(inner)} parts")
    pairs = zip(inner, value, strict=True)
    return tuple(_value(hint, item, f"{path}.{n}") for n, (hint, item) in enumerate(pairs))


def _single(hint: Any, value: object, path: str) -> Any:
    if hint in (int, bool, str):
        # A truth is also an int in Python: ask for the very type.
        if type(value) is not hint:
            raise _bad(path, f"must be a {hint.__name__}")
        return value
    if not isinstance(value, str):
        raise _bad(path, "must be a text")
    try:
        return hint.fromisoformat(value) if hint in (date, datetime) else hint(value)
    except (ValueError, InvalidOperation):
        raise _bad(path, f"cannot be '{value}'") from None


def _bad(path: str, trouble: str) -> BadInput:
    return BadInput(Problem(path, f"{path} {trouble}."))
