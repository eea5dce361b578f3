"""The end of a guided session: how much did it hurt, what a condition asks besides, what was done."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

import flet as ft

from homecare.domain.evidence.traffic_light import Light, light_of
from homecare.domain.library.exercise import ClinicExercise, Exercise
from homecare.domain.records.diary import diary_day
from homecare.domain.records.session import ExerciseDone, Session, asked_by_exercise
from homecare.ui.kit.choices import choice_row
from homecare.ui.kit.exercise_frames import has_picture, picture_of
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.pain_keys import pain_keys
from homecare.ui.kit.theme import Tone
from homecare.ui.plan.parts_of_today import parts_of_today
from homecare.ui.session.acts import save_session, session_of
from homecare.ui.session.running import Guided
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, dates
from homecare.wording.session import done_line, ending, length

LONGER_THAN_10_MIN = 11
UNSAID: int | None = None
NONE_SAID: Mapping[int, int] = {}
"""No exercise has a score of its own yet."""
UNCHOSEN: str | None = None
Choose = Callable[[str], Awaitable[object]]


@ft.component
def SessionFinish(guided: Guided, on_saved: Callable[[Session], None]) -> ft.Control:
    """The worst pain in one tap; saving works without it too, but an unsaid score is never a zero."""
    care = use_care()
    look = ft.use_context(LookCtx)
    pain, rated = use_latest(UNSAID)
    pains, rated_each = use_latest(NONE_SAID)
    tingling, tingled = use_latest(UNCHOSEN)
    numbness, spread = use_latest(UNCHOSEN)
    saving, busy = use_latest(False)

    async def save() -> None:
        if busy.now:
            return
        busy.put(True)
        session = await save_session(
            care,
            guided.run,
            pain=rated.now,
            pains=rated_each.now,
            tingling_min=None if tingled.now is None else int(tingled.now),
            numb_spread=None if spread.now is None else spread.now == "yes",
        )
        if session is None:
            busy.put(False)
        else:
            guided.saved = True
            on_saved(session)

    async def say_tingling(answer: str) -> None:
        tingled.put(answer)

    async def say_numbness(answer: str) -> None:
        spread.put(answer)

    def rate(number: int, score: int) -> None:
        rated_each.put({**rated_each.now, number: score})

    asked = profiles(care, guided)
    session = session_of(guided.run, care.now())
    each = scored_by_exercise(session.exercises)
    parts: list[ft.Control] = [
        *_head(care, look, session),
        *[look.body(line) for line in left_out_lines(care, guided)],
        *(
            pain_of_each(care, look, session.exercises, pains, rate, disabled=saving)
            if each
            else [
                look.card(
                    look.heading(care.library.diary.field("pain_exercise").wording),
                    pain_keys(look, on_pick=rated.put, picked=pain, disabled=saving),
                )
            ]
        ),
    ]
    unsaid = len(pains) < len(each) if each else pain is None
    if "nerve" in asked:
        parts.append(_tingling(look, tingling, say_tingling))
        parts.append(_numbness(care, look, numbness, say_numbness))
    parts.append(look.primary(_("Save"), save, disabled=saving or unsaid))
    if unsaid:
        label = _("Save without the other scores") if pains else _("Save without a score")
        parts.append(look.link(label, save))
    return ft.Column(parts, spacing=16, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def scored_by_exercise(exercises: Sequence[ExerciseDone]) -> tuple[int, ...]:
    """The places of the exercises whose pain is asked one by one; none where one score is enough."""
    if not asked_by_exercise(exercises):
        return ()
    return tuple(number for number, exercise in enumerate(exercises) if exercise.tells)


def pain_of_each(
    care: CareState,
    look: Look,
    exercises: Sequence[ExerciseDone],
    pains: Mapping[int, int],
    on_rate: Callable[[int, int], None],
    *,
    disabled: bool,
) -> list[ft.Control]:
    """Why each exercise is asked, then a scale for each, under its name and what it is for."""
    why = _("These exercises are for different problems, so say for each one how much it hurt.")
    cards: list[ft.Control] = [look.body(why)]
    for number in scored_by_exercise(exercises):
        done = exercises[number]
        cards.append(
            look.card(
                look.heading(care.library.exercise(done.exercise).name),
                look.note(care.library.condition(done.condition).name),
                pain_keys(
                    look, on_pick=partial(on_rate, number), picked=pains.get(number), disabled=disabled
                ),
                key=f"pain-of-{number}",
            )
        )
    return cards


def _head(care: CareState, look: Look, session: Session) -> list[ft.Control]:
    title = look.title(_("Session ended") if session.ended_early else _("That was all"))
    if session.day == diary_day(care.now()):
        return [title]
    said = _("You left this session on {day}. What you did then counts.")
    return [title, look.body(said.format(day=dates.day_name(session.day)))]


def left_out_lines(care: CareState, guided: Guided) -> list[str]:
    """Which exercises the app left out of a session that goes on, one line for each reason."""
    names: dict[str, list[str]] = {}
    for number, reason in sorted(guided.held.items()):
        exercise = care.library.exercise(guided.run.planned[number].exercise)
        names.setdefault(reason, []).append(exercise.name)
    return [
        _("Left out: {names}. {reason}").format(names=", ".join(dict.fromkeys(some)), reason=reason)
        for reason, some in names.items()
    ]


def profiles(care: CareState, guided: Guided) -> set[str]:
    """The pain profiles of the conditions this session was for."""
    return {care.library.condition(exercise.condition).pain_profile for exercise in guided.run.planned}


def _tingling(look: Look, chosen: str | None, on_choose: Choose) -> ft.Control:
    choices = [
        ("0", _("No tingling")),
        ("1", _("Up to 1 minute")),
        ("10", _("Up to 10 minutes")),
        (str(LONGER_THAN_10_MIN), _("More than 10 minutes")),
    ]
    return look.card(
        look.heading(_("How long did tingling last after the exercises?")),
        choice_row(look, choices, chosen, on_choose),
    )


def _numbness(care: CareState, look: Look, chosen: str | None, on_choose: Choose) -> ft.Control:
    choices = [("no", _("No")), ("yes", _("Yes"))]
    return look.card(
        look.heading(care.library.diary.session_question("numb_spread").wording),
        choice_row(look, choices, chosen, on_choose),
    )


WORST_FIRST: tuple[Light, ...] = ("red", "amber", "green")
THUMB = 64
"""Side of the small picture of an exercise, in pixels."""
SIGNS: dict[str, ft.IconData] = {
    "done": ft.Icons.CHECK_CIRCLE_ROUNDED,
    "cut-short": ft.Icons.INCOMPLETE_CIRCLE_ROUNDED,
    "skipped": ft.Icons.REMOVE_CIRCLE_OUTLINE_ROUNDED,
}


def session_summary(care: CareState, look: Look, session: Session) -> ft.Control:
    """What was done, in pictures and as it is in the record; what the score means; and today so far."""
    page = ft.context.page
    parts: list[ft.Control] = [
        ft.Semantics(live_region=True, content=look.title(_("Saved"))),
        look.text(ending(session), size=18, weight=ft.FontWeight.W_600),
    ]
    if session.practice:
        parts.append(look.note(_("It does not count as one of today's sessions.")))
    seconds = sum(exercise.seconds for exercise in session.exercises)
    if seconds:
        parts.append(look.note(_("{time} of exercise").format(time=length(seconds))))
    light = light_now(care, session)
    if light is not None:
        tones: dict[Light, Tone] = {"green": "green", "amber": "amber", "red": "red"}
        said = care.library.diary.traffic_light.light(light).say_now
        parts.append(look.card(look.text(said, size=18), tone=tones[light]))
    parts.append(look.card(*[_row(care, look, exercise) for exercise in session.exercises], gap=16))
    if not session.practice:
        parts += parts_of_today(care, look)
    parts.append(look.primary(_("Back to Today"), lambda: page.navigate("/")))
    return ft.Column(parts, spacing=16, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def light_now(care: CareState, session: Session) -> Light | None:
    """The most careful light that the score gives right now over the session's conditions; None unscored."""
    if session.pain_exercise is None:
        return None
    library = care.library
    lights = {
        light_of(
            session.pain_for(condition),
            None,
            library.diary.profile(library.condition(condition).pain_profile),
            worse=False,
        )
        for condition in {exercise.condition for exercise in session.exercises}
    }
    return next((light for light in WORST_FIRST if light in lights), None)


