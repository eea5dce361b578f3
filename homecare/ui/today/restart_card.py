"""After four silent weeks: start the plan again with a new first week, or end it."""

import flet as ft

from homecare.ui.kit.look import Look
from homecare.ui.plan.acts import end_all, start_again
from homecare.ui.state.care import CareState
from homecare.wording import _


def restart_card(care: CareState, look: Look) -> list[ft.Control]:
    """The question whether to start again; nothing while the diary is kept."""
    if not care.today.restart_due:
        return []
    page = ft.context.page
    return [
        look.card(
            look.heading(_("Start your plan again?")),
            look.body(
                _(
                    "There is no entry from the last four weeks. Starting again keeps your diary, stays in "
                    "the same phase, and makes this week the one to compare with."
                )
            ),
            ft.Row(
                [
                    look.secondary(_("Start again"), lambda: page.run_task(start_again, care)),
                    look.link(_("I have stopped"), lambda: page.run_task(end_all, care)),
                ],
                wrap=True,
            ),
            tone="info",
        )
    ]
