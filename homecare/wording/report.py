"""The clinician's page in words: head, notes, method, footer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from homecare.domain.library.change import ChangeGuide
from homecare.domain.library.diary import DiaryGuide
from homecare.domain.records.prescription import Prescription
from homecare.domain.records.recovery import Recovery
from homecare.domain.report.header import Named, PlanHead
from homecare.domain.report.notes import Medicine
from homecare.domain.report.report import Report
from homecare.wording import _, dates, ngettext
from homecare.wording.diary import side
from homecare.wording.storage_faults import recovery_line

MOST_DATES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the page; `strong` ones are printed bold."""

    text: str
    strong: bool = False


def title() -> str:
    """What the page is called."""
    return _("Foot and ankle diary report")


def day(value: date) -> str:
    """A day with its year: "22 Nov 2026"."""
    return _("{day} {year}").format(day=dates.short_day(value), year=value.year)


def near(value: date, last: date) -> str:
    """A day in short, with its year only where it is not the year of the period's `last` day."""
    return dates.short_day(value) if value.year == last.year else day(value)


def who(report: Report) -> str:
    """Name, date of birth with age, and clinic number, as far as they were shared."""
    patient = report.header.patient
    return identity(patient, report.header.made.date(), nameless=_("Name not shared"))


def identity(patient: Named, on: date, *, nameless: str = "") -> str:
    """Name, date of birth with the age on a day, and clinic number: two patients may share a name.

    `nameless` stands in for a name that was not shared.
    """
    parts = [patient.name.strip() or nameless]
    age = patient.age_on(on)
    if patient.birth_date is not None:
        born = _("born {day}").format(day=patient.birth_date.isoformat())
        years = "" if age is None else ngettext("{n} year", "{n} years", age).format(n=age)
        parts.append(f"{born} ({years})" if years else born)
    return " · ".join(filter(None, [*parts, patient.clinic_id.strip()]))


def made(report: Report) -> str:
    """When it was made, and by which version."""
    head = report.header
    said = _("Made {day} {time}").format(day=day(head.made.date()), time=dates.clock(head.made))
    return (
        _("{said} · homecare {version}").format(said=said, version=head.app_version)
        if head.app_version
        else said
    )


def period(report: Report) -> str:
    """The days the report is about."""
    span = report.header.period
    days = ngettext("{n} day", "{n} days", span.days).format(n=span.days)
    return _("Period {first} to {last} ({days})").format(
        first=day(span.first), last=day(span.last), days=days
    )


def plan_lines(report: Report) -> list[str]:
    """Each condition with side, variant, start, phase, then the patient's goal; a sentence without a plan."""
    plans = report.header.plans
    lines = [_plan_line(plan) if plan is plans[0] else _other_plan(plan) for plan in plans]
    goal = " ".join(report.header.patient.goal.split())
    if goal:
        lines.append(_("Goal in the patient's words: “{goal}”").format(goal=goal))
    return lines if plans else [_("No plan running"), *lines]


def _plan_line(plan: PlanHead) -> str:
    parts = [f"{plan.name}, {side(plan.side)}"]
    if plan.variant:
        parts.append(plan.variant)
    parts.append(_("plan started {day} (week {n})").format(day=day(plan.started), n=plan.weeks + 1))
    parts.append(_("phase: {phase}, day {n}").format(phase=plan.phase, n=plan.day_in_phase))
    if plan.prescription is not None:
        parts.append(_prescribed(plan.prescription))
    return " · ".join(parts)


def _prescribed(wanted: Prescription) -> str:
    """The clinician's plan that the doses come from: "prescribed by Foot clinic on 22 Nov 2026"."""
    if wanted.clinic:
        return _("prescribed by {clinic} on {day}").format(clinic=wanted.clinic, day=day(wanted.issued))
    return _("prescribed on {day}").format(day=day(wanted.issued))


def _other_plan(plan: PlanHead) -> str:
    return _("Also: {name}, {side}, phase {phase}").format(
        name=plan.name, side=side(plan.side), phase=plan.phase
    )


