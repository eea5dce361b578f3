"""A patient's summary as a plain JSON object, for scripts and for other programs of a clinic."""

import json
from typing import Any

from homecare.domain.diary.change import Mean
from homecare.domain.records.recovery import recovery_document
from homecare.domain.report.patient import PatientSummary
from homecare.wording.report_safety import pressing_text


def summary_object(found: PatientSummary, file: str) -> dict[str, Any]:
    """The summary with its numbers unrounded, days as ISO 8601, and None for what nobody knows."""
    tile, sessions, diary = found.tiles.primary, found.tiles.sessions, found.tiles.diary
    return {
        "file": file,
        "name": found.patient.name,
        "clinic_id": found.patient.clinic_id,
        "birth_date": None if found.patient.birth_date is None else found.patient.birth_date.isoformat(),
        "age": found.patient.age_on(found.made.date()),
        "need": found.need.reason,
        "last_entry": None if found.need.last_entry is None else found.need.last_entry.isoformat(),
        "made": found.made.isoformat(),
        "first": found.period.first.isoformat(),
        "last": found.period.last.isoformat(),
        "plans": [
            {
                "condition": plan.condition,
                "side": plan.side,
                "phase": plan.phase,
                "started": str(plan.started),
            }
            for plan in found.plans
        ],
        "field": tile.field,
        "first_week": _mean(tile.change.baseline),
        "latest_week": _mean(tile.change.latest),
        "points": tile.change.points,
        "percent": tile.change.percent,
        "label": tile.change.label,
        "line": list(found.line),
        "sessions_done": None if sessions is None else sessions.done,
        "sessions_planned": None if sessions is None else sessions.planned,
        "days_recorded": diary.recorded,
        "days": diary.days,
        "red_days": [day.isoformat() for day in found.red_days],
        "last_needling": None if found.last_needling is None else found.last_needling.isoformat(),
        "flare_since": None if found.flare_since is None else found.flare_since.isoformat(),
        "pressing": [
            {
                "kind": pressing.kind,
                "ids": list(pressing.ids),
                "urgency": pressing.urgency,
                "since": pressing.since.isoformat(),
                "text": pressing_text(pressing, found.period.last),
            }
            for pressing in found.pressing
        ],
        "alerts": [
            {
                "id": alert.id,
                "severity": alert.severity,
                "since": str(alert.since),
                "answered": alert.answered,
            }
            for alert in found.alerts
        ],
        "red_flags": [
            {"id": flag.id, "urgency": flag.urgency, "since": flag.since.isoformat()} for flag in found.flags
        ],
        "gaps": [recovery_document(gap) for gap in found.gaps],
    }


def summary_json(found: PatientSummary, file: str) -> str:
    """The summary as one line of JSON."""
    return json.dumps(summary_object(found, file), ensure_ascii=False)


def _mean(value: Mean | None) -> float | None:
    return None if value is None else value.value
