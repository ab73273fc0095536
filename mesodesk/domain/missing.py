"""Domain: one thing that is missing before the needle: a code and values, said in any language."""

from dataclasses import dataclass
from datetime import date

from mesodesk.core.errors import BadInput, Problem
from mesodesk.domain.phrases import Phrase
from mesodesk.domain.sheets import speech
from mesodesk.domain.sheets.wording import Wording


@dataclass(frozen=True, slots=True)
class Term:
    """A word that each language has in its own wording, by the last part of its key."""

    code: str


Single = str | date | Phrase | Term
Value = Single | tuple[Single, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing: a stable code, and the values that its sentence names.

    `variant` chooses another sentence for the same code, where it depends on what is known.
    """

    code: str
    values: tuple[tuple[str, Value], ...] = ()
    variant: str = ""

    @property
    def key(self) -> str:
        """The key of its sentence in `gates.yaml` of each language."""
        return f"gates.{self.code}_{self.variant}" if self.variant else f"gates.{self.code}"


def missing(code: str, variant: str = "", **values: Value) -> Missing:
    """Something missing, its values by the names they have in the sentence."""
    return Missing(code, tuple(values.items()), variant)


def said(lack: Missing, wording: Wording) -> str:
    """The sentence in the language of `wording`."""
    values = {name: _said(value, wording) for name, value in lack.values}
    return wording.text(lack.key, **values)


def missing_to_plain(lack: Missing) -> dict[str, object]:
    """A mapping of texts, lists and mappings, to be kept as JSON; the code stands beside it."""
    values = {name: _plain(value) for name, value in lack.values}
    return {"variant": lack.variant, "values": values}


def missing_from_plain(code: str, plain: dict[str, object]) -> Missing:
    """What `missing_to_plain` wrote. Raises BadInput for anything else."""
    values, variant = plain.get("values"), plain.get("variant")
    if not isinstance(values, dict) or not isinstance(variant, str):
        raise _bad("must have a variant and values")
    return Missing(code, tuple((name, _value(one)) for name, one in values.items()), variant)


def _said(value: Value, wording: Wording) -> str:
    if isinstance(value, tuple):
        return speech.joined(wording, [_said(one, wording) for one in value])
    if isinstance(value, Phrase):
        return value.said_in(wording.language)
    if isinstance(value, Term):
        key = f"gates.term.{value.code}"
        return wording.text(key) if wording.has(key) else value.code.replace("_", " ")
    return speech.day(wording, value) if isinstance(value, date) else value


def _plain(value: Value) -> object:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, Term):
        return {"term": value.code}
    return {"texts": dict(value.texts)} if isinstance(value, Phrase) else value


def _value(plain: object) -> Value:
    if isinstance(plain, list):
        return tuple(_single(one) for one in plain)
    return _single(plain)


def _single(plain: object) -> Single:
    match plain:
        case str():
            return plain
        case {"day": str(day)}:
            return date.fromisoformat(day)
        case {"term": str(code)}:
            return Term(code)
        case {"texts": dict(texts)}:
            return Phrase(tuple((str(code), str(text)) for code, text in texts.items()))
    raise _bad(f"cannot be '{plain}'")


def _bad(trouble: str) -> BadInput:
    return BadInput(Problem("values", f"What is missing {trouble}."))
