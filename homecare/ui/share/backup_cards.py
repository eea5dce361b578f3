"""The backup: its card on Share, the offer on Today, and a word where the device may not keep the diary."""

import flet as ft

from homecare.domain.today.asking import backup_due
from homecare.ui.kit.choices import tick_box
from homecare.ui.kit.fields import PasswordField
from homecare.ui.kit.file_card import file_heading, outcome
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.share.acts import Wish, send_button, use_can_share, use_saving
from homecare.ui.state.care import CareState, use_care
from homecare.ui.state.device import Keeping
from homecare.wording import _
from homecare.wording.handover import backup_age_text


@ft.component
def BackupRow(*, key: str = "") -> ft.Control:
    """The card that saves everything in one file. Flet takes `key` to tell it from its neighbours."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    saving = use_saving(care)
    can_share = use_can_share(care, "json")
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

    def asked() -> tuple[str, Wish, str | None]:
        secret = (password.current or "") if sealing else None
        return "json", Wish(days=None, nameless=nameless), secret

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
            lambda: page.run_task(saving.save, *asked()),
            icon=ft.Icons.DOWNLOAD,
            disabled=saving.busy,
        )
    )
    parts += send_button(look, saving, can_share, lambda: page.run_task(saving.send, *asked()))
    return look.card(*parts, *outcome(look, saving.told, "" if sealing else saving.wrong))


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


def backup_card(care: CareState, look: Look) -> list[ft.Control]:
    """The offer of a backup; nothing while the last one is young or holds everything."""
    if not backup_due(care.records, care.today.at):
        return []
    page = ft.context.page
    return [
        look.card(
            look.note(
                _("{age} Your diary is kept on this device only.").format(
                    age=backup_age_text(care.settings.last_backup_at, care.today.at)
                )
            ),
            ft.Row(
                [
                    look.link(
                        _("Save a backup"),
                        lambda: page.navigate("/share?for=backup"),
                        icon=ft.Icons.INVENTORY_2_OUTLINED,
                    )
                ],
                wrap=True,
            ),
            gap=4,
        )
    ]
