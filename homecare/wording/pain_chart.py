"""What the chart and the calendar of pain say to somebody who does not see them."""

from datetime import date

from homecare.domain.diary.change import Change
from homecare.domain.diary.pain_series import PainSeries, SeriesPoint
from homecare.wording import _, dates, diary, ngettext


def title(field: str) -> str:
    """What a chart of this diary field is called."""
    return {
        "pain_first_step": _("First steps in the morning"),
        "pain_worst": _("Worst pain"),
        "highest": _("Highest pain of the day"),
    }.get(field, _("Pain"))


def described(series: PainSeries, name: str) -> str:
    """The whole series in a sentence: "Worst pain: Monday 2 November 3, Tuesday 3 November no entry"."""
    head = _("{name}, the middle score of each week").format(name=name) if series.weekly else name
    said = ", ".join(f"{span(point)} {score(point)}" for point in series.points)
    return f"{head}: {said}"


def span(point: SeriesPoint) -> str:
    """The day of a point, or the first day of its week."""
    if point.first == point.last:
        return dates.day_name(point.first)
    return _("week of {day} {month} {year}").format(
        day=point.first.day, month=dates.month(point.first), year=point.first.year
    )


def score(point: SeriesPoint) -> str:
    """The value of a point: "3", "no entry", or "not answered" where there is an entry without it."""
    if point.value is not None:
        return diary.number(point.value)
    return _("not answered") if point.entered else _("no entry")


def calendar_day(day: date, pain: int | None, entries: int, *, needled: bool, today: bool) -> str:
    """The name of a day's button: "Tuesday 17 November, worst pain 7, 2 entries"."""
    parts = [dates.day_name(day)]
    if today:
        parts.append(_("today"))
    if pain is not None:
        parts.append(_("worst pain {n}").format(n=pain))
    if entries:
        parts.append(ngettext("{n} entry", "{n} entries", entries).format(n=entries))
    else:
        parts.append(_("no entry"))
    if needled:
        parts.append(_("needling"))
    return ", ".join(parts)


def points(value: float) -> str:
    """A change in points with its sign: "−2.1", "+0.4", "0.0"."""
    rounded = round(value, 1)
    sign = "−" if rounded < 0 else "+" if rounded > 0 else ""
    return f"{sign}{abs(rounded):.1f}"


def then_and_now(change: Change, needed: int) -> str:
    """Both means of a change to one decimal (content/diary.toml, change), or why there is none.

    `needed` is on how many of 7 days there must be a score.
    """
    if change.baseline is None:
        return _(
            "Your first week needs scores on at least 4 days before later weeks can be compared with it."
        )
    if change.latest is None:
        then = f"{change.baseline.value:.1f}"
        return _("Not enough entries in the last 7 days to compare with your first week ({then}).").format(
            then=then
        )
    return _("{then} in your first week, {now} in the last 7 days.").format(
        then=f"{change.baseline.value:.1f}", now=f"{change.latest.value:.1f}"
    )
