"""`homecare today`: what Today shows, for a terminal or a script."""

from argparse import ArgumentParser, Namespace

from homecare.commands.moments import instant
from homecare.commands.today_text import as_text, json_text
from homecare.content.library import Library
from homecare.domain.today.today import today
from homecare.handover.records import records_for_today
from homecare.host.local import LocalHost
from homecare.storage.store import Store


def options(command: ArgumentParser) -> None:
    """What it takes."""
    command.add_argument("--at", help="at this time, ISO 8601 (now by default)")
    command.add_argument("--format", choices=("text", "json"), default="text")


def run(args: Namespace) -> int:
    """Print what Today shows."""
    host = LocalHost(args.data)
    when = host.now() if args.at is None else instant(args.at, host.zone, "--at")
    library = Library()
    store = Store.open(host.data_dir)
    shown = today(records_for_today(store, when), library, when, host.zone)
    print(json_text(shown, library) if args.format == "json" else as_text(shown, library, store.settings()))
    return 0
