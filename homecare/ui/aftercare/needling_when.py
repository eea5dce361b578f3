"""When the needling session ended: today, yesterday or another day, and the time."""

from collections.abc import Callable
from datetime import timedelta

import flet as ft

from homecare.ui.aftercare.needling_draft import CLOCK, NeedlingDraft
from homecare.ui.kit.choice_of import choice_of
from homecare.ui.kit.day_picker import pick_day
from homecare.ui.kit.look import Look
from homecare.ui.kit.time_field import read_time
from homecare.ui.kit.typed_field import TypedField
from homecare.ui.state.care import CareState
from homecare.wording import _, dates

FURTHEST_BACK = timedelta(days=366)
Change = Callable[..., None]


def needling_when(
    care: CareState, look: Look, draft: NeedlingDraft, faults: dict[str, str], change: Change
) -> ft.Control:
    """Day and time of the end of the session; aftercare counts from there."""
    today = care.now().date()
    near = {"today": today, "yesterday": today - timedelta(days=1)}
    chosen = next((name for name, day in near.items() if day == draft.day), "other")

    def pick() -> None:
        pick_day(
            draft.day,
            first=today - FURTHEST_BACK,
            last=today,
            zone=care.host.zone,
            on_day=lambda day: change(day=day),
        )

    def choose(name: str) -> None:
        if name in near:
            change(day=near[name])
        else:
            pick()

    choices = (("today", _("Today")), ("yesterday", _("Yesterday")), ("other", _("Another day")))
    parts: list[ft.Control] = [
        look.heading(_("When did it end?")),
        choice_of(look, _("Day"), choices, chosen, choose),
    ]
    if chosen == "other":
        words = _("{day} – change").format(day=dates.day_name(draft.day))
        parts.append(
            look.link(
                words,
                pick,
                icon=ft.Icons.CALENDAR_MONTH_OUTLINED,
            )
        )
    parts.append(
        TypedField(
            _("Time"),
            draft.clock,
            lambda text: change(clock=text),
            check=read_time,
            fault=faults.get(CLOCK, ""),
            helper=_("The end of the session, like 10:30."),
            keyboard=ft.KeyboardType.DATETIME,
            key="ask-clock",
        )
    )
    return look.card(*parts)
