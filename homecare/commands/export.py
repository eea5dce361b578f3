"""`homecare export`: the records in the format someone else can read."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from datetime import date

from homecare.commands.files import write_output
from homecare.commands.folder import diary
from homecare.commands.moments import day
from homecare.content.library import Library
from homecare.domain.report.header import Named
from homecare.handover.formats import FORMATS, Asked
from homecare.host.local import LocalHost
from homecare.storage.store import Store
from homecare.wording import _


def options(command: ArgumentParser) -> None:
    """What it takes."""
    command.add_argument("--format", choices=sorted(FORMATS), required=True)
    command.add_argument("--from", dest="first", metavar="DATE", help=_("first day, YYYY-MM-DD"))
    command.add_argument(
        "--since-visit", action="store_true", help=_("from the day of the last clinic visit set in Share")
    )
    command.add_argument("--to", dest="last", metavar="DATE", help=_("last day, YYYY-MM-DD, included"))
    command.add_argument(
        "--notes", action="store_true", help=_("share notes and medicines too, in FHIR, PDF and HTML")
    )
    command.add_argument(
        "--no-name",
        action="store_true",
        help=_("leave out name, date of birth and clinic number, in any format"),
    )
    command.add_argument(
        "--no-snomed",
        action="store_true",
        help=_("leave SNOMED CT codes out of FHIR, for a clinic without a licence"),
    )
    command.add_argument(
        "--neutral",
        action=BooleanOptionalAction,
        help=_('call every event "Reminder", for a calendar others can see (by default as in the last file)'),
    )
    command.add_argument("--output", metavar="FILE", help=_("where to write (standard output by default)"))
    command.add_argument("--password-file", metavar="FILE", help=_("seal a JSON backup with its password"))


def run(args: Namespace) -> int:
    """Write the export; raises ValueError for an impossible period or a file that cannot be written."""
    first = None if args.first is None else day(args.first, "--from")
    last = None if args.last is None else day(args.last, "--to")
    if first is not None and last is not None and last < first:
        raise ValueError(
            _("--to {last} is before --from {first}; give the earlier day to --from.").format(
                last=last, first=first
            )
        )
    if args.password_file is not None and args.format != "json":
        raise ValueError(_("A password goes with --format json only; choose that format or leave it out."))
    host = LocalHost(args.data)
    now = host.now()
    with diary(host) as store:
        if args.since_visit:
            first = _last_visit(store, first)
        asked = Asked(
            store=store,
            library=Library(),
            first=first,
            last=last,
            at=now,
            zone=host.zone,
            notes=args.notes,
            nameless=args.no_name,
            neutral=args.neutral,
            snomed=not args.no_snomed,
        )
        data = FORMATS[args.format](asked)
        if args.password_file is not None:
            from homecare.commands.password import sealed_bytes

            data = sealed_bytes(data, args.password_file)
        write_output(args.output, data)
        asked.handed_over()
    return 0


def _last_visit(store: Store, first: date | None) -> date:
    if first is not None:
        raise ValueError(_("--from and --since-visit both name the first day; leave one of them out."))
    visit = Named.of(store.patient()).last_visit
    if visit is None:
        raise ValueError(_("No day of a last visit is set; set it in Share, or name a day with --from."))
    return visit
