"""A patient's summary as a plain JSON object, for scripts and for other programs of a clinic."""

import json
from datetime import date
from typing import Any

from homecare.domain.diary.change import Mean
from homecare.domain.records.recovery import recovery_document
from homecare.domain.report.header import PlanHead
from homecare.domain.report.patient import PatientSummary
from homecare.domain.safety.alert import Alert
from homecare.wording.report_safety import pressing_text


def summary_object(found: PatientSummary, file: str) -> dict[str, Any]:
    """The summary with its numbers unrounded, days as ISO 8601, and None for what is unknown."""
    return {"file": file, **_who_and_when(found), **_numbers(found), **_warnings(found)}


def _who_and_when(found: PatientSummary) -> dict[str, Any]:
    return {
        "name": found.patient.name,
        "clinic_id": found.patient.clinic_id,
        "birth_date": _iso(found.patient.birth_date),
        "age": found.patient.age_on(found.made.date()),
        "need": found.need.reason,
        "last_entry": _iso(found.need.last_entry),
        "made": found.made.isoformat(),
        "first": found.period.first.isoformat(),
        "last": found.period.last.isoformat(),
        "plans": [_plan(plan) for plan in found.plans],
    }


def _numbers(found: PatientSummary) -> dict[str, Any]:
    tile, sessions, diary = found.tiles.primary, found.tiles.sessions, found.tiles.diary
    return {
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
    }


def _warnings(found: PatientSummary) -> dict[str, Any]:
    return {
        "red_days": [day.isoformat() for day in found.red_days],
        "last_needling": _iso(found.last_needling),
        "flare_since": _iso(found.flare_since),
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
        "alerts": [_alert(alert) for alert in found.alerts],
        "red_flags": [
            {"id": flag.id, "urgency": flag.urgency, "since": flag.since.isoformat()} for flag in found.flags
        ],
        "gaps": [recovery_document(gap) for gap in found.gaps],
    }


def summary_json(found: PatientSummary, file: str) -> str:
    """The summary as one line of JSON."""
    return json.dumps(summary_object(found, file), ensure_ascii=False)


def _plan(plan: PlanHead) -> dict[str, Any]:
    return {
        "condition": plan.condition,
        "side": plan.side,
        "phase": plan.phase,
        "started": plan.started.isoformat(),
    }


def _alert(alert: Alert) -> dict[str, Any]:
    return {
        "id": alert.id,
        "severity": alert.severity,
        "since": alert.since.isoformat(),
        "answered": alert.answered,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _mean(value: Mean | None) -> float | None:
    return None if value is None else value.value
