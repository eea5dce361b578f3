"""A field takes what was typed to the last key, on a slow device too."""

import asyncio
from datetime import time

import flet as ft

from homecare.ui.kit.fields import TimeField
from homecare.ui.kit.look import Look, LookCtx
from tests.ui.harness import Window


def test_a_time_left_before_the_screen_is_drawn_again_is_the_time_typed() -> None:
    taken: list[time] = []

    async def take(at: time) -> None:
        taken.append(at)

    async def told() -> None:
        window = Window(lambda: LookCtx(Look(), lambda: TimeField("Diary", time(19), take)))
        await window.settle()
        field = next(control for control in window.controls() if isinstance(control, ft.TextField))
        leave = field.on_blur
        window.session.apply_patch(field._i, {"value": "20:30"})
        await window.session.dispatch_event(field._i, "change", "20:30")
        assert leave is not None
        await leave()  # type: ignore[call-arg]  # as it was drawn before the change
        await window.settle()

    asyncio.run(told())

    assert taken == [time(20, 30)]
