"""The guided session, full screen: played, rated, saved."""

from collections.abc import Callable
from functools import partial
from typing import get_args

import flet as ft

from homecare.domain.records.plan import Side
from homecare.domain.records.session import Session
from homecare.domain.safety.alerts import pressed_evidence_at
from homecare.domain.today.practice import practice
from homecare.ui.kit import theme
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import empty_state
from homecare.ui.session.acts import (
    begun,
    ended_where_left,
    forget_place,
    held_since,
    left_run,
    planned_of,
    practised,
    session_of,
    worth_saving,
)
from homecare.ui.session.finish import SessionFinish, left_out_lines, session_summary
from homecare.ui.session.playing import SessionPlaying
from homecare.ui.session.running import Guided
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _

COLUMN = 560
UNSAVED: Session | None = None


@ft.component
def Player() -> ft.View:
    """The session that was left, else the routine due now; then how it felt, then what was done."""
    care = use_care()
    return _view(care, ft.use_memo(partial(_opened, care), []), *ft.use_state(UNSAVED))


@ft.component
def PracticePlayer() -> ft.View:
    """Free practice of the exercise and side in the address; a session that was left comes first."""
    care = use_care()
    params = ft.use_route_params()
    exercise, side = params.get("exercise", ""), params.get("side", "")
    opened = partial(_opened_practice, care, exercise, side)
    return _view(care, ft.use_memo(opened, [exercise, side]), *ft.use_state(UNSAVED))


def _view(
    care: CareState,
    guided: Guided | None,
    saved: Session | None,
    set_saved: Callable[[Session | None], None],
) -> ft.View:
    look = ft.use_context(LookCtx)
    if guided is None:
        content = _scrolling(look, _nothing(care, look))
    elif saved is not None:
        content = _scrolling(look, session_summary(care, look, saved))
    else:
        content = GuidedSession(guided, set_saved)
    return ft.View(
        route=ft.use_view_path(),
        controls=[ft.SafeArea(content=content, expand=True)],
        padding=0,
        bgcolor=theme.background(look.dark),
    )


@ft.component
def GuidedSession(guided: Guided, on_saved: Callable[[Session], None]) -> ft.Control:
    """The session while it lasts, then the question how it was; nothing done is nothing to ask or save."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    finished = guided.here().finished
    empty_handed = finished and not worth_saving(session_of(guided.run, care.now()))

    async def leave() -> None:
        if empty_handed:
            await forget_place(care)
            if guided.held:
                care.tell(" ".join(left_out_lines(care, guided)))
            page.navigate("/")

    async def look_again() -> None:
        if not finished:
            await guided.hold_back(held_since(care, guided.run))

    ft.use_effect(leave, [empty_handed], lambda: None)
    ft.use_effect(look_again, [care.today.at], lambda: None)
    if not finished or empty_handed:
        return ft.Row([SessionPlaying(guided)], alignment=ft.MainAxisAlignment.CENTER, expand=True)
    return _scrolling(look, SessionFinish(guided, on_saved))


def _opened(care: CareState) -> Guided | None:
    """The session to show: the one that was left, else a new one of the routine due; None without either.

    Questions that wait are answered before either goes on; a session that was left is kept meanwhile.
    """
    left = left_run(care)
    unasked = bool(care.today.ask_first.unanswered) or care.today.screening_due
    if left is not None:
        left = ended_where_left(care, left)
        if left.progress.ended and worth_saving(session_of(left, care.now())):
            return Guided(care, left)
        if not left.progress.ended:
            return None if unasked else Guided(care, left, held_since(care, left))
    return _routine(care, unasked=unasked)


def _opened_practice(care: CareState, exercise: str, side: str) -> Guided | None:
    """The session that was left, else free practice that starts now; None where neither may go on."""
    if left_run(care) is not None:
        return _opened(care)
    if exercise not in care.library.exercise_ids or side not in get_args(Side):
        return None
    evidence = pressed_evidence_at(care.records, care.library, care.now(), care.host.zone)
    run = practised(care, practice(exercise, side, evidence))
    return None if run is None else Guided(care, run)


def _routine(care: CareState, *, unasked: bool) -> Guided | None:
    """A new session of the routine due; None without one, or while something waits to be answered."""
    routine = care.today.routine
    if routine is None or not routine.items or care.today.locked is not None or unasked:
        return None
    return Guided(care, begun(care, planned_of(routine.items), routine.slot))


def _scrolling(look: Look, content: ft.Control) -> ft.Control:
    column = ft.Column([content], scroll=ft.ScrollMode.AUTO, expand=True)
    framed = ft.Container(
        content=column,
        width=min(look.width, COLUMN),
        padding=ft.Padding.symmetric(horizontal=theme.EDGE, vertical=24),
    )
    return ft.Row(
        [framed],
        alignment=ft.MainAxisAlignment.CENTER,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        expand=True,
    )


def _nothing(care: CareState, look: Look) -> ft.Control:
    page = ft.context.page
    if care.today.ask_first.unanswered:
        return empty_state(
            look,
            title=_("A few questions first"),
            text=_("They show whether you should ask a clinician before you exercise."),
            action=look.primary(_("Answer the questions"), lambda: page.navigate("/safety/ask-first")),
        )
    if care.today.screening_due:
        return empty_state(
            look,
            title=_("A few safety questions"),
            text=_("Please answer them before your next exercises."),
            action=look.primary(_("Answer the safety questions"), lambda: page.navigate("/safety")),
        )
    return empty_state(
        look,
        title=_("No exercises due now"),
        text=_("Today shows when the next ones are."),
        action=look.primary(_("Back to Today"), lambda: page.navigate("/")),
    )
