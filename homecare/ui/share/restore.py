"""Restore: choose a backup, see what it would change, bring it back."""

from collections.abc import Callable

import flet as ft

from homecare.exchange.backup.backup import Backup
from homecare.ui.kit.fields import PasswordField
from homecare.ui.kit.file_card import reading_note
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.share.restore_acts import ChosenFile, chosen_file, opened
from homecare.ui.share.restore_preview import RestorePreview
from homecare.ui.state.care import use_care
from homecare.ui.state.picking import OfferedFile, use_files, use_reading
from homecare.wording import _

NO_FILE: ChosenFile | None = None
NO_BACKUP: Backup | None = None


@ft.component
def Restore() -> ft.View:
    """A file is chosen and opened; nothing changes before the patient has seen what would."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    file, set_file = ft.use_state(NO_FILE)
    found, set_found = ft.use_state(NO_BACKUP)
    wrong, set_wrong = ft.use_state("")
    done, set_done = ft.use_state("")
    busy, set_busy = ft.use_state(False)
    said, reading = use_reading()
    password = ft.use_ref("")

    async def open_it(picked: ChosenFile) -> None:
        set_busy(True)
        set_wrong("")
        try:
            set_found(await opened(picked, password.current or "", care.device.cipher))
        except ValueError as fault:
            set_wrong(str(fault))
        finally:
            set_busy(False)

    async def take(offered: list[OfferedFile]) -> None:
        password.current = ""
        try:
            picked = await chosen_file(offered, reading)
        except ValueError as fault:
            set_wrong(str(fault))
            return
        if picked is None:
            return
        for forget in (set_wrong, set_done):
            forget("")
        set_found(None)
        set_file(picked)
        if not picked.has_password:
            await open_it(picked)

    def typed(text: str) -> None:
        password.current = text
        set_wrong("")

    choose = use_files(care, take, set_wrong)
    body = [_choice(look, file, wrong, busy, lambda: page.run_task(choose))]
    if said:
        body.append(reading_note(look, said, reading.stop))
    if file is not None and file.has_password and found is None and not done:
        body.append(_password(look, file, typed, busy, lambda: page.run_task(open_it, file)))
    if found is not None and not done:
        body.append(RestorePreview(found, set_done))
    if done:
        body.append(_result(look, done, lambda: page.navigate("/")))
    return screen(look, title=_("Restore a backup"), body=body, back="/share")


def _choice(
    look: Look, file: ChosenFile | None, wrong: str, busy: bool, on_choose: Callable[[], object]
) -> ft.Control:
    parts: list[ft.Control] = [
        look.heading(_("The backup")),
        look.body(_("Choose a file that you saved as a full backup. Nothing changes until you say so.")),
    ]
    if file is not None:
        parts.append(look.text(file.name, weight=ft.FontWeight.W_600))
    button = look.primary if file is None else look.secondary
    words = _("Choose a file") if file is None else _("Choose another file")
    parts.append(
        button(_("Reading…") if busy else words, on_choose, icon=ft.Icons.FILE_OPEN_OUTLINED, disabled=busy)
    )
    if wrong:
        parts.append(ft.Semantics(live_region=True, content=look.body(wrong, color=ft.Colors.ERROR)))
    return look.card(*parts)


def _password(
    look: Look,
    file: ChosenFile,
    on_text: Callable[[str], None],
    busy: bool,
    on_open: Callable[[], object],
) -> ft.Control:
    return look.card(
        look.heading(_("It has a password")),
        PasswordField(_("Password of the backup"), on_text, key=file.name),
        look.primary(_("Open the backup"), on_open, icon=ft.Icons.LOCK_OPEN_OUTLINED, disabled=busy),
    )


def _result(look: Look, done: str, on_today: Callable[[], object]) -> ft.Control:
    return look.card(
        ft.Semantics(live_region=True, content=look.heading(_("Your backup is back"))),
        look.body(_("{said}.").format(said=done)),
        look.primary(_("To Today"), on_today, icon=ft.Icons.TODAY_OUTLINED),
        tone="green",
    )
