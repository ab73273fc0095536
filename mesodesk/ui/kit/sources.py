"""Kit: says in words what a statement rests on; a key alone tells a clinician nothing."""

from PySide6.QtCore import QCoreApplication

from mesodesk.domain.phrases import Basis


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sources", text)


def say_basis(basis: Basis) -> str:
    """The source and how far it carries: "founding document", "study or label: KYB"."""
    source = basis.source.replace("SEED", _tr("founding document"))
    source = source.replace("general knowledge", _tr("general knowledge"))
    weight = {
        "A": _tr("law, label, guideline or study"),
        "B": _tr("training or trade"),
        "C": _tr("clinic or vendor, not established"),
    }.get(basis.tier)
    if weight is not None:
        return f"{weight}: {source}"
    if basis.tier == "GK":
        return _tr("general knowledge, no source")
    return source
