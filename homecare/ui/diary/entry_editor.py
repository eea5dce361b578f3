"""The screen of an entry: the form, Save in reach, and a question before answers are thrown away."""

from datetime import date

import flet as ft

from homecare.domain.records.diary import DiaryEntry, diary_day
from homecare.ui.diary import acts
from homecare.ui.diary.entry_editing import Editing, use_editing
from homecare.ui.diary.entry_form import entry_form
from homecare.ui.diary.entry_leaving import leaving_dialog
from homecare.ui.diary.entry_sections import SECTIONS, Filling
from homecare.ui.diary.entry_start import exercises_from_sessions
from homecare.ui.diary.entry_when import EntryWhen
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Handler, Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.kit.undo_bar import show_undo
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, dates

CLOSED: frozenset[str] = frozenset()


@ft.component
def EntryEditor(old: DiaryEntry | None, day: date, back: str) -> ft.View:
    """A new entry, or `old` to be changed; `back` is the screen the patient came from."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    editing = use_editing(care, old, day)
    opened, set_opened = ft.use_state(CLOSED)
    asking, set_asking = ft.use_state(False)
    saving, busy = use_latest(False)

    def toggle(section: str) -> None:
        set_opened(lambda now: now - {section} if section in now else now | {section})

    def leave() -> None:
        editing.leave()
        set_asking(False)
        page.navigate(back)

    async def save() -> None:
        if busy.now:
            return
        if old is not None and not editing.changed:
            leave()
            return
        entry = editing.entry()
        if entry is None:
            return
        busy.put(True)
        saved = await editing.save(entry)
        busy.put(False)
        if saved is not None:
            _tell(page, look, care, old, saved)
            page.navigate(back)

    ft.use_dialog(leaving_dialog(look, lambda: set_asking(False), leave) if asking else None)
    filling = _filling(care, editing)
    head = EntryWhen(filling, care.today.day, _days_back(care, old), editing.move_to)
    wrong = frozenset(one for one in SECTIONS if any(name in editing.faults for name in SECTIONS[one]))
    return screen(
        look,
        title=_("Add to the diary") if old is None else _("Change the entry"),
        subtitle="" if old is None else dates.day_name(old.day),
        body=[
            *_notices(care, look, old),
            *entry_form(care, look, filling, opened=opened | wrong, on_toggle=toggle, head=head),
        ],
        back=back,
        on_back=lambda: set_asking(True) if editing.changed else leave(),
        bottom=_foot(look, editing, save, saving),
    )


def _filling(care: CareState, editing: Editing) -> Filling:
    counted = exercises_from_sessions(care, editing.draft.day) if editing.old is None else None
    return Filling(
        draft=editing.draft,
        change=editing.choose,
        typed=editing.typed,
        write=editing.write,
        faults=editing.faults,
        from_sessions=counted is not None and counted == editing.draft.exercises_done,
    )


def _days_back(care: CareState, old: DiaryEntry | None) -> int:
    return care.library.diary.late_entry_days if old is None else 0


def _notices(care: CareState, look: Look, old: DiaryEntry | None) -> list[ft.Control]:
    """What a change does to the entry; an old one can only be corrected (content/diary.toml, late_entry)."""
    if old is None:
        return []
    said = _("What it said before is kept with the entry.")
    if (diary_day(care.now()) - old.day).days > care.library.diary.edit_days:
        said = _("This entry is from some days ago. You can correct it; what it said before is kept with it.")
    return [look.card(look.body(said), tone="info", key="notice")]


def _foot(look: Look, editing: Editing, save: Handler, saving: bool) -> ft.Control:
    """Save, and above it what is wrong; the button keeps its place so that no tap goes astray."""
    faults = editing.faults
    said = faults.get("", _("Some answers need another look. Nothing has been saved yet.")) if faults else ""
    wrong = ft.Semantics(
        key="wrong",
        live_region=True,
        visible=bool(said),
        content=look.body(said, color=ft.Colors.ERROR),
    )
    button = look.primary(_("Save"), save, disabled=saving, icon=ft.Icons.CHECK)
    button.key = "save"
    return ft.Column(
        [wrong, button], spacing=6, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
    )


def _tell(page: ft.Page, look: Look, care: CareState, old: DiaryEntry | None, saved: DiaryEntry) -> None:
    async def undo() -> None:
        if old is None:
            await acts.delete_entry(care, saved)
        else:
            await care.save(lambda store: store.replace_entry(old))

    show_undo(page, look, _("Saved"), undo)
