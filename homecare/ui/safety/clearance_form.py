"""What a clinician said, as the patient writes it down: who and when, and asked again before it is kept."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date

import flet as ft

from homecare.domain.records.diary import diary_day
from homecare.ui.kit.fields import NAME_LIMIT, TypedField, pick_day
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import LookCtx
from homecare.ui.safety.acts import give_clearance
from homecare.ui.state.care import use_care
from homecare.wording import _, dates


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearanceWords:
    """What the form says: `intro` first, `label` of the name, `button`, `sure` with {name} and {day}."""

    intro: str
    label: str
    button: str
    sure: str


@ft.component
def ClinicianSaid(
    words: ClearanceWords,
    on_yes: Callable[[str, date], Awaitable[object]],
    *,
    dated: bool = True,
    key: str = "",
) -> ft.Control:
    """A name, and a day where it is `dated`; `on_yes` gets both once the patient has said yes again.

    Flet takes `key` to tell forms apart.
    """
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    today = diary_day(care.now())
    name, typed = use_latest("")
    day, chosen = use_latest(today)
    asking, ask = use_latest(False)

    async def give() -> None:
        if ask.now:  # a second tap on the same Yes says nothing new
            ask.put(False)
            await on_yes(typed.now.strip(), chosen.now)

    def pick() -> None:
        first = date(day.year - 1, day.month, 1)
        pick_day(day, first=first, last=today, zone=care.host.zone, on_day=chosen.put)

    sure = words.sure.format(name=name.strip(), day=dates.day_name(day))
    ft.use_dialog(
        ft.AlertDialog(
            modal=True,
            scrollable=True,
            title=look.text(_("Is this right?"), size=20),
            content=look.body(sure),
            actions=[
                look.link(_("Go back"), lambda: ask.put(False)),
                look.link(_("Yes, they did"), lambda: page.run_task(give)),
            ],
            on_dismiss=lambda: ask.put(False),
        )
        if asking
        else None
    )
    parts: list[ft.Control] = [
        look.note(words.intro),
        TypedField(words.label, "", typed.put, limit=NAME_LIMIT, key="cleared-by"),
    ]
    if dated:
        said_on = _("Said on {day}").format(day=dates.day_name(day))
        parts.append(look.link(said_on, pick, icon=ft.Icons.CALENDAR_MONTH_OUTLINED))
    parts.append(look.secondary(words.button, lambda: ask.put(True), disabled=not name.strip()))
    return ft.Column(parts, spacing=8, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


@ft.component
def ClearanceForm(condition: str, clearance: str, *, key: str = "") -> ft.Control:
    """A gate that only a clinician opens. Flet takes `key` to tell gates apart."""
    care = use_care()
    words = ClearanceWords(
        intro=_("Only a clinician can open this. Write down who did, and when, after they said so."),
        label=_("Name of the clinician"),
        button=_("A clinician says I may go on"),
        sure=_("Did {name} say on {day} that you may go on?"),
    )

    async def give(by: str, day: date) -> None:
        await give_clearance(care, condition, clearance, by, day)

    return ClinicianSaid(words, give, key=key)
