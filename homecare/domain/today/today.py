"""Today: every rule asked once at one instant, for the screen and the command line alike.

For each plan item the first of these that says something decides:

1. a red flag: emergency and urgent hold every item, soon the loading of its condition; then safety
   questions that wait for an answer; then a plan that waits for a clinician who should be asked first;
2. a stress fracture: pauses every other plan; pain of 1 or more hides its own items;
3. a variant the phase is not meant for, or a gate no clinician opened;
4. an alert that says to stop, until the patient has called;
5. what the exercise's own page forbids: with a condition on that side (another exercise stands in where
   the content names one), too soon after an injury, a muscle needled lately;
6. rest after a red light, then the easier version;
7. a flare: the easier version, then no more load until it is over;
8. needling up to 48 hours ago, or a return after a long gap: the easier version;
9. the latest light: amber holds, three final greens may offer the next step.

Nothing moves by itself: each change is an offer that the patient takes or declines.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from homecare.domain.aftercare.reminders import ReminderDue
from homecare.domain.diary.flare import Flare, repeated
from homecare.domain.evidence.evidence import Evidence, evidence_at, window_days, written_days
from homecare.domain.evidence.pain_change import pain_change
from homecare.domain.evidence.red_flags import day_checks_now, locked_by
from homecare.domain.library.content import TodayContent
from homecare.domain.plan.adherence import WeekAdherence, week_adherence
from homecare.domain.plan.contraindications import Ban, forbidden
from homecare.domain.plan.item_state import ItemNow, items_now, lights_on
from homecare.domain.plan.prescription import prescriptions_now
from homecare.domain.progression.next_step import advised
from homecare.domain.progression.phases import phase_state
from homecare.domain.progression.streaks import Advised
from homecare.domain.records.local_time import moment
from homecare.domain.records.records import Records
from homecare.domain.safety.after_needling import aftercare_at
from homecare.domain.safety.alerts import alerts_at, pressing
from homecare.domain.safety.holds import Hold, HoldCode, hold_on
from homecare.domain.safety.pressing import pressing_now
from homecare.domain.safety.stress_fracture import may_be_shown
from homecare.domain.session.bouts import slots_of
from homecare.domain.today.answer import ItemGuidance, RoutineDue, Today
from homecare.domain.today.coming import next_routine_at, rest_of_today
from homecare.domain.today.daily_reminders import everyday_reminders, missed_day_nudge
from homecare.domain.today.question import questions_now
from homecare.domain.today.routine import Due, day_plan, due_items, routine_due, slot_at, slot_times
from homecare.domain.today.week import own_week

__all__ = ["today", "window_days"]


def today(records: Records, content: TodayContent, at: datetime, zone: tzinfo) -> Today:
    """What Today shows `at` an instant to a patient who is in `zone` now; later records are not looked at.

    `records` need only hold the diary days that `window_days` names; others do not change the answer.
    """
    evidence = evidence_at(records, content, at, zone)
    alerts = alerts_at(evidence)
    evidence = replace(evidence, pressing=pressing(alerts))
    due = due_items(_shown_items(evidence), evidence)
    guidance = [_guidance(due_item, evidence) for due_item in due]
    routine = routine_due(due, guidance, evidence)
    return Today(
        at=evidence.at,
        day=evidence.day,
        locked=locked_by(evidence.flags, content.safety, screening_due=evidence.screening_due),
        screening_due=evidence.screening_due,
        ask_first=evidence.ask_first,
        day_checks=day_checks_now(evidence.records.plan, evidence.plans, content, evidence.day),
        items=tuple(guidance),
        routine=routine,
        next_routine_at=next_routine_at(evidence),
        day_plan=day_plan(due, guidance),
        phases=tuple(phase_state(plan, evidence) for plan in evidence.plans.values()),
        aftercare=aftercare_at(evidence),
        reminders=_reminders(due, guidance, routine, evidence),
        alerts=alerts,
        flare=_flare(evidence),
        adherence=_adherence(evidence),
        week=own_week(due, guidance, evidence),
        pain_now_today=_pain_now(evidence),
        questions=questions_now(evidence),
        nudge=_nudge(evidence),
        restart_due=_restart_due(evidence),
        prescriptions=prescriptions_now(evidence),
        pressing=pressing_now(evidence, alerts),
        pain=tuple(pain_change(condition, evidence) for condition in evidence.plans),
    )


def _shown_items(evidence: Evidence) -> list[ItemNow]:
    return [
        item
        for plan in evidence.plans.values()
        for item in items_now(plan, evidence)
        if may_be_shown(item, evidence)
    ]


def _guidance(due: Due, evidence: Evidence) -> ItemGuidance:
    now = due.now
    lights = lights_on(now.plan, now.item.exercise, evidence)
    hold = hold_on(now, lights, evidence)
    said = advised(now, lights, hold, evidence)
    if hold is None and not due.today:
        hold = Hold(code=HoldCode.REST_DAY)
    light = lights[-1].light if lights else None
    profile = evidence.content.diary.profile(evidence.condition(now.plan).pain_profile)
    return ItemGuidance(
        condition=now.plan.condition,
        item=now.item.exercise,
        exercise=now.exercise.id,
        side=now.side,
        dose=now.dose,
        level=now.level,
        light=light.light if light else "grey",
        final=light.final if light else False,
        advice=said.advice,
        reason=said.reason,
        reason_facts=said.facts,
        entries=_entries(said),
        sessions=tuple(
            dict.fromkeys(session_id for judged_day in said.proof for session_id in judged_day.light.sessions)
        ),
        confounded=light.confounded if light else False,
        extrapolated=now.plan.condition not in profile.direct_for,
        held=hold.code if hold else None,
        held_until=hold.until if hold else None,
        due_today=due.today,
        offer=said.offer,
        light_day=light.day if light else None,
        load=now.load,
        rm=now.rm,
        both_at_once=now.exercise.both_at_once,
        prescribed=now.plan.prescription is not None,
        instead_of=now.item.exercise if now.replaced else None,
        instead_note=_instead_note(now),
        warned=_warned(now, evidence),
        load_kg=now.wanted.load_kg if now.wanted else None,
        band=now.wanted.band if now.wanted else None,
        note=now.wanted.note if now.wanted else "",
    )


def _warned(now: ItemNow, evidence: Evidence) -> bool:
    """Whether a clinician asked for what the exercise's page forbids; a needling holds it instead."""
    if now.plan.prescription is None:
        return False
    ban = forbidden(now.exercise, now.side, evidence)
    return ban is not None and ban.ban is not Ban.NEEDLED


