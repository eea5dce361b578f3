"""`homecare restore`: a backup brought back, all of it or nothing."""

from argparse import ArgumentParser, Namespace

from homecare.commands.files import STANDARD, read_input
from homecare.commands.folder import diary
from homecare.commands.password import OPTION, unsealed_bytes
from homecare.exchange.backup import backup
from homecare.exchange.reading.strict_json import MOST_BYTES
from homecare.handover.formats import bring_back, restore_preview
from homecare.host.local import LocalHost
from homecare.wording import _
from homecare.wording.handover import restored_text

SEALING_BYTES = 1_000
"""More than a password adds to a file."""


def options(command: ArgumentParser) -> None:
    """What it takes."""
    command.add_argument("file", metavar="FILE", help=_('a JSON backup ("-" for standard input)'))
    command.add_argument(
        "--replace", action="store_true", help=_("remove everything else first, instead of merging")
    )
    command.add_argument(OPTION, metavar="FILE", help=_("holds the backup's password (else asked for)"))


def run(args: Namespace) -> int:
    """Restore the file and say what became of its records; raises ValueError with nothing changed."""
    if args.file == args.password_file == STANDARD:
        raise ValueError(
            _("The backup and its password cannot both come from standard input; name {option}.").format(
                option=OPTION
            )
        )
    data = read_input(args.file, most=MOST_BYTES + SEALING_BYTES)
    found = backup.read(unsealed_bytes(data, args.password_file))
    with diary(LocalHost(args.data), make=True) as store:
        preview = restore_preview(store, found, replacing=args.replace)
        bring_back(store, preview)
        total = preview.total
        print(restored_text(total.added, total.changed, total.left, total.removed))
    return 0
