"""What a backup would add, change and leave, and the choice to bring it back."""

from collections.abc import Callable
from functools import partial

import flet as ft

from homecare.exchange.backup.backup import Backup
from homecare.exchange.backup.merge import Counts, MergePreview
from homecare.handover.formats import restore_preview
from homecare.ui.kit.choices import radio
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.share.restore_acts import restore
from homecare.ui.state.care import use_care
from homecare.wording import _
from homecare.wording.handover import to_come_text
from homecare.wording.report import day

MERGE, REPLACE = "merge", "replace"


@ft.component
def RestorePreview(found: Backup, on_done: Callable[[str], None]) -> ft.Control:
    """The cards for an opened backup; `on_done` is told what became of its records."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    way, set_way = ft.use_state(MERGE)
    asked, set_asked = ft.use_state(0)
    busy, set_busy = ft.use_state(False)
    replacing = way == REPLACE
    known = [found, replacing, care.store.revision()]
    shown = ft.use_memo(partial(restore_preview, care.store, found, replacing=replacing), known)

    async def bring() -> None:
        set_asked(0)
        set_busy(True)
        try:
            said = await restore(care, found, replacing=replacing)
        finally:
            set_busy(False)
        if said is not None:
            on_done(said)

    idle = not shown.records and shown.patient is None and not replacing
    ft.use_dialog(replace_dialog(look, asked, set_asked, lambda: page.run_task(bring)))
    words = _("Replace everything") if replacing else _("Bring it back")
    return look.card(
        look.heading(_("What would change")),
        look.note(
            _("A backup made on {day}. Nothing has changed yet.").format(day=day(found.exported_at.date()))
        ),
        *_lines(look, shown),
        *([look.body(_("Everything in the backup is on this device already."))] if idle else []),
        _ways(look, way, set_way),
        look.primary(
            _("Bringing it back…") if busy else words,
            lambda: set_asked(1) if replacing else page.run_task(bring),
            icon=ft.Icons.SETTINGS_BACKUP_RESTORE,
            disabled=busy or idle,
        ),
    )


def _ways(look: Look, way: str, on_way: Callable[[str], None]) -> ft.Control:
    return ft.RadioGroup(
        value=way,
        on_change=lambda e: on_way(str(e.control.value)),
        content=ft.Column(
            [
                radio(
                    look,
                    _("Add to what is here"),
                    MERGE,
                    hint=_("Where a record is in both, the newer one stays. Nothing is removed."),
                    key=MERGE,
                ),
                radio(
                    look,
                    _("Replace what is here"),
                    REPLACE,
                    hint=_("After that, this device holds only what is in the backup, settings included."),
                    key=REPLACE,
                ),
            ],
            spacing=0,
            tight=True,
        ),
    )


def _lines(look: Look, shown: MergePreview) -> list[ft.Control]:
    kinds = (
        (_("Diary entries"), shown.entries),
        (_("Exercise sessions"), shown.sessions),
        (_("Needling sessions"), shown.needlings),
        (_("Decisions of your plan"), shown.plan),
    )
    lines: list[ft.Control] = [_line(look, name, counts) for name, counts in kinds if counts != Counts()]
    if not lines:
        lines.append(look.body(_("The backup holds no records.")))
    if shown.settings_change:
        lines.append(look.body(_("Your settings become those of the backup.")))
    return lines


def _line(look: Look, name: str, counts: Counts) -> ft.Control:
    said = to_come_text(counts.added, counts.changed, counts.left, counts.removed)
    return ft.MergeSemantics(
        content=ft.Column(
            [look.text(name, weight=ft.FontWeight.W_600), look.body(said)], spacing=2, tight=True
        )
    )


def replace_dialog(
    look: Look, asked: int, on_ask: Callable[[int], None], on_yes: Callable[[], object]
) -> ft.AlertDialog | None:
    """The first or second question, None while nothing is asked (0)."""
    if not asked:
        return None
    questions = (
        _("Every record on this device that is not in the backup is removed."),
        _("Nothing can bring removed records back. Are you sure?"),
    )
    go_on = (
        look.link(_("Go on"), lambda: on_ask(2), color=ft.Colors.ERROR)
        if asked == 1
        else look.link(_("Replace my records"), on_yes, color=ft.Colors.ERROR)
    )
    return ft.AlertDialog(
        modal=True,
        title=look.text(_("Replace everything?") if asked == 1 else _("Really replace everything?"), size=20),
        content=look.body(questions[asked - 1]),
        actions=[look.link(_("Keep my records"), lambda: on_ask(0)), go_on],
        on_dismiss=lambda: on_ask(0),
        scrollable=True,
    )
