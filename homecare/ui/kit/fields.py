"""Fields to fill in: text, a number, a time of day, a password, a day from a calendar."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, tzinfo

import flet as ft

from homecare.exchange.backup.sealed import LONGEST_PASSWORD
from homecare.ui.kit.choices import tick_box
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.wording import _
from homecare.wording.faults import what_is_wrong

NAME_LIMIT = 80
"""Characters of a name: of a person, a clinic or a clinician."""
NEAR_END = 0.9
MOST_LINES = 12
NO_FIELD: ft.TextField | None = None


@ft.component
def TypedField(
    label: str,
    start: str,
    on_text: Callable[[str], None],
    *,
    check: Callable[[str], object] | None = None,
    fault: str = "",
    unit: str = "",
    helper: str = "",
    limit: int | None = None,
    lines: int = 1,
    keyboard: ft.KeyboardType = ft.KeyboardType.TEXT,
    cursor: int = 0,
    key: str = "",
) -> ft.Control:
    """A text field that keeps what is typed and tells `on_text` of it.

    `check` raises ValueError with a sentence; it is asked when the patient leaves the field. `fault` is a
    sentence from outside, shown until something else is typed. With a `limit`, a counter shows near the end.
    Each new `cursor` above 0 takes the cursor to the field and scrolls it into sight. Flet takes `key` to
    tell fields of a list apart.
    """
    look = ft.use_context(LookCtx)
    typed, latest = use_latest(start)
    wrong, set_wrong = ft.use_state("")
    held = ft.use_ref(NO_FIELD)

    def change(text: str) -> None:
        latest.put(text)
        set_wrong("")
        on_text(text)

    def leave() -> None:
        try:
            if check is not None:
                check(latest.now)
            set_wrong("")
        except ValueError as said:
            set_wrong(what_is_wrong(said))

    async def take_cursor() -> None:
        if cursor and held.current is not None:
            await held.current.focus()  # type: ignore[no-untyped-call]

    ft.use_effect(take_cursor, [cursor], lambda: None)
    # The window may be a key ahead of `typed`: a redraw in that moment must not put the older text back.
    shown = held.current.value if held.current is not None else start
    field = _text_field(look, label, shown, wrong or fault, change, keyboard=keyboard, limit=limit)
    field.on_blur = leave
    if unit:
        field.suffix = ft.Text(unit, size=16 * look.factor, color=look.muted)
    if helper:
        _add_helper(field, look, helper, size=14, most_lines=4)
    if lines > 1:
        field.multiline, field.min_lines, field.max_lines = True, lines, MOST_LINES
    if limit is not None and len(typed) >= limit * NEAR_END:
        field.counter = f"{len(typed):,} / {limit:,}"
    held.current = field
    return field


def _text_field(
    look: Look,
    label: str,
    value: str,
    fault: str,
    on_text: Callable[[str], None],
    *,
    keyboard: ft.KeyboardType = ft.KeyboardType.TEXT,
    limit: int | None = None,
) -> ft.TextField:
    """A line to type in, with `fault` below it; no counter, however near the limit."""
    return ft.TextField(
        label=label,
        label_style=ft.TextStyle(size=16 * look.factor),
        value=value,
        error=fault or None,
        error_style=ft.TextStyle(size=15 * look.factor),
        error_max_lines=6,
        on_change=lambda e: on_text(e.control.value),
        text_size=16 * look.factor,
        keyboard_type=keyboard,
        max_length=limit,
        counter="",
    )


def _add_helper(field: ft.TextField, look: Look, helper: str, *, size: int, most_lines: int) -> None:
    field.helper = helper
    field.helper_style = ft.TextStyle(size=size * look.factor, color=look.muted)
    field.helper_max_lines = most_lines


NOTHING_TIDIED: str | None = None


@ft.component
def TimeField(
    label: str, value: time, on_time: Callable[[time], Awaitable[object]], *, key: str = ""
) -> ft.Control:
    """A field for a clock time, saved when the patient leaves it; it says so when it cannot be read.

    Flet takes `key` to tell fields of a list apart.
    """
    look = ft.use_context(LookCtx)
    typed, latest = use_latest(f"{value:%H:%M}")
    wrong, set_wrong = ft.use_state("")
    held = ft.use_ref(NO_FIELD)
    tidied = ft.use_ref(NOTHING_TIDIED)

    async def leave() -> None:
        try:
            read = read_time(latest.now)
        except ValueError as fault:
            set_wrong(what_is_wrong(fault))
            return
        set_wrong("")
        tidy = f"{read:%H:%M}"
        if tidy != latest.now:
            tidied.current = tidy
            latest.put(tidy)
        if read != value:
            await on_time(read)

    # The window may be a key ahead of `typed`: a redraw in that moment must not put the older text back.
    shown = tidied.current or (held.current.value if held.current is not None else typed)
    tidied.current = None
    field = left_field(
        look,
        label,
        shown,
        wrong,
        on_text=latest.put,
        on_leave=leave,
        keyboard=ft.KeyboardType.DATETIME,
        limit=5,
    )
    held.current = field
    return field


def left_field(
    look: Look,
    label: str,
    shown: str,
    wrong: str,
    *,
    on_text: Callable[[str], None],
    on_leave: Callable[[], Awaitable[object]],
    keyboard: ft.KeyboardType,
    limit: int,
) -> ft.TextField:
    """A line of text that `on_leave` takes when it is left or Enter is pressed; `wrong` stands below."""
    field = _text_field(look, label, shown, wrong, on_text, keyboard=keyboard, limit=limit)
    field.on_blur = field.on_submit = on_leave
    return field


def read_time(text: str) -> time:
    """A clock time typed as "7:30", "07:30" or "0730"; ValueError with a sentence otherwise."""
    digits = text.strip().replace(".", ":").replace(" ", "")
    if ":" not in digits and len(digits) in (3, 4):
        digits = f"{digits[:-2]}:{digits[-2:]}"
    hours, _sep, minutes = digits.partition(":")
    good = (
        hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit() and len(minutes) == 2
    )
    if not good or int(hours) > 23 or int(minutes) > 59:
        raise ValueError(_("Type a time like 19:30."))
    return time(int(hours), int(minutes))


@ft.component
def PasswordField(
    label: str, on_text: Callable[[str], None], *, helper: str = "", fault: str = "", key: str = ""
) -> ft.Control:
    """A field that tells `on_text` what is typed; `fault` is a sentence beneath it.

    Flet takes `key` to tell fields of a list apart.
    """
    look = ft.use_context(LookCtx)
    shown, set_shown = ft.use_state(False)
    held = ft.use_ref(NO_FIELD)
    # The window may be a key ahead: a redraw in that moment must not put the older text back.
    value = held.current.value if held.current is not None else ""
    field = _text_field(look, label, value, fault, on_text, limit=LONGEST_PASSWORD)
    field.password = not shown
    field.autocorrect = field.enable_suggestions = False
    if helper:
        _add_helper(field, look, helper, size=15, most_lines=6)
    held.current = field
    return ft.Column(
        [field, tick_box(look, _("Show the password"), shown, set_shown)],
        spacing=4,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


NOON = time(12)


def pick_day(chosen: date, *, first: date, last: date, zone: tzinfo, on_day: Callable[[date], None]) -> None:
    """Open the calendar from `first` to `last` at the `chosen` day; `on_day` gets the day that is taken.

    The window gives local midnight of its own zone as an instant: east of Greenwich that is still the day
    before in UTC, so it is read in the patient's `zone`.
    """

    def picked(e: ft.Event[ft.DatePicker]) -> None:
        value = e.control.value
        if isinstance(value, datetime):
            on_day((value.astimezone(zone) if value.tzinfo else value).date())
        elif value is not None:
            on_day(value)

    ft.context.page.show_dialog(
        ft.DatePicker(
            value=datetime.combine(chosen, NOON),
            first_date=datetime.combine(first, NOON),
            last_date=datetime.combine(last, NOON),
            on_change=picked,
        )
    )
