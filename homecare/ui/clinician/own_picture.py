"""The picture of a clinician's own exercise: a file of limited size, looked at before it is taken."""

from base64 import b64decode, b64encode

import flet as ft

from homecare.domain.records.picture import MOST_PICTURE_BYTES, picture_kind
from homecare.exchange.reading.intake import IntakeError
from homecare.ui.clinician.plan_draft import Change, ItemDraft, put_own
from homecare.ui.kit.look import LookCtx
from homecare.ui.state.care import use_care
from homecare.ui.state.picking import one_file, picked_files, use_reading
from homecare.wording import _

HEIGHT = 160


@ft.component
def OwnPicture(draft: ItemDraft, change: Change, *, key: str = "") -> ft.Control:
    """The picture with a way to choose, to replace and to remove it. Flet takes `key` to tell lists apart."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    wrong, set_wrong = ft.use_state("")
    _said, reading = use_reading()
    picture = draft.own.picture if draft.own is not None else ""

    async def choose() -> None:
        set_wrong("")
        try:
            offered = await picked_files(care)
            if not offered:
                return
            file = await one_file(offered)
            if file.size > MOST_PICTURE_BYTES:
                await file.let_go()
                raise IntakeError(_too_large(file.size))
            data = await reading.content(file)
            if data is None:
                return
            if picture_kind(data) is None:
                raise IntakeError(
                    _("This is not a PNG or JPEG picture that can be shown; choose another one.")
                )
        except IntakeError as fault:
            set_wrong(str(fault))
        else:
            put_own(change, picture=b64encode(data).decode())

    words = _("Choose another picture") if picture else _("Choose a picture")
    ways: list[ft.Control] = [look.link(words, lambda: page.run_task(choose), icon=ft.Icons.IMAGE_OUTLINED)]
    if picture:
        ways.append(look.link(_("No picture"), lambda: put_own(change, picture=""), icon=ft.Icons.CLOSE))
    rows: list[ft.Control] = []
    if picture:
        image = ft.Image(src=b64decode(picture), height=HEIGHT, fit=ft.BoxFit.CONTAIN)
        rows.append(ft.Semantics(image=True, label=_("Your picture"), content=image))
    rows.append(ft.Row(ways, wrap=True))
    rows.append(look.note(_size_said()))
    if wrong:
        rows.append(ft.Semantics(live_region=True, content=look.body(wrong, color=ft.Colors.ERROR)))
    return ft.Column(rows, spacing=4, tight=True)


def _size_said() -> str:
    return _(
        "PNG or JPEG, up to {most} kB. A plan with a picture is handed over as a file, not as a code."
    ).format(most=MOST_PICTURE_BYTES // 1024)


def _too_large(size: int) -> str:
    return _(
        "The picture is {n} kB, and the limit is {most} kB. Make it smaller and choose it again."
    ).format(n=size // 1024, most=MOST_PICTURE_BYTES // 1024)
