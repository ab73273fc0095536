"""App: answers each line it is given with one JSON object, in order, on its own line.

UTF-8 in and out, whatever the locale; each answer leaves as soon as it is known, so that a
program can hold a conversation through a pipe.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO

Answer = Callable[[str], Mapping[str, object]]
# Some readers take these for the end of a line; JSON leaves them as they are.
_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


def answer_all(typed: Sequence[str], answer: Answer) -> int:
    """Answer what was typed or, where nothing was, each line of the standard input.

    Returns the exit code: 0, also where a reader goes away early; 1 where lines cannot be read
    or answers not be written, which is said in words.
    """
    if sys.stdout is None:  # nobody listens: started with the output closed
        return 0
    read = lines_of(sys.stdin.buffer) if sys.stdin is not None else iter(())
    texts = map(as_typed, typed) if typed else read
    try:
        write_answers(texts, answer, sys.stdout.buffer)
    except BrokenPipeError:
        _hush(sys.stdout.fileno())
    except OSError as trouble:
        _hush(sys.stdout.fileno())
        return _told(trouble)
    return 0


def write_answers(texts: Iterable[str], answer: Answer, out: BinaryIO) -> None:
    """One JSON object a text, in order; nothing waits for the next text."""
    for text in texts:
        line = json.dumps(answer(text), ensure_ascii=False).translate(_LINE_ENDS)
        # A lone surrogate cannot be written in UTF-8.
        out.write(line.encode("utf-8", "replace") + b"\n")
        out.flush()


def lines_of(stream: BinaryIO) -> Iterator[str]:
    """The lines of `stream`, blank ones too, without their ends (also \\r\\n) and without a
    byte order mark; bytes that are no UTF-8 become the replacement character.
    """
    encoding = "utf-8-sig"
    for raw in stream:
        yield raw.removesuffix(b"\n").removesuffix(b"\r").decode(encoding, "replace")
        encoding = "utf-8"


def as_typed(argument: str) -> str:
    """An argument of the command line, read as UTF-8 whatever the locale says."""
    return os.fsencode(argument).decode("utf-8", "replace")


def _told(trouble: OSError) -> int:
    """Say on the other channel, where there is one, why it ended; the exit code for it."""
    if sys.stderr is not None:
        reason = trouble.strerror or str(trouble)
        sys.stderr.write(f"mesodesk: lines could not be read or written: {reason}\n")
    return 1


def _hush(descriptor: int) -> None:
    """Let what is still unwritten go nowhere, so that leaving does not complain about it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
