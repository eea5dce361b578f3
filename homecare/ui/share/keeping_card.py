"""How long this device keeps the diary, said where it matters: nothing where it is kept for good."""

import flet as ft

from homecare.ui.kit.look import LookCtx
from homecare.ui.state.care import use_care
from homecare.ui.state.device import Keeping
from homecare.wording import _
from homecare.wording.handover import backup_age_text

UNKNOWN: Keeping | None = None


@ft.component
def KeepingCard(*, with_link: bool = True, key: str = "") -> ft.Control:
    """An honest word and the offer of a backup; `with_link` is False where the backup's own card is near.

    Flet takes `key` to tell it from its neighbours.
    """
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    keeping, set_keeping = ft.use_state(UNKNOWN)

    async def look_up() -> None:
        set_keeping(await care.device.shelf.keeping())

    ft.use_effect(look_up, [], lambda: None)
    if keeping in (None, "for-good"):
        return ft.Container(visible=False)
    said = {
        "while-room": _(
            "This browser keeps your diary, but may clear it when the device runs out of room. "
            "Save a backup now and then."
        ),
        "seven-days": _(
            "Safari clears what a website keeps after 7 days without a visit. Save a backup, add homecare to "
            "your home screen, open it from there and bring the backup back: there it is kept."
        ),
    }
    parts: list[ft.Control] = [
        look.heading(_("Where your diary is kept")),
        look.body(said[keeping]),
        look.note(backup_age_text(care.settings.last_backup_at, care.today.at)),
    ]
    if with_link:
        link = look.link(
            _("Save a backup"),
            lambda: page.navigate("/share?for=backup"),
            icon=ft.Icons.INVENTORY_2_OUTLINED,
        )
        parts.append(ft.Row([link], wrap=True))
    return look.card(*parts, gap=8)
