"""A glance at a patient's file: of a backup only the days the summary rests on become records.

Most of a year's diary is never looked at, so a clinician can read thousands of files. What is looked at is
checked as records are; a file to be kept is read by `patient_file` or `backup`, which check all of it.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final, TypeVar

from homecare.documents import record_of
from homecare.domain.evidence.evidence import window_days
from homecare.domain.library.content import TodayContent
from homecare.domain.library.scales import check_instant
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.needling import Needling
from homecare.domain.records.plan import PlanEvent
from homecare.domain.records.records import Records
from homecare.domain.records.session import Session
from homecare.domain.report.header import Named
from homecare.domain.report.patient import PatientSummary, patient_summary
from homecare.exchange.backup.backup import FORMAT, VERSION
from homecare.exchange.backup.sealed import is_sealed
from homecare.exchange.patient.file import read_patient
from homecare.exchange.reading.intake import IntakeError
from homecare.exchange.reading.strict_json import MOST_BYTES, MOST_NODES, nodes
from homecare.wording import _
from homecare.wording.faults import what_is_wrong

HEAD: Final = 200
"""Bytes at the head of a backup in which it says what it is."""
R = TypeVar("R", DiaryEntry, Session, Needling)


def glance(data: bytes, content: TodayContent) -> PatientSummary:
    """The summary of the patient in a file. Raises IntakeError, one sentence, for a file that has none."""
    if b'"format"' not in data[:HEAD] or is_sealed(data):
        found = read_patient(data)
        return _summary(found.records, content, found.made, found.patient)
    whole = _parsed(data)
    try:
        made, records, named = _of_backup(whole)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as fault:
        why = " ".join(what_is_wrong(fault).split())[:200].rstrip(".")
        raise IntakeError(_("The file cannot be read ({why}); ask for it again.").format(why=why)) from None
    return _summary(records, content, made, named)


def _summary(records: Records, content: TodayContent, made: datetime, named: Named) -> PatientSummary:
    try:
        return patient_summary(records, content, made, made.tzinfo or UTC, named)
    except (ValueError, LookupError, TypeError, ArithmeticError):
        raise IntakeError(
            _("The file names something this version of homecare does not know; update homecare.")
        ) from None


def _parsed(data: bytes) -> Mapping[str, Any]:
    if len(data) > MOST_BYTES or (len(data) > MOST_NODES and nodes(data) > MOST_NODES):
        raise IntakeError(_("The file holds too much to be a diary; choose the file that homecare exported."))
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        raise IntakeError(_("The file is cut short or not JSON; ask for it again.")) from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise IntakeError(_("This is not a file that homecare exported."))
    version = whole.get("version")
    if type(version) is not int or version < 1:
        raise IntakeError(_("The file does not say its version; ask for it again."))
    if version > VERSION:
        raise IntakeError(_("The file was made by a later version of homecare; update homecare."))
    return whole


def _of_backup(whole: Mapping[str, Any]) -> tuple[datetime, Records, Named]:
    made = datetime.fromisoformat(whole["exported_at"])
    check_instant(made, "exported_at")
    events = tuple(record_of(PlanEvent, one) for one in whole["plan"]["events"])
    spans = window_days(events, made)
    records = Records(
        entries=_of_days(DiaryEntry, whole["entries"], spans),
        sessions=_of_days(Session, whole["sessions"], spans),
        needlings=tuple(record_of(Needling, one) for one in whole["needlings"]),
        plan=events,
    )
    return made, records, Named.of(whole["patient"])


def _of_days(
    kind: type[R], documents: Sequence[Mapping[str, Any]], spans: Sequence[tuple[date, date]]
) -> tuple[R, ...]:
    """The records that may lie in these diary days: a diary day's night is written as the next day."""
    wanted = {
        date.fromordinal(number).isoformat()
        for first, last in spans
        for number in range(first.toordinal(), last.toordinal() + 2)
    }
    return tuple(record_of(kind, document) for document in documents if document["at"][:10] in wanted)
