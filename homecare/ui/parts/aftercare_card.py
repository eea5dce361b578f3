"""After needling: where you are on the timeline, and the next thing to do."""

import flet as ft

from homecare.ui.look import Look
from homecare.ui.state import CareState
from homecare.wording import _, dates, ngettext
from homecare.wording.placeholders import fill

WINDOW_H = 72


def aftercare_card(care: CareState, look: Look) -> list[ft.Control]:
    """The aftercare card within the window after a needling session; nothing outside it."""
    now = care.today.aftercare
    if now is None:
        return []
    page = ft.context.page
    window = next((one for one in care.library.aftercare.timeline if one.id == now.window), None)
    hours = ngettext("{n} hour since needling", "{n} hours since needling", now.hours_since).format(
        n=now.hours_since
    )
    parts: list[ft.Control] = [
        ft.Row(
            [
                ft.Icon(ft.Icons.HEALING, color=ft.Colors.PRIMARY),
                ft.Container(look.heading(hours), expand=True),
            ]
        ),
        ft.ProgressBar(
            value=min(now.hours_since / WINDOW_H, 1.0),
            bar_height=8,
            border_radius=4,
            semantics_label=_("Time since needling"),
            semantics_value=round(min(now.hours_since / WINDOW_H, 1.0) * 100),
        ),
    ]
    if window is not None:
        parts.append(look.body(f"{window.expect[0]} {window.do[min(1, len(window.do) - 1)]}"))
    if now.soreness_says:
        parts.append(look.body(fill(now.soreness_says, care.settings)))
    due = [one for one in now.reminders if one.status == "due"]
    waiting = [one for one in now.reminders if one.status in ("waiting", "snoozed")]
    if due:
        parts.append(look.note(_("Now: {title}").format(title=due[0].title)))
    elif waiting:
        parts.append(
            look.note(
                _("Next: {title}, {when}").format(
                    title=waiting[0].title, when=dates.when(waiting[0].at, care.now())
                )
            )
        )
    parts.append(
        ft.Row(
            [
                look.secondary(_("Open aftercare"), lambda: page.navigate("/aftercare")),
                look.link(_("Warning signs"), lambda: page.navigate("/aftercare/warning-signs")),
            ],
            wrap=True,
        )
    )
    return [look.card(*parts, tone="accent")]
