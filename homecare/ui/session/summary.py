"""What was done in a session, once it is saved."""

import flet as ft

from homecare.domain.evidence.traffic_light import Light, light_of
from homecare.domain.records.session import ExerciseDone, Session
from homecare.ui.kit.look import Look
from homecare.ui.kit.theme import Tone
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.session import done_line, length

WORST_FIRST: tuple[Light, ...] = ("red", "amber", "green")
SIGNS: dict[str, ft.IconData] = {
    "done": ft.Icons.CHECK_CIRCLE_ROUNDED,
    "cut-short": ft.Icons.INCOMPLETE_CIRCLE_ROUNDED,
    "skipped": ft.Icons.REMOVE_CIRCLE_OUTLINE_ROUNDED,
}


def session_summary(care: CareState, look: Look, session: Session) -> ft.Control:
    """The exercises as they are in the record, what the score means for now, and the way back to Today."""
    page = ft.context.page
    parts: list[ft.Control] = [
        ft.Semantics(live_region=True, content=look.title(_("Saved"))),
        look.note(
            _("{time} of exercise").format(
                time=length(sum(exercise.seconds for exercise in session.exercises))
            )
        ),
    ]
    light = light_now(care, session)
    if light is not None:
        tones: dict[Light, Tone] = {"green": "green", "amber": "amber", "red": "red"}
        said = care.library.diary.traffic_light.light(light).say_now
        parts.append(look.card(look.text(said, size=18), tone=tones[light]))
    parts.append(look.card(*[_row(care, look, exercise) for exercise in session.exercises], gap=16))
    parts.append(look.primary(_("Back to Today"), lambda: page.navigate("/")))
    return ft.Column(parts, spacing=16, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def light_now(care: CareState, session: Session) -> Light | None:
    """The most careful light that the score gives right now over the session's conditions; None unscored."""
    if session.pain_exercise is None:
        return None
    ids = {care.library.condition(exercise.condition).pain_profile for exercise in session.exercises}
    diary = care.library.diary
    lights = {light_of(session.pain_exercise, None, diary.profile(one), worse=False) for one in ids}
    return next((light for light in WORST_FIRST if light in lights), None)


def _row(care: CareState, look: Look, done: ExerciseDone) -> ft.Control:
    return ft.Row(
        [
            ft.Icon(
                SIGNS[done.outcome],
                size=26 * look.icon_factor,
                color=ft.Colors.PRIMARY if done.outcome == "done" else look.muted,
            ),
            ft.Column(
                [
                    look.text(care.library.exercise(done.exercise).name, weight=ft.FontWeight.W_600),
                    look.note(done_line(done)),
                ],
                spacing=2,
                tight=True,
                expand=True,
            ),
        ],
        spacing=12,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
