"""The clinician's page in words: head, safety box, notes, method, footer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from homecare.domain.report import Report
from homecare.domain.report_alerts import AlertLine
from homecare.domain.report_header import PlanHead
from homecare.domain.report_notes import Said
from homecare.domain.report_safety import FlagLine, Safety
from homecare.domain.settings import Settings
from homecare.wording import _, dates, ngettext
from homecare.wording.placeholders import fill

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


def field_name(field: str) -> str:
    """What a pain field is called in charts and tiles."""
    return {
        "pain_first_step": _("First-step pain"),
        "pain_worst": _("Worst pain"),
        "pain_exercise": _("Pain during exercise"),
        "pain_now": _("Pain now"),
    }.get(field, field)


def who(report: Report) -> str:
    """Name and clinic number, as far as they were shared."""
    patient = report.header.patient
    name = patient.name.strip() or _("Name not shared")
    return f"{name} · {patient.clinic_id.strip()}" if patient.clinic_id.strip() else name


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
    """Each condition with side, variant, start, phase; one sentence without any plan."""
    plans = report.header.plans
    if not plans:
        return [_("No plan running")]
    return [_plan_line(plans[0]), *(_other_plan(one) for one in plans[1:])]


def _plan_line(plan: PlanHead) -> str:
    parts = [f"{plan.name}, {side(plan.side)}"]
    if plan.variant:
        parts.append(plan.variant)
    parts.append(_("plan started {day} (week {n})").format(day=day(plan.started), n=plan.weeks + 1))
    parts.append(_("phase: {phase}, day {n}").format(phase=plan.phase, n=plan.day_in_phase))
    return " · ".join(parts)


def _other_plan(plan: PlanHead) -> str:
    return _("Also: {name}, {side}, phase {phase}").format(
        name=plan.name, side=side(plan.side), phase=plan.phase
    )


def side(which: str) -> str:
    """A side in one word: "left", "both sides"."""
    return {"left": _("left"), "right": _("right"), "both": _("both sides"), "L": _("left"), "R": _("right")}[
        which
    ]


def safety_lines(report: Report) -> list[Line]:
    """The safety box, the most urgent first; it says so when there was no red flag or alert."""
    found = report.safety
    lines = [_flag(one) for one in found.flags]
    if found.unanswered:
        days = listed(found.unanswered)
        lines.append(Line(text=_("Patient did not answer the red-flag screen on {days}").format(days=days)))
    lines += [_alert(one) for one in found.alerts]
    if found.injury_scores:
        lines.append(_injury(found))
    if found.red_days:
        n = ngettext("Red light on {n} day: {days}", "Red lights on {n} days: {days}", len(found.red_days))
        lines.append(Line(text=n.format(n=len(found.red_days), days=listed(found.red_days)), strong=True))
    lines += _limits(found)
    if found.nights_woken or found.often_woken:
        said = _("Woken by pain on {n} of {m} nights answered").format(
            n=found.nights_woken, m=found.nights_answered
        )
        often = _("{said}; 3 or more of the last 7 nights").format(said=said) if found.often_woken else said
        lines.append(Line(text=often, strong=found.often_woken))
    if not found.flags and not found.alerts:
        lines.insert(0, Line(text=_("No red flags or alerts in this period")))
    return lines


def _limits(found: Safety) -> list[Line]:
    lines = []
    if found.review_due:
        lines.append(Line(text=_("Review point reached: no clear change in the time expected"), strong=True))
    if found.stiff_mornings:
        said = _("Morning stiffness of 30 min or more on 5 of the last 7 days, heels on both sides")
        lines.append(Line(text=said, strong=True))
    return lines


def _flag(flag: FlagLine) -> Line:
    state = _("cleared since") if flag.cleared else _("NOT cleared")
    said = _("{day}: red flag ({urgency}), {state}: {text} Told: {told}").format(
        day=dates.short_day(flag.day),
        urgency={"soon": _("soon"), "urgent": _("urgent"), "emergency": _("emergency")}[flag.urgency],
        state=state,
        text=flag.text,
        told=fill(flag.told, Settings()),
    )
    return Line(text=said, strong=not flag.cleared)


def _alert(alert: AlertLine) -> Line:
    answers = {
        "have-called": _("Patient said: I have called."),
        "will-call": _("Patient said: I will call."),
        None: _("No answer from the patient."),
    }
    said = _("{day}: alert: {told} {answer}").format(
        day=dates.short_day(alert.day), told=fill(alert.told, Settings()), answer=answers[alert.answer]
    )
    return Line(text=said, strong=alert.answer is None)


def _injury(found: Safety) -> Line:
    words = {"during": _("during"), "after": _("next morning")}
    shown = found.injury_scores[-MOST_DATES:]
    parts = [f"{dates.short_day(one.day)} {words[one.when]} {one.score}" for one in shown]
    more = len(found.injury_scores) - len(shown)
    tail = [_("and {n} before").format(n=more)] if more else []
    said = _("Pain of 1 or more in the injured foot: {list}").format(list=", ".join([*parts, *tail]))
    return Line(text=said, strong=True)


def listed(days: Sequence[date]) -> str:
    """Some days in short; of many the latest, with how many more."""
    shown = [dates.short_day(one) for one in days[-MOST_DATES:]]
    more = len(days) - len(shown)
    return ", ".join(shown) + (_(" and {n} earlier").format(n=more) if more else "")


def word_lines(report: Report) -> list[Line]:
    """The patient's own words: notes and medicines as typed, or that they were not shared."""
    words = report.words
    if not words.shared:
        return [Line(text=_("Notes not shared"))]
    if not words.notes and not words.medicines:
        return [Line(text=_("No notes in this period"))]
    lines = [Line(text=f"{dates.short_day(one.day)}: “{one.text}”") for one in words.notes]
    if words.medicines:
        lines.append(Line(text=_("Medicines as typed: {list}").format(list=_medicines(words.medicines))))
    return lines


def _medicines(typed: Iterable[Said]) -> str:
    return "; ".join(f"{one.text} ({dates.short_day(one.day)})" for one in typed)


def thin_note(report: Report) -> str:
    """Why numbers are missing; "" for a full report."""
    return {
        "thin": _("Too few entries for a change label"),
        "empty": _("No diary entries in this period"),
    }.get(report.extent, "")


def method_lines() -> list[str]:
    """How the numbers are made (clinical/clinician-report)."""
    return [
        _("Means need at least 4 of 7 recorded days. Missing days are left out, never filled."),
        _("Baseline is the mean of the first 7 diary days of the plan. A diary day runs 04:00 to 03:59."),
        _("Percent change uses unrounded means."),
        _("Days within 72 hours of needling stay in the pain chart but are left out of flare rules."),
        _("Scores are 0-10 whole numbers entered by the patient; of several a day the highest counts."),
        _("Needling means need a score on every day: 3 days before, days 4 to 7 after."),
    ]


def footer() -> str:
    """What the reader must know about every number above."""
    return _(
        "Patient-reported, not checked. Not monitored live. Labels use group-level thresholds; see method."
    )


def signature_labels() -> tuple[str, str, str]:
    """What the clinician fills in by hand."""
    return _("Reviewed by"), _("Date"), _("Plan change")
