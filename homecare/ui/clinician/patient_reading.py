"""From the bytes of an exported file to what a clinician's screens show."""

from dataclasses import replace

from homecare.content.library import Library
from homecare.content.reading import ContentError
from homecare.exchange.fhir.bundle import patient_id_of
from homecare.exchange.patient.file import merged, read_patient, report_on
from homecare.exchange.reading.intake import IntakeError
from homecare.ui.state.opened_files import USUAL_DAYS, BadFile, OpenPatient
from homecare.wording import _
from homecare.wording.foreign_text import one_line_name
from homecare.wording.report import identity


def opened(file: str, data: bytes, library: Library) -> OpenPatient | BadFile:
    """The patient in a file, or why there is none."""
    try:
        patient = read_patient(data)
        return OpenPatient(
            id=patient_id_of(patient.records, patient.patient),
            file=file,
            patient=patient,
            overview=report_on(patient, library, USUAL_DAYS),
        )
    except IntakeError as fault:
        return BadFile(file=file, sentence=str(fault))
    except (ValueError, LookupError, TypeError, ArithmeticError, ContentError):
        sentence = _("The file names something this version of homecare does not know; update homecare.")
        return BadFile(file=file, sentence=sentence)


def together(known: OpenPatient, more: OpenPatient, library: Library) -> OpenPatient:
    """Two files of one patient as one, as `homecare review` reads them; named by the newest."""
    newest = max((known, more), key=lambda file: file.patient.made)
    patient = merged([known.patient, more.patient])
    return replace(
        newest,
        patient=patient,
        overview=report_on(patient, library, USUAL_DAYS),
        visit=known.visit or more.visit,
    )


def called(patient: OpenPatient) -> str:
    """Name, date of birth with age and clinic number, so that two of one name are told apart, or the file."""
    return one_line_name(identity(patient.patient.patient, patient.patient.made.date()) or patient.file)


def in_order(patients: list[OpenPatient]) -> tuple[OpenPatient, ...]:
    """Those who need a call first, as `homecare review` has them; then by name."""
    return tuple(sorted(patients, key=lambda patient: (patient.overview.need.order, patient.name.casefold())))