def _row(care: CareState, look: Look, done: ExerciseDone) -> ft.Control:
    exercise = care.library.exercise(done.exercise)
    return ft.Row(
        [
            _thumb(look, exercise, done),
            ft.Column(
                [
                    look.text(exercise.name, weight=ft.FontWeight.W_600),
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


def _thumb(look: Look, exercise: Exercise, done: ExerciseDone) -> ft.Control:
    """The end position of an exercise, with the sign of how it ended in its corner."""
    side = THUMB * look.icon_factor
    mirrored = done.side == "left" and not isinstance(exercise, ClinicExercise)
    return ft.Stack(
        [
            ft.Image(
                src=picture_of(exercise),
                width=side,
                height=side,
                fit=ft.BoxFit.CONTAIN,
                scale=ft.Scale(scale_x=-1 if mirrored else 1, scale_y=1),
                opacity=0.4 if done.outcome == "skipped" else 1,
                exclude_from_semantics=True,
            )
            if has_picture(exercise)
            else ft.Container(width=side, height=side),
            ft.Icon(
                SIGNS[done.outcome],
                size=24 * look.icon_factor,
                color=ft.Colors.PRIMARY if done.outcome == "done" else look.muted,
                right=0,
                bottom=0,
            ),
        ],
        width=side,
        height=side,
    )
