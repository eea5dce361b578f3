"""The stage of a guided session: picture, instruction, ring and place, laid out for the window."""

import flet as ft

from homecare.domain.exercise import Exercise
from homecare.ui.guided import Guided
from homecare.ui.look import Look
from homecare.ui.parts.countdown_ring import CountdownRing
from homecare.ui.parts.exercise_frames import ExerciseFrames
from homecare.wording import _
from homecare.wording.session import announcement, instruction, place

RING_LEAST, RING_MOST = 156, 320
PICTURE_LEAST = 190
"""Least height of the picture when the words need so much room that the stage scrolls."""
SHORT_BELOW = 700
"""Window height in pixels, text size reckoned in, below which the stage scrolls."""


def session_stage(
    guided: Guided, look: Look, exercise: Exercise, *, height: float, side_by_side: bool, note: str
) -> ft.Control:
    """What to do now. `height` is the window's; `note` stands in for the instruction while paused."""
    running = guided.run.progress.running_since is not None
    step = guided.step
    share = 0.40 if side_by_side else 0.245
    ring = CountdownRing(guided, look, max(RING_LEAST, min(RING_MOST, height * share)))
    title = ft.Semantics(
        header=True,
        heading_level=1,
        content=_centred(look, exercise.name, 22),
    )
    words = ft.Semantics(
        live_region=True,
        label=announcement(step, exercise) if running else note,
        exclude_semantics=True,
        content=_centred(look, instruction(step, exercise) if running else note, 25),
    )
    where = _centred(look, place(step), 18, color=look.muted)
    scrolls = height / max(1.0, look.factor) < SHORT_BELOW and not side_by_side

    def picture(fixed: float | None) -> ft.Control:
        return ExerciseFrames(
            exercise,
            look,
            step.frame,
            mirrored=step.turn == "left",
            moving=running,
            height=fixed,
        )

    if side_by_side:
        told = ft.Column(
            [title, words, ring, where],
            spacing=14,
            expand=5,
            scroll=ft.ScrollMode.AUTO,
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        )
        shown = ft.Container(content=picture(None), expand=6)
        return ft.Row(
            [shown, told], spacing=28, expand=True, vertical_alignment=ft.CrossAxisAlignment.STRETCH
        )
    return ft.Column(
        [title, picture(max(PICTURE_LEAST, height * 0.27) if scrolls else None), words, ring, where],
        spacing=10,
        expand=True,
        scroll=ft.ScrollMode.AUTO if scrolls else None,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _centred(look: Look, words: str, size: float, *, color: str | None = None) -> ft.Text:
    return ft.Text(
        words,
        size=size * min(look.factor, 1.5),
        weight=ft.FontWeight.W_600 if color is None else None,
        color=color or look.ink,
        text_align=ft.TextAlign.CENTER,
    )


def paused_note(*, waited: bool) -> str:
    """What stands there while nothing counts."""
    if waited:
        return _("You were away, so the session waited for you. Go on when you are ready.")
    return _("Paused. Go on when you are ready.")
