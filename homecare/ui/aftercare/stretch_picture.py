"""The gentle stretches after needling: picture, side and dose."""

import flet as ft

from homecare.domain.aftercare.stretch import AfterStretch, stretches_after
from homecare.domain.records.needling import Needling
from homecare.ui.kit.bullets import numbered
from homecare.ui.kit.exercise_frames import ExerciseFrames
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _
from homecare.wording.aftercare import stretch_title
from homecare.wording.doses import dose_text, side_text

HEIGHT = 220


@ft.component
def AfterStretchPicture(needling: Needling, *, key: str = "") -> ft.Control:
    """A button "Show the stretch" that opens it in place. Flet takes `key` to tell one from another."""
    care = use_care()
    look = ft.use_context(LookCtx)
    shown, set_shown = ft.use_state(False)
    stretches = stretches_after(needling, care.library.aftercare, care.plans)
    words = _("Hide the stretch") if shown else _("Show the stretch")
    parts: list[ft.Control] = [
        look.link(
            words,
            lambda: set_shown(not shown),
            icon=ft.Icons.EXPAND_LESS if shown else ft.Icons.PLAY_ARROW,
        )
    ]
    if shown:
        for stretch in stretches:
            parts += _stretch(care, look, stretch)
    return ft.Column(parts, spacing=8, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _stretch(care: CareState, look: Look, stretch: AfterStretch) -> list[ft.Control]:
    exercise = care.library.exercise(stretch.exercise)
    side = side_text(stretch.side)
    return [
        ExerciseFrames(exercise, look, "alternate", mirrored=stretch.side == "left", height=HEIGHT),
        look.text(exercise.name, size=17, weight=ft.FontWeight.W_600),
        look.note(stretch_title([stretch], care.library.aftercare)),
        look.body(_("{side}: {dose}").format(side=side[:1].upper() + side[1:], dose=dose_text(stretch.dose))),
        *numbered(look, exercise.steps),
    ]
