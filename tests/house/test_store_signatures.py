"""Tests: no mapped class appears in the signature of a public store function."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, get_args, get_type_hints

from sqlalchemy.orm import DeclarativeBase

import mesodesk.models
import mesodesk.store


def walked(package: ModuleType) -> Iterator[ModuleType]:
    """Every module of a package; migrations run only under Alembic and are left out."""
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if "migrations" not in found.name.split("."):
            yield importlib.import_module(found.name)


def mapped_classes(base: type) -> set[type]:
    """All classes below `base`, at any depth."""
    below: set[type] = set(base.__subclasses__())
    return below.union(*(mapped_classes(each) for each in below))


def public_functions(module: ModuleType) -> Iterator[Callable[..., Any]]:
    """Functions and public classes' methods that others may call."""
    for name, thing in vars(module).items():
        if name.startswith("_") or getattr(thing, "__module__", "") != module.__name__:
            continue
        if inspect.isfunction(inspect.unwrap(thing)):
            yield inspect.unwrap(thing)
        elif inspect.isclass(thing):
            members = vars(thing).items()
            yield from (each for key, each in members if inspect.isfunction(each) and key[0] != "_")


def types_in(hint: object) -> Iterator[object]:
    """The hint itself, and every type that it is made of."""
    yield hint
    parts = hint if isinstance(hint, list) else get_args(hint)
    for part in parts:
        yield from types_in(part)


def mapped_in_signature(function: Callable[..., Any], mapped: set[type]) -> set[str]:
    """The names of the mapped classes in a function's signature."""
    found = (part for hint in get_type_hints(function).values() for part in types_in(hint))
    return {part.__name__ for part in found if isinstance(part, type) and part in mapped}


def test_that_no_mapped_class_leaves_the_store() -> None:
    mapped = {
        each for at in walked(mesodesk.models) for each in vars(at).values() if is_mapped(each)
    }
    leaks = {
        f"{module.__name__}.{function.__qualname__}": names
        for module in walked(mesodesk.store)
        for function in public_functions(module)
        if (names := mapped_in_signature(function, mapped))
    }
    assert leaks == {}


def is_mapped(thing: object) -> bool:
    """Whether it is one of SQLAlchemy's declarative classes."""
    return isinstance(thing, type) and issubclass(thing, DeclarativeBase)


class Planted(DeclarativeBase):
    """A mapped class, to see that the test has eyes."""


def hands_out(wanted: int) -> dict[str, tuple[Planted | None, ...]]:
    """What no store function may look like."""
    raise NotImplementedError(wanted)


def takes_in(made: Callable[[Planted], int]) -> None:
    """Nor this."""
    raise NotImplementedError(made)


def test_that_a_mapped_class_is_noticed_however_deep_it_hides() -> None:
    mapped = mapped_classes(DeclarativeBase)
    assert mapped_in_signature(hands_out, mapped) == {"Planted"}
    assert mapped_in_signature(takes_in, mapped) == {"Planted"}
    assert mapped_in_signature(is_mapped, mapped) == set()
