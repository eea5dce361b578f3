"""Acts of a clinician: open exported files, close them again. Nothing is stored."""

import asyncio
from collections.abc import Callable
from pathlib import PurePath

import flet as ft

from homecare.ui.clinic import BadFile, Clinic, OpenPatient
from homecare.ui.patient_reading import in_order, opened
from homecare.ui.state import CareState


async def open_files(care: CareState, on_progress: Callable[[int, int], None]) -> None:
    """Let the clinician choose files and add them to what is open; of one patient the newest file is kept.

    `on_progress` is told how many of how many have been read; the window stays usable in between.
    """
    files = await ft.FilePicker().pick_files(allow_multiple=True, with_data=True)
    if not files:
        return
    patients = {one.id: one for one in care.clinic.patients}
    faults: list[BadFile] = []
    for number, file in enumerate(files):
        on_progress(number, len(files))
        await asyncio.sleep(0.01)
        found = opened(PurePath(file.name).stem, file.bytes or b"", care.library)
        if isinstance(found, OpenPatient):
            known = patients.get(found.id)
            if known is None or known.patient.made <= found.patient.made:
                patients[found.id] = found
        else:
            faults.append(BadFile(file=file.name, sentence=found.sentence))
    care.clinic = Clinic(patients=in_order(list(patients.values())), faults=tuple(faults))


def close_all(care: CareState) -> None:
    """Forget everything that was opened."""
    care.clinic = Clinic()