def _instead_note(now: ItemNow) -> str:
    """The content's words for an exercise that stands in for another, with its name."""
    if now.ruled_out is None or not now.replaced:
        return ""
    return now.ruled_out.note.replace("{exercise}", now.exercise.name)


def _entries(said: Advised) -> tuple[str, ...]:
    lights = (entry_id for judged_day in said.proof for entry_id in judged_day.light.entries)
    return tuple(dict.fromkeys((*said.entries, *lights)))


def _reminders(
    due: Sequence[Due],
    guidance: Sequence[ItemGuidance],
    routine: RoutineDue | None,
    evidence: Evidence,
) -> tuple[ReminderDue, ...]:
    """Those of the parts of today with something to do: to come, on now, over, or done already."""
    if not evidence.plans:
        return ()
    usual = {
        slot
        for item, said in zip(due, guidance, strict=True)
        if said.held is None
        for slot in slots_of(item.now.item.schedule)
    }
    trained = {session.slot for session in evidence.records.sessions if session.day == evidence.day}
    slot_now = slot_at(evidence.at, evidence.records.settings.exercise_times)
    over = {
        slot
        for slot, begins in slot_times(evidence.day, evidence)
        if moment(begins) <= moment(evidence.at) and slot != slot_now
    }
    on = {slot_now} if routine is not None else set()
    coming = rest_of_today(evidence)
    slots = (usual & (over | trained)) | on | coming.keys()
    return everyday_reminders(evidence.records, slots, evidence.at, evidence.zone, free_from=coming)


def _flare(evidence: Evidence) -> Flare | None:
    spell = evidence.flare
    if spell is None:
        return None
    return Flare(
        since=spell.since,
        mean_before=spell.mean_before,
        flares_in_14_days=max(
            1, len(repeated(evidence.spells, evidence.last_day, evidence.content.diary.flare))
        ),
        entries=spell.entries,
    )


def _adherence(evidence: Evidence) -> WeekAdherence | None:
    return (
        week_adherence(evidence, slot_at(evidence.at, evidence.records.settings.exercise_times))
        if evidence.plans
        else None
    )


def _pain_now(evidence: Evidence) -> int | None:
    """The latest pain now of the day, None while nobody said."""
    scores = [
        entry
        for entry in evidence.records.entries
        if entry.day == evidence.day and entry.pain_now is not None
    ]
    return max(scores, key=lambda score: score.at).pain_now if scores else None


def _nudge(evidence: Evidence) -> str | None:
    if not evidence.plans:
        return None
    since = min(plan.start_day for plan in evidence.plans.values())
    guide = evidence.content.diary.missing_days
    found = missed_day_nudge(evidence.records.entries, guide, since=since, today=evidence.day)
    return found.text if found else None


def _restart_due(evidence: Evidence) -> bool:
    """28 days or more before today without an entry or a scored session, in a plan that is at least as old.

    What is written today does not take the question back: on the day of the return it still waits.
    """
    if not evidence.plans:
        return False
    since = max(plan.start_day for plan in evidence.plans.values())
    written = written_days(evidence.records, evidence.day)
    last = max((day for day in written if day < evidence.day), default=since)
    least = evidence.content.diary.missing_days.restart_after_days
    return (evidence.day - max(since, last)).days >= least
