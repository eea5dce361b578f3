"""`homecare review`: one summary per patient, of one file or of ten thousand."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import get_args

from homecare.commands.files import STANDARD, write_output, written
from homecare.commands.review_bulk import write_bulk
from homecare.commands.review_reading import (
    Copies,
    Format,
    Read,
    copies_of_pipes,
    files_of,
    of_one_patient,
    one_per_patient,
    page_of,
    read_files,
)
from homecare.domain.library.validity import plain_line
from homecare.wording import _

BAD_FILES = 2
BAR = 30


def options(command: ArgumentParser) -> None:
    """What it takes."""
    command.add_argument(
        "files", metavar="FILE", nargs="+", help=_("JSON or FHIR exports, or folders of them")
    )
    command.add_argument("--format", choices=get_args(Format), default="text")
    command.add_argument(
        "--page", action="store_true", help=_("the one-page report of one patient, with --format pdf or html")
    )
    command.add_argument(
        "--notes", action="store_true", help=_("notes and medicines too, with --format ndjson")
    )
    command.add_argument(
        "--no-snomed", action="store_true", help=_("no SNOMED CT codes, with --format ndjson")
    )
    command.add_argument(
        "--output", metavar="FILE", help=_("where to write (standard output by default; a folder for ndjson)")
    )


def run(args: Namespace) -> int:
    """Write the summaries; the status is 2 when a file could not be read. Raises ValueError without any."""
    for option, asked in (("--notes", args.notes), ("--no-snomed", args.no_snomed)):
        if asked and args.format != "ndjson":
            raise ValueError(
                _("{option} goes with --format ndjson only; choose that format or leave it out.").format(
                    option=option
                )
            )
    total = sum(1 for _file in files_of(args.files))
    if not total:
        raise ValueError(
            _("There are no JSON files in the folders named; name files that homecare exported.")
        )
    with copies_of_pipes(args.files) as copies:
        return _page(args, copies) if args.page else _review(args, total, copies)


def _review(args: Namespace, total: int, copies: Copies) -> int:
    faults: list[str] = []
    read = read_files(files_of(args.files), args.format, total, copies)
    good = _good(_counted(read, total), faults)
    if args.format == "ndjson":
        groups = list(of_one_patient(list(good)))
        if groups:
            bulk = write_bulk(groups, args.output, copies, notes=args.notes, snomed=not args.no_snomed)
            list(_good(bulk, faults))
        return _told(faults)
    # Later files may be of an earlier patient, so all are read before the first summary is written.
    merged = _good(one_per_patient(list(good), args.format, copies), faults)
    patients = sorted(merged, key=lambda patient: patient.order)
    if args.format == "text" and args.output in (None, STANDARD):  # in the encoding of the console or pipe
        for patient in patients:
            print(patient.text)
        for line in _unread(faults) if patients else ():
            print(line)
    elif patients:
        with written(args.output) as out:
            for text in _FORMATS[args.format](patients, faults):
                out.write(text)
    return _told(faults)


def _told(faults: Sequence[str]) -> int:
    """Say on standard error why files could not be read; the exit status."""
    for fault in faults:
        print(f"homecare: {fault}", file=sys.stderr)
    return BAD_FILES if faults else 0


def _page(args: Namespace, copies: Copies) -> int:
    """Write the report of the one patient whose files are named. Raises ValueError for several patients."""
    if args.format not in ("pdf", "html"):
        raise ValueError(_("--page makes the one-page report; add --format pdf or --format html."))
    write_output(args.output, page_of(list(files_of(args.files)), args.format, copies))
    return 0


def _good(read: Iterable[Read], faults: list[str]) -> Iterator[Read]:
    """The files that could be read; why the others could not is kept, with their names."""
    for file in read:
        if file.fault:
            faults.append(plain_line(file.fault if file.file in file.fault else f"{file.file}: {file.fault}"))
        else:
            yield file


def _counted(read: Iterable[Read], total: int) -> Iterator[Read]:
    """The same, with a progress bar on standard error when that is a terminal."""
    watched = sys.stderr.isatty() and total > 1
    for number, patient in enumerate(read, 1):
        if watched and (number % max(1, total // 200) == 0 or number == total):
            done = BAR * number // total
            end = "\n" if number == total else ""
            bar = f"\r[{'#' * done}{'.' * (BAR - done)}] {number} / {total}"
            print(bar, end=end, file=sys.stderr, flush=True)
        yield patient


def _unread(faults: Sequence[str]) -> list[str]:
    from homecare.wording.review import unread_title

    return [f"{unread_title(len(faults))}:", *(f"  {fault}" for fault in faults)] if faults else []


def _lines(read: Iterable[Read], faults: Sequence[str]) -> Iterator[bytes]:
    for patient in read:
        yield f"{patient.text}\n".encode()
    for line in _unread(faults):
        yield f"{line}\n".encode()


def _objects(read: Iterable[Read], _faults: Sequence[str]) -> Iterator[bytes]:
    yield b"["
    for number, patient in enumerate(read):
        yield f"{',' if number else ''}\n{patient.text}".encode()
    yield b"\n]\n"


def _rows(read: Iterable[Read], faults: Sequence[str]) -> Iterator[bytes]:
    from homecare.exchange.report.review_html import page_parts, unread_part

    before, table, after = page_parts()
    yield before.encode()
    for patient in read:
        yield patient.text.encode()
    yield f"{table}{unread_part(faults)}{after}".encode()


def _pages(read: Iterable[Read], faults: Sequence[str]) -> Iterator[bytes]:
    from homecare.exchange.report.review_pdf import review_pdf

    yield review_pdf(
        ((patient.summary, patient.file) for patient in read if patient.summary is not None), faults
    )


_FORMATS: Mapping[str, Callable[[Iterable[Read], Sequence[str]], Iterator[bytes]]] = {
    "html": _rows,
    "json": _objects,
    "pdf": _pages,
    "text": _lines,
}
