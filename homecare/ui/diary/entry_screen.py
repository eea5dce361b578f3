"""A diary entry, new or to be changed: every question of the diary, nothing preset, nothing lost."""

from datetime import date
from urllib.parse import parse_qs, urlparse

import flet as ft

from homecare.domain.records.diary import DiaryEntry, diary_day
from homecare.ui.diary.entry_editor import EntryEditor
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import empty_state, screen
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _

CAME_FROM = ("/", "/diary", "/aftercare")


@ft.component
def NewEntry() -> ft.View:
    """An entry for now, or for the day named in the address (today or yesterday)."""
    care = use_care()
    asked = parse_qs(urlparse(ft.context.page.route or "").query)
    back = ft.use_memo(lambda: _came_from(asked), [])
    day = ft.use_memo(lambda: _day_asked(care, asked), [])
    return EntryEditor(None, day, back)


@ft.component
def EditEntry() -> ft.View:
    """An entry that is there already; what it said before is kept with it."""
    care = use_care()
    look = ft.use_context(LookCtx)
    params = ft.use_route_params()
    entry = ft.use_memo(lambda: _entry_at(care, params), [])
    if entry is None:
        return _gone(look)
    return EntryEditor(entry, entry.day, f"/diary/day/{entry.day}")


def _entry_at(care: CareState, params: dict[str, str]) -> DiaryEntry | None:
    try:
        day = date.fromisoformat(params["day"])
    except (KeyError, ValueError):
        return None
    return care.store.entry(params.get("id", ""), day=day)


def _came_from(asked: dict[str, list[str]]) -> str:
    """The screen to go back to: only ones that this app has."""
    wanted = asked.get("from", ["/"])[0]
    day = _read_day(wanted.removeprefix("/diary/day/"))
    if day is not None:
        return f"/diary/day/{day}"
    return wanted if wanted in CAME_FROM else "/"


def _day_asked(care: CareState, asked: dict[str, list[str]]) -> date:
    today = diary_day(care.now())
    day = _read_day(asked.get("day", [""])[0])
    fits = day is not None and 0 <= (today - day).days <= care.library.diary.late_entry_days
    return day if fits and day is not None else today


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _gone(look: Look) -> ft.View:
    page = ft.context.page
    body = empty_state(
        look,
        title=_("This entry is not in the diary"),
        text=_("It may have been deleted, or the link is old."),
        action=look.primary(_("Go to the diary"), lambda: page.navigate("/diary")),
    )
    return screen(look, title=_("Entry"), body=[body], back="/diary")
