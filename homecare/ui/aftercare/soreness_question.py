"""How sore the needled muscle is: eleven keys, answered in place."""

import flet as ft

from homecare.domain.records.needling import Needling
from homecare.ui.aftercare import acts
from homecare.ui.diary import acts as diary
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import LookCtx
from homecare.ui.kit.pain_keys import pain_keys
from homecare.ui.kit.undo_bar import show_undo
from homecare.ui.state.care import use_care
from homecare.wording import _


@ft.component
def SorenessQuestion(needling: Needling, title: str, text: str, *, key: str = "") -> ft.Control:
    """A tap is saved as a diary entry of the session and can be taken back. Flet takes `key`."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    saving, busy = use_latest(False)

    async def rate(score: int) -> None:
        if busy.now:
            return
        busy.put(True)
        entry = await acts.rate_soreness(care, needling.id, score)
        busy.put(False)
        if entry is None:
            return

        async def undo() -> None:
            await diary.delete_entry(care, entry)

        show_undo(page, look, _("Saved: soreness {n} of 10").format(n=score), undo)

    return look.card(
        look.heading(title),
        look.body(text),
        pain_keys(look, on_pick=rate, soreness=True, disabled=saving),
        key=key or None,
    )
