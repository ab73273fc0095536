"""Kit: what the views of the body map are called."""

from PySide6.QtCore import QCoreApplication


def group_of(map_name: str) -> str:
    """The part of the body a view belongs to: face, neck, scalp, body or hands."""
    return map_name.removeprefix("female_").removeprefix("male_").split("_")[0]


def aspect_of(map_name: str) -> str:
    """From where a view looks: front, back, left, right, top or dorsum."""
    return map_name.rsplit("_", maxsplit=1)[-1]


def group_word(group: str) -> str:
    """The group's name for the user."""
    words = {
        "face": QCoreApplication.translate("BodyMap", "Face"),
        "neck": QCoreApplication.translate("BodyMap", "Neck"),
        "scalp": QCoreApplication.translate("BodyMap", "Scalp"),
        "body": QCoreApplication.translate("BodyMap", "Body"),
        "hands": QCoreApplication.translate("BodyMap", "Hands"),
    }
    return words[group]


def aspect_word(aspect: str) -> str:
    """The aspect's name for the user; sides are the patient's."""
    words = {
        "front": QCoreApplication.translate("BodyMap", "Front"),
        "back": QCoreApplication.translate("BodyMap", "Back"),
        "left": QCoreApplication.translate("BodyMap", "Left"),
        "right": QCoreApplication.translate("BodyMap", "Right"),
        "top": QCoreApplication.translate("BodyMap", "Top"),
        "dorsum": QCoreApplication.translate("BodyMap", "Backs of the hands"),
    }
    return words[aspect]


def view_word(map_name: str) -> str:
    """A whole view in words: "Body, left side"."""
    aspect = aspect_of(map_name)
    sides = {
        "left": QCoreApplication.translate("BodyMap", "left side"),
        "right": QCoreApplication.translate("BodyMap", "right side"),
    }
    return f"{group_word(group_of(map_name))}, {sides.get(aspect, aspect_word(aspect).lower())}"
