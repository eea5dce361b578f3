"""Who reminds the patient: the device while the app is open, or the calendar, and a way to try it."""

from collections.abc import Callable

import flet as ft

from homecare.ui.kit.file_card import outcome
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.share.acts import Wish, use_saving
from homecare.ui.state.care import use_care
from homecare.ui.state.device import Reminding
from homecare.wording import _

UNKNOWN: Reminding | None = None


@ft.component
def RemindingCard(*, key: str = "") -> ft.Control:
    """Says which way is active now. Flet takes `key` to tell it from its neighbours."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    state, set_state = ft.use_state(UNKNOWN)
    saving = use_saving(care)
    reminders = care.device.reminders

    async def look_up() -> None:
        set_state(await reminders.state())

    async def allow() -> None:
        set_state(await reminders.ask())

    async def test() -> None:
        if await reminders.show("test", _("homecare"), _("This is how homecare reminds you.")):
            saving.tell(_("Sent. If you do not see it, look at this device's settings for notifications."))
        else:
            saving.fail(_("This device did not show it. Use your calendar instead."))

    ft.use_effect(look_up, [], lambda: None)
    return look.card(
        look.heading(_("How you are reminded")),
        look.body(_said(state)),
        *_buttons(look, state, lambda: page.run_task(allow), lambda: page.run_task(test)),
        look.note(
            _(
                "Your phone's own calendar reminds you while homecare is closed, too; anyone who sees that "
                "calendar can read it."
            )
        ),
        look.secondary(
            _("Save the reminders for your calendar"),
            lambda: page.run_task(saving.save, "ics", Wish(days=None)),
            icon=ft.Icons.EVENT_OUTLINED,
        ),
        *outcome(look, saving.told, saving.wrong),
    )


def _said(state: Reminding | None) -> str:
    return {
        "never": _(
            "homecare shows what is due on its own screen and cannot send notifications here. "
            "Let your calendar remind you."
        ),
        "on-request": _(
            "homecare may send you notifications while it is open, also in the background, once you allow it."
        ),
        "on": _("homecare sends you notifications while it is open, also in the background."),
        "refused": _(
            "Notifications of homecare are switched off in this browser. Allow them in its settings for this "
            "site, or let your calendar remind you."
        ),
        None: "",
    }[state]


def _buttons(
    look: Look, state: Reminding | None, on_allow: Callable[[], object], on_test: Callable[[], object]
) -> list[ft.Control]:
    if state == "on-request":
        allow = _("Allow notifications")
        return [look.secondary(allow, on_allow, icon=ft.Icons.NOTIFICATIONS_ACTIVE_OUTLINED)]
    if state == "on":
        return [look.secondary(_("Test my reminder"), on_test, icon=ft.Icons.NOTIFICATIONS_ACTIVE_OUTLINED)]
    return []
