"""Exercises done without the app are added once."""

import asyncio
from pathlib import Path

import flet as ft

from homecare.domain.records.diary import diary_day
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.session.record import NewSessionForm
from homecare.ui.state.care import CareCtx
from tests.ui.harness import Window
from tests.ui.session.guided_care import care_with_plan, wait


def test_a_second_tap_on_save_before_the_screen_has_changed_adds_nothing(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    today = diary_day(care.now())

    async def told() -> None:
        window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), lambda: NewSessionForm(today))))
        await window.settle()
        *_scores, save = [control for control in window.controls() if isinstance(control, ft.FilledButton)]
        for _tap in range(2):
            await window.session.dispatch_event(save._i, "click", None)
        await window.settle()

    asyncio.run(told())

    assert len(care.store.all_sessions()) == 1


def field_of(window: Window) -> ft.TextField:
    return next(control for control in window.controls() if isinstance(control, ft.TextField))


def test_a_form_taken_up_again_has_the_time_it_is_now_unless_the_patient_typed_one(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    today = diary_day(care.now())
    shown: list[str | None] = []

    async def opened(typed: str = "") -> None:
        window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), lambda: NewSessionForm(today))))
        await window.settle()
        shown.append(field_of(window).value)
        if typed:
            window.session.apply_patch(field_of(window)._i, {"value": typed})
            await window.session.dispatch_event(field_of(window)._i, "change", typed)
        await window.tap(f"Pain {len(shown)} of 10")
        await window.settle()

    asyncio.run(opened())
    wait(care, 1800)
    asyncio.run(opened("10:05"))
    wait(care, 1800)
    asyncio.run(opened())

    assert shown == ["10:00", "10:30", "10:05"]


def test_a_time_that_cannot_be_read_is_named_at_its_field_and_nothing_is_saved(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    today = diary_day(care.now())

    async def told() -> ft.StrOrControl | None:
        window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), lambda: NewSessionForm(today))))
        await window.settle()
        window.session.apply_patch(field_of(window)._i, {"value": "soon"})
        await window.session.dispatch_event(field_of(window)._i, "change", "soon")
        await window.tap("Save")
        return field_of(window).error

    assert asyncio.run(told()) == "Type a time like 19:30."
    assert care.store.all_sessions() == []
