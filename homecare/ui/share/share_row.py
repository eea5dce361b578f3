"""One file to share: what it is called, what it contains and who can read it, and the way to save it."""

from collections.abc import Callable

import flet as ft

from homecare.ui.kit.file_card import file_heading, outcome
from homecare.ui.kit.look import LookCtx
from homecare.ui.share.acts import Wish
from homecare.ui.share.saving import use_saving
from homecare.ui.state.care import use_care
from homecare.wording import _


@ft.component
def ShareRow(
    kind: str,
    icon: ft.IconData,
    name: str,
    said: str,
    *,
    action: str,
    wish: Callable[[], Wish],
    first: bool = False,
    choice: Callable[[], ft.Control] | None = None,
    key: str = "",
) -> ft.Control:
    """A card for the format `kind`; `action` is what its button says, `first` the main one of the screen.

    `choice` makes the control for what can be chosen about the file. `wish` is asked what to save when the
    button is tapped, since the choice may be newer than the picture. Flet takes `key` to tell rows apart.
    """
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    saving = use_saving(care)
    button = look.primary if first else look.secondary
    parts: list[ft.Control] = [
        file_heading(look, icon, name),
        look.body(said),
        *([choice()] if choice is not None else []),
        button(
            _("Preparing…") if saving.busy else action,
            lambda: page.run_task(saving.save, kind, wish()),
            icon=ft.Icons.DOWNLOAD,
            disabled=saving.busy,
        ),
    ]
    return look.card(*parts, *outcome(look, saving.told, saving.wrong))
