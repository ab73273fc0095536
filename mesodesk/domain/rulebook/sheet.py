"""Domain, rule book: the text of a clinic's changes, edited one rule at a time.

Only the block that is meant is written anew: what else was typed, notes among it, stays.
"""

from dataclasses import dataclass, replace

import yaml

from mesodesk.domain.rulebook.written import rule_text
from mesodesk.domain.screening.rules import Rule
from mesodesk.domain.source import Entry, read

FILE = "the clinic's rules"
_HEAD = (
    "# The clinic's own rules, laid over the shipped ones. A rule here takes the place of the\n"
    "# shipped rule of the same code; a new code is a rule of the clinic's own.\n"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The parts of the text: what stands before the lists, sources, codes switched off, and
    (code, block of text) for each rule."""

    head: str = _HEAD
    sources: tuple[tuple[str, str], ...] = ()
    off: tuple[str, ...] = ()
    blocks: tuple[tuple[str, str], ...] = ()

    def text(self) -> str:
        """The whole as text; empty where nothing is changed."""
        if not (self.sources or self.off or self.blocks):
            return ""
        parts = [self.head]
        if self.sources:
            parts.append(_dumped({"sources": dict(self.sources)}))
        if self.off:
            parts.append(f"off: [{', '.join(self.off)}]\n")
        if self.blocks:
            parts.append("rules:\n" + "".join(_item(block) for _, block in self.blocks))
        return "".join(parts)


def is_blank(text: str) -> bool:
    """Whether nothing but notes stands in the text."""
    lines = (line.strip() for line in text.splitlines())
    return all(not line or line.startswith("#") for line in lines)


def read_sheet(text: str) -> Sheet:
    """The parts of a text. Raises Mistake where it cannot be taken apart."""
    if is_blank(text):
        return Sheet()
    top = read(text, FILE).only("sources", "off", "rules")
    sources, off, rules = top.find("sources"), top.find("off"), top.find("rules")
    lines = text.splitlines(keepends=True)
    return Sheet(
        head="".join(lines[: top.line - 1]) or _HEAD,
        sources=tuple((key, value.word()) for key, value in sources.pairs()) if sources else (),
        off=off.words() if off else (),
        blocks=tuple(_block(item, lines) for item in rules.items()) if rules else (),
    )


def with_rule(text: str, rule: Rule) -> str:
    """The text with this rule in it, in place of the block of its code or at the end."""
    sheet = read_sheet(text)
    written = (rule.code, rule_text(rule))
    blocks = tuple(written if one[0] == rule.code else one for one in sheet.blocks)
    if written not in blocks:
        blocks = (*blocks, written)
    off = tuple(code for code in sheet.off if code != rule.code)
    return replace(sheet, blocks=blocks, off=off).text()


def as_shipped(text: str, code: str) -> str:
    """The text without anything about this rule: the shipped one stands, an own one is gone."""
    sheet = read_sheet(text)
    return replace(
        sheet,
        blocks=tuple(one for one in sheet.blocks if one[0] != code),
        off=tuple(one for one in sheet.off if one != code),
    ).text()


def switched_off(text: str, code: str) -> str:
    """The text with a shipped rule switched off; a change of it is taken out."""
    sheet = read_sheet(as_shipped(text, code))
    return replace(sheet, off=(*sheet.off, code)).text()


def _block(item: Entry, lines: list[str]) -> tuple[str, str]:
    """A rule's code and its text, set to the left margin; notes inside it stay."""
    code = item.get("code").word()
    node = item.node
    if isinstance(node, yaml.MappingNode) and node.flow_style:
        return code, yaml.serialize(node, allow_unicode=True)
    first, column = node.start_mark.line, node.start_mark.column
    last = max(node.end_mark.line, first + 1)
    while last > first + 1 and _is_note(lines[last - 1]):
        last -= 1
    rows = [" " * column + lines[first][column:], *lines[first + 1 : last]]
    return code, "".join(row[column:] if row.strip() else "\n" for row in rows).rstrip() + "\n"


def _is_note(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _item(block: str) -> str:
    """The block as an entry of the list."""
    first, *rest = block.splitlines()
    return "".join([f"  - {first}\n", *(f"    {row}\n" if row else "\n" for row in rest)])


def _dumped(block: dict[str, dict[str, str]]) -> str:
    return yaml.safe_dump(block, allow_unicode=True, sort_keys=False, width=100_000)
