"""The screens of a diary entry, new or to be changed: nothing is preset, and nothing is lost by leaving."""

from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qs, urlparse

import flet as ft

from homecare.domain.records.diary import DiaryEntry, diary_day
from homecare.domain.records.entry_time import named_day
from homecare.ui.diary import acts
from homecare.ui.diary.entry_draft import CLOCK
from homecare.ui.diary.entry_editing import Editing, use_editing
from homecare.ui.diary.entry_fields import EntryWhen
from homecare.ui.diary.entry_form import SECTIONS, entry_form
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Handler, Look, LookCtx
from homecare.ui.kit.screen import empty_state, screen
from homecare.ui.kit.undo_bar import show_undo
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, dates

CAME_FROM = ("/", "/diary", "/aftercare")
CLOSED: frozenset[str] = frozenset()


@ft.component
def NewEntry() -> ft.View:
    """An entry for now, or for the day named in the address (today or yesterday)."""
    care = use_care()
    asked = parse_qs(urlparse(ft.context.page.route or "").query)
    back = ft.use_memo(lambda: _came_from(asked), [])
    day = ft.use_memo(lambda: _day_asked(care, asked), [])
    return _EntryEditor(None, day, back)


@ft.component
def EditEntry() -> ft.View:
    """An entry that is there already; what it said before is kept with it."""
    care = use_care()
    look = ft.use_context(LookCtx)
    params = ft.use_route_params()
    entry = ft.use_memo(lambda: _entry_at(care, params), [])
    if entry is None:
        return _gone(look)
    return _EntryEditor(entry, entry.day, f"/diary/day/{entry.day}")


def _entry_at(care: CareState, params: dict[str, str]) -> DiaryEntry | None:
    day = named_day(params.get("day", ""))
    return care.store.entry(params.get("id", ""), day=day) if day is not None else None


def _came_from(asked: dict[str, list[str]]) -> str:
    """The screen to go back to: only ones that this app has."""
    wanted = asked.get("from", ["/"])[0]
    day = named_day(wanted.removeprefix("/diary/day/"))
    if day is not None:
        return f"/diary/day/{day}"
    return wanted if wanted in CAME_FROM else "/"


def _day_asked(care: CareState, asked: dict[str, list[str]]) -> date:
    today = diary_day(care.now())
    day = named_day(asked.get("day", [""])[0])
    fits = day is not None and 0 <= (today - day).days <= care.library.diary.late_entry_days
    return day if fits and day is not None else today


def _gone(look: Look) -> ft.View:
    page = ft.context.page
    body = empty_state(
        look,
        title=_("This entry is not in the diary"),
        text=_("It may have been deleted, or the link is old."),
        action=look.primary(_("Go to the diary"), lambda: page.navigate("/diary")),
    )
    return screen(look, title=_("Entry"), body=[body], back="/diary")


@ft.component
def _EntryEditor(old: DiaryEntry | None, day: date, back: str) -> ft.View:
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
        editing.form.discard()
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

    ft.use_dialog(_leaving_dialog(look, lambda: set_asking(False), leave) if asking else None)
    head = EntryWhen(editing, care.today.day, _days_back(care, old))
    wrong = frozenset(
        section for section, names in SECTIONS.items() if any(name in editing.faults for name in names)
    )
    return screen(
        look,
        title=_("Add to the diary") if old is None else _("Change the entry"),
        subtitle="" if old is None else dates.day_name(old.day),
        body=[
            *_notices(care, look, old),
            *entry_form(look, editing, opened=opened | wrong, on_toggle=toggle, head=head),
        ],
        back=back,
        on_back=lambda: set_asking(True) if editing.changed else leave(),
        bottom=_foot(look, editing, save, saving),
    )


def _days_back(care: CareState, old: DiaryEntry | None) -> int:
    return care.library.diary.late_entry_days if old is None else 0


def _notices(care: CareState, look: Look, old: DiaryEntry | None) -> list[ft.Control]:
    """What a change does to the entry; an old one can only be corrected (late_entry in the content)."""
    if old is None:
        return []
    return [look.card(look.body(correction_notice(care, old)), tone="info", key="notice")]


def correction_notice(care: CareState, old: DiaryEntry) -> str:
    """What becomes of the answers that a correction replaces, and whether the entry is an old one."""
    if (diary_day(care.now()) - old.day).days > care.library.diary.edit_days:
        return _("This entry is from some days ago. You can correct it; what it said before is kept with it.")
    return _("What it said before is kept with the entry.")


def _foot(look: Look, editing: Editing, save: Handler, saving: bool) -> ft.Control:
    """Save, and above it what is wrong; the button keeps its place so that no tap goes astray."""
    faults = editing.faults
    said = faults.get("", _wrong_names(editing)) if faults else ""
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


def _wrong_names(editing: Editing) -> str:
    """Which answers cannot be saved, by the names their fields have."""
    diary = editing.care.library.diary
    names = [_("Time") if name == CLOCK else diary.field(name).label for name in editing.faults if name]
    return _("Not saved yet. Please look again at: {names}.").format(names=", ".join(names))


def _tell(page: ft.Page, look: Look, care: CareState, old: DiaryEntry | None, saved: DiaryEntry) -> None:
    async def undo() -> None:
        if old is None:
            await acts.delete_entry(care, saved)
        else:
            await care.save(lambda store: store.replace_entry(old))

    show_undo(page, look, _("Saved"), undo)


def _leaving_dialog(look: Look, on_stay: Callable[[], None], on_leave: Callable[[], None]) -> ft.AlertDialog:
    """Stay is the safe answer and stands first."""
    return ft.AlertDialog(
        modal=True,
        title=look.text(_("Leave without saving?"), size=20, weight=ft.FontWeight.W_600),
        content=look.body(_("Your answers have not been saved yet.")),
        actions=[
            look.link(_("Stay here"), on_stay),
            look.link(_("Leave without saving"), on_leave, color=ft.Colors.ERROR),
        ],
        on_dismiss=on_stay,
    )
