"""The pain of a plan against its first week: one answer for every screen, export and command."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from homecare.domain.diary.by_day import highest_by_day, recorded
from homecare.domain.diary.change import Change, baseline_day, change, mean_over
from homecare.domain.evidence.evidence import Evidence

THIN_UNDER: Final = 7
"""Recorded days below which no change is told: a handful of scores would look like a trend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainChange:
    """The condition's own pain field: the mean of the latest 7 days against that of the first 7.

    `condition` is "" without a plan. `days` is how many of the latest 7 days have a score, `baseline_days`
    how many of the first 7; a mean is None under 4. `thin` is True with under 7 recorded days in all: then
    nothing is compared. `label` is the content's word for the clinician and `patient_text` the one for the
    patient, both "" without a label. `started` is day 1 of the first week, None without a plan.
    """

    condition: str
    field: str
    change: Change
    label: str = ""
    patient_text: str = ""
    days: int = 0
    baseline_days: int = 0
    thin: bool = False
    started: date | None = None


def first_week_from(condition: str, evidence: Evidence) -> date | None:
    """Day 1 of the first week that later weeks are compared with; None for a plan never started."""
    written = {entry.day for entry in evidence.records.entries}
    return baseline_day(evidence.records.plan, condition, written, evidence.content.diary.baseline)


def pain_change(condition: str | None, evidence: Evidence) -> PainChange:
    """The change of a plan's pain by the day of `evidence`; without a plan (None) only the latest mean."""
    guide = evidence.content.diary
    field = guide.change.default_primary_field
    if condition is not None:
        field = evidence.content.condition(condition).primary_field
    scores = highest_by_day(evidence.records.entries, field)
    days = len(recorded(scores, evidence.day, guide.change.window_days))
    start = first_week_from(condition, evidence) if condition is not None else None
    if condition is None or start is None:
        latest = mean_over(scores, evidence.day, guide.change.window_days, guide.change.min_values)
        return PainChange(
            condition=condition or "", field=field, change=Change(baseline=None, latest=latest), days=days
        )
    found = change(scores, start, evidence.day, guide.baseline, guide.change)
    thin = len({entry.day for entry in evidence.records.entries}) < THIN_UNDER
    if thin:
        found = Change(baseline=found.baseline, latest=found.latest)
    label = guide.change.label(found.label) if found.label else None
    week_ends = start + timedelta(days=guide.baseline.first_days - 1)
    return PainChange(
        condition=condition,
        field=field,
        change=found,
        label=label.text if label else "",
        patient_text=label.patient_text if label else "",
        days=days,
        baseline_days=len(recorded(scores, week_ends, guide.baseline.first_days)),
        thin=thin,
        started=start,
    )
