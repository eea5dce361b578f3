"""`homecare export`: the records in the format someone else can read."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from homecare import __version__
from homecare.commands.files import write_output
from homecare.commands.moments import day
from homecare.domain.diary import diary_day
from homecare.domain.records import Records
from homecare.domain.report_header import Named
from homecare.host.local import LocalHost
from homecare.records_now import all_records, records_for_report, records_for_today, within
from homecare.storage.store import Store

if TYPE_CHECKING:
    from homecare.domain.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an export is made from: the folder, the period (None: open), and when and where it is made.

    `notes` shares notes and medicines in the formats that leave them out otherwise.
    """

    store: Store
    first: date | None
    last: date | None
    at: datetime
    zone: tzinfo
    notes: bool

    @property
    def named(self) -> Named:
        """What the patient said of their name and clinic number, "" for what they did not."""
        said = self.store.patient()
        name, clinic_id = (said.get(key, "") for key in ("name", "clinic_id"))
        return Named(
            name=name if isinstance(name, str) else "",
            clinic_id=clinic_id if isinstance(clinic_id, str) else "",
        )

    @property
    def records(self) -> Records:
        """The records of the period; the plan is always whole."""
        return within(all_records(self.store), self.first, self.last)


def options(command: ArgumentParser) -> None:
    """What it takes."""
    command.add_argument("--format", choices=sorted(_FORMATS), required=True)
    command.add_argument("--from", dest="first", metavar="DATE", help="first day, YYYY-MM-DD")
    command.add_argument("--to", dest="last", metavar="DATE", help="last day, YYYY-MM-DD, included")
    command.add_argument(
        "--notes", action="store_true", help="share notes and medicines too, in FHIR, PDF and HTML"
    )
    command.add_argument("--output", metavar="FILE", help="where to write (standard output by default)")
    command.add_argument("--password-file", metavar="FILE", help="seal a JSON backup with its password")


def run(args: Namespace) -> int:
    """Write the export; raises ValueError for a period that cannot be or a file that cannot be written."""
    first = None if args.first is None else day(args.first, "--from")
    last = None if args.last is None else day(args.last, "--to")
    if first is not None and last is not None and last < first:
        raise ValueError(f"--to {last} is before --from {first}; give the earlier day to --from.")
    if args.password_file is not None and args.format != "json":
        raise ValueError("A password goes with --format json only; choose that format or leave it out.")
    host = LocalHost(args.data)
    now = host.now()
    asked = Asked(
        store=Store.open(host.data_dir), first=first, last=last, at=now, zone=host.zone, notes=args.notes
    )
    data = _FORMATS[args.format](asked)
    if args.password_file is not None:
        from homecare.commands.password import sealed_bytes

        data = sealed_bytes(data, args.password_file)
    write_output(args.output, data)
    return 0


def _json(asked: Asked) -> bytes:
    from homecare.exchange.backup import Backup, export

    return export(
        Backup(
            records=asked.records,
            patient=asked.store.patient(),
            exported_at=asked.at,
            app_version=__version__,
        )
    )


def _csv(asked: Asked) -> bytes:
    from homecare.exchange.csv_table import table

    return table(asked.records.entries)


def _fhir(asked: Asked) -> bytes:
    from homecare.content.library import Library
    from homecare.exchange.fhir import fhir_bytes

    return fhir_bytes(
        asked.records, Library(), asked.at, asked.zone, patient=asked.named, share_notes=asked.notes
    )


def _ics(asked: Asked) -> bytes:
    from homecare.content.library import Library
    from homecare.exchange.calendar import calendar

    return calendar(records_for_today(asked.store, asked.at), Library(), at=asked.at, zone=asked.zone)


def _report(asked: Asked) -> "Report":
    """The page for a clinician: the 28 days up to `--to` (today by default) unless `--from` says more."""
    from homecare.content.library import Library
    from homecare.domain.report import Period, report, usual_period

    last = asked.last or diary_day(asked.at)
    first = asked.first or usual_period(last).first
    if last < first:
        raise ValueError(f"--from {first} is still to come; give a day up to today.")
    period = Period(first=first, last=last)
    return report(
        records_for_report(asked.store, period, asked.at),
        Library(),
        period,
        asked.at,
        asked.zone,
        share_notes=asked.notes,
        patient=asked.named,
        app_version=__version__,
    )


def _pdf(asked: Asked) -> bytes:
    from homecare.exchange.report_pdf import report_pdf

    return report_pdf(_report(asked))


def _html(asked: Asked) -> bytes:
    from homecare.exchange.report_html import report_html

    return report_html(_report(asked))


_FORMATS: Mapping[str, Callable[[Asked], bytes]] = {
    "csv": _csv,
    "fhir": _fhir,
    "html": _html,
    "ics": _ics,
    "json": _json,
    "pdf": _pdf,
}
