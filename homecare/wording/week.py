"""A week in a few numbers, in words."""

from datetime import timedelta

from homecare.domain.report.week import SummaryDay, WeekSummary
from homecare.wording import _, dates, ngettext
from homecare.wording.report import day
from homecare.wording.report_tables import light_word


def week_title(week: WeekSummary) -> str:
    """Which days it is about."""
    first = week.last - timedelta(days=len(week.days) - 1)
    return _("{first} to {last}").format(first=dates.short_day(first), last=day(week.last))


def day_title(week: WeekSummary, place: int) -> str:
    """The name of its day at this place, the oldest first."""
    return dates.day_name(week.last - timedelta(days=len(week.days) - 1 - place))


def pain_text(day: SummaryDay) -> str:
    """The worst pain of the day."""
    return _("pain {n} of 10").format(n=day.pain) if day.pain is not None else _("no pain score")


def sessions_text(day: SummaryDay) -> str:
    """Sessions of the day, its light, and whether it was needled."""
    parts = [_done_text(day)]
    if day.light not in (None, "grey"):
        parts.append(_("light {light}").format(light=light_word(str(day.light))))
    if day.needled:
        parts.append(_("needling"))
    return ", ".join(parts)


def _done_text(day: SummaryDay) -> str:
    if day.planned:
        return _("exercises {done} of {planned}").format(done=day.done, planned=day.planned)
    if day.done:
        return ngettext("{n} session, none planned", "{n} sessions, none planned", day.done).format(
            n=day.done
        )
    return _("no exercises planned")


def scored_text(week: WeekSummary) -> str:
    """On how many days there is a score."""
    n = sum(day.pain is not None for day in week.days)
    return ngettext("A pain score on {n} of 7 days.", "A pain score on {n} of 7 days.", n).format(n=n)
