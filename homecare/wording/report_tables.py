"""The tables and charts of the clinician's page in words: needling, plan, foot map, what marks mean."""

from datetime import date

from homecare.domain.records.prescription import OWN
from homecare.domain.report.needling import NeedlingRow, SorenessCell
from homecare.domain.report.pain import PainChart
from homecare.domain.report.plan import PlanRow
from homecare.domain.report.report import Report
from homecare.domain.report.sites import SiteDays
from homecare.domain.report.strip import Strip
from homecare.wording import _, dates, doses, ngettext
from homecare.wording.diary import side
from homecare.wording.pain import field_name, mean_text
from homecare.wording.report import Line, day, near

MOST_MARKS = 16
"""Marks of one kind that can still be told apart in the chart; of more only the number is given."""


def needling_heads() -> list[str]:
    """Column titles of the needling table."""
    return [
        _("Date"),
        _("Muscles"),
        _("24 h"),
        _("48 h"),
        _("72 h"),
        _("Reaction, warning signs"),
        _("3 days before"),
        _("Days 4-7 after"),
    ]


def needling_cells(row: NeedlingRow, last: date) -> list[Line]:
    """One session, cell by cell; soreness that should have eased is strong. `last`: of the period."""
    return [
        Line(text=near(row.day, last)),
        Line(text=muscles(row)),
        *(Line(text=soreness(cell), strong=cell.high) for cell in row.soreness),
        Line(text=reaction(row), strong=bool(row.warnings)),
        Line(text=mean_text(row.before)),
        Line(text=mean_text(row.after)),
    ]


def muscles(row: NeedlingRow) -> str:
    """The needled muscles, those of one side together."""
    sides = dict.fromkeys(muscle.side for muscle in row.muscles)
    named = (
        (muscle_side, [muscle.name for muscle in row.muscles if muscle.side == muscle_side])
        for muscle_side in sides
    )
    return "; ".join(f"{', '.join(names)} ({side(muscle_side)})" for muscle_side, names in named)


def needling_caption(report: Report) -> str:
    """Which days the two means cover, and that they prove nothing."""
    field = field_name(report.pain.field if report.pain else "pain_worst")
    return _("Soreness 0-10 after needling; mean {field} before and after. No cause is claimed.").format(
        field=field[:1].lower() + field[1:]
    )


def soreness(cell: SorenessCell) -> str:
    """A soreness score, a dash when it was not answered."""
    return "–" if cell.score is None else str(cell.score)


def reaction(row: NeedlingRow) -> str:
    """The reaction in the clinic and every warning sign the patient logged."""
    known = {
        "none": _("none"),
        "felt-faint": _("felt faint"),
        "fainted": _("fainted"),
        "bleeding": _("bleeding"),
        "strong-pain": _("strong pain"),
        "other": _("other"),
    }
    said = known[row.reaction] if row.reaction else _("not recorded")
    return f"{said}; {'; '.join(row.warnings)}" if row.warnings else said


def plan_heads() -> list[str]:
    """Column titles of the plan table."""
    return [_("Exercise"), _("Dose now"), _("14 days"), _("Last light"), _("Level")]


def strip_title(report: Report) -> str:
    """What chart B is called; with a stress fracture nothing speaks of load."""
    title = _("Exercises and response") if report.injury else _("Load and response")
    if report.strip is None or report.strip.period.days == report.header.period.days:
        return title
    return _("{title}, latest {n} days").format(title=title, n=report.strip.period.days)


def exercise_called(name: str) -> str:
    """An exercise by its name; a clinician's own by words where a file from elsewhere has only its id."""
    return _("an exercise of the clinic's own") if name.startswith(OWN) else name


def practice_line(report: Report) -> str:
    """What the patient tried freely: "Tried freely, not in the plan's numbers: ..."; "" for nothing."""
    if not report.practice:
        return ""
    said = []
    for row in report.practice:
        times = ngettext("{name} once", "{name} {n} times", row.times).format(
            name=exercise_called(row.name), n=row.times
        )
        worst = "" if row.pain is None else _(" (worst pain {n})").format(n=row.pain)
        said.append(f"{times}{worst}")
    return _("Tried freely, not in the plan's numbers: {exercises}.").format(exercises=", ".join(said))


def plan_cells(row: PlanRow) -> list[str]:
    """One exercise, cell by cell."""
    dose = f"{doses.dose_text(row.dose)}; {doses.schedule_text(row.schedule)}"
    light = "–"
    if row.light is not None and row.light_day is not None:
        light = f"{light_word(row.light)} {dates.short_day(row.light_day)}"
    return [
        f"{row.name} ({side(row.side)})",
        "; ".join([dose, *doses.load_parts(row.load, row.load_kg, row.band)]),
        f"{row.done} / {row.planned}",
        light,
        level(row.level),
    ]


