"""Kit: empties the clipboard where the screen goes from one person's hands to another's."""

from PySide6.QtGui import QClipboard, QGuiApplication


def empty_clipboard() -> None:
    """Nothing that was copied or marked before can be pasted after."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
