"""The command line: one file per command in homecare/commands, errors in one line."""

import argparse
import codecs
import io
import os
import sys
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from homecare import __version__
from homecare.domain.library.validity import plain_line
from homecare.host.host import HostError
from homecare.storage.errors import StorageError
from homecare.wording import _
from homecare.wording.arguments import translate_argparse
from homecare.wording.faults import what_is_wrong

USAGE_ERROR = 2
FAILURE = 1


class BadInputError(Exception):
    """What was typed cannot be used; the message says what is wrong and what to do."""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one line that begins with the program's name."""

    def error(self, message: str) -> None:  # type: ignore[override]
        raise BadInputError(_("{message}. Try: {command} --help").format(message=message, command=self.prog))


class Command(Protocol):
    """What a file of `homecare.commands` offers."""

    def options(self, command: argparse.ArgumentParser) -> None:
        """Add what the command takes."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it; the exit status."""
        ...


def _what_they_do() -> dict[str, str]:
    return {
        "serve": _("open the app in the browser (the default)"),
        "demo": _("fill an empty data folder with a believable history"),
        "log": _("record one pain score"),
        "today": _("what Today shows"),
        "export": _("write the records as CSV, JSON, FHIR, calendar, PDF or HTML"),
        "handout": _("write the plan's exercises as a PDF to print: pictures, steps, doses"),
        "restore": _("bring a JSON backup back, merged or replacing everything"),
        "review": _("a clinician's reading of one or many exports, or of folders of them"),
        "prescribe": _("check a plan and make its link and QR code"),
        "pwa": _("build the app as static files for any web host"),
    }


def command(name: str) -> Command:
    """The command of this name, imported now: each imports only what it needs."""
    return cast(Command, import_module(f"homecare.commands.{name}"))


def parser(asked: str) -> argparse.ArgumentParser:
    """The command line, as `--help` shows it, with the options of the command that was asked for."""
    translate_argparse()
    top = _Parser(prog="homecare", description=_("Home care for foot and ankle pain."))
    top.add_argument("--version", action="version", version=f"homecare {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser, required=True)
    for name, does in _what_they_do().items():
        added = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
        added.add_argument("--data", type=_folder, help=_("data folder (else HOMECARE_DATA)"))
        if name == asked:
            command(name).options(added)
    return top


def _folder(text: str) -> Path:
    if not text:  # an empty variable in a script, which would mean the folder the script runs in
        raise argparse.ArgumentTypeError(_("the name of the folder is empty"))
    return Path(text)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 for done, 2 for bad input, 1 for any other failure."""
    _write_any_encoding()
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "serve")
    try:
        args = parser(words[0]).parse_args(words)
        return _printed(command(args.command).run(args))
    except (BadInputError, HostError, ValueError) as fault:
        return _complain(fault, USAGE_ERROR)
    except StorageError as fault:
        bad_folder = fault.code in ("later-version", "unwritable")
        return _complain(fault, USAGE_ERROR if bad_folder else FAILURE)
    except BrokenPipeError:  # whoever read our output has had enough, as `head` has
        _forget_output()
        return FAILURE
    except OSError as fault:
        _forget_output()
        return _complain(fault.strerror or fault, FAILURE)
    except KeyboardInterrupt:
        return 0


def _printed(status: int) -> int:
    """The status of a command that is done, once what it printed is written."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        _forget_output()
        return _complain(
            _("It is done, but what it says could not be written ({reason}).").format(reason=fault.strerror),
            FAILURE,
        )
    return status


def _complain(fault: object, status: int) -> int:
    said = what_is_wrong(fault) if isinstance(fault, BaseException) else str(fault)
    print(f"homecare: {plain_line(' '.join(said.split()))}", file=sys.stderr)
    return status


def _write_any_encoding() -> None:
    """Let a console or pipe that has no UTF-8 show plain letters instead of ending the command."""
    codecs.register_error("homecare.plain", _in_plain_letters)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="homecare.plain")


def _in_plain_letters(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    lost = fault.object[fault.start : fault.end].translate(_PLAIN)
    told = (unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode() for letter in lost)
    return "".join(plain or "?" for plain in told), fault.end


_PLAIN = str.maketrans("−–—‑‘’“”…×·", "----''\"\".x.")
"""What our own sentences use besides letters."""


def _forget_output() -> None:
    """Keep the interpreter from complaining at its end that standard output is gone."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run() -> None:
    """The console script."""
    raise SystemExit(main())


if __name__ == "__main__":
    run()
