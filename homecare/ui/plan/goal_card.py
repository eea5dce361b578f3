"""The patient's goal in their own words, on top of the plan."""

import flet as ft

from homecare.ui.kit.fields import TypedField
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import LookCtx
from homecare.ui.plan.acts import GOAL_LIMIT, goal_of, save_goal
from homecare.ui.state.care import use_care
from homecare.wording import _


@ft.component
def GoalCard() -> ft.Control:
    """The goal with a way to change it; without one the question for it."""
    care = use_care()
    look = ft.use_context(LookCtx)
    goal = goal_of(care)
    changing, set_changing = ft.use_state(False)
    _saved, set_saved = ft.use_state(goal)
    _typed, typed = use_latest(goal)

    async def save() -> None:
        if await save_goal(care, typed.now):
            set_changing(False)
            set_saved(goal_of(care))  # the first goal changes nothing else: without this nobody would see it

    if goal and not changing:
        return look.card(
            look.heading(_("My goal")),
            look.body(f"“{goal}”"),
            ft.Row([look.link(_("Change my goal"), lambda: set_changing(True))], wrap=True),
            key="goal",
        )
    return look.card(
        look.heading(_("What do you want to be able to do again?")),
        look.note(_("Say it in your own words. It appears on your plan and on your report.")),
        TypedField(_("My goal"), goal, typed.put, limit=GOAL_LIMIT, lines=2, key="goal-field"),
        ft.Row([look.secondary(_("Save my goal"), save)], wrap=True),
        key="goal",
    )
