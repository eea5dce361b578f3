"""Exercises: the patient's plan by condition and phase."""

import flet as ft

from homecare.domain.library.exercise import ClinicExercise
from homecare.domain.today.answer import ItemGuidance
from homecare.ui.kit.exercise_frames import has_picture, picture_of
from homecare.ui.kit.light_badge import light_badge
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import empty_state, opens, screen
from homecare.ui.plan.goal_card import GoalCard
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _
from homecare.wording.doses import dose_text, load_parts, side_text
from homecare.wording.reasons import reason_sentence


@ft.component
def Exercises() -> ft.View:
    """One card per condition of the plan, with its phase and its exercises.

    Above them the way to all exercises and to own activities, below them to all conditions, and to the
    answers on who should ask a clinician first.
    """
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    body: list[ft.Control] = [_besides(look)]
    for condition in care.plans:
        body += _condition(care, look, condition)
    if care.plans:
        body.append(GoalCard())
    else:
        body.append(
            empty_state(
                look,
                picture="spots/welcome.svg",
                title=_("No plan yet"),
                text=_("Choose what hurts, and your exercises will be here."),
                action=look.primary(_("Set up"), lambda: page.navigate("/welcome")),
            )
        )
    body.append(
        look.link(
            _("All conditions"), lambda: page.navigate("/exercises/conditions"), icon=ft.Icons.MENU_BOOK
        )
    )
    body.append(
        look.link(
            _("Open a plan from your clinic"),
            lambda: page.navigate("/exercises/plan-file"),
            icon=ft.Icons.FILE_OPEN_OUTLINED,
        )
    )
    if care.plans:
        body.append(
            look.link(
                _("Ask a clinician first? See your answers"),
                lambda: page.navigate("/safety/ask-first"),
                icon=ft.Icons.HEALTH_AND_SAFETY_OUTLINED,
            )
        )
    return screen(look, title=_("Exercises"), tab="/exercises", body=body)


def _besides(look: Look) -> ft.Control:
    """The way to what is not in the plan."""
    return ft.Row(
        [
            look.secondary(_("All exercises"), opens("/exercises/all"), icon=ft.Icons.SEARCH),
            look.secondary(_("Add an activity"), opens("/exercises/activity"), icon=ft.Icons.DIRECTIONS_WALK),
        ],
        wrap=True,
        spacing=8,
        run_spacing=8,
    )


def _condition(care: CareState, look: Look, condition_id: str) -> list[ft.Control]:
    page = ft.context.page
    condition = care.library.condition(condition_id)
    plan = care.plans[condition_id]
    phase = condition.phase(plan.phase)
    state = next(
        (phase_state for phase_state in care.today.phases if phase_state.condition == condition_id), None
    )
    day = state.day_in_phase if state is not None else 1
    head = look.card(
        look.heading(condition.name),
        look.body(_("Phase: {name}, day {day}").format(name=phase.name, day=day)),
        look.note(phase.goal),
        *[look.note(advice) for advice in phase.advice],
        ft.Row(
            [
                look.secondary(
                    _("Phases and goals"), lambda: page.navigate(f"/exercises/phases/{condition_id}")
                ),
                look.link(_("About it"), lambda: page.navigate(f"/exercises/condition/{condition_id}")),
            ],
            wrap=True,
        ),
    )
    items = [item for item in care.today.items if item.condition == condition_id]
    return [head, *[exercise_row(care, look, item) for item in items]]


def exercise_row(care: CareState, look: Look, item: ItemGuidance) -> ft.Control:
    """A card that opens the exercise: its picture, name, dose and light."""
    page = ft.context.page
    exercise = care.library.exercise(item.exercise)
    own = isinstance(exercise, ClinicExercise)
    picture = ft.Image(
        src=picture_of(exercise),
        width=112,
        height=86,
        fit=ft.BoxFit.CONTAIN,
        exclude_from_semantics=True,
        scale=ft.Scale(scale_x=-1 if item.side == "left" and not own else 1, scale_y=1),
    )
    load = ("", item.load_kg, item.band)  # the library's own words for a load are on the exercise's page
    words = ft.Column(
        [
            look.text(exercise.name, size=17, weight=ft.FontWeight.W_600),
            look.note(" · ".join([dose_text(item.dose), *load_parts(*load), side_text(item.side)])),
            *(ft.Row([badge]) for badge in light_badge(look, item)),
        ],
        spacing=4,
        tight=True,
        expand=True,
    )
    row: ft.Control = (
        ft.Row([picture, words], spacing=12) if look.factor < 2 and has_picture(exercise) else words
    )
    card = look.card(
        row, *([look.note(reason_sentence(item))] if item.held else []), key=f"{item.condition}-{item.item}"
    )
    card.ink = True
    card.on_click = lambda: page.navigate(f"/exercises/exercise/{exercise.id}")
    return ft.Semantics(button=True, container=True, content=card)
