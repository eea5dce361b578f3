"""The charts of the clinician's page, said to somebody who does not see them."""

from homecare.domain.report.pain import PainChart, PainPoint
from homecare.domain.report.strip import Strip
from homecare.wording import _, dates, ngettext
from homecare.wording.report import field_name, listed
from homecare.wording.report_tables import light_letter

MOST_SAID = 62


def described(chart: PainChart) -> str:
    """Chart A in words: every score with its day, gaps as gaps; of many points the latest."""
    name = field_name(chart.field)
    shown = chart.points[-MOST_SAID:]
    said = ", ".join(f"{dates.short_day(point.first)} {_said(point, chart)}" for point in shown)
    parts = [_("{name} over time, 0 to 10: {scores}").format(name=name, scores=said)]
    if chart.baseline is not None:
        parts.append(_("baseline mean {mean}").format(mean=f"{chart.baseline:.1f}"))
    for label, days in (
        (_("needling"), chart.needlings),
        (_("phase change"), chart.phases),
        (_("flare"), chart.flares),
        (_("visit"), chart.visits),
    ):
        if days:
            parts.append(f"{label} {listed(days, chart.period.last)}")
    return "; ".join(parts)


def _said(point: PainPoint, chart: PainChart) -> str:
    if point.primary is None:
        return _("too few") if chart.weekly else _("no entry")
    return f"{point.primary:.1f}" if chart.weekly else f"{point.primary:g}"


def described_strip(strip: Strip) -> str:
    """Chart B in words: how many sessions had which light."""
    lights = [light_letter(day.light, settled=day.settled) for day in strip.days if day.light]
    said = _("{g} green, {a} amber, {r} red, {x} not final").format(
        g=lights.count(_("G")), a=lights.count(_("A")), r=lights.count(_("R")), x=lights.count("x")
    )
    days = ngettext(
        "Exercise was done on {n} day: {said}", "Exercise was done on {n} days: {said}", len(lights)
    )
    return days.format(n=len(lights), said=said)
