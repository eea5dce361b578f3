"""Files under a password, and the field for it: a clinician opens them with what the patient told."""

from collections.abc import Callable
from typing import Final

import flet as ft

from homecare.ui.clinician.acts import open_sealed
from homecare.ui.kit import theme
from homecare.ui.kit.fields import PasswordField
from homecare.ui.kit.look import LookCtx
from homecare.ui.state.care import use_care
from homecare.wording import _, ngettext
from homecare.wording.foreign_text import one_line_name

FIELD: Final = 480
"""Width of the field on a wide screen: a password is short."""


@ft.component
def SealedFiles(on_progress: Callable[[int, int], None], on_done: Callable[[], None]) -> ft.Control:
    """The files that wait for a password; one password is tried on each of them, and kept nowhere."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    busy, set_busy = ft.use_state(False)
    password = ft.use_ref("")
    sealed = care.clinic.sealed

    def typed(text: str) -> None:
        password.current = text

    async def try_it() -> None:
        set_busy(True)
        try:
            await open_sealed(care, password.current or "", on_progress)
        finally:
            set_busy(False)
            on_done()

    def open_them() -> None:
        page.run_task(try_it)

    count = len(sealed)
    heading = ngettext("{n} file has a password", "{n} files have a password", count).format(n=count)
    lines = [
        look.text(_("{file}: {why}").format(file=name, why=file.fault) if file.fault else name)
        for file in sealed
        for name in (one_line_name(file.file),)
    ]
    field = ft.Column(
        [
            PasswordField(_("Password that the patient told you"), typed),
            look.primary(
                _("Reading…") if busy else _("Open with this password"),
                open_them,
                icon=ft.Icons.LOCK_OPEN_OUTLINED,
                disabled=busy,
            ),
        ],
        tight=True,
        spacing=theme.GAP,
        width=FIELD if look.wide else None,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return look.card(
        ft.Semantics(live_region=True, content=look.heading(heading)),
        *lines,
        ft.Row([field]) if look.wide else field,
    )
