"""Many files read by several processes, in order, with only a few of them in memory at a time."""

import gc
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from homecare.content.library import Library
    from homecare.domain.report.patient import PatientSummary
    from homecare.exchange.patient.file import PatientFile

Format = Literal["text", "json", "html", "pdf"]
CHUNK: Final = 16
"""Files a process reads before it reports back."""
WAITING: Final = 3
"""Chunks in hand for each process: enough that none waits, too few to fill the memory."""
MOST_PROCESSES: Final = 4
ENDINGS: Final = (".json",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What became of a file: its patient in the asked-for format, or why it could not be read.

    `marks` are shared with other files of the same patient. `file` names all of several files. `order` says
    who needs a call first: the smallest.
    """

    file: str
    text: str = ""
    summary: "PatientSummary | None" = None
    fault: str = ""
    marks: frozenset[int] = frozenset()
    order: tuple[int, int] = (0, 0)


def files_of(names: Sequence[str]) -> Iterator[str]:
    """The files named, and the JSON files in the folders named, folder by folder in order of their names."""
    for name in names:
        if not os.path.isdir(name):  # noqa: PTH112 - also False for a name that no file can have
            yield name
            continue
        for folder, inner, files in os.walk(name):
            inner.sort()
            yield from (os.path.join(folder, file) for file in sorted(files) if file.endswith(ENDINGS))  # noqa: PTH118 - one text per file, not an object


def read_files(files: Iterable[str], kind: Format, total: int) -> Iterator[Read]:
    """Each file read, in their order; several processes share the work when there is enough of it."""
    count = min(
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        MOST_PROCESSES,
    )
    if count < 2 or total <= CHUNK:
        yield from (read for file in files for read in read_chunk([file], kind))
        return
    rest = iter(files)
    chunks = iter(lambda: list(islice(rest, CHUNK)), [])
    with get_context("spawn").Pool(count, initializer=gc.disable) as pool:
        waiting = deque(
            pool.apply_async(_read_chunk_apart, (chunk, kind)) for chunk in islice(chunks, count * WAITING)
        )
        while waiting:
            yield from waiting.popleft().get()
            waiting.extend(pool.apply_async(_read_chunk_apart, (chunk, kind)) for chunk in islice(chunks, 1))


def read_chunk(files: Sequence[str], kind: Format) -> list[Read]:
    """These files read here and now."""
    return [_read(file, kind) for file in files]


def _read_chunk_apart(files: Sequence[str], kind: Format) -> list[Read]:
    """The same in a process of its own, where looking for reference cycles waits until all are read.

    Records have none, and the search takes a tenth of the time.
    """
    found = read_chunk(files, kind)
    gc.collect()
    return found


@cache
def _library() -> "Library":
    from homecare.content.library import Library

    return Library()


def one_per_patient(read: Sequence[Read], kind: Format) -> Iterator[Read]:
    """One summary per patient, where the first of their files stood, whatever the number of files."""
    for files in _of_one_patient(read):
        if len(files) == 1:
            yield files[0]
        else:
            yield _read_together([found.file for found in files], kind)


def _of_one_patient(read: Sequence[Read]) -> Iterator[list[Read]]:
    """The files grouped by patient: those that share a mark, also by way of a third file."""
    group_of: dict[int, int] = {}
    groups: dict[int, list[int]] = {}
    for number, found in enumerate(read):
        joined = sorted({group_of[mark] for mark in found.marks if mark in group_of})
        group = groups.setdefault(joined[0] if joined else number, [])
        for other in joined[1:]:
            for member in groups.pop(other):
                group.append(member)
                group_of.update(dict.fromkeys(read[member].marks, joined[0]))
        group.append(number)
        group_of.update(dict.fromkeys(found.marks, joined[0] if joined else number))
    yield from ([read[number] for number in sorted(members)] for members in groups.values())


def _read(file: str, kind: Format) -> Read:
    from homecare.content.reading import ContentError
    from homecare.exchange.patient.file import summary_of

    try:
        found = _patient_in(file)
        summary = summary_of(found, _library())
    except ContentError:
        raise
    except ValueError as fault:
        return Read(file=file, fault=" ".join(str(fault).split()))
    marks = frozenset(map(_mark, found.marks))
    if kind == "pdf":
        return Read(file=file, summary=summary, marks=marks, order=summary.need.order)
    return Read(file=file, text=_text(summary, file, kind), marks=marks, order=summary.need.order)


def _read_together(files: Sequence[str], kind: Format) -> Read:
    """Several files of one patient as one."""
    from homecare.exchange.patient.file import merged, summary_of

    named = ", ".join(files)
    try:
        summary = summary_of(merged([_patient_in(file) for file in files]), _library())
    except ValueError as fault:  # a file that went away since it was first read
        return Read(file=named, fault=" ".join(str(fault).split()))
    text = "" if kind == "pdf" else _text(summary, named, kind)
    return Read(file=named, summary=summary, text=text, order=summary.need.order)


def page_of(files: Sequence[str], kind: Literal["pdf", "html"]) -> bytes:
    """The clinician's page of one patient. Raises ValueError for a bad file, or files of several patients."""
    from homecare.domain.report.period import DEFAULT_DAYS
    from homecare.exchange.patient.file import merged, report_on
    from homecare.exchange.report.html import report_html
    from homecare.exchange.report.pdf import report_pdf

    found = []
    for file in files:
        try:
            found.append(_patient_in(file))
        except ValueError as fault:
            raise ValueError(str(fault) if file in str(fault) else f"{file}: {fault}") from None
    marked = [
        Read(file=file, marks=frozenset(map(_mark, patient.marks)))
        for file, patient in zip(files, found, strict=True)
    ]
    if len(list(_of_one_patient(marked))) > 1:
        raise ValueError("The files are of several patients; name those of one for the one-page report.")
    report = report_on(merged(found) if len(found) > 1 else found[0], _library(), DEFAULT_DAYS)
    return report_pdf(report) if kind == "pdf" else report_html(report)


def _patient_in(file: str) -> "PatientFile":
    from homecare.commands.files import read_input
    from homecare.exchange.patient.file import read_patient
    from homecare.exchange.reading.strict_json import MOST_BYTES

    return read_patient(read_input(file, most=MOST_BYTES))


def _mark(id_: str) -> int:
    """A record's id in 80 of its bits: ten thousand patients have a quarter of a million of them."""
    return int(id_[:8] + id_[-12:], 16)


def _text(found: "PatientSummary", file: str, kind: Format) -> str:
    if kind == "json":
        from homecare.exchange.report.review_json import summary_json

        return summary_json(found, file)
    if kind == "html":
        from homecare.exchange.report.review_html import summary_row

        return summary_row(found, file)
    from homecare.domain.library.validity import plain_line
    from homecare.wording.review import summary_lines

    return "\n".join(summary_lines(found, plain_line(file))) + "\n"
