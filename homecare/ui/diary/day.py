"""One day of the diary: its entries, what was done, needling; change, delete, take back."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

import flet as ft

from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.entry_time import named_day
from homecare.ui.diary import acts
from homecare.ui.diary.day_events import needling_card, needlings_on, session_card
from homecare.ui.diary.entry_card import entry_card
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import empty_state, screen
from homecare.ui.kit.undo_bar import show_undo
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, dates, ngettext


@ft.component
def DiaryDay() -> ft.View:
    """The day in the address; an address that is no day, or a day to come, says so."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    gone: set[str] = ft.use_memo(set, [])
    day = named_day(ft.use_route_params().get("day", ""))
    if day is None or day > care.today.day:
        return _no_such_day(look, future=day is not None)

    async def remove(entry: DiaryEntry) -> None:
        async def undo() -> None:
            if await acts.restore_entry(care, entry):
                gone.discard(entry.id)

        if entry.id in gone:  # a second tap comes before the card has gone
            return
        gone.add(entry.id)
        if await acts.delete_entry(care, entry):
            show_undo(page, look, _("Entry deleted"), undo)
        else:
            gone.discard(entry.id)

    entries = care.entries_between(day, day)
    timed = _happenings(care, look, day, remove)
    open_for_entries = (care.today.day - day).days <= care.library.diary.late_entry_days
    add = look.primary(
        _("Add an entry for this day"),
        lambda: page.navigate(f"/diary/new?day={day}&from=/diary/day/{day}"),
        icon=ft.Icons.ADD,
    )
    done = look.link(
        _("Add exercises done without the app"), lambda: page.navigate(f"/diary/session/new?day={day}")
    )
    count = ngettext("{n} entry", "{n} entries", len(entries)).format(n=len(entries))
    return screen(
        look,
        title=dates.day_name(day),
        subtitle=f"{day.year} · {count}" if entries else str(day.year),
        back="/diary",
        body=[
            *(timed or [_nothing(look, open_for_entries)]),
            *([done] if open_for_entries and care.today.items else []),
            _neighbours(look, care, day),
        ],
        bottom=add if open_for_entries else None,
    )


def _happenings(
    care: CareState, look: Look, day: date, remove: Callable[[DiaryEntry], object]
) -> list[ft.Control]:
    """Cards of everything of the day, earliest first."""
    page = ft.context.page
    timed: list[tuple[datetime, ft.Control]] = []
    for entry in care.entries_between(day, day):
        card = entry_card(
            care,
            look,
            entry,
            on_edit=_to(page, f"/diary/entry/{day}/{entry.id}"),
            on_delete=partial(remove, entry),
        )
        timed.append((entry.at, card))
    timed += [(session.at, session_card(care, look, session)) for session in care.sessions_between(day, day)]
    timed += [(needling.at, needling_card(care, look, needling)) for needling in needlings_on(care, day)]
    return [card for _at, card in sorted(timed, key=lambda timed_card: timed_card[0])]


def _to(page: ft.Page, route: str) -> Callable[[], None]:
    def go() -> None:
        page.navigate(route)

    return go


def _neighbours(look: Look, care: CareState, day: date) -> ft.Control:
    """The way to the day before and the day after."""
    page = ft.context.page
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    ways: list[ft.Control] = [
        look.link(
            dates.short_day(before), lambda: page.navigate(f"/diary/day/{before}"), icon=ft.Icons.CHEVRON_LEFT
        )
    ]
    if after <= care.today.day:
        ways.append(
            look.link(
                dates.short_day(after),
                lambda: page.navigate(f"/diary/day/{after}"),
                icon=ft.Icons.CHEVRON_RIGHT,
            )
        )
    return ft.Row(ways, alignment=ft.MainAxisAlignment.SPACE_BETWEEN, wrap=True)


def _nothing(look: Look, open_for_entries: bool) -> ft.Control:
    said = (
        _("You can still add an entry for this day.")
        if open_for_entries
        else _("Nothing was recorded. A day without an entry is just a gap; it does not count as no pain.")
    )
    return empty_state(look, title=_("No entry on this day"), text=said)


def _no_such_day(look: Look, *, future: bool) -> ft.View:
    page = ft.context.page
    said = (
        _("This day is still to come. You can fill it in once it is here.")
        if future
        else _("The link does not name a day. It may be mistyped. Your records are safe.")
    )
    body = empty_state(
        look,
        picture="spots/no-diary.svg",
        title=_("There is no such day in the diary yet") if future else _("There is no such day"),
        text=said,
        action=look.primary(_("Go to the diary"), lambda: page.navigate("/diary")),
    )
    return screen(look, title=_("Diary"), body=[body], back="/diary")
