"""The full backup: every record as one JSON object, and back again with nothing taken on trust.

The same records at the same `exported_at` give the same bytes. The shape is written down in
backup.schema.json; a file of every released version stays in the tests and keeps restoring.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

from homecare.documents import document_of, record_of
from homecare.domain.library.scales import check_instant
from homecare.domain.library.validity import plain_instant, plain_line
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.entry_time import named_day
from homecare.domain.records.needling import Needling
from homecare.domain.records.plan import PlanEvent
from homecare.domain.records.records import Records
from homecare.domain.records.recovery import Recovery, recovery_document, recovery_of
from homecare.domain.records.session import Session
from homecare.domain.records.settings import Settings, plain_patient
from homecare.domain.report.period import Period
from homecare.exchange.reading.intake import IntakeError
from homecare.exchange.reading.record_checks import PLAN_FORMAT, check_names, read_record
from homecare.exchange.reading.strict_json import parse
from homecare.wording import _
from homecare.wording.faults import what_is_wrong

FORMAT: Final = "homecare"
VERSION: Final = 2
"""Version 2 added "asked-first" and "questionnaire-answered"; whatever version 1 holds is read as it is."""
KEYS: Final = (
    "format",
    "version",
    "exported_at",
    "app_version",
    "patient",
    "entries",
    "sessions",
    "needlings",
    "plan",
    "settings",
)
SOMETIMES: Final = ("period", "gaps")
"""What a backup says only where it is not whole: an export of some days, or records that were lost."""

D = TypeVar("D", DiaryEntry, Session, Needling, PlanEvent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """What a backup holds: all records (plan: every decision), and what the patient said about themselves.

    `patient` holds plain values by name. `exported_at` is when the file was made, with its offset.
    `period` are the diary days of an export that is not whole (the plan always is), None for a whole one.
    `gaps` say which files of the folder had lost records when it was made.
    """

    records: Records
    patient: Mapping[str, object] = field(default_factory=dict)
    exported_at: datetime
    app_version: str
    period: Period | None = None
    gaps: tuple[Recovery, ...] = ()


def export(backup: Backup) -> bytes:
    """The backup as UTF-8 JSON, records oldest first. Raises ValueError for a number JSON cannot hold."""
    records = backup.records
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": backup.exported_at.isoformat(),
        "app_version": backup.app_version,
        **_what_is_left_out(backup),
        "patient": _sorted(backup.patient),
        "entries": _documents(records.entries),
        "sessions": _documents(records.sessions),
        "needlings": _documents(records.needlings),
        # Decisions of one instant keep their order: it decides which of them holds.
        "plan": {"events": [_ordered(document_of(event)) for event in _as_decided(records.plan)]},
        "settings": _ordered(document_of(records.settings)),
    }
    try:
        return (json.dumps(whole, ensure_ascii=False, allow_nan=False) + "\n").encode()
    except UnicodeEncodeError:  # half a character, from a terminal: only an escape can carry it
        return (json.dumps(whole, allow_nan=False) + "\n").encode()


def read(data: bytes) -> Backup:
    """The backup that `data` holds. Raises IntakeError unless it is one, whole, and of a known version."""
    whole = parse(data)
    _check_shape(whole)
    exported_at = _instant(whole["exported_at"])
    return Backup(
        records=Records(
            entries=_read(DiaryEntry, whole["entries"], "entries"),
            sessions=_read(Session, whole["sessions"], "sessions"),
            needlings=_read(Needling, whole["needlings"], "needlings"),
            plan=_read(PlanEvent, whole["plan"]["events"], "plan"),
            settings=_settings(whole["settings"]),
        ),
        patient=_patient(whole["patient"]),
        period=_period(whole.get("period")),
        gaps=_gaps(whole.get("gaps", [])),
        exported_at=exported_at,
        app_version=plain_line(whole["app_version"]),
    )


def _what_is_left_out(backup: Backup) -> dict[str, object]:
    found: dict[str, object] = {}
    if backup.period is not None:
        found["period"] = {"from": backup.period.first.isoformat(), "to": backup.period.last.isoformat()}
    if backup.gaps:
        ordered = sorted(backup.gaps, key=lambda gap: (gap.file, gap.outcome, gap.kept_as, gap.record))
        found["gaps"] = [recovery_document(gap) for gap in ordered]
    return found


def _documents(records: Iterable[DiaryEntry | Session | Needling]) -> list[dict[str, object]]:
    in_order = sorted(records, key=lambda record: (record.at.astimezone(UTC), record.id))
    return [document_of(record) for record in in_order]


def _as_decided(events: tuple[PlanEvent, ...]) -> list[PlanEvent]:
    return sorted(events, key=lambda event: (event.at.astimezone(UTC), event.created_at.astimezone(UTC)))


def _ordered(document: Mapping[str, object]) -> dict[str, object]:
    """The document with its inner objects (numbers of a dose, times of the day) in order of their names."""
    return {name: _sorted(value) if isinstance(value, Mapping) else value for name, value in document.items()}


def _sorted(value: Mapping[str, object]) -> dict[str, object]:
    return {
        name: _sorted(inner) if isinstance(inner, Mapping) else inner for name, inner in sorted(value.items())
    }


def _check_shape(whole: object) -> None:
    if isinstance(whole, dict) and whole.get("format") == PLAN_FORMAT:
        raise IntakeError(_("This is a plan from a clinic, not a backup; open it under Exercises."))
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise IntakeError(_("This is not a backup made by homecare; choose the JSON file it exported."))
    version = whole.get("version")
    if type(version) is not int or version < 1:
        raise IntakeError(_("The backup does not say its version; export it again."))
    if version > VERSION:
        raise IntakeError(
            _("The backup was made by a later version of homecare; update homecare, then restore it.")
        )
    kinds = {"entries": list, "sessions": list, "needlings": list, "app_version": str, "exported_at": str}
    for key in KEYS:
        if key not in whole:
            raise IntakeError(
                _("The backup is not whole ({key} is missing); export it again.").format(key=key)
            )
        if key not in ("format", "version") and not isinstance(whole[key], kinds.get(key, dict)):
            raise IntakeError(_wrong(key))
    unknown = min(whole.keys() - {*KEYS, *SOMETIMES}, default=None)
    if unknown is not None:
        raise IntakeError(_wrong(unknown[:40]))
    if whole["plan"].keys() != {"events"} or not isinstance(whole["plan"]["events"], list):
        raise IntakeError(_wrong("plan"))


def _wrong(key: str) -> str:
    return _("The backup holds something unexpected under {key}; export it again.").format(key=key)


def _patient(said: dict[str, Any]) -> dict[str, object]:
    try:
        return plain_patient(said)
    except ValueError:
        raise IntakeError(_wrong("patient")) from None


def _period(said: object) -> Period | None:
    if said is None:
        return None
    if not isinstance(said, dict) or said.keys() != {"from", "to"}:
        raise IntakeError(_wrong("period"))
    first, last = (named_day(day) if isinstance(day, str) else None for day in (said["from"], said["to"]))
    if first is None or last is None or last < first:
        raise IntakeError(_wrong("period"))
    return Period(first=first, last=last)


def _gaps(said: object) -> tuple[Recovery, ...]:
    if not isinstance(said, list):
        raise IntakeError(_wrong("gaps"))
    try:
        return tuple(recovery_of(gap) for gap in said)
    except (ValueError, TypeError):
        raise IntakeError(_wrong("gaps")) from None


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
        check_instant(at, "exported_at")
        return plain_instant(at)
    except ValueError:
        raise IntakeError(_wrong("exported_at")) from None


def _read(kind: type[D], documents: list[Any], name: str) -> tuple[D, ...]:
    found: dict[str, D] = {}
    for number, document in enumerate(documents, start=1):
        try:
            record = read_record(kind, document)
        except (ValueError, TypeError, KeyError, OverflowError) as fault:
            raise IntakeError(_bad_record(name, number, fault)) from None
        if record.id in found:
            raise IntakeError(
                _("The backup holds two {name} with the id {id}; export it again.").format(
                    name=name, id=record.id
                )
            )
        found[record.id] = record
    return tuple(found.values())


def _settings(document: dict[str, Any]) -> Settings:
    try:
        check_names(Settings, document)
        return record_of(Settings, document)
    except (ValueError, TypeError, KeyError, OverflowError) as fault:
        raise IntakeError(_bad_record("settings", 1, fault)) from None


def _bad_record(name: str, number: int, fault: Exception) -> str:
    what = what_is_wrong(fault)[:200].rstrip(". ")
    return _("Record {number} of {name} cannot be used ({what}); export it again.").format(
        number=number, name=name, what=what
    )
