"""Before an exercise: what to do and what to have at hand, while nothing counts."""

from dataclasses import replace

import flet as ft

from homecare.domain.library.exercise import Exercise
from homecare.domain.records.settings import VoiceWish
from homecare.ui.kit.exercise_frames import ExerciseFrames
from homecare.ui.kit.look import Look
from homecare.ui.session.controls import Press, how_it_goes
from homecare.ui.session.running import Guided
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.session import equipment_needed, place, voice_sample

PICTURE_SHARE = 0.3
"""Part of the window's height that the picture takes."""
PICTURE_LEAST, PICTURE_MOST = 150, 340


def position_stage(
    guided: Guided,
    look: Look,
    exercise: Exercise,
    *,
    height: float,
    note: str,
    offer: list[ft.Control],
    on_how: Press,
) -> ft.Control:
    """Picture, leg, what is needed, and the steps; those of a known exercise are one tap away.

    `note` says what the app left out of the session, "" when nothing; `offer` stands below the steps.
    """
    step, known = guided.step, guided.planned.known
    share = PICTURE_SHARE * (1.5 if known and look.factor <= 1 else 1)
    tall = max(PICTURE_LEAST, min(PICTURE_MOST, height * share))
    picture = ExerciseFrames(exercise, look, "alternate", mirrored=step.turn == "left", height=tall)
    words: list[ft.Control] = [look.body(note)] if note else []
    words += [
        ft.Semantics(live_region=True, content=look.heading(exercise.name, level=1, size=22)),
        look.text(place(step), size=18, weight=ft.FontWeight.W_600),
    ]
    if known:
        needed = equipment_needed([exercise])
        words += [look.body(needed)] if needed else []
        words.append(look.link(_("How does it go?"), on_how, icon=ft.Icons.HELP_OUTLINE))
    else:
        words += how_it_goes(look, exercise)
    words += offer
    told = ft.Column(words, spacing=8, tight=True, horizontal_alignment=ft.CrossAxisAlignment.START)
    if look.width > height:
        return _side_by_side(picture, told)
    return _one_below_the_other(picture, told)


def _one_below_the_other(picture: ft.Control, told: ft.Control) -> ft.Control:
    return ft.Column(
        [picture, told],
        spacing=12,
        expand=True,
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _side_by_side(picture: ft.Control, told: ft.Control) -> ft.Control:
    return ft.Row(
        [
            ft.Container(picture, expand=True),
            ft.Column([told], expand=True, scroll=ft.ScrollMode.AUTO),
        ],
        spacing=24,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def voice_offer(care: CareState, look: Look, guided: Guided) -> list[ft.Control]:
    """The offer of a voice, until the patient has said yes or no."""
    page = ft.context.page
    if care.settings.voice != "unasked":
        return []

    async def sample() -> None:
        await guided.spoken.say(voice_sample())

    async def answer(wish: VoiceWish) -> None:
        settings = replace(care.settings, voice=wish)
        await care.save(lambda store: store.save_settings(settings))
        await guided.spoken.hush()
        guided.say_position()

    return [
        look.card(
            look.heading(_("Would you like a voice to guide you?")),
            look.body(_("It is a voice of this device. You can change this in Settings.")),
            ft.Row(
                [
                    look.secondary(_("Yes"), lambda: page.run_task(answer, "on")),
                    look.secondary(_("No"), lambda: page.run_task(answer, "off")),
                    look.link(_("Hear a sample"), sample),
                ],
                wrap=True,
            ),
            tone="info",
        )
    ]
