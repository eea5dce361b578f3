"""Aftercare: where you are after needling, what is due, what is normal, and the warning signs."""

import flet as ft

from homecare.domain.aftercare.aftercare import AftercareNow
from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.records.needling import Needling
from homecare.ui.aftercare import acts
from homecare.ui.aftercare.due import aftercare_due, reminder_list
from homecare.ui.aftercare.soreness import soreness_answer
from homecare.ui.aftercare.timeline import aftercare_head, aftercare_timeline
from homecare.ui.kit import theme
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import empty_state, screen
from homecare.ui.kit.text_blocks import Collapsible, bullets
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, dates
from homecare.wording.aftercare import muscles_text


@ft.component
def Aftercare() -> ft.View:
    """Within the window after a session its timeline; outside it the way to record one."""
    care = use_care()
    look = ft.use_context(LookCtx)
    now, needling = care.today.aftercare, acts.current(care)
    body = _inside(care, look, now, needling) if now and needling else _outside(look)
    body += _earlier(care, look, needling)
    return screen(look, title=_("Aftercare"), tab="/aftercare", body=body, bottom=_always(look))


def _inside(care: CareState, look: Look, now: AftercareNow, needling: Needling) -> list[ft.Control]:
    guide = care.library.aftercare
    page = ft.context.page
    return [
        *aftercare_head(care, look, now, needling),
        *soreness_answer(care, look, needling),
        *aftercare_due(care, look, now, needling),
        aftercare_timeline(care, look, now, needling),
        reminder_list(care, look, now),
        _normal(look, guide),
        look.card(
            look.heading(_("Next session")),
            ft.Row(
                [
                    look.secondary(_("Record a needling session"), lambda: page.navigate("/aftercare/new")),
                    look.link(_("Checklist before needling"), lambda: page.navigate("/aftercare/checklist")),
                    *_to_read(look),
                ],
                wrap=True,
            ),
        ),
    ]


def _outside(look: Look) -> list[ft.Control]:
    page = ft.context.page
    return [
        empty_state(
            look,
            picture="spots/no-needling.svg",
            title=_("No needling to look after now"),
            text=_(
                "After dry needling, this screen tells you hour by hour what is normal, "
                "what helps, and when to get help."
            ),
            action=look.primary(
                _("Record a needling session"), lambda: page.navigate("/aftercare/new"), icon=ft.Icons.ADD
            ),
        ),
        look.card(
            look.heading(_("Before your next session")),
            look.body(_("Answer the checklist when you book and again on the day.")),
            look.secondary(
                _("Checklist before needling"),
                lambda: page.navigate("/aftercare/checklist"),
                icon=ft.Icons.CHECKLIST,
            ),
            ft.Row(_to_read(look), wrap=True),
        ),
    ]


def _to_read(look: Look) -> list[ft.Control]:
    """The ways to the pages around needling."""
    page = ft.context.page
    return [
        look.link(_("What to expect"), lambda: page.navigate("/aftercare/before")),
        look.link(_("What may be done beside needling"), lambda: page.navigate("/aftercare/beside")),
    ]


def _always(look: Look) -> ft.Control:
    """The way to the warning signs, on screen whatever else is shown."""
    page = ft.context.page
    button = look.secondary(
        _("Warning signs"),
        lambda: page.navigate("/aftercare/warning-signs"),
        icon=ft.Icons.HEALTH_AND_SAFETY_OUTLINED,
    )
    if button.style is not None:
        button.style.bgcolor = theme.container("red", look.dark)
        button.style.color = theme.ink("red", look.dark)
    return button


def _normal(look: Look, guide: AftercareGuide) -> ft.Control:
    rows: list[ft.Control] = []
    for reaction in guide.reactions:
        rows += [
            look.text(reaction.text, weight=ft.FontWeight.W_600),
            look.note(f"{reaction.how_common[:1].upper()}{reaction.how_common[1:]} ({reaction.frequency})"),
        ]
    return look.card(
        Collapsible(_("What is normal after needling"), rows, key="normal"),
        Collapsible(
            _("How sure is this?"),
            [look.body(guide.evidence_note), *bullets(look, [guide.scope])],
            key="evidence",
        ),
        gap=0,
    )


def _earlier(care: CareState, look: Look, current: Needling | None) -> list[ft.Control]:
    page = ft.context.page
    others = [needling for needling in care.records.needlings if current is None or needling.id != current.id]
    if not others:
        return []
    rows: list[ft.Control] = []
    for other in sorted(others, key=lambda each: each.at, reverse=True):
        route = f"/aftercare/needling/{other.id}"
        words: list[ft.Control] = [
            look.text(dates.day_name(other.at.date()), weight=ft.FontWeight.W_600),
            look.note(muscles_text(other.muscles, care.library.aftercare)),
        ]
        if other.cancelled:
            words.append(ft.Row([look.badge(_("Called off"), "grey")]))
        name = _("Change the session of {day}").format(day=dates.day_name(other.at.date()))
        rows.append(
            ft.Row(
                [
                    ft.Column(words, spacing=2, tight=True, expand=True),
                    look.icon_button(
                        ft.Icons.EDIT_OUTLINED, name, lambda _e=None, to=route: page.navigate(to)
                    ),
                ],
                key=other.id,
            )
        )
    return [look.card(look.heading(_("Other sessions")), *rows)]
