"""The end of a guided session: how much did it hurt, and what a condition asks besides."""

from collections.abc import Awaitable, Callable

import flet as ft

from homecare.domain.records.diary import diary_day
from homecare.domain.records.session import Session
from homecare.ui.kit.choice_row import choice_row
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.pain_keys import pain_keys
from homecare.ui.session.acts import save_session, session_of
from homecare.ui.session.running import Guided
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, dates

LONGER_THAN_10_MIN = 11
UNSAID: int | None = None
UNCHOSEN: str | None = None
Choose = Callable[[str], Awaitable[object]]


@ft.component
def SessionFinish(guided: Guided, on_saved: Callable[[Session], None]) -> ft.Control:
    """The worst pain in one tap; saving works without it too, but an unsaid score is never a zero."""
    care = use_care()
    look = ft.use_context(LookCtx)
    pain, rated = use_latest(UNSAID)
    tingling, tingled = use_latest(UNCHOSEN)
    swelling, swollen = use_latest(UNCHOSEN)
    saving, busy = use_latest(False)

    async def save() -> None:
        if busy.now:
            return
        busy.put(True)
        session = await save_session(
            care,
            guided.run,
            pain=rated.now,
            tingling_min=None if tingled.now is None else int(tingled.now),
            swelling_up=None if swollen.now is None else swollen.now == "yes",
        )
        busy.put(False)
        if session is not None:
            on_saved(session)

    async def say_tingling(answer: str) -> None:
        tingled.put(answer)

    async def say_swelling(answer: str) -> None:
        swollen.put(answer)

    asked = profiles(care, guided)
    parts: list[ft.Control] = [
        *_head(care, look, session_of(guided.run, care.now())),
        look.card(
            look.heading(care.library.diary.field("pain_exercise").wording),
            pain_keys(look, on_pick=rated.put, picked=pain, disabled=saving),
        ),
    ]
    if "nerve" in asked:
        parts.append(_tingling(look, tingling, say_tingling))
    if "sprain" in asked:
        parts.append(_swelling(look, swelling, say_swelling))
    parts.append(look.primary(_("Save"), save, disabled=saving or pain is None))
    if pain is None:
        parts.append(look.link(_("Save without a score"), save))
    return ft.Column(parts, spacing=16, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _head(care: CareState, look: Look, session: Session) -> list[ft.Control]:
    title = look.title(_("Session ended") if session.ended_early else _("That was all"))
    if session.day == diary_day(care.now()):
        return [title]
    said = _("You left this session on {day}. What you did then counts.")
    return [title, look.body(said.format(day=dates.day_name(session.day)))]


def profiles(care: CareState, guided: Guided) -> set[str]:
    """The pain profiles of the conditions this session was for."""
    return {care.library.condition(planned.condition).pain_profile for planned in guided.run.planned}


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


def _swelling(look: Look, chosen: str | None, on_choose: Choose) -> ft.Control:
    choices = [("no", _("No")), ("yes", _("Yes, clearly"))]
    return look.card(
        look.heading(_("Is the swelling bigger than before?")),
        choice_row(look, choices, chosen, on_choose),
    )
