"""Domain, names: how it is said that a typed name is in no list, or may be a slip of another."""


def did_you_mean(name: str, meaning: str) -> str:
    """The question about a likely slip, with what the name would mean."""
    return f"did you mean {name}? {meaning[0].upper()}{meaning[1:]}"


def not_listed(typed: str, which: str) -> str:
    """The open finding for words that are in no list; `which` is the list: "the medicine list"."""
    return f"“{typed}” is not in {which}: say what it is"
