"""Today: the next thing to do."""

import flet as ft

from homecare.domain.today.asking import newly_shown
from homecare.ui.aftercare.card import aftercare_card
from homecare.ui.kit.look import LookCtx
from homecare.ui.kit.screen import empty_state, screen
from homecare.ui.plan.day_check_card import unanswered_day_checks
from homecare.ui.plan.phase_card import phase_cards
from homecare.ui.safety.acts import note_shown
from homecare.ui.safety.alert_card import alert_cards, ask_first_card, cleared_notes, lock_card
from homecare.ui.share.backup_cards import backup_card
from homecare.ui.state.care import use_care
from homecare.ui.today.cards import (
    flare_card,
    lapsed_cards,
    reminder_card,
    restart_card,
    standing_notes,
)
from homecare.ui.today.pain_card import PainCard
from homecare.ui.today.routine_card import routine_cards, start_card
from homecare.ui.today.week_card import week_card
from homecare.wording import _, dates


@ft.component
def Today() -> ft.View:
    """What matters now, most urgent first; then pain in one tap, the routine due, and the week."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    today = care.today

    async def note() -> None:
        await note_shown(care)

    ft.use_effect(note, [newly_shown(today, care.records)], lambda: None)
    body: list[ft.Control] = []
    if care.plans:
        body += lock_card(care, look)
        body += ask_first_card(care, look)
        body += alert_cards(care, look)
        body += flare_card(care, look)
        body += unanswered_day_checks(care, look)
        body += restart_card(care, look)
        body += lapsed_cards(care, look)
        if today.aftercare is not None and today.routine is not None:
            # A whole aftercare card and the pain keys would push Start below the fold of a phone.
            body += start_card(care, look)
            body += aftercare_card(care, look, brief=True)
            body += routine_cards(care, look)
            body.append(PainCard())
            body += reminder_card(care, look)
        else:
            body += aftercare_card(care, look)
            body.append(PainCard())
            body += reminder_card(care, look)
            body += routine_cards(care, look)
        body += standing_notes(care, look)
        body += cleared_notes(care, look)
        body += phase_cards(care, look)
        body += week_card(care, look)
        body += backup_card(care, look)
        body.append(
            look.link(
                _("Something is wrong?"),
                lambda: page.navigate("/safety"),
                icon=ft.Icons.HEALTH_AND_SAFETY_OUTLINED,
            )
        )
    else:
        body += alert_cards(care, look)
        body += flare_card(care, look)
        body += aftercare_card(care, look)
        body.append(
            empty_state(
                look,
                picture="spots/welcome.svg",
                title=_("Welcome"),
                text=_(
                    "Tell us what hurts and get a plan for it. It takes two minutes and stays on this device."
                ),
                action=look.primary(_("Set up"), lambda: page.navigate("/welcome")),
            )
        )
        body.append(PainCard())
    return screen(
        look,
        title=_("Today"),
        subtitle=dates.day_name(today.day),
        tab="/",
        body=body,
        actions=[
            look.icon_button(ft.Icons.IOS_SHARE, _("Share"), lambda: page.navigate("/share")),
            look.icon_button(ft.Icons.SETTINGS_OUTLINED, _("Settings"), lambda: page.navigate("/settings")),
        ],
    )
