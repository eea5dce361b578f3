"""The picture of an exercise, in time with the movement."""

import asyncio

import flet as ft

from homecare.domain.library.exercise import ClinicExercise, Exercise
from homecare.domain.session.steps import Frame
from homecare.ui.kit import theme
from homecare.ui.kit.look import Look

ALTERNATE_S = 2.0
"""Seconds each of the two pictures stays when the movement is shown by itself."""
FADE_MS = 350
RADIUS = 24


def picture_of(exercise: Exercise, number: int = -1) -> str | bytes:
    """A picture of the exercise as an image takes it, the end position unless told otherwise; "" for none.

    A clinician's own exercise has one picture or none.
    """
    if isinstance(exercise, ClinicExercise):
        return exercise.picture or ""
    return f"exercises/{exercise.id}/{exercise.pictures[number]}"


def has_picture(exercise: Exercise) -> bool:
    """Whether there is a picture of it: of a clinician's own exercise there may be none."""
    return bool(picture_of(exercise))


@ft.component
def ExerciseFrames(
    exercise: Exercise,
    look: Look,
    frame: Frame,
    *,
    mirrored: bool = False,
    moving: bool = True,
    height: float | None = None,
) -> ft.Control:
    """The start or end position, or both in turn; pictures show the right side and are mirrored for the left.

    `moving` False keeps both in turn still, on the end position. `height` None fills what room there is.
    """
    at_end, set_at_end = ft.use_state(True)

    async def alternate() -> None:
        while frame == "alternate" and moving:
            await asyncio.sleep(ALTERNATE_S)
            set_at_end(lambda now: not now)

    ft.use_effect(alternate, [frame, moving, exercise.id], lambda: None)
    count = max(1, len(exercise.pictures))
    last = count - 1
    shown = last if frame == "end" or (frame == "alternate" and at_end) else 0
    return ft.Semantics(
        image=True,
        label=exercise.alt_text,
        exclude_semantics=True,
        content=ft.Container(
            content=ft.Stack(
                [_picture(exercise, n, visible=n == shown, mirrored=mirrored) for n in range(count)],
                expand=True,
            ),
            height=height,
            expand=height is None,
            padding=12,
            bgcolor=theme.container("plain", look.dark),
            border_radius=RADIUS,
            clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        ),
        expand=height is None,
    )


def _picture(exercise: Exercise, number: int, *, visible: bool, mirrored: bool) -> ft.Control:
    if not has_picture(exercise):
        nobody = ft.Icon(ft.Icons.ACCESSIBILITY_NEW, size=72)
        return ft.Container(nobody, alignment=ft.Alignment.CENTER, left=0, right=0, top=0, bottom=0)
    # The clinician chose a picture for the leg that is meant: it is not turned round.
    mirrored = mirrored and not isinstance(exercise, ClinicExercise)
    return ft.Image(
        key=f"{exercise.id}-{number}",
        src=picture_of(exercise, number),
        fit=ft.BoxFit.CONTAIN,
        left=0,
        right=0,
        top=0,
        bottom=0,
        opacity=1 if visible else 0,
        animate_opacity=FADE_MS,
        scale=ft.Scale(scale_x=-1 if mirrored else 1, scale_y=1),
        error_content=ft.Icon(ft.Icons.ACCESSIBILITY_NEW, size=72),
    )
