"""`homecare review --format ndjson`: every patient as FHIR Bulk Data, one patient in memory at a time."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from homecare.commands.review_reading import Copies, Read, patient_of, pooled
from homecare.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """One patient's lines by resource type and id, or why there are none."""

    files: tuple[str, ...]
    lines: dict[str, dict[str, bytes]]
    fault: str = ""


def write_bulk(
    groups: Sequence[Sequence[Read]], output: str | None, copies: Copies, *, notes: bool, snomed: bool
) -> Iterator[Read]:
    """Write one ResourceType.ndjson per type into a new or empty folder, whole or not at all.

    `groups` are the files of each patient. Yields a fault for each patient that could not be written.
    Raises ValueError for a folder that cannot be used.
    """
    folder = _new_folder(output)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        named = [tuple(read.file for read in group) for group in groups]
        made = pooled(partial(_lines_of_many, copies=copies, notes=notes, snomed=snomed), named, len(named))
        yield from _written(made, draft)
        if folder.is_dir():
            folder.rmdir()
        draft.replace(folder)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise ValueError(
            _("{output} cannot be written ({reason}); choose another folder.").format(
                output=output, reason=reason
            )
        ) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _written(made: Iterable[Lines], draft: Path) -> Iterator[Read]:
    """Each patient's lines at the end of their files; what belongs to no patient stands once."""
    from homecare.exchange.fhir.bulk import SHARED

    shared: set[str] = set()
    out: dict[str, BinaryIO] = {}
    with ExitStack() as stack:
        for patient in made:
            if patient.fault:
                yield Read(file=", ".join(patient.files), fault=patient.fault)
            for kind, lines in patient.lines.items():
                if kind not in out:
                    out[kind] = stack.enter_context((draft / f"{kind}.ndjson").open("wb"))
                fresh = {name: line for name, line in lines.items() if kind != SHARED or name not in shared}
                shared |= fresh.keys() if kind == SHARED else set()
                out[kind].writelines(fresh.values())


def _new_folder(output: str | None) -> Path:
    if output in (None, "-"):
        raise ValueError(_("--format ndjson writes a folder of files; name a new one with --output."))
    folder = Path(str(output))
    if folder.is_dir() and not any(folder.iterdir()):
        return folder
    if folder.exists():
        said = (
            _("{output} is not empty; name a new folder with --output.")
            if folder.is_dir()
            else _("{output} is a file; name a new folder with --output.")
        )
        raise ValueError(said.format(output=output))
    if not folder.parent.is_dir():
        raise ValueError(
            _("{folder} is not a folder; make it first, or choose another with --output.").format(
                folder=folder.parent
            )
        )
    return folder


def _lines_of_many(
    groups: Sequence[Sequence[str]], copies: Copies, *, notes: bool, snomed: bool
) -> list[Lines]:
    return [_lines_of(tuple(files), copies, notes=notes, snomed=snomed) for files in groups]


def _lines_of(files: tuple[str, ...], copies: Copies, *, notes: bool, snomed: bool) -> Lines:
    from homecare.commands.review_reading import library
    from homecare.exchange.fhir.bulk import bulk_lines

    try:
        patient = patient_of(files, copies)
        lines = bulk_lines(
            patient.records,
            library(),
            patient.made,
            patient.zone,
            patient=patient.patient,
            share_notes=notes,
            snomed=snomed,
            period=patient.period,
            gaps=patient.gaps,
        )
    except (ValueError, LookupError, TypeError, ArithmeticError) as fault:
        said = " ".join(str(fault).split()) if isinstance(fault, ValueError) else _("it cannot be read")
        return Lines(files=files, lines={}, fault=said)
    return Lines(files=files, lines=lines)
