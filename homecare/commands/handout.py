"""`homecare handout`: the exercises of the plan on paper, for the patient to take home."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from homecare.commands.files import write_output
from homecare.commands.folder import diary
from homecare.host.local import LocalHost
from homecare.host.server.client_files import assets_dir
from homecare.wording import _


def options(command: ArgumentParser) -> None:
    """What it takes."""
    command.add_argument(
        "file", metavar="FILE", nargs="?", help=_("a patient's JSON export (the data folder by default)")
    )
    command.add_argument("--no-name", action="store_true", help=_("leave out the patient's name"))
    command.add_argument("--output", metavar="FILE", help=_("where to write (standard output by default)"))


def run(args: Namespace) -> int:
    """Write the PDF; raises ValueError for a file that cannot be read or written."""
    write_output(args.output, _of_folder(args) if args.file is None else _of_file(args))
    return 0


def _of_folder(args: Namespace) -> bytes:
    from homecare.content.library import Library
    from homecare.exchange.report.handout import handout_pdf
    from homecare.handover.formats import Asked, handout_of

    host = LocalHost(args.data)
    with diary(host) as store:
        asked = Asked(store=store, library=Library(), at=host.now(), zone=host.zone, nameless=args.no_name)
        return handout_pdf(handout_of(asked), _picture, store.settings())


def _of_file(args: Namespace) -> bytes:
    from homecare.commands.files import read_input
    from homecare.content.library import Library
    from homecare.exchange.patient.file import handout_for, read_patient
    from homecare.exchange.reading.strict_json import MOST_BYTES
    from homecare.exchange.report.handout import handout_pdf

    patient = read_patient(read_input(args.file, most=MOST_BYTES))
    found = handout_for(patient, Library(), nameless=args.no_name)
    return handout_pdf(found, _picture, patient.records.settings)


def _picture(exercise: str, file: str) -> bytes:
    path: Path = assets_dir() / "exercises" / exercise / file
    return path.read_bytes() if path.is_file() else b""
