"""What may be suggested after needling: nothing that a lock, an alert or another plan speaks against."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

from homecare.domain.aftercare.aftercare import AftercareNow, aftercare_now, latest_needling
from homecare.domain.aftercare.reminders import ReminderDue, aftercare_reminders
from homecare.domain.aftercare.stretch import MayStretch
from homecare.domain.evidence.evidence import Evidence, later
from homecare.domain.evidence.red_flags import PAUSING, highest_urgency
from homecare.domain.library.content import known_exercise
from homecare.domain.library.diary import AlertId
from homecare.domain.library.reminders import RESTARTS
from homecare.domain.plan.contraindications import forbidden
from homecare.domain.plan.item_state import items_now, lights_on
from homecare.domain.records.needling import Needling
from homecare.domain.safety.holds import HoldCode, hold_on
from homecare.domain.safety.stress_fracture import may_be_shown

PASSING: Final = (HoldCode.NEEDLED, HoldCode.TOO_EARLY, HoldCode.RED_REST)
"""Holds that end by themselves: the plan is still one to go back to."""


def aftercare_at(evidence: Evidence) -> AftercareNow | None:
    """Where aftercare stands at the instant of `evidence`, whose `pressing` alerts must be known."""
    needling = latest_needling(evidence.records, evidence.at)
    if needling is None:
        return None
    now = aftercare_now(
        evidence.records,
        evidence.content.aftercare,
        evidence.plans,
        evidence.at,
        evidence.zone,
        exercise_of=evidence.content.exercise,
        left_out=left_out(evidence),
        may_stretch=_may_stretch(needling, evidence),
    )
    return now if now is None else replace(now, stopped=movement_stopped(evidence))


def reminders_after(needling: Needling, evidence: Evidence) -> tuple[ReminderDue, ...]:
    """Every reminder of a needling session that may be sent, in the order they are sent."""
    return aftercare_reminders(
        needling,
        evidence.records,
        evidence.content.aftercare,
        evidence.plans,
        at=evidence.at,
        zone=evidence.zone,
        exercise_of=evidence.content.exercise,
        left_out=left_out(evidence),
        may_stretch=_may_stretch(needling, evidence),
    )


def movement_stopped(evidence: Evidence) -> bool:
    """Whether the patient was told to stop: an urgent or emergency red flag, or very severe pain."""
    return highest_urgency(evidence.flags) in PAUSING or AlertId.SEVERE in evidence.pressing


def left_out(evidence: Evidence) -> frozenset[str]:
    """The ids of the reminders after needling that may not be sent as things stand.

    Nobody who was told to stop is told to walk, to stretch or to warm the leg (content: stops_when_told), and
    nobody is sent back to a plan in which nothing may be done.
    """
    return frozenset(_left_out(evidence))


def _left_out(evidence: Evidence) -> Iterator[str]:
    stopped, idle = movement_stopped(evidence), _nothing_to_go_back_to(evidence)
    for rule in evidence.content.aftercare.reminders:
        if (rule.stops_when_told and stopped) or (rule.requires == RESTARTS and idle):
            yield rule.id


def _nothing_to_go_back_to(evidence: Evidence) -> bool:
    """Whether every exercise of every plan waits for somebody's word."""
    holds = [
        hold_on(now, lights_on(plan, now.item.exercise, evidence), evidence)
        for plan in evidence.plans.values()
        for now in items_now(plan, evidence)
        if may_be_shown(now, evidence)
    ]
    return bool(evidence.plans) and all(hold is not None and hold.code not in PASSING for hold in holds)


def _may_stretch(needling: Needling, evidence: Evidence) -> MayStretch:
    """Whether an exercise's own page allows it on a side once the stretch after this session is due."""
    due = needling.at + timedelta(minutes=evidence.content.safety.needling_stretch_from_min)
    then = later(evidence, max(due, evidence.at).astimezone(evidence.zone))

    def may(exercise_id: str, side: str) -> bool:
        exercise = known_exercise(evidence.content, exercise_id)
        if exercise is None:
            return False
        return forbidden(exercise, side, then) is None

    return may
