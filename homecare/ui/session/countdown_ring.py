"""A ring that runs down around a number that can be read across a room."""

import asyncio

import flet as ft

from homecare.ui.kit import theme
from homecare.ui.kit.look import Look
from homecare.ui.session.running import Guided
from homecare.wording import _, ngettext

LEAST_NUMBER = 96
"""Smallest height of the number in pixels: to be read from two metres."""
STROKE = 14
SMOOTH_UP_TO_S = 10
"""Steps up to this long move the ring four times a second, longer ones once."""


@ft.component
def CountdownRing(guided: Guided, look: Look, size: float) -> ft.Control:
    """What is left of the step on the screen: seconds, or the repetition while repetitions are counted.

    It redraws by itself, so that a tick sends a number and a ring and nothing else.
    """
    _beat, set_beat = ft.use_state(0)
    step, progress = guided.step, guided.run.progress
    total_ms = max(1, step.seconds * 1000)
    left_ms = guided.left_ms()

    async def tick() -> None:
        guided.hold_task()
        beat_ms = 250 if step.seconds <= SMOOTH_UP_TO_S else 1000
        while progress.running_since is not None and (left := guided.left_ms()) > 0:
            await asyncio.sleep((left % beat_ms or beat_ms) / 1000 + 0.005)
            set_beat(lambda n: n + 1)

    ft.use_effect(tick, [guided.index, progress.running_since, progress.offset_ms], lambda: None)
    if step.kind in ("up", "still", "down"):
        number, unit = step.rep, _("of {all}").format(all=step.reps)
    else:
        number = -(-left_ms // 1000)
        unit = ngettext("second", "seconds", number)
    return _ring(look, size, number, unit, left_ms / total_ms, working=step.is_work)


def _ring(look: Look, size: float, number: int, unit: str, value: float, *, working: bool) -> ft.Control:
    accent = ft.Colors.PRIMARY if working else look.muted
    return ft.Stack(
        [
            ft.Container(
                content=ft.Semantics(
                    exclude_semantics=True,
                    content=ft.ProgressRing(
                        value=value,
                        width=size - STROKE,
                        height=size - STROKE,
                        stroke_width=STROKE,
                        color=accent,
                        bgcolor=theme.container("grey", look.dark),
                        stroke_cap=ft.StrokeCap.BUTT,
                    ),
                ),
                width=size,
                height=size,
                alignment=ft.Alignment.CENTER,
            ),
            ft.Container(
                content=_number(look, size, number, unit),
                width=size,
                height=size,
                alignment=ft.Alignment.CENTER,
            ),
        ],
        width=size,
        height=size,
    )


def _number(look: Look, size: float, number: int, unit: str) -> ft.Control:
    return ft.Column(
        [
            ft.Text(
                str(number),
                size=max(LEAST_NUMBER, size * 0.44),
                weight=ft.FontWeight.W_700,
                color=look.ink,
                style=ft.TextStyle(height=1.0),
            ),
            ft.Text(unit, size=16 * min(look.factor, 1.4), color=look.muted),
        ],
        spacing=0,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
