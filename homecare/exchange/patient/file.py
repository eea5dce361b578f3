"""A file a patient exported, read for a clinician: a backup or a FHIR bundle, whichever it is.

It is read as `restore` reads it, by the same reader: what one accepts, the other accepts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final, TypeVar

from homecare.domain.library.content import TodayContent
from homecare.domain.records.diary import DiaryEntry, diary_day
from homecare.domain.records.needling import Needling
from homecare.domain.records.plan import PlanEvent
from homecare.domain.records.questionnaire import QuestionnaireAnswered
from homecare.domain.records.records import Records
from homecare.domain.records.recovery import Recovery
from homecare.domain.records.session import Session
from homecare.domain.report.handout import Handout, handout
from homecare.domain.report.header import Named
from homecare.domain.report.patient import PatientSummary, patient_summary
from homecare.domain.report.period import Period, within_export
from homecare.domain.report.report import Report, report
from homecare.exchange.backup import backup
from homecare.exchange.backup.sealed import is_sealed
from homecare.exchange.fhir.reading import read_bundle
from homecare.exchange.reading.intake import IntakeError
from homecare.wording import _

BUNDLE_MARK: Final = b'"resourceType"'
LOOKED_AT: Final = 800
"""Bytes at the head of a file in which a bundle says what it is, in UTF-16 too."""
EARLIEST: Final = 8
"""Records of a kind by which two files of one patient are known: the earliest, as whole exports have them."""

R = TypeVar("R", DiaryEntry, Session, Needling, PlanEvent)


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientFile:
    """One patient's records as a file holds them, and when that file was made by the patient's clock.

    `period` are the days of an export that is not whole, None for a whole one; `gaps` what is missing.
    `is_bundle` marks a FHIR bundle, which holds less of each record than a backup.
    """

    patient: Named
    records: Records
    made: datetime
    period: Period | None = None
    gaps: tuple[Recovery, ...] = ()
    is_bundle: bool = False

    @property
    def zone(self) -> tzinfo:
        """The zone of the patient's clock when the file was made."""
        return self.made.tzinfo or UTC

    @property
    def marks(self) -> frozenset[str]:
        """Ids that another file of the same patient is likely to hold too.

        The plan is whole in every backup; without one any entry may be the common one.
        """
        records = self.records
        whole_plan = records.plan and not self.is_bundle
        entries = _earliest(records.entries) if whole_plan else records.entries
        plan = _earliest(records.plan) if whole_plan else ()
        kept = (*entries, *plan, *_earliest(records.sessions), *_earliest(records.needlings))
        return frozenset(record.id for record in kept)


def read_patient(data: bytes) -> PatientFile:
    """The patient in the file. Raises IntakeError, in one sentence, for anything else."""
    if is_sealed(data):
        raise IntakeError(
            _("The file is under a password; open it on the screen For clinicians, or ask for one without.")
        )
    if BUNDLE_MARK in data[:LOOKED_AT].replace(b"\0", b""):
        found = read_bundle(data)
        return PatientFile(
            patient=found.patient,
            records=found.records,
            made=found.made or _latest(found.records),
            period=found.period,
            gaps=found.gaps,
            is_bundle=True,
        )
    kept = backup.read(data)
    return PatientFile(
        patient=Named.of(kept.patient),
        records=kept.records,
        made=kept.exported_at,
        period=kept.period,
        gaps=kept.gaps,
    )


def summary_of(file: PatientFile, content: TodayContent) -> PatientSummary:
    """What the file says in short, over its own days. Raises IntakeError for content this version lacks."""
    try:
        return patient_summary(
            file.records,
            content,
            file.made,
            file.zone,
            file.patient,
            exported=file.period,
            gaps=file.gaps,
        )
    except (ValueError, LookupError, TypeError, ArithmeticError):
        raise IntakeError(
            _("The file names something this version of homecare does not know; update homecare.")
        ) from None


