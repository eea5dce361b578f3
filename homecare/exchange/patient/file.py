"""A file a patient exported, read for a clinician: a backup or a FHIR bundle, whichever it is."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Final

from homecare.domain.records.records import Records
from homecare.domain.report.header import Named
from homecare.exchange.backup import backup
from homecare.exchange.backup.sealed import is_sealed
from homecare.exchange.fhir.reading import read_bundle
from homecare.exchange.reading.intake import IntakeError
from homecare.wording import _

BUNDLE_MARK: Final = b'"resourceType"'
LOOKED_AT: Final = 400
"""Bytes at the head of a file in which a bundle says what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientFile:
    """One patient's records as a file holds them, and when that file was made by the patient's clock."""

    patient: Named
    records: Records
    made: datetime

    @property
    def zone(self) -> tzinfo:
        """The zone of the patient's clock when the file was made."""
        return self.made.tzinfo or UTC


def read_patient(data: bytes) -> PatientFile:
    """The patient in the file. Raises IntakeError, in one sentence, for anything else."""
    if is_sealed(data):
        raise IntakeError(
            _("The file is under a password; open it on the screen For clinicians, or ask for one without.")
        )
    if BUNDLE_MARK in data[:LOOKED_AT]:
        found = read_bundle(data)
        return PatientFile(
            patient=found.patient, records=found.records, made=found.made or _latest(found.records)
        )
    kept = backup.read(data)
    return PatientFile(patient=_named(kept), records=kept.records, made=kept.exported_at)


def _named(kept: backup.Backup) -> Named:
    return Named.of(kept.patient)


def _latest(records: Records) -> datetime:
    """When the newest record was written: a bundle need not say when it was made."""
    written: list[datetime] = []
    for kind in (records.entries, records.sessions, records.needlings, records.plan):
        written += [one.edited_at for one in kind]
    if not written:
        raise IntakeError(_("The file holds no records; choose another one."))
    return max(written, key=lambda at: at.astimezone(UTC))
