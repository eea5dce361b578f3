"""The session that is being looked after: how long ago, which muscles, and what was ticked."""

import flet as ft

from homecare.domain.aftercare.aftercare import AftercareNow
from homecare.domain.records.needling import Needling
from homecare.ui.kit import theme
from homecare.ui.kit.look import ICON, Look
from homecare.ui.state.care import CareState
from homecare.wording import _, dates
from homecare.wording.aftercare import hours_since, muscles_text
from homecare.wording.placeholders import fill

MINUTES = 60


def window_hours(care: CareState) -> int:
    """How long the content's timeline is, in hours."""
    return care.library.aftercare.timeline[-1].to_min // MINUTES


def progress_bar(care: CareState, look: Look, now: AftercareNow) -> ft.Control:
    """How much of the window after needling has passed."""
    total = window_hours(care)
    passed = min(now.hours_since / total, 1.0)
    return ft.ProgressBar(
        value=passed,
        bgcolor=theme.container("grey", look.dark),
        bar_height=8,
        border_radius=4,
        semantics_label=_("Hours since needling, of {n}").format(n=total),
        semantics_value=round(passed * 100),
    )


def aftercare_head(care: CareState, look: Look, now: AftercareNow, needling: Needling) -> list[ft.Control]:
    """Ticked warning signs first, with what to do; then the session."""
    page = ft.context.page
    cards: list[ft.Control] = []
    signs = [
        warning_sign
        for warning_sign in care.library.aftercare.warning_signs
        if warning_sign.id in needling.warning_signs
    ]
    if signs:
        said: list[ft.Control] = [look.heading(_("You ticked a warning sign"))]
        for sign in reversed(signs):
            said += [
                look.body(fill(sign.text, care.settings)),
                look.text(fill(sign.say, care.settings), weight=ft.FontWeight.W_700),
            ]
        cards.append(look.card(*said, tone="red", gap=8))
    when = dates.when(now.ended_at, care.now())
    cards.append(
        look.card(
            ft.Row(
                [
                    ft.Icon(ft.Icons.HEALING, color=ft.Colors.PRIMARY, size=ICON * look.icon_factor),
                    ft.Container(look.heading(hours_since(now.hours_since)), expand=True),
                    look.icon_button(
                        ft.Icons.EDIT_OUTLINED,
                        _("Change this session"),
                        lambda: page.navigate(f"/aftercare/needling/{needling.id}"),
                    ),
                ]
            ),
            progress_bar(care, look, now),
            look.body(muscles_text(needling.muscles, care.library.aftercare)),
            look.body(_("Ended {when}").format(when=when)),
            tone="accent",
        )
    )
    return cards
