"""A clearance is given once, by a clinician with a name, and dated to a day that has begun."""

import asyncio
from datetime import timedelta
from pathlib import Path

import flet as ft

from homecare.domain.records.diary import diary_day
from homecare.domain.records.plan import ClearanceGiven
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.safety.acts import give_clearance
from homecare.ui.safety.clearance_form import ClearanceForm
from homecare.ui.state.care import CareCtx, CareState
from tests.ui.harness import Window
from tests.ui.session.guided_care import SlowDisk, care_with_plan


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


def test_two_quick_taps_on_yes_record_one_clearance(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path, host=SlowDisk(tmp_path))

    async def told() -> None:
        window = Window(
            lambda: CareCtx(care, lambda: LookCtx(Look(), lambda: ClearanceForm("heel-spur", "any")))
        )
        await window.settle()
        name = next(control for control in window.controls() if isinstance(control, ft.TextField))
        window.session.apply_patch(name._i, {"value": "Dr Ada"})
        await window.session.dispatch_event(name._i, "change", "Dr Ada")
        await window.settle()
        await window.tap("A clinician says I may go on")
        yes = [control for control in window.controls() if isinstance(control, ft.TextButton)][-1]
        await asyncio.gather(*(window.session.dispatch_event(yes._i, "click", None) for _tap in range(2)))
        await window.settle()

    asyncio.run(told())

    assert [event.by for event in given(care)] == ["Dr Ada"]
