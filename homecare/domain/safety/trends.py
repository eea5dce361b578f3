"""Alerts over weeks: worse, no better, or flares close together (content/diary.toml, alerts)."""

from collections.abc import Sequence

from homecare.domain.diary.by_day import highest_by_day
from homecare.domain.diary.change import Change, weekly_changes
from homecare.domain.diary.flare import repeated
from homecare.domain.evidence.evidence import Evidence
from homecare.domain.evidence.pain_change import first_week_from
from homecare.domain.library.diary import AlertRule
from homecare.domain.records.plan import ConditionPlan
from homecare.domain.safety.proof import Raised, from_ids

WEEK = 7


def worsening(rule: AlertRule, evidence: Evidence) -> Raised | None:
    """Clearly worse at two weekly checks in a row."""
    needed = rule.numbers["weekly_checks_in_a_row"]
    for plan in evidence.plans.values():
        last = checks(plan, evidence, needed)
        if len(last) == needed and all(change.label in rule.labels for change in last):
            return _from_checks(last, evidence)
    return None


def no_progress(rule: AlertRule, evidence: Evidence) -> Raised | None:
    """No better at the latest weekly check, once the weeks have passed after which the content asks."""
    for plan in evidence.plans.values():
        weeks = (evidence.day - plan.start_day).days // WEEK
        last = checks(plan, evidence, 1)
        due = weeks >= evidence.condition(plan).time_course.review_if_no_change_weeks
        if due and any(change.label in rule.labels for change in last):
            return _from_checks(last, evidence)
    return None


def repeated_flares(rule: AlertRule, evidence: Evidence) -> Raised | None:
    """Two flares in 14 days."""
    late = repeated(evidence.spells, evidence.last_day, evidence.content.diary.flare)
    return from_ids([known for spell in late for known in spell.entries], evidence)


def checks(plan: ConditionPlan, evidence: Evidence, at_most: int) -> Sequence[Change]:
    """The latest weekly checks of a plan that are over, at most so many, oldest first."""
    guide = evidence.content.diary
    start = first_week_from(plan.condition, evidence)
    if start is None:
        return ()
    values = highest_by_day(evidence.records.entries, evidence.condition(plan).primary_field)
    return weekly_changes(values, start, evidence.day, guide.baseline, guide.change, at_most=at_most)


def _from_checks(found: Sequence[Change], evidence: Evidence) -> Raised | None:
    return from_ids(
        [known for change in found if change.latest is not None for known in change.latest.entries], evidence
    )
