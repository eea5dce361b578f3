"""A clearance is dated as any record may be: by a clinician's name, on a day that has begun."""

import asyncio
from datetime import timedelta
from pathlib import Path

from homecare.domain.records.diary import diary_day
from homecare.domain.records.plan import ClearanceGiven
from homecare.ui.safety.acts import give_clearance
from homecare.ui.state.care import CareState
from tests.ui.session.guided_care import care_with_plan


def given(care: CareState) -> list[ClearanceGiven]:
    return [event for event in care.store.plan_events() if isinstance(event, ClearanceGiven)]


def test_a_clearance_of_a_day_still_to_come_is_refused_in_a_sentence(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    today = diary_day(care.now())

    assert not asyncio.run(give_clearance(care, "heel-spur", "any", "Dr Ada", today + timedelta(days=1)))
    assert care.problem == "That time is still to come. Choose a time up to now."
    assert given(care) == []

    assert not asyncio.run(give_clearance(care, "heel-spur", "any", "Dr Ada", today.replace(year=1447)))
    assert given(care) == []

    for day in (today, today - timedelta(days=400)):
        assert asyncio.run(give_clearance(care, "heel-spur", "any", "Dr Ada", day))
    assert {event.given_on for event in given(care)} == {today, today - timedelta(days=400)}
