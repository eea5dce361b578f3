"""When each alert of the content holds (content/diary.toml, alerts): the entries it rests on, or None."""

from collections.abc import Sequence
from datetime import UTC, date, timedelta

from homecare.domain.aftercare.soreness import soreness_scores
from homecare.domain.diary.by_day import highest_by_day, last_days
from homecare.domain.diary.change import Change, weekly_changes
from homecare.domain.diary.flare import repeated
from homecare.domain.evidence.evidence import Evidence
from homecare.domain.evidence.pain_change import first_week_from
from homecare.domain.evidence.traffic_light import Judged
from homecare.domain.library.condition import Condition
from homecare.domain.library.diary import AlertRule
from homecare.domain.library.scales import WEEK
from homecare.domain.records.diary import diary_day
from homecare.domain.records.plan import ConditionPlan
from homecare.domain.safety.alert import Raised, from_entries, from_ids, row_ending
from homecare.domain.safety.stress_fracture import pain_in_injury


def red_flag(rule: AlertRule, evidence: Evidence) -> Raised | None:
    """Any red flag answered yes and not cleared, as urgent as the most urgent."""
    if not evidence.flags:
        return None
    urgent = max(evidence.flags, key=lambda flag: ("soon", "urgent", "emergency").index(flag.urgency))
    return Raised(
        since=min(diary_day(flag.since) for flag in evidence.flags),
        newest=max(flag.since for flag in evidence.flags),
        severity=urgent.urgency,
        say=evidence.content.safety.action(urgent.urgency).patient_text,
    )


def severe(rule: AlertRule, evidence: Evidence) -> Raised | None:
    """Worst pain of 8 or more on 2 diary days in a row, the latest of them today or yesterday."""
    worst = highest_by_day(evidence.records.entries, rule.diary_field or "pain_worst")
    high = {day for day, value in worst.items() if value.value >= rule.numbers["at_least"]}
    days = row_ending(high, worst.keys(), evidence.last_day, rule.numbers["days_in_a_row"])
    return from_ids([entry_id for day in days for entry_id in worst[day].entries], evidence)


def night(rule: AlertRule, evidence: Evidence) -> Raised | None:
    """Woken by pain on 3 of the last 7 days."""
    days = set(last_days(evidence.last_day, rule.numbers["window_days"]))
    woken = [entry for entry in evidence.records.entries if entry.sleep_woken and entry.day in days]
    enough = len({entry.day for entry in woken}) >= rule.numbers["days"]
    return from_entries(woken) if enough else None


def bone_load(rule: AlertRule, evidence: Evidence) -> Raised | None:
    """Sharp pain, and pain during exercise above the profile's limit in the last 2 sessions."""
    for name in rule.conditions:
        if name not in evidence.plans:
            continue
        limit = evidence.content.diary.profile(evidence.content.condition(name).pain_profile).amber_max
        last = _scored(evidence.lights[name])[-rule.numbers["sessions_in_a_row"] :]
        days = {judged_day.done.day for judged_day in last}
        sharp = [
            entry
            for entry in evidence.records.entries
            if entry.day in days and any(word in entry.quality for word in rule.qualities)
        ]
        too_much = [
            judged_day
            for judged_day in last
            if judged_day.done.pain is not None and judged_day.done.pain > limit
        ]
        if len(too_much) == rule.numbers["sessions_in_a_row"] and sharp:
            scores = {entry_id for judged_day in last for entry_id in judged_day.done.entries}
            return from_entries(
                [entry for entry in evidence.records.entries if entry.id in scores or entry in sharp]
            )
    return None


def numb(rule: AlertRule, evidence: Evidence) -> Raised | None:
    """Numbness that spread in a session, or on 2 days in a row and not in the first 7 days of a plan."""
    spread = [
        session
        for session in evidence.trained
        if session.numb_spread and (evidence.last_day - session.day).days <= 1
    ]
    if spread:
        return Raised(
            since=spread[0].day, newest=spread[-1].at, entries=tuple(session.id for session in spread)
        )
    said = [entry for entry in evidence.records.entries if entry.quality]
    numb_entries = [entry for entry in said if any(word in entry.quality for word in rule.qualities)]
    numb_days = {entry.day for entry in numb_entries}
    days = row_ending(
        numb_days, {entry.day for entry in said}, evidence.last_day, rule.numbers["days_in_a_row"]
    )
    first = rule.numbers["absent_first_days"]
    fresh = any(
        not numb_days & set(last_days(plan.start_day + timedelta(days=first - 1), first))
        for plan in evidence.plans.values()
    )
    return from_entries([entry for entry in numb_entries if entry.day in days]) if days and fresh else None


