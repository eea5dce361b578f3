"""Choose a day from a calendar."""

from collections.abc import Callable
from datetime import date, datetime, time, tzinfo

import flet as ft

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
