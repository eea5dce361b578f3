"""For patients who do not know what hurts: what needs help now, whom to see, what to read; no exercise."""

import flet as ft

from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import opens, screen
from homecare.ui.kit.text_blocks import bullets
from homecare.ui.plan.condition_choice import likely
from homecare.ui.plan.welcome import FORM, SetUp
from homecare.ui.state.care import CareState, use_care
from homecare.ui.state.unsaved import use_unsaved
from homecare.wording import _
from homecare.wording.placeholders import fill


@ft.component
def Unsure() -> ft.View:
    """Signs that need help, each with whom to see, in the content's own words; then the diary and reading."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    answers = use_unsaved(care.unsaved, FORM, SetUp).now
    body = [
        look.card(
            look.heading(_("Have it looked at first")),
            look.body(_action(care, "soon")),
            look.note(_("There are no exercises until you know what it is.")),
            tone="info",
        ),
        _help(care, look),
        _reading(care, look, answers),
        look.card(
            look.heading(_("Until then")),
            look.body(_("Write down how much it hurts. It helps whoever you see.")),
            look.secondary(_("Open the diary"), lambda: page.navigate("/diary/new"), icon=ft.Icons.EDIT_NOTE),
        ),
    ]
    return screen(look, title=_("You don't know what it is"), body=body, back="/welcome/1")


def _help(care: CareState, look: Look) -> ft.Control:
    names = {"emergency": _("Get help now"), "urgent": _("Call someone today")}
    parts: list[ft.Control] = [look.heading(_("Do not wait with any of these"))]
    for urgency, name in names.items():
        flags = [flag.text for flag in care.library.safety.screen.common_flags if flag.urgency == urgency]
        parts += [look.text(name, weight=ft.FontWeight.W_600), look.body(_action(care, urgency))]
        parts += bullets(look, flags)
    return look.card(*parts)


def _action(care: CareState, urgency: str) -> str:
    actions = care.library.safety.urgency_actions
    text = next(action.patient_text for action in actions if action.urgency == urgency)
    return fill(text, care.settings)


def _reading(care: CareState, look: Look, answers: SetUp) -> ft.Control:
    """The pages of what often hurts there, or of everything where nothing was tapped."""
    there = likely(care, answers.regions)
    shown = [condition for condition in care.library.conditions() if not there or condition.id in there]
    links: list[ft.Control] = [
        look.link(condition.plain_name, opens(f"/exercises/condition/{condition.id}")) for condition in shown
    ]
    title = _("What often hurts there") if there else _("What can hurt in a foot or leg")
    return look.card(look.heading(title), ft.Column(links, spacing=0, tight=True))
