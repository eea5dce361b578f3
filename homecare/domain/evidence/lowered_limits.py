"""The limits of the traffic light on each day: a clinician's plan may have lowered them for a while."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from homecare.domain.library.lights import PainProfile
from homecare.domain.records.plan import PlanEvent, plans_at
from homecare.domain.records.prescription import PrescriptionAccepted
from homecare.domain.session.by_day import SessionDay


def days_by_profile(
    condition: str, days: Sequence[SessionDay], profile: PainProfile, events: Sequence[PlanEvent]
) -> list[tuple[PainProfile, list[SessionDay]]]:
    """The session days with the limits that held when each was over, in order, neighbours together."""
    if not any(isinstance(event, PrescriptionAccepted) and event.condition == condition for event in events):
        return [(profile, list(days))]
    found: list[tuple[PainProfile, list[SessionDay]]] = []
    for day in days:
        limits = _profile_at(condition, day.at, profile, events)
        if found and found[-1][0] == limits:
            found[-1][1].append(day)
        else:
            found.append((limits, [day]))
    return found


def _profile_at(
    condition: str, at: datetime, profile: PainProfile, events: Sequence[PlanEvent]
) -> PainProfile:
    plan = plans_at(events, at).get(condition)
    limits = plan.prescription.limits if plan is not None and plan.prescription is not None else None
    if limits is None:
        return profile
    return replace(
        profile,
        green_max=min(limits.green_max, profile.green_max),
        amber_max=min(limits.amber_max, profile.amber_max),
    )
