"""What a second tab shows: the diary is open in another one, and how to go on here."""

from collections.abc import Awaitable, Callable

import flet as ft

from homecare.ui.kit.look import Look
from homecare.wording import _


@ft.component
def OtherTab(free: Callable[[], Awaitable[bool]], on_go: Callable[[], Awaitable[object]]) -> ft.Control:
    """Says that only one tab may write; the button goes on here once `free` says that the other is closed."""
    page = ft.context.page
    dark = page.platform_brightness == ft.Brightness.DARK
    look = Look(dark=dark)
    still_open, set_still_open = ft.use_state(False)

    async def go_on() -> None:
        set_still_open(False)
        if await free():
            await on_go()
        else:
            set_still_open(True)

    said: list[ft.Control] = [
        look.title(_("homecare is open in another tab")),
        look.body(
            _(
                "Your diary can be open in one tab or window at a time, so that nothing is lost. "
                "Close the other one, then go on here."
            )
        ),
    ]
    if still_open:
        words = _("It is still open in another tab or window. Close that one first.")
        said.append(ft.Semantics(live_region=True, content=look.body(words, color=ft.Colors.ERROR)))
    button = look.primary(_("Go on here"), lambda: page.run_task(go_on))
    return ft.Container(look.card(*said, button), padding=24)
