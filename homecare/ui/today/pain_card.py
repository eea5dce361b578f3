"""The pain now, in one tap."""

import flet as ft

from homecare.ui.diary import acts
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import LookCtx
from homecare.ui.kit.pain_keys import pain_keys
from homecare.ui.kit.undo_bar import show_undo
from homecare.ui.state.care import use_care
from homecare.wording import _, dates


@ft.component
def PainCard() -> ft.Control:
    """Eleven keys; a tap is saved at once and can be taken back."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    _saving, busy = use_latest(False)

    async def rate(nprs: int) -> None:
        if busy.now:
            return
        busy.put(True)
        entry = await acts.rate_pain(care, nprs)
        busy.put(False)
        if entry is not None:
            said = _("Saved: pain {n} of 10").format(n=nprs)
            show_undo(page, look, said, lambda: acts.delete_entry(care, entry))

    rated = [one for one in care.records.entries if one.pain_now is not None and one.day == care.today.day]
    parts: list[ft.Control] = [look.heading(_("How is your pain now?")), pain_keys(look, on_pick=rate)]
    if rated:
        last = rated[-1]
        said = _("Last: {n} of 10 at {time}").format(n=last.pain_now, time=dates.clock(last.at))
        parts.append(ft.Semantics(live_region=True, content=look.note(said)))
    parts.append(
        look.link(_("Add more to the diary"), lambda: page.navigate("/diary/new"), icon=ft.Icons.EDIT_NOTE)
    )
    return look.card(*parts)
