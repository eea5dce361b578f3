"""A guided session while it is played: stage, controls, questions, and what it asks of the window."""

from functools import partial
from typing import Any, Final

import flet as ft

from homecare.domain.records.session import SkipReason
from homecare.domain.session.pace import (
    may_add_rest,
    pace_of,
    pace_range,
    rest_again,
    set_again,
    with_more_rest,
)
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.undo_bar import show_undo
from homecare.ui.session import control_acts
from homecare.ui.session.control_acts import press
from homecare.ui.session.controls import (
    Press,
    end_dialog,
    how_dialog,
    pace_dialog,
    pain_dialog,
    ready_controls,
    session_bar,
    session_controls,
    skip_dialog,
)
from homecare.ui.session.finish import left_out_lines
from homecare.ui.session.in_position import position_stage, voice_offer
from homecare.ui.session.running import Guided, PaceChange
from homecare.ui.session.stage import paused_note, session_stage
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _
from homecare.wording.doses import load_parts

HIDDEN: Final = (ft.AppLifecycleState.HIDE, ft.AppLifecycleState.PAUSE, ft.AppLifecycleState.DETACH)
HANDLERS: Final = (
    "on_keyboard_event",
    "on_app_lifecycle_state_change",
    "on_disconnect",
    "on_connect",
    "on_close",
)

NO_HANDLERS: dict[str, Any] | None = None


def use_session(guided: Guided) -> None:
    """Follow the session while the calling component is on the screen, and let go of everything after."""
    page = ft.context.page
    before = ft.use_ref(NO_HANDLERS)
    progress = guided.run.progress

    def connect() -> None:
        guided.open()
        handlers = {name: getattr(page, name) for name in HANDLERS}
        before.current = handlers
        page.on_keyboard_event = lambda e: page.run_task(press, guided, e.key)
        page.on_app_lifecycle_state_change = lambda e: see(guided, e.state not in HIDDEN)
        page.on_disconnect = lambda _e: see(guided, False)
        page.on_connect = lambda _e: see(guided, True)
        page.on_close = _then(guided.close, handlers["on_close"])

    def disconnect() -> None:
        guided.close()
        for name, handler in (before.current or {}).items():
            setattr(page, name, handler)
        page.run_task(guided.rest)

    ft.use_effect(connect, [], disconnect)
    ft.use_effect(guided.watch, [progress.running_since, progress.offset_ms], lambda: None)


def see(guided: Guided, visible: bool) -> None:
    """Whether somebody can see the window now."""
    if visible:
        guided.look_back()
    else:
        guided.look_away()


def _then(first: Any, following: Any) -> Any:
    def both(e: Any) -> None:
        first()
        if following is not None:
            following(e)

    return both


WIDEST = 1180


@ft.component
def SessionPlaying(guided: Guided) -> ft.Control:
    """The session on the screen, with everything that can be done to it."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    use_session(guided)
    ft.use_effect(guided.look_for_voices, [], lambda: None)
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
                    muted=not (progress.sound or progress.vibration or guided.speaks),
                    on_close=partial(control_acts.ask, guided, "end"),
                    on_pace=None if guided.unready else partial(control_acts.ask, guided, "pace"),
                    on_mute=partial(control_acts.mute, guided, care.settings),
                ),
                _stage(care, look, guided, height=page.height or 800),
                _buttons(look, guided),
            ],
            spacing=12,
            expand=True,
        ),
        width=min(look.width, WIDEST),
        padding=ft.Padding.only(left=16, right=16, top=8, bottom=16),
        expand=True,
    )


def _stage(care: CareState, look: Look, guided: Guided, *, height: float) -> ft.Control:
    exercise = care.library.exercise(guided.planned.exercise)
    how = partial(control_acts.ask, guided, "how")
    left_out = left_out_lines(care, guided)
    if guided.unready:
        note = " ".join([*left_out, *_clinic_says(care, guided)])
        offer = voice_offer(care, look, guided) if guided.can_speak else []
        return position_stage(guided, look, exercise, height=height, note=note, offer=offer, on_how=how)
    note = " ".join([*left_out, paused_note(waited=guided.waited)])
    return session_stage(guided, look, exercise, height=height, note=note, on_how=how)


def _clinic_says(care: CareState, guided: Guided) -> list[str]:
    """Load and note of a clinician's plan for the exercise that comes; nothing in the library's plan."""
    wanted = (guided.planned.condition, guided.planned.item, guided.planned.exercise)
    for item in care.today.items:
        if (item.condition, item.item, item.exercise) == wanted:
            load = [_("Load: {load}.").format(load=said) for said in load_parts("", item.load_kg, item.band)]
            return [*load, *([_("Your clinic says: {note}").format(note=item.note)] if item.note else [])]
    return []


def _buttons(look: Look, guided: Guided) -> ft.Control:
    back, skip = partial(control_acts.back, guided), partial(control_acts.skip, guided)
    toggle = partial(control_acts.toggle, guided)
    if guided.unready:
        on_back = back if guided.step.item else None
        return ready_controls(
            look, on_ready=partial(control_acts.ready, guided), on_back=on_back, on_skip=skip
        )
    return session_controls(look, running=guided.running, on_back=back, on_toggle=toggle, on_skip=skip)


def _question(care: CareState, look: Look, guided: Guided) -> ft.AlertDialog | None:
    """The dialog that is open, None when none is."""
    match guided.asking:
        case "skip":
            several = guided.step.sets > 1 or guided.step.reps > 1
            return skip_dialog(
                look,
                on_reason=partial(_leave_out, care, look, guided),
                on_set=partial(_leave_out_set, look, guided) if several else None,
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
        case "pace":
            stay = partial(control_acts.stay, guided, "pace")
            return pace_dialog(look, _pace_choices(guided), on_stay=stay)
        case "how":
            exercise = care.library.exercise(guided.planned.exercise)
            return how_dialog(look, exercise, on_stay=partial(control_acts.stay, guided, "how"))
        case _:
            return None


def _pace_choices(guided: Guided) -> list[tuple[str, Press]]:
    """What the dose, and the step on the screen, allow."""
    item, at = guided.step.item, guided.now()
    least, most = pace_range(guided.planned.dose)
    pace = pace_of(guided.run, item)
    found: list[tuple[str, PaceChange]] = []
    if pace < most:
        found.append((_("Slower"), control_acts.slower))
    if pace > least:
        found.append((_("Faster"), control_acts.faster))
    if may_add_rest(guided.run, at):
        found.append((_("30 seconds more"), with_more_rest))
    else:
        found.append((_("One more rest first"), rest_again))
    found.append((_("Repeat this set"), set_again))
    return [(words, partial(control_acts.change_pace, guided, change)) for words, change in found]


async def _leave_out(care: CareState, look: Look, guided: Guided, reason: SkipReason) -> None:
    """Leave the exercise out, say which, and offer to take that back."""
    page = ft.context.page
    before = guided.run.progress
    name = care.library.exercise(guided.run.planned[guided.step.item].exercise).name
    if not await control_acts.leave_out(guided, reason):
        return
    undo = partial(control_acts.take_back, guided, before)
    show_undo(page, look, _("Left out: {name}").format(name=name), undo)


async def _leave_out_set(look: Look, guided: Guided) -> None:
    """Leave the rest of this set out, and offer to take that back."""
    page = ft.context.page
    before, step = guided.run.progress, guided.step
    if not await control_acts.leave_out_set(guided):
        return
    said = _("Left out: the rest of set {n}").format(n=step.set_no)
    show_undo(page, look, said, partial(control_acts.take_back, guided, before))
