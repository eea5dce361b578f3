"""From the bytes of an exported file to what a clinician's screens show."""

from datetime import date, timedelta

from homecare.content.library import Library
from homecare.content.reading import ContentError
from homecare.domain.records.diary import diary_day
from homecare.domain.report.period import Period, within_export
from homecare.domain.report.report import Report, report
from homecare.exchange.fhir.bundle import patient_id_of
from homecare.exchange.patient.file import PatientFile, read_patient
from homecare.exchange.reading.intake import IntakeError
from homecare.ui.state.opened_files import USUAL_DAYS, BadFile, OpenPatient
from homecare.wording import _


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


def report_on(patient: PatientFile, library: Library, days: int | None) -> Report:
    """The report on the last `days` days before the file was made, on all of them for None."""

    def ending(last: date) -> Period:
        if days is not None:
            return Period(first=last - timedelta(days=days - 1), last=last)
        kept = patient.records
        days_kept = [entry.day for entry in kept.entries] + [session.day for session in kept.sessions]
        return Period(first=min([*days_kept, last]), last=last)

    return report(
        patient.records,
        library,
        within_export(ending, diary_day(patient.made), patient.period),
        patient.made,
        patient.zone,
        share_notes=True,
        patient=patient.patient,
        gaps=patient.gaps,
    )


def in_order(patients: list[OpenPatient]) -> tuple[OpenPatient, ...]:
    """Those who may need the clinician first: warnings, then pain that rose, then the rest by name."""

    def need(patient: OpenPatient) -> tuple[bool, bool, str]:
        found = patient.overview.safety
        warned = bool(found.pressing)
        change = patient.overview.tiles.primary.change.label if patient.overview.tiles else None
        return (not warned, change not in ("clearly-worse", "little-worse"), patient.name.casefold())

    return tuple(sorted(patients, key=need))
