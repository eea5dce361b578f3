"""Acts of a clinician: open exported files, close them again. Nothing is stored."""

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from homecare.content.library import Library
from homecare.exchange.backup.sealed import is_sealed
from homecare.exchange.reading.intake import IntakeError
from homecare.handover.formats import unsealed_backup
from homecare.ui.clinician.patient_reading import in_order, opened, together
from homecare.ui.state.care import CareState
from homecare.ui.state.opened_files import BadFile, Clinic, OpenPatient, SealedFile
from homecare.ui.state.picking import OfferedFile, Reading, let_all_go
from homecare.wording import _

Progress = Callable[[int, int], None]
"""Is told how many of how many files have been read."""
REDRAWN_S = 0.01
"""Lets the window show how far it is, and stay usable, between one file and the next."""
TOLD_EVERY_S = 0.25
"""Each telling draws the whole list again."""
MOST_FILES = 50
"""Files that may be opened at once."""


async def open_files(
    care: CareState, files: Sequence[OfferedFile], reading: Reading, on_progress: Progress
) -> None:
    """Add the files to what is open; several of one patient become one. A stopped reading opens those before.

    Files under a password wait for it; one that is too large is not read. Raises IntakeError, before any is
    read, when they are more than MOST_FILES.
    """
    if not files:
        return
    if len(files) > MOST_FILES:
        await let_all_go(files)
        said = _("You chose {n} files; open at most {most} at a time.")
        raise IntakeError(said.format(n=len(files), most=MOST_FILES))
    found: list[OpenPatient | BadFile] = []
    waiting = {sealed_file.file: sealed_file for sealed_file in care.clinic.sealed}
    tell = _seldom(on_progress)
    for number, file in enumerate(files):
        tell(number, len(files))
        await asyncio.sleep(REDRAWN_S)
        try:
            data = await _content(file, reading)
        except IntakeError as fault:
            found.append(BadFile(file=file.name, sentence=str(fault)))
            continue
        if data is None:
            await let_all_go(files[number + 1 :])
            break
        if is_sealed(data):
            waiting[file.name] = SealedFile(file=file.name, data=data)
        else:
            found.append(_opened(file.name, data, care))
    care.clinic = _with(replace(care.clinic, sealed=tuple(waiting.values()), faults=()), found, care.library)


async def _content(file: OfferedFile, reading: Reading) -> bytes | None:
    if file.too_large:
        await file.let_go()
        raise IntakeError(file.too_large)
    return await reading.content(file)


async def open_sealed(care: CareState, password: str, on_progress: Progress) -> None:
    """Try the password on every file that waits for one; those it does not open wait on and say why."""
    found: list[OpenPatient | BadFile] = []
    left: list[SealedFile] = []
    sealed = care.clinic.sealed
    tell = _seldom(on_progress)
    for number, file in enumerate(sealed):
        tell(number, len(sealed))
        await asyncio.sleep(REDRAWN_S)
        try:
            plain = await unsealed_backup(file.data, password, care.device.cipher)
        except IntakeError as fault:
            left.append(replace(file, fault=str(fault)))
        else:
            found.append(_opened(file.file, plain, care))
    care.clinic = _with(replace(care.clinic, sealed=tuple(left)), found, care.library)


def set_visit(care: CareState, patient: OpenPatient, visit: date) -> None:
    """Remember the day of a patient's last visit while the file is open; their diary is not changed."""
    care.clinic = replace(
        care.clinic,
        patients=tuple(
            replace(known, visit=visit) if known.id == patient.id else known for known in care.clinic.patients
        ),
    )


def close_all(care: CareState) -> None:
    """Forget everything that was opened."""
    care.clinic = Clinic()


def _seldom(on_progress: Progress) -> Progress:
    """Tells of the first file, and then at most every TOLD_EVERY_S."""
    due = 0.0

    def tell(done: int, of: int) -> None:
        nonlocal due
        if done == 0 or time.monotonic() >= due:
            on_progress(done, of)
            due = time.monotonic() + TOLD_EVERY_S

    return tell


def _opened(file: str, data: bytes, care: CareState) -> OpenPatient | BadFile:
    found = opened(PurePath(file).stem, data, care.library)
    return found if isinstance(found, OpenPatient) else replace(found, file=file)


def _with(clinic: Clinic, found: Iterable[OpenPatient | BadFile], library: Library) -> Clinic:
    """What is open, and these files; several of one patient become one."""
    patients = {patient.id: patient for patient in clinic.patients}
    faults = list(clinic.faults)
    for file in found:
        if isinstance(file, BadFile):
            faults.append(file)
        else:
            known = patients.get(file.id)
            patients[file.id] = file if known is None else together(known, file, library)
    return replace(clinic, patients=in_order(list(patients.values())), faults=tuple(faults))