def report_on(
    patient: PatientFile, content: TodayContent, days: int | None, since: date | None = None
) -> Report:
    """The report on the last `days` days before the file was made, on all of them for None.

    `since` is the day of a visit that the report begins with instead.
    """

    def ending(last: date) -> Period:
        if since is not None:
            return Period(first=min(since, last), last=last)
        if days is not None:
            return Period(first=last - timedelta(days=days - 1), last=last)
        kept = patient.records
        days_kept = [entry.day for entry in kept.entries] + [session.day for session in kept.sessions]
        return Period(first=min([*days_kept, last]), last=last)

    return report(
        patient.records,
        content,
        within_export(ending, diary_day(patient.made), patient.period),
        patient.made,
        patient.zone,
        share_notes=True,
        patient=patient.patient,
        visits=[visit for visit in (since, patient.patient.last_visit) if visit is not None],
        gaps=patient.gaps,
    )


def handout_for(patient: PatientFile, content: TodayContent, *, nameless: bool = False) -> Handout:
    """The exercises of the plan as they were when the file was made. Raises IntakeError for other content."""
    named = Named() if nameless else patient.patient
    try:
        return handout(patient.records, content, patient.made, patient.zone, named)
    except (ValueError, LookupError, TypeError, ArithmeticError):
        raise IntakeError(
            _("The file names something this version of homecare does not know; update homecare.")
        ) from None


def merged(files: Sequence[PatientFile]) -> PatientFile:
    """Several files of one patient as one: of two records with one id the newest edit counts.

    A bundle holds less than a backup, so a backup's record is kept at the same edit, and its plan alone; what
    a bundle has of the plan in full are the questionnaires that were answered.
    """
    ordered = sorted(files, key=lambda file: (file.is_bundle, -file.made.timestamp()))
    latest = max(files, key=lambda file: file.made)
    whole = [file for file in ordered if not file.is_bundle] or ordered[:1]
    answered = [
        [event for event in file.records.plan if isinstance(event, QuestionnaireAnswered)] for file in ordered
    ]
    return replace(
        latest,
        patient=next((file.patient for file in ordered if file.patient != Named()), Named()),
        records=replace(
            ordered[0].records,
            entries=_newest(file.records.entries for file in ordered),
            sessions=_newest(file.records.sessions for file in ordered),
            needlings=_newest(file.records.needlings for file in ordered),
            plan=_newest([*(file.records.plan for file in whole), *answered]),
        ),
        period=_period_of(latest, files),
        gaps=tuple(dict.fromkeys(gap for file in ordered for gap in file.gaps)),
        is_bundle=ordered[0].is_bundle,
    )


def _period_of(latest: PatientFile, files: Sequence[PatientFile]) -> Period | None:
    """The days that the files cover together without a hole; None where a whole export covers them."""
    spans = [(file.period, diary_day(file.made)) for file in files]
    if all(period is None for period, _made in spans) or latest.period is None:
        return None
    first, last = latest.period.first, latest.period.last
    for period, made_at in sorted(spans, key=lambda span: span[1], reverse=True):
        begins, ends = (None, made_at) if period is None else (period.first, period.last)
        if (ends - first).days >= -1:  # without a hole: days that no file covers were not left blank
            if begins is None:
                return None
            first = min(first, begins)
    return Period(first=first, last=last)


def _newest(kinds: Iterable[Iterable[R]]) -> tuple[R, ...]:
    found: dict[str, R] = {}
    for kind in kinds:
        for record in kind:
            known = found.get(record.id)
            if known is None or record.edited_at > known.edited_at:
                found[record.id] = record
    return tuple(sorted(found.values(), key=lambda record: record.at))


def _earliest(records: Iterable[R]) -> list[R]:
    return sorted(records, key=lambda record: (record.created_at.astimezone(UTC), record.id))[:EARLIEST]


def _latest(records: Records) -> datetime:
    """When the newest record was written: a bundle need not say when it was made."""
    written: list[datetime] = []
    for kind in (records.entries, records.sessions, records.needlings, records.plan):
        written += [record.edited_at for record in kind]
    if not written:
        raise IntakeError(_("The file holds no records; choose another one."))
    return max(written, key=lambda at: at.astimezone(UTC))
