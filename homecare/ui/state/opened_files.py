"""What a clinician has opened in this window: kept in memory, never written to the folder."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from homecare.domain.records.diary import diary_day

if TYPE_CHECKING:  # every window has a Clinic; few ever need what it is made of
    from homecare.domain.report.report import Report
    from homecare.exchange.patient.file import PatientFile

USUAL_DAYS = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPatient:
    """A file that could be read: the patient in it, and the report on the usual 28 days.

    `id` stays the same from one export of this patient to the next; `file` is the file's name. `visit` is the
    day of the last visit as the clinician set it here, None where they did not.
    """

    id: str
    file: str
    patient: "PatientFile"
    overview: "Report"
    visit: date | None = None

    @property
    def since(self) -> date | None:
        """The day of the last visit, as the clinician or else the patient set it."""
        return self.visit or self.patient.patient.last_visit

    @property
    def name(self) -> str:
        """The patient's name, else the clinic's number, else the file's name."""
        said = self.patient.patient
        return said.name.strip() or said.clinic_id.strip() or self.file

    @property
    def last_needling(self) -> date | None:
        """The day of the latest needling session, None without one."""
        held = (
            diary_day(needling.at) for needling in self.patient.records.needlings if not needling.cancelled
        )
        return max(held, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class BadFile:
    """A file that could not be read, and the sentence that says why."""

    file: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedFile:
    """A file that waits for its password, and why the last one did not open it."""

    file: str
    data: bytes = field(repr=False)
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinic:
    """Everything that is open: the patients in the order they are shown, and the files that are not."""

    patients: tuple[OpenPatient, ...] = ()
    faults: tuple[BadFile, ...] = ()
    sealed: tuple[SealedFile, ...] = ()
