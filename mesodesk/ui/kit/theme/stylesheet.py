"""Kit: the stylesheet, built from the shades and the text scale. All lengths on a grid of 8."""

from string import Template

from mesodesk.core.paths import resources
from mesodesk.ui.kit.theme.fonts import POINTS, Step
from mesodesk.ui.kit.theme.shades import Severity, Shades
from mesodesk.ui.kit.theme.sheet_parts import PARTS


def stylesheet(shades: Shades, scale: float) -> str:
    """The whole sheet for these shades at this text scale (1.0 to 2.0)."""
    values = _colours(shades) | _lengths(scale)
    return "\n".join(Template(part).substitute(values) for part in PARTS)


def _colours(shades: Shades) -> dict[str, str]:
    plain = {
        name: str(getattr(shades, name))
        for name in Shades._fields
        if isinstance(getattr(shades, name), str)
    }
    plain["mode"] = "dark" if shades.is_dark else "light"
    plain["controls"] = (resources() / "icons" / "controls").as_posix()
    for severity in Severity:
        plain[severity.value] = shades.tone(severity).ink
        plain[f"{severity.value}_ground"] = shades.tone(severity).ground
    return plain


def _lengths(scale: float) -> dict[str, str]:
    points = {f"{step.value}_pt": f"{POINTS[step] * scale:.2f}" for step in Step}
    sizes = {f"px{n}": str(round(n * scale)) for n in (2, 4, 6, 8, 10, 12, 16, 20, 24, 32)}
    # An edge of 2 px instead of 1 takes its pixel from the padding, so that nothing moves.
    inner = {f"in{n}": str(round(n * scale) - 1) for n in (6, 8, 16)}
    return points | sizes | inner
