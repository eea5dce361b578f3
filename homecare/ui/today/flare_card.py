"""A flare: common, usually short, and what to do."""

import flet as ft

from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _, dates


def flare_card(care: CareState, look: Look) -> list[ft.Control]:
    """The card of a flare that is going on; nothing otherwise."""
    flare = care.today.flare
    if flare is None:
        return []
    guide = care.library.diary.flare
    parts: list[ft.Control] = [
        look.heading(_("A flare")),
        look.body(guide.say),
        look.note(
            _("Since {day}. The week before, your worst pain was {mean} on average.").format(
                day=dates.day_name(flare.since), mean=f"{flare.mean_before:.1f}"
            )
        ),
    ]
    return [look.card(*parts, tone="amber")]
