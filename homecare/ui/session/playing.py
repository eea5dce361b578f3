"""A guided session while it is played: stage, controls and questions."""

from functools import partial

import flet as ft

from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.session import control_acts
from homecare.ui.session.controls import session_bar, session_controls
from homecare.ui.session.dialogs import end_dialog, pain_dialog, skip_dialog
from homecare.ui.session.running import Guided
from homecare.ui.session.stage import paused_note, session_stage
from homecare.ui.session.window_events import use_session
from homecare.ui.state.care import CareState, use_care

WIDEST = 1180


@ft.component
def SessionPlaying(guided: Guided) -> ft.Control:
    """The session on the screen, with everything that can be done to it."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    use_session(guided)
    ft.use_dialog(_question(care, look, guided))
    step, progress, planned = guided.step, guided.run.progress, guided.run.planned
    return ft.Container(
        content=ft.Column(
            [
                session_bar(
                    look,
                    part=guided.script.starts_ms[guided.index] / guided.script.total_ms,
                    number=step.item + 1,
                    of=len(planned),
                    muted=not (progress.sound or progress.vibration),
                    on_close=partial(control_acts.ask, guided, "end"),
                    on_mute=partial(control_acts.mute, guided, care.settings),
                ),
                session_stage(
                    guided,
                    look,
                    care.library.exercise(planned[step.item].exercise),
                    height=page.height or 800,
                    note=paused_note(waited=guided.waited),
                ),
                session_controls(
                    look,
                    running=guided.running,
                    on_back=partial(control_acts.back, guided),
                    on_toggle=partial(control_acts.toggle, guided),
                    on_skip=partial(control_acts.skip, guided),
                ),
            ],
            spacing=12,
            expand=True,
        ),
        width=min(look.width, WIDEST),
        padding=ft.Padding.only(left=16, right=16, top=8, bottom=16),
        expand=True,
    )


def _question(care: CareState, look: Look, guided: Guided) -> ft.AlertDialog | None:
    """The dialog that is open, None when none is."""
    match guided.asking:
        case "skip":
            several = guided.step.sets > 1 or guided.step.reps > 1
            return skip_dialog(
                look,
                on_reason=partial(control_acts.leave_out, guided),
                on_set=partial(control_acts.leave_out_set, guided) if several else None,
                on_stay=partial(control_acts.stay, guided, "skip"),
            )
        case "pain":
            return pain_dialog(
                look,
                advice=care.library.diary.traffic_light.light("red").say_now,
                on_next=partial(control_acts.stay, guided, "pain"),
                on_end=partial(control_acts.end, guided),
            )
        case "end":
            return end_dialog(
                look,
                on_end=partial(control_acts.end, guided),
                on_stay=partial(control_acts.stay, guided, "end"),
            )
        case _:
            return None
