"""What the window says about the diary folder: it cannot be opened, is open elsewhere, was repaired."""

from collections.abc import Awaitable, Callable

import flet as ft

from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.storage_faults import recovery_sentence


@ft.component
def FolderProblem(sentence: str) -> ft.Control:
    """One sentence that says what is wrong and what to do; nothing stored has been touched."""
    look = Look()
    return ft.Container(
        look.card(look.title(_("Your diary cannot be opened")), look.body(sentence), tone="amber"),
        padding=24,
    )


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


def recovery_notice(care: CareState, look: Look) -> ft.AlertDialog | None:
    """A dialog with one sentence per recovery; None when nothing was found or all was confirmed."""
    found = care.recovered
    if not found:
        return None
    sentences = dict.fromkeys(map(recovery_sentence, found))
    return ft.AlertDialog(
        modal=True,
        scrollable=True,
        title=look.text(_("Please check your diary"), size=20),
        content=ft.Column([look.body(sentence) for sentence in sentences], tight=True, spacing=8),
        actions=[look.link(_("I have read this"), care.told_recovered)],
        on_dismiss=care.told_recovered,
    )
