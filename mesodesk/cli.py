"""Street: the commands that are typed. Without one, the window opens."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from mesodesk.app import entrance

Tour = Callable[[Path, Path], int]
_NO_WINDOW = "needs no window"


def run(arguments: Sequence[str], tour: Tour) -> int:
    """Carry out what was typed; returns the exit code: 0 done, 1 not done, 2 not understood."""
    try:
        if _wants_window(arguments):
            return entrance.open_window(_home(Path(arguments[1]) if arguments else None))
        asked = _parser().parse_args(arguments)
        return _carry_out(asked, _home(asked.home), tour)
    except entrance.Trouble as trouble:
        print(f"mesodesk: {trouble}", file=sys.stderr)
        remedy = getattr(trouble, "remedy", "")
        if remedy:
            print(f"  {remedy}", file=sys.stderr)
        return 1
    except ImportError as lost:
        return _say_no_window(lost)
    except KeyboardInterrupt:
        return 130


def _say_no_window(lost: ImportError) -> int:
    """Say that Qt or a system library of its own is missing; anything else lost is a bug."""
    if not any(part in str(lost) for part in ("PySide6", "shiboken6", ".so")):
        raise lost
    print(f"mesodesk: The window cannot be opened: {lost}", file=sys.stderr)
    print("  scripts/run installs what it needs, or names the command.", file=sys.stderr)
    return 1


def _wants_window(arguments: Sequence[str]) -> bool:
    """Whether just the window is wanted; no first paint waits for the words of the others."""
    is_home_alone = len(arguments) == 2 and arguments[0] == "--home"
    return not arguments or (is_home_alone and not arguments[1].startswith("-"))


def _home(given: Path | None) -> Path:
    return (given or entrance.default_home()).expanduser()


def _carry_out(asked: argparse.Namespace, home: Path, tour: Tour) -> int:
    if asked.command is None:
        return entrance.open_window(home)
    if asked.command == "tour":
        return tour(home, asked.out)
    if asked.command in ("medicine", "condition"):
        return _recognise(asked)
    # The record's libraries take longer to load than a window to paint.
    from mesodesk.app import commands

    if asked.command == "demo":
        return _say(commands.make_demo(home, wipe=asked.wipe))
    password = os.environ.get("MESODESK_PASSWORD") or commands.known_password(home)
    password = password or _asked_password()
    if asked.command == "find":
        return _say(commands.find(home, password, asked.text))
    if asked.command == "verify":
        lines, is_good = commands.verify(home, password)
        return max(_say(lines), 0 if is_good else 1)
    if asked.command == "back-up":
        return _say(commands.back_up(home, password, asked.folder))
    return _say(
        commands.print_sheet(
            home, password, asked.sheet, asked.patient, language=asked.language, out=asked.out
        )
    )


def _asked_password() -> str:
    try:
        return getpass.getpass("Password: ")
    except EOFError:
        words = "No password was given: type it when asked, or set MESODESK_PASSWORD."
        raise entrance.Trouble(words) from None


def _recognise(asked: argparse.Namespace) -> int:
    """Answer names or lines of medicines or conditions; needs no record and no password."""
    from mesodesk.app.lines import answer_all

    if asked.command == "condition":
        from mesodesk.app.condition_answers import condition_answer

        return answer_all(asked.names, condition_answer)
    from mesodesk.app.medicine_answers import medicine_answer

    country = asked.country.strip().upper()
    return answer_all(asked.names, lambda text: medicine_answer(text, country))


def _say(lines: Sequence[str]) -> int:
    for line in lines:
        print(line)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mesodesk",
        description="An offline clinical record for mesotherapy. Without a command, the window "
        "opens. Commands ask for the password, or take it from MESODESK_PASSWORD.",
    )
    parser.add_argument("--home", type=Path, help="the data folder (the platform's, if not given)")
    verbs = parser.add_subparsers(dest="command", metavar="COMMAND")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--home", type=Path, default=argparse.SUPPRESS, help="the data folder")
    tour = verbs.add_parser(
        "tour", parents=[shared], help="drive the window through a whole visit, off-screen"
    )
    tour.add_argument("--out", type=Path, default=Path("tour"), help="folder for pictures and PDFs")
    demo = verbs.add_parser(
        "demo", parents=[shared], help=f"make a clinic of fictional patients ({_NO_WINDOW})"
    )
    demo.add_argument("--wipe", action="store_true", help="delete the demo clinic in this folder")
    find = verbs.add_parser("find", parents=[shared], help=f"find patients and lots ({_NO_WINDOW})")
    find.add_argument("text", metavar="TEXT", help="a name, birth date, phone, chart or lot number")
    printing = verbs.add_parser(
        "print", parents=[shared], help=f"print or save a patient's sheet ({_NO_WINDOW})"
    )
    printing.add_argument("sheet", choices=entrance.sheets(), metavar="SHEET", help=_sheet_help())
    printing.add_argument("patient", metavar="PATIENT", help="a chart number, e.g. M-00012")
    printing.add_argument("--language", default="", help="en or fr; the patient's, if not given")
    printing.add_argument("--out", type=Path, help="write the PDF here instead of printing it")
    verbs.add_parser(
        "verify", parents=[shared], help=f"check that nothing was changed or lost ({_NO_WINDOW})"
    )
    backup = verbs.add_parser(
        "back-up", parents=[shared], help=f"copy the record and check the copy ({_NO_WINDOW})"
    )
    backup.add_argument("folder", type=Path, metavar="DIR", help="an existing folder")
    medicine = _add_lines_verb(verbs, "medicine", "recognise medicines, as JSON lines")
    medicine.add_argument(
        "--country", default="", help="where the lines were written, e.g. FR: its medicines count"
    )
    _add_lines_verb(verbs, "condition", "recognise conditions, as JSON lines")
    return parser


def _add_lines_verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, does: str
) -> argparse.ArgumentParser:
    """A command that takes names, or lines of the standard input; one of them must be given."""
    verb = verbs.add_parser(name, help=f"{does} (needs no record and no password)")
    verb.add_argument("--home", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    given = verb.add_mutually_exclusive_group(required=True)
    given.add_argument("names", nargs="*", default=[], metavar="NAME", help="one text each")
    given.add_argument("--lines", action="store_true", help="read the standard input, line by line")
    return verb


def _sheet_help() -> str:
    return "one of " + ", ".join(entrance.sheets())