def listed(days: Sequence[date], last: date) -> str:
    """Some days in short; of many the latest, with how many more."""
    shown = [near(day, last) for day in days[-MOST_DATES:]]
    more = len(days) - len(shown)
    return ", ".join(shown) + (_(" and {n} earlier").format(n=more) if more else "")


def word_lines(report: Report) -> list[Line]:
    """The patient's own words: notes and medicines as typed, or that they were not shared."""
    words, last = report.words, report.header.period.last
    if not words.shared:
        return [Line(text=_("Notes not shared"))]
    if not words.notes and not words.medicines:
        return [Line(text=_("No notes or medicines recorded in this period"))]
    lines = [Line(text=f"{near(note.day, last)}: “{note.text}”") for note in words.notes]
    if words.medicines:
        named = "; ".join(_medicine(medicine, last) for medicine in words.medicines)
        more = words.more_medicines
        if more:
            named += ngettext("; {n} more", "; {n} more", more).format(n=more)
        lines.append(Line(text=_("Medicines as typed: {list}").format(list=named)))
    return lines if words.medicines else [*lines, Line(text=_("No medicines recorded in this period"))]


def _medicine(found: Medicine, last: date) -> str:
    said = ngettext("{text} on {n} day (last {day})", "{text} on {n} days (last {day})", found.days)
    return said.format(text=found.text, n=found.days, day=near(found.last, last))


def thin_note(report: Report) -> str:
    """Why numbers are missing; "" for a full report."""
    return {
        "thin": _("Too few entries for a change label"),
        "empty": _("No diary entries in this period"),
    }.get(report.extent, "")


def gap_lines(gaps: Iterable[Recovery]) -> list[Line]:
    """Which files lost records, a line each: without it missing days would look like days left blank."""
    return [
        Line(
            text=_("Records may be missing: {what}").format(what=recovery_line(replace(gap, kept_as=""))),
            strong=True,
        )
        for gap in gaps
    ]


def method_lines(rules: DiaryGuide) -> list[str]:
    """How the numbers are made and named, at the foot of the page (docs/clinician-report.md)."""
    days = rules.missing_days
    return [
        _(
            "Means need at least {least} of {days} recorded days. Missing days are left out, never filled."
        ).format(least=days.mean_min_values, days=days.mean_days),
        _(
            "Baseline is the mean of the first {n} diary days of the plan. A diary day runs 04:00 to 03:59."
        ).format(n=rules.baseline.first_days),
        _("Percent change uses unrounded means."),
        _labels_line(rules.change),
        _("Days within {n} hours of needling stay in the pain chart but are left out of flare rules.").format(
            n=rules.flare.needling_h
        ),
        _("Scores are 0-10 whole numbers entered by the patient; of several a day the highest counts."),
        _("Needling means need a score on every day: 3 days before, days 4 to 7 after."),
    ]


def _labels_line(guide: ChangeGuide) -> str:
    """The limits of the labels of change, with the numbers of the content."""
    named = []
    for label in guide.labels:
        if label.direction == "none":
            continue
        said = _("{name}: {points} points or more")
        if label.percent_min:
            said = _("{name}: {points} points and {percent}% or more")
        sign = "−" if label.direction == "drop" else "+"
        named.append(
            said.format(
                name=label.text, points=f"{sign}{label.points_min:g}", percent=f"{label.percent_min:g}"
            )
        )
    low = _("with a baseline under {low} only worsening is labelled").format(
        low=f"{guide.low_baseline_below:g}"
    )
    return _("Labels of change: {labels}; {low}.").format(labels="; ".join(named), low=low)


def footer() -> str:
    """What the reader must know about every number above."""
    return _(
        "Patient-reported, not checked. Not monitored live. Labels use group-level thresholds; see method."
    )


def signature_labels() -> tuple[str, str, str]:
    """What the clinician fills in by hand."""
    return _("Reviewed by"), _("Date"), _("Plan change")
