"""The full backup: its age, an optional password, and the way to save it."""

import flet as ft

from homecare.ui.kit.choices import tick_box
from homecare.ui.kit.fields import PasswordField
from homecare.ui.kit.file_card import file_heading, outcome
from homecare.ui.kit.look import LookCtx
from homecare.ui.share.acts import Wish
from homecare.ui.share.saving import use_saving
from homecare.ui.state.care import use_care
from homecare.wording import _
from homecare.wording.handover import backup_age_text


@ft.component
def BackupRow(*, key: str = "") -> ft.Control:
    """The card that saves everything in one file. Flet takes `key` to tell it from its neighbours."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    saving = use_saving(care)
    sealing, set_sealing = ft.use_state(False)
    nameless, set_nameless = ft.use_state(False)
    password = ft.use_ref("")

    def typed(text: str) -> None:
        password.current = text
        saving.tell("")

    def seal(yes: bool) -> None:
        password.current = ""
        saving.tell("")
        set_sealing(yes)

    def save() -> None:
        secret = (password.current or "") if sealing else None
        page.run_task(saving.save, "json", Wish(days=None, nameless=nameless), secret)

    parts: list[ft.Control] = [
        file_heading(look, ft.Icons.INVENTORY_2_OUTLINED, _("Full backup")),
        look.body(
            _(
                "Everything in this app in one file, notes included, to keep safe or to move to another "
                "device; anyone who has the file can read it, unless you set a password."
            )
        ),
        look.note(backup_age_text(care.settings.last_backup_at, care.today.at)),
        tick_box(look, _("Set a password"), sealing, seal),
    ]
    if care.store.patient():
        words = _("Leave out my name, date of birth and clinic number")
        parts.append(tick_box(look, words, nameless, set_nameless))
    if sealing:
        helper = _("At least 8 characters. Write it down: without it nobody can open the backup.")
        parts.append(PasswordField(_("Password"), typed, helper=helper, fault=saving.wrong, key="password"))
    parts.append(
        look.secondary(
            _("Preparing…") if saving.busy else _("Save the backup"),
            save,
            icon=ft.Icons.DOWNLOAD,
            disabled=saving.busy,
        )
    )
    return look.card(*parts, *outcome(look, saving.told, "" if sealing else saving.wrong))
