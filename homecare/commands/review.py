"""`homecare review`: one summary per patient, of one file or of ten thousand."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import get_args

from homecare.commands.files import STANDARD, written
from homecare.commands.review_reading import Format, Read, files_of, one_per_patient, read_files
from homecare.domain.library.validity import plain_line

BAD_FILES = 2
BAR = 30


def options(command: ArgumentParser) -> None:
    """What it takes."""
    command.add_argument("files", metavar="FILE", nargs="+", help="JSON or FHIR exports, or folders of them")
    command.add_argument("--format", choices=get_args(Format), default="text")
    command.add_argument("--output", metavar="FILE", help="where to write (standard output by default)")


def run(args: Namespace) -> int:
    """Write the summaries; the status is 2 when a file could not be read. Raises ValueError without any."""
    total = sum(1 for _file in files_of(args.files))
    if not total:
        raise ValueError("There are no JSON files in the folders named; name files that homecare exported.")
    faults: list[str] = []
    good = _good(_counted(read_files(files_of(args.files), args.format, total), total), faults)
    # Later files may be of an earlier patient, so all are read before the first summary is written.
    patients = list(_good(one_per_patient(list(good), args.format), faults))
    if args.format == "text" and args.output in (None, STANDARD):  # in the encoding of the console or pipe
        for patient in patients:
            print(patient.text)
    elif patients:
        with written(args.output) as out:
            for text in _FORMATS[args.format](patients):
                out.write(text)
    for fault in faults:
        print(f"homecare: {fault}", file=sys.stderr)
    return BAD_FILES if faults else 0


def _good(read: Iterable[Read], faults: list[str]) -> Iterator[Read]:
    """The files that could be read; why the others could not is kept, with their names."""
    for file in read:
        if file.fault:
            faults.append(plain_line(file.fault if file.file in file.fault else f"{file.file}: {file.fault}"))
        else:
            yield file


def _counted(read: Iterable[Read], total: int) -> Iterator[Read]:
    """The same, with a bar on standard error while a person watches."""
    watched = sys.stderr.isatty() and total > 1
    for number, patient in enumerate(read, 1):
        if watched and (number % max(1, total // 200) == 0 or number == total):
            done = BAR * number // total
            end = "\n" if number == total else ""
            bar = f"\r[{'#' * done}{'.' * (BAR - done)}] {number} / {total}"
            print(bar, end=end, file=sys.stderr, flush=True)
        yield patient


def _lines(read: Iterable[Read]) -> Iterator[bytes]:
    for patient in read:
        yield f"{patient.text}\n".encode()


def _objects(read: Iterable[Read]) -> Iterator[bytes]:
    yield b"["
    for number, patient in enumerate(read):
        yield f"{',' if number else ''}\n{patient.text}".encode()
    yield b"\n]\n"


def _rows(read: Iterable[Read]) -> Iterator[bytes]:
    from homecare.exchange.report.review_html import page_parts

    before, after = page_parts()
    yield before.encode()
    for patient in read:
        yield patient.text.encode()
    yield after.encode()


def _pages(read: Iterable[Read]) -> Iterator[bytes]:
    from homecare.exchange.report.review_pdf import review_pdf

    yield review_pdf((patient.summary, patient.file) for patient in read if patient.summary is not None)


_FORMATS: Mapping[str, Callable[[Iterable[Read]], Iterator[bytes]]] = {
    "html": _rows,
    "json": _objects,
    "pdf": _pages,
    "text": _lines,
}