def level(value: str) -> str:
    """The level of an exercise."""
    return {"easier": _("easier"), "as-planned": _("as planned"), "harder": _("harder")}[value]


def light_word(light: str) -> str:
    """A light as a word."""
    return {"green": _("green"), "amber": _("amber"), "red": _("red"), "grey": _("no score")}[light]


def light_letter(light: str | None, *, settled: bool) -> str:
    """A light as a letter: "" for no session, "x" for not final."""
    if light is None:
        return ""
    return {"green": _("G"), "amber": _("A"), "red": _("R")}.get(light, "x") if settled else "x"


def described_strip(strip: Strip) -> str:
    """The strip of lights in words: how many sessions had which light."""
    lights = [light_letter(day.light, settled=day.settled) for day in strip.days if day.light]
    said = _("{g} green, {a} amber, {r} red, {x} not final").format(
        g=lights.count(_("G")), a=lights.count(_("A")), r=lights.count(_("R")), x=lights.count("x")
    )
    days = ngettext(
        "Exercise was done on {n} day: {said}", "Exercise was done on {n} days: {said}", len(lights)
    )
    return days.format(n=len(lights), said=said)


def site_line(site: SiteDays) -> str:
    """A place of the foot map: "Under the heel, right: 9 days, pain 3.1 (14 days before: 5.2), new"."""
    days = ngettext("{n} day", "{n} days", site.days).format(n=site.days)
    said = _("{name}, {side}: {days}").format(name=site.name, side=side(site.side), days=days)
    if site.pain is not None and site.before is not None:
        said = _("{said}, pain {mean} (14 days before: {before})").format(
            said=said, mean=mean_text(site.pain), before=mean_text(site.before)
        )
    elif site.pain is not None:
        said = _("{said}, pain {mean}").format(said=said, mean=mean_text(site.pain))
    return _("{said}, new").format(said=said) if site.new else said


def site_caption(report: Report) -> str:
    """Which days the map shows, and since when a place is new."""
    found = report.sites
    if found is None:
        return ""
    said = _("Places marked {first} to {last}").format(
        first=dates.short_day(found.period.first), last=dates.short_day(found.period.last)
    )
    since = _("new: since the visit of {day}").format(day=dates.short_day(found.since)) if found.since else ""
    return f"{said}; {since}" if any(site.new for site in found.sites) else said


def profile_line(report: Report) -> str:
    """The limits the lights were judged by."""
    profile = report.strip.profile if report.strip else None
    if profile is None:
        return ""
    if profile.green_max == profile.amber_max:
        return _(
            "Lights, profile “{name}”: pain during exercise up to {green} green, above it red; red also when "
            "{rise} or more above the usual morning. x = not final."
        ).format(name=profile.id, green=profile.green_max, rise=profile.rise_red_min)
    return _(
        "Lights, profile “{name}”: pain during exercise 0-{green} green, up to {amber} amber, above it red; "
        "red also when {rise} or more above the usual morning. x = not final."
    ).format(name=profile.id, green=profile.green_max, amber=profile.amber_max, rise=profile.rise_red_min)


def chart_caption(report: Report) -> str:
    """What the lines and marks of the pain chart are."""
    chart = report.pain
    if chart is None:
        return ""
    parts = [_("● {field}").format(field=field_name(chart.field))]
    if chart.field != "pain_worst":
        parts.append(_("thin line: worst pain"))
    if any(point.peak is not None and point.peak >= chart.severe for point in chart.points):
        parts.append(_("disc: {n} or more").format(n=chart.severe))
    if chart.weekly:
        parts.append(_("up-stroke: highest score of the week"))
    elif any(score is not None for score in chart.ringed):
        parts.append(_("ring: worst pain alone, or a higher score of another kind"))
    if any(point.week_mean is not None for point in chart.points):
        parts.append(_("dotted: 7-day mean"))
    if chart.weekly:
        parts.append(_("one point per week: mean of 4 or more days"))
    parts.append(_("gaps: no entry"))
    marks = (
        (chart.needlings, _("N needling (grey: 72 h)")),
        (chart.phases, _("P phase change")),
        (chart.flares, _("F flare")),
        (chart.visits, _("V visit")),
    )
    for days, text in marks:
        if days:
            many = _(" ({n}, not drawn)").format(n=len(days)) if len(days) > MOST_MARKS else ""
            parts.append(text + many)
    return " · ".join(parts)


def baseline_label(chart: PainChart) -> str:
    """The mean of the first week and its first day."""
    if chart.baseline is None or chart.baseline_from is None:
        return ""
    return _("first week {mean}, from {day}").format(
        mean=mean_text(chart.baseline), day=day(chart.baseline_from)
    )
