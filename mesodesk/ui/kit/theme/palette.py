"""Kit: the shades poured into a QPalette, so that plain Qt widgets follow light and dark."""

from PySide6.QtGui import QColor, QPalette

from mesodesk.ui.kit.theme.shades import Shades

_Role = QPalette.ColorRole


def palette(shades: Shades) -> QPalette:
    """A complete palette; the desktop's own scheme is never mixed in."""
    filled = QPalette()
    for role, colour in _roles(shades):
        filled.setColor(role, QColor(colour))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText, _Role.HighlightedText):
        filled.setColor(QPalette.ColorGroup.Disabled, role, QColor(shades.ink_off))
    filled.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(shades.sunken))
    return filled


def _roles(shades: Shades) -> tuple[tuple[QPalette.ColorRole, str], ...]:
    return (
        (_Role.Window, shades.canvas),
        (_Role.WindowText, shades.ink),
        (_Role.Base, shades.surface),
        (_Role.AlternateBase, shades.canvas),
        (_Role.Text, shades.ink),
        (_Role.Button, shades.surface),
        (_Role.ButtonText, shades.ink),
        (_Role.ToolTipBase, shades.surface),
        (_Role.ToolTipText, shades.ink),
        (_Role.PlaceholderText, shades.ink_soft),
        (_Role.Highlight, shades.accent),
        (_Role.HighlightedText, shades.accent_ink),
        (_Role.Accent, shades.accent),
        (_Role.Link, shades.accent),
        (_Role.LinkVisited, shades.accent),
        (_Role.BrightText, shades.stop.ink),
        (_Role.Light, shades.surface),
        (_Role.Midlight, shades.canvas),
        (_Role.Mid, shades.line),
        (_Role.Dark, shades.outline),
        (_Role.Shadow, shades.line),
    )
