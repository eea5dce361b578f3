"""Days, times and lengths of time in words."""

from datetime import date, datetime

from homecare.domain.library.validity import FIRST_YEAR, LAST_YEAR
from homecare.domain.records.entry_time import TimeFault
from homecare.wording import _


def weekday(day: date) -> str:
    """The name of the day of the week: "Sunday"."""
    names = (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
    return names[day.weekday()]


def weekday_letters() -> tuple[str, ...]:
    """One or two letters for each day of the week, Monday first, for a calendar's head."""
    return (_("Mo"), _("Tu"), _("We"), _("Th"), _("Fr"), _("Sa"), _("Su"))


def month(day: date) -> str:
    """The name of the month: "November"."""
    names = (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )
    return names[day.month - 1]


def day_name(day: date) -> str:
    """A day in full without its year: "Sunday 22 November"."""
    return _("{weekday} {day} {month}").format(weekday=weekday(day), day=day.day, month=month(day))


def short_day(day: date) -> str:
    """A day in short: "22 Nov"."""
    return _("{day} {month}").format(day=day.day, month=month(day)[:3])


def month_name(day: date) -> str:
    """A month with its year: "November 2026"."""
    return _("{month} {year}").format(month=month(day), year=day.year)


def near_day(day: date, today: date) -> str:
    """A day as people say it: "today", "yesterday", "tomorrow", else "Thursday 19 November"."""
    names = {0: _("today"), -1: _("yesterday"), 1: _("tomorrow")}
    return names.get((day - today).days) or day_name(day)


def clock(at: datetime) -> str:
    """A time of day: "19:30"."""
    return f"{at:%H:%M}"


def when(at: datetime, now: datetime) -> str:
    """An instant as people say it, by the clock of `now`: "today at 19:30"."""
    local = at.astimezone(now.tzinfo)
    return _("{day} at {time}").format(day=near_day(local.date(), now.date()), time=clock(local))


def minutes(n: int) -> str:
    """A number of minutes: "8 min" ."""
    return _("{n} min").format(n=n)


def time_fault(fault: TimeFault) -> str:
    """Why a record cannot be dated so, and what to do."""
    return {
        TimeFault.STILL_TO_COME: _("That time is still to come. Choose a time up to now."),
        TimeFault.NEVER_SHOWN: _(
            "The clocks went forward that night, so there was no such time. Choose a time before or after."
        ),
        TimeFault.TOO_LONG_AGO: _(
            "An entry can be added for today or yesterday. Older days stay as they are."
        ),
        TimeFault.OUT_OF_RANGE: _("Choose a year from {first} to {last}.").format(
            first=FIRST_YEAR, last=LAST_YEAR
        ),
    }[fault]
