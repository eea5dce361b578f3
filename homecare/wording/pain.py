"""Pain in words and numbers: one rounding and one wording for screens, paper and commands."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from homecare.domain.diary.change import MEAN_DENOMINATOR, Change
from homecare.domain.evidence.pain_change import PainChange
from homecare.domain.report.pain import PainChart, PainPoint
from homecare.wording import _, dates, ngettext
from homecare.wording.report import listed

MOST_SAID = 62
"""Points of a chart that are read out; of more the latest."""


def field_name(field: str) -> str:
    """What a pain field is called in charts and tiles."""
    return {
        "pain_first_step": _("First-step pain"),
        "pain_worst": _("Worst pain"),
        "pain_exercise": _("Pain during exercise"),
        "pain_now": _("Pain now"),
        "highest": _("Highest pain of the day"),
    }.get(field, field)


def mean_text(value: float | None) -> str:
    """A mean to one decimal, halves rounded up: "4.3"; a dash when there are too few days."""
    return "–" if value is None else f"{_shown(value)}"


def points_text(change: Change) -> str:
    """The change in points with its sign, such as "−2.4": the difference of the two means as they are shown.

    "" while either of them is missing.
    """
    if change.points is None or change.baseline is None or change.latest is None:
        return ""
    return _signed(_shown(change.latest.value) - _shown(change.baseline.value))


def signed_text(value: float) -> str:
    """A difference of scores to one decimal with its sign: "+2.7"."""
    return _signed(_shown(value))


def percent_text(value: float) -> str:
    """A change in whole percent with its sign: "−70%"."""
    return f"{_signed(_rounded(value, '1'))}%"


def change_words(found: PainChange) -> str:
    """The change in a few words, "Clearly better: −2.4 points, −42%", or why there is none."""
    change = found.change
    if change.latest is None:
        return _("Not enough entries in the last 7 days")
    if found.thin:
        return _("Too few entries for a change label")
    if change.baseline is None:
        return _("No first week to compare with")
    moved = _("{points} points").format(points=points_text(change))
    if change.percent is not None:
        moved = f"{moved}, {percent_text(change.percent)}"
    label = found.label or (_("No label, pain was low at the start") if change.low_baseline else "")
    return f"{label}: {moved}" if label else moved


def means_text(found: PainChange) -> str:
    """Which pain, and what is known of both means: "Worst pain: 5.7 in the first week, now 3.3"."""
    name, change = field_name(found.field), found.change
    if change.baseline is None:
        if change.latest is None:
            return name
        return _("{field}: now {now}").format(field=name, now=mean_text(change.latest.value))
    if change.latest is None:
        return _("{field}: {then} in the first week").format(
            field=name, then=mean_text(change.baseline.value)
        )
    return _("{field}: {then} in the first week, now {now}").format(
        field=name, then=mean_text(change.baseline.value), now=mean_text(change.latest.value)
    )


def patient_means_text(found: PainChange, needed: int) -> str:
    """The same for the patient, or why there is none; `needed` is how many of 7 days must have a score."""
    change = found.change
    if change.baseline is None:
        return _(
            "Your first week needs scores on at least {n} days before later weeks can be compared with it."
        ).format(n=needed)
    then = mean_text(change.baseline.value)
    if change.latest is None:
        return _("Not enough entries in the last 7 days to compare with your first week ({then}).").format(
            then=then
        )
    return _("{then} in your first week, {now} in the last 7 days.").format(
        then=then, now=mean_text(change.latest.value)
    )


def described(chart: PainChart) -> str:
    """The chart in words: every score with its day, gaps as gaps, then its first week and its marks."""
    shown = chart.points[-MOST_SAID:]
    said = ", ".join(f"{span(point)} {score(point, chart)}" for point in shown)
    name = field_name(chart.field)
    head = _("{name}, mean of each week").format(name=name) if chart.weekly else name
    parts = [_("{name}, 0 to 10: {scores}").format(name=head, scores=said)]
    high = [point for point in chart.points if point.peak is not None and point.peak >= chart.severe]
    if high:
        named = ", ".join(f"{span(point)} {point.peak}" for point in high[-MOST_SAID:])
        parts.append(_("very high: {days}").format(days=named))
    if chart.baseline is not None:
        parts.append(_("first week {mean}").format(mean=mean_text(chart.baseline)))
    for label, days in (
        (_("needling"), chart.needlings),
        (_("phase change"), [mark.day for mark in chart.phases]),
        (_("flare from"), [flare.first for flare in chart.flares]),
        (_("visit"), chart.visits),
    ):
        if days:
            parts.append(f"{label} {listed(days, chart.period.last)}")
    return "; ".join(parts)


def span(point: PainPoint) -> str:
    """The day of a point, or the first day of its week."""
    if point.first == point.last:
        return dates.day_name(point.first)
    return _("week of {day} {month} {year}").format(
        day=point.first.day, month=dates.month(point.first), year=point.first.year
    )


def score(point: PainPoint, chart: PainChart) -> str:
    """The value of a point: "3", "4.3" for a week, or why there is none."""
    if point.primary is not None:
        return mean_text(point.primary) if chart.weekly else f"{point.primary:g}"
    if point.scored:
        return _("too few scores")
    return _("not answered") if point.entered else _("no entry")


def reading(point: PainPoint, chart: PainChart) -> str:
    """A point of the chart with its marks: "Tuesday 17 November: 7. Worst pain 8. Needling."."""
    parts = [f"{span(point)}: {score(point, chart)}"]
    if chart.weekly and point.highest is not None:
        parts.append(_("Highest score {n}").format(n=point.highest))
    if point.worst is not None:
        shown = mean_text(point.worst) if chart.weekly else f"{point.worst:g}"
        parts.append(_("Worst pain {n}").format(n=shown))
    if point.peak is not None and point.peak > max(point.highest or 0, point.worst or 0):
        parts.append(_("Highest score under any name {n}").format(n=point.peak))
    marks: tuple[tuple[str, Sequence[date]], ...] = (
        (_("Needling"), chart.needlings),
        (_("Exercises done"), chart.exercise),
        (_("Clinic visit"), chart.visits),
    )
    parts += [name for name, days in marks if any(point.first <= day <= point.last for day in days)]
    parts += [
        _("Phase: {phase}").format(phase=mark.name)
        for mark in chart.phases
        if point.first <= mark.day <= point.last
    ]
    if any(flare.first <= point.last and flare.last >= point.first for flare in chart.flares):
        parts.append(_("Flare"))
    return ". ".join(parts) + "."


def calendar_day(day: date, pain: int | None, entries: int, *, needled: bool, today: bool) -> str:
    """The name of a day's button: "Tuesday 17 November, highest pain 7, 2 entries"."""
    parts = [dates.day_name(day)]
    if today:
        parts.append(_("today"))
    if pain is not None:
        parts.append(_("highest pain {n}").format(n=pain))
    if entries:
        parts.append(ngettext("{n} entry", "{n} entries", entries).format(n=entries))
    else:
        parts.append(_("no entry"))
    if needled:
        parts.append(_("needling"))
    return ", ".join(parts)


def _shown(mean: float) -> Decimal:
    """A mean as it is shown. It is rounded as the fraction it is: in binary, 4.35 may lie a hair below."""
    return _rounded(mean, "0.1")


def _rounded(value: float, step: str) -> Decimal:
    exact = Fraction(value).limit_denominator(MEAN_DENOMINATOR)
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal(step), ROUND_HALF_UP)


def _signed(value: Decimal) -> str:
    return f"{'−' if value < 0 else '+' if value > 0 else ''}{abs(value)}"
