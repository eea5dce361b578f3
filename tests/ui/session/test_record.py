"""Exercises done without the app are added once."""

import asyncio
from pathlib import Path

import flet as ft

from homecare.domain.records.diary import diary_day
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.session.record import NewSessionForm
from homecare.ui.state.care import CareCtx
from tests.ui.harness import Window
from tests.ui.session.guided_care import care_with_plan


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