def inflammation(rule: AlertRule, evidence: Evidence) -> Raised | None:
    """Long morning stiffness on 5 of 7 days, with both heels sore on one and the same of those days."""
    days = set(last_days(evidence.last_day, rule.numbers["window_days"]))
    stiff = [
        entry
        for entry in evidence.records.entries
        if entry.day in days
        and entry.stiffness_min is not None
        and entry.stiffness_min >= rule.numbers["at_least"]
    ]
    stiff_days = {entry.day for entry in stiff}
    sides: dict[date, set[str]] = {}
    for entry in evidence.records.entries:
        sore = {site.side for site in entry.location if site.region in rule.regions}
        sides.setdefault(entry.day, set()).update(sore)
    both = {day for day in stiff_days if sides.get(day) == {"L", "R"}}
    if len(stiff_days) < rule.numbers["days"] or not both:
        return None
    heels = [entry for entry in evidence.records.entries if entry.day in both and entry.location]
    return from_entries([*stiff, *(heel for heel in heels if heel not in stiff)])


def needling(rule: AlertRule, evidence: Evidence) -> Raised | None:
    """Soreness of 5 or more 48 hours after the latest needling, or of 3 or more after 72 hours."""
    past = [needling for needling in evidence.records.needlings if not needling.cancelled]
    if not past:
        return None
    latest = max(past, key=lambda needling: needling.at.astimezone(UTC))
    scores = soreness_scores(latest, evidence.records.entries, evidence.content.aftercare, evidence.at)
    limits = {"72h": rule.numbers["at_least_72h"], "48h": rule.numbers["at_least_48h"]}
    for check, entry in sorted(scores.items(), reverse=True):
        if check in limits:
            high = (entry.needling_soreness or 0) >= limits[check]
            return from_entries([entry]) if high else None
    return None


def injury_pain(rule: AlertRule, evidence: Evidence) -> Raised | None:
    """Pain in the foot with a stress fracture during an exercise, until a clinician clears it."""
    ids = pain_in_injury(evidence)
    days = [
        judged_day
        for name in rule.conditions
        for judged_day in evidence.lights.get(name, ())
        if set(ids) & {*judged_day.done.sessions, *judged_day.done.entries}
        and (judged_day.done.pain or 0) >= rule.numbers["at_least"]
    ]
    if not days:
        return None
    return Raised(
        since=days[0].done.day,
        newest=max(day.done.at for day in days),
        entries=tuple(
            dict.fromkeys(record_id for day in days for record_id in (*day.done.entries, *day.done.sessions))
        ),
    )


def _scored(lights: Sequence[Judged]) -> list[Judged]:
    return [light for light in lights if light.done.pain is not None]


def worsening(rule: AlertRule, evidence: Evidence) -> Raised | None:
    """Clearly worse at two weekly checks in a row."""
    needed = rule.numbers["weekly_checks_in_a_row"]
    for plan in evidence.plans.values():
        last = checks(plan, evidence, needed)
        if len(last) == needed and all(change.label in rule.labels for change in last):
            return _from_checks(last, evidence)
    return None


def no_progress(rule: AlertRule, evidence: Evidence) -> Raised | None:
    """No better at the latest weekly check, once the weeks have passed after which the content asks."""
    for plan in evidence.plans.values():
        last = checks(plan, evidence, 1)
        due = is_review_time(plan, evidence.condition(plan), evidence.day)
        if due and any(change.label in rule.labels for change in last):
            return _from_checks(last, evidence)
    return None


def is_review_time(plan: ConditionPlan, condition: Condition, day: date) -> bool:
    """Whether a plan has run for the weeks after which no change calls for a review, by this day."""
    return (day - plan.start_day).days // WEEK >= condition.time_course.review_if_no_change_weeks


def repeated_flares(rule: AlertRule, evidence: Evidence) -> Raised | None:
    """Two flares in 14 days."""
    late = repeated(evidence.spells, evidence.last_day, evidence.content.diary.flare)
    return from_ids([entry_id for spell in late for entry_id in spell.entries], evidence)


def checks(plan: ConditionPlan, evidence: Evidence, at_most: int) -> Sequence[Change]:
    """The latest weekly checks of a plan that are over, at most so many, oldest first."""
    guide = evidence.content.diary
    start = first_week_from(plan.condition, evidence)
    if start is None:
        return ()
    values = highest_by_day(evidence.records.entries, evidence.condition(plan).primary_field)
    return weekly_changes(values, start, evidence.day, guide.baseline, guide.change, at_most=at_most)


def _from_checks(found: Sequence[Change], evidence: Evidence) -> Raised | None:
    return from_ids(
        [entry_id for change in found if change.latest is not None for entry_id in change.latest.entries],
        evidence,
    )
