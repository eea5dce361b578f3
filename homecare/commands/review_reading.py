"""Many files read by several processes, in order, with only a few of them in memory at a time."""

import gc
import os
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from homecare.commands.files import STANDARD, is_pipe, read_input
from homecare.exchange.reading.strict_json import MOST_BYTES
from homecare.wording import _

if TYPE_CHECKING:
    from homecare.content.library import Library
    from homecare.domain.report.patient import PatientSummary
    from homecare.exchange.patient.file import PatientFile

Format = Literal["text", "json", "html", "pdf", "ndjson"]
T = TypeVar("T")
R = TypeVar("R")
CHUNK: Final = 16
"""Files a process reads before it reports back."""
WAITING: Final = 3
"""Chunks in hand for each process: enough that none waits, too few to fill the memory."""
MOST_PROCESSES: Final = 4
ENDINGS: Final = (".json",)
Copies = Mapping[str, str]
"""Where the copy of each input that can be read only once lies, by its name on the command line."""
NO_COPIES: Final[Copies] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What became of a file: its patient in the wanted format, or why it could not be read.

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


@contextmanager
def copies_of_pipes(names: Sequence[str]) -> Iterator[Copies]:
    """Copies, until the end, of standard input and of the pipes among these names.

    A pipe gives its content once, and to this process only, but a patient's files are read again together, in
    other processes too. One that cannot be read has no copy: whoever reads it says why.
    """
    pipes = [name for name in dict.fromkeys(names) if name == STANDARD or is_pipe(name)]
    if not pipes:
        yield NO_COPIES
        return
    with tempfile.TemporaryDirectory() as folder:
        copies = {}
        for number, name in enumerate(pipes):
            copy = Path(folder) / str(number)
            with suppress(ValueError):
                copy.write_bytes(read_input(name, most=MOST_BYTES))
                copies[name] = str(copy)
        yield copies


def read_files(files: Iterable[str], kind: Format, total: int, copies: Copies = NO_COPIES) -> Iterator[Read]:
    """Each file read, in their order; several processes share the work when there is enough of it."""
    return pooled(partial(read_chunk, kind=kind, copies=copies), files, total)


def pooled(work: Callable[[Sequence[T]], list[R]], items: Iterable[T], total: int) -> Iterator[R]:
    """What `work` makes of each of the `total` items, in their order and a few chunks at a time.

    Several processes share the work when there is enough of it; only what they are at is in memory.
    """
    count = min(
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        MOST_PROCESSES,
    )
    if count < 2 or total <= CHUNK:
        yield from (made for item in items for made in work([item]))
        return
    rest = iter(items)
    chunks = iter(lambda: list(islice(rest, CHUNK)), [])
    with get_context("spawn").Pool(count, initializer=gc.disable) as pool:
        apart = partial(_apart, work)
        waiting = deque(pool.apply_async(apart, (chunk,)) for chunk in islice(chunks, count * WAITING))
        while waiting:
            yield from waiting.popleft().get()
            waiting.extend(pool.apply_async(apart, (chunk,)) for chunk in islice(chunks, 1))


def read_chunk(files: Sequence[str], kind: Format, copies: Copies = NO_COPIES) -> list[Read]:
    """These files read here and now."""
    return [_read(file, kind, copies) for file in files]


def _apart(work: Callable[[Sequence[T]], list[R]], chunk: Sequence[T]) -> list[R]:
    """A chunk in a process of its own, where looking for reference cycles waits until all of it is done.

    Records have none, and the search takes a tenth of the time.
    """
    made = work(chunk)
    gc.collect()
    return made


@cache
def library() -> "Library":
    """The content, read once by each process."""
    from homecare.content.library import Library

    return Library()


def one_per_patient(read: Sequence[Read], kind: Format, copies: Copies) -> Iterator[Read]:
    """One summary per patient, where the first of their files stood, whatever the number of files."""
    for files in of_one_patient(read):
        if len(files) == 1:
            yield files[0]
        else:
            yield _read_together([found.file for found in files], kind, copies)


def of_one_patient(read: Sequence[Read]) -> Iterator[list[Read]]:
    """The files grouped by patient: those that share a mark, also by way of a third file."""
    group_of: dict[int, int] = {}
    groups: dict[int, list[int]] = {}
    for number, file in enumerate(read):
        joined = sorted({group_of[mark] for mark in file.marks if mark in group_of})
        group = groups.setdefault(joined[0] if joined else number, [])
        for later in joined[1:]:
            for member in groups.pop(later):
                group.append(member)
                group_of.update(dict.fromkeys(read[member].marks, joined[0]))
        group.append(number)
        group_of.update(dict.fromkeys(file.marks, joined[0] if joined else number))
    yield from ([read[number] for number in sorted(members)] for members in groups.values())


def _read(file: str, kind: Format, copies: Copies) -> Read:
    from homecare.content.reading import ContentError
    from homecare.exchange.patient.file import summary_of

    try:
        found = _patient_in(file, copies)
        if kind == "ndjson":  # only who it is: what is written is made one patient at a time
            return Read(file=file, marks=frozenset(map(_mark, found.marks)))
        summary = summary_of(found, library())
    except ContentError:
        raise
    except ValueError as fault:
        return Read(file=file, fault=" ".join(str(fault).split()))
    marks = frozenset(map(_mark, found.marks))
    if kind == "pdf":
        return Read(file=file, summary=summary, marks=marks, order=summary.need.order)
    return Read(file=file, text=_text(summary, file, kind), marks=marks, order=summary.need.order)


def _read_together(files: Sequence[str], kind: Format, copies: Copies) -> Read:
    """Several files of one patient as one."""
    from homecare.exchange.patient.file import merged, summary_of

    named = ", ".join(files)
    try:
        summary = summary_of(merged([_patient_in(file, copies) for file in files]), library())
    except ValueError as fault:  # a file that went away since it was first read
        return Read(file=named, fault=" ".join(str(fault).split()))
    text = "" if kind == "pdf" else _text(summary, named, kind)
    return Read(file=named, summary=summary, text=text, order=summary.need.order)


def page_of(files: Sequence[str], kind: Literal["pdf", "html"], copies: Copies) -> bytes:
    """The clinician's page of one patient. Raises ValueError for a bad file, or files of several patients."""
    from homecare.domain.report.period import DEFAULT_DAYS
    from homecare.exchange.patient.file import merged, report_on
    from homecare.exchange.report.html import report_html
    from homecare.exchange.report.pdf import report_pdf

    found = []
    for file in files:
        try:
            found.append(_patient_in(file, copies))
        except ValueError as fault:
            raise ValueError(str(fault) if file in str(fault) else f"{file}: {fault}") from None
    marked = [
        Read(file=file, marks=frozenset(map(_mark, patient.marks)))
        for file, patient in zip(files, found, strict=True)
    ]
    if len(list(of_one_patient(marked))) > 1:
        raise ValueError(_("The files are of several patients; name those of one for the one-page report."))
    report = report_on(merged(found) if len(found) > 1 else found[0], library(), DEFAULT_DAYS)
    return report_pdf(report) if kind == "pdf" else report_html(report)


def patient_of(files: Sequence[str], copies: Copies) -> "PatientFile":
    """The patient whose files these are. Raises ValueError for one that cannot be read."""
    from homecare.exchange.patient.file import merged

    found = [_patient_in(file, copies) for file in files]
    return merged(found) if len(found) > 1 else found[0]


def _patient_in(file: str, copies: Copies) -> "PatientFile":
    from homecare.exchange.patient.file import read_patient

    return read_patient(read_input(copies.get(file, file), most=MOST_BYTES))


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
