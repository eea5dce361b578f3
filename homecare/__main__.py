"""The command line: thin, one function per command, errors in one line."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from homecare import __version__
from homecare.host.host import HostError
from homecare.storage.errors import StorageError

USAGE_ERROR = 2
FAILURE = 1


class BadInputError(Exception):
    """What was typed cannot be used; the message says what is wrong and what to do."""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one line that begins with the program's name."""

    def error(self, message: str) -> None:  # type: ignore[override]
        raise BadInputError(f"{message}. Try: {self.prog} --help")


def parser() -> argparse.ArgumentParser:
    """The whole command line, as `--help` shows it."""
    top = _Parser(prog="homecare", description="Home care for foot and ankle pain.")
    top.add_argument("--version", action="version", version=f"homecare {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    serve = commands.add_parser("serve", help="open the app in the browser (the default)")
    serve.add_argument("--port", type=int, help="port on 127.0.0.1 (default 8550, or the next free one)")
    serve.add_argument("--no-browser", action="store_true", help="do not open the browser")

    demo = commands.add_parser("demo", help="fill an empty data folder with a believable history")
    demo.add_argument("--days", type=int, required=True, help="length of the history in days (1 to 3660)")
    demo.add_argument("--seed", type=int, default=1, help="the same seed gives the same records")
    demo.add_argument("--until", help="last day, YYYY-MM-DD (today by default)")

    log = commands.add_parser("log", help="record one pain score")
    log.add_argument("--pain", required=True, help="whole number from 0 (none) to 10 (worst you can imagine)")
    log.add_argument("--at", help="when it was felt, ISO 8601 (now by default)")
    log.add_argument("--note", default="", help="anything your clinician should know")

    now = commands.add_parser("today", help="what Today shows")
    now.add_argument("--at", help="at this time, ISO 8601 (now by default)")
    now.add_argument("--format", choices=("text", "json"), default="text")

    for command in (serve, demo, log, now):
        command.add_argument("--data", type=Path, help="data folder (else HOMECARE_DATA)")
    return top


def serve(args: argparse.Namespace) -> int:
    """Serve the app on 127.0.0.1 until Ctrl+C."""
    from homecare.host.local import LocalHost
    from homecare.host.server import serve as run_server

    host = LocalHost(args.data)

    def load_main() -> Callable[..., None]:
        from homecare.app import app_for

        return app_for(host)

    return run_server(load_main, host, args.port, not args.no_browser)


def demo(args: argparse.Namespace) -> int:
    """Fill an empty folder with a believable history."""
    from homecare.commands import fill_with_demo

    until = None
    if args.until is not None:
        try:
            until = date.fromisoformat(args.until)
        except ValueError:
            raise BadInputError(f"--until must be a date like 2026-11-22, not {args.until!r}") from None
    print(fill_with_demo(args.data, days=args.days, seed=args.seed, until=until))
    return 0


def log(args: argparse.Namespace) -> int:
    """Record one pain score and print its id once it is on disk."""
    from homecare.commands import log_pain

    print(log_pain(args.data, pain=args.pain, at=args.at, note=args.note))
    return 0


def today(args: argparse.Namespace) -> int:
    """Print what Today shows."""
    from homecare.commands import what_today_says

    print(what_today_says(args.data, at=args.at, as_json=args.format == "json"))
    return 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 for done, 2 for bad input, 1 for any other failure."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "serve")
    try:
        args = parser().parse_args(words)
        return {"serve": serve, "demo": demo, "log": log, "today": today}[args.command](args)
    except (BadInputError, HostError, ValueError) as fault:
        return _complain(fault, USAGE_ERROR)
    except StorageError as fault:
        bad_folder = fault.code in ("later-version", "unwritable")
        return _complain(fault, USAGE_ERROR if bad_folder else FAILURE)
    except BrokenPipeError:
        return FAILURE
    except OSError as fault:
        return _complain(fault.strerror or fault, FAILURE)
    except KeyboardInterrupt:
        return 0


def _complain(fault: object, status: int) -> int:
    print(f"homecare: {' '.join(str(fault).split())}", file=sys.stderr)
    return status


def run() -> None:
    """The console script."""
    raise SystemExit(main())


if __name__ == "__main__":
    run()
