"""What is known at one instant: the records of the past, put in order once for every rule."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from operator import attrgetter

from homecare.domain.diary.by_day import DayValue, calm_entries, highest_by_day
from homecare.domain.diary.flare import FlareSpell, flare_at, flares
from homecare.domain.diary.spans import merged
from homecare.domain.evidence.ask_first import AskFirstNow, ask_first
from homecare.domain.evidence.red_flags import OpenFlag, open_flags, screening_due
from homecare.domain.evidence.traffic_light import Judged, judged
from homecare.domain.library.condition import Condition
from homecare.domain.library.content import TodayContent
from homecare.domain.library.lights import PainProfile
from homecare.domain.library.phase import Phase
from homecare.domain.records.diary import DiaryEntry, diary_day
from homecare.domain.records.plan import ConditionPlan, ConditionStarted, PlanEvent, plans_at
from homecare.domain.records.prescription import PrescriptionAccepted, own_exercises
from homecare.domain.records.records import Records
from homecare.domain.records.session import Session
from homecare.domain.session.by_day import SessionDay, session_days

WINDOW_DAYS = 60
"""Diary days before today that the rules look at."""
START_DAYS = 14
"""Diary days at the start of each plan that the rules look at: the baseline, and what was new then."""
INJURY = "stress-fracture"
"""The condition whose hard rules win over every other plan."""
INJURY_DAYS = 365
"""Diary days from the start of a stress-fracture plan the rules look at: its pain holds until cleared."""
FIRST_STEP = "pain_first_step"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Records up to `at` in the days the rules look at, with what follows from them.

    `told` are the diary's entries of those days with the ones that `records` lacks: written too long after
    their day, they steer nothing and are still shown. `trained` are the sessions of those days with free
    practice, which `records` lacks: it counts for alerts, and for a light where it hurt too much.
    `day` is the diary day by the patient's clock now; `last_day` the latest day anything was recorded on,
    which is later than `day` after a journey west. `worst` is the worst pain of each of the last 60 days that
    needling cannot have raised. `pressing` are the alerts that ask to call today or sooner and have not been
    called about. `plans` holds only conditions the content knows.
    """

    at: datetime
    zone: tzinfo
    day: date
    last_day: date
    records: Records
    told: tuple[DiaryEntry, ...]
    trained: tuple[Session, ...]
    content: TodayContent
    plans: Mapping[str, ConditionPlan]
    flags: tuple[OpenFlag, ...]
    screening_due: bool
    ask_first: AskFirstNow
    worst: Mapping[date, DayValue]
    spells: tuple[FlareSpell, ...]
    lights: Mapping[str, tuple[Judged, ...]]
    pressing: frozenset[str] = frozenset()

    @property
    def flare(self) -> FlareSpell | None:
        """The flare that is going on."""
        return flare_at(self.spells)

    @property
    def stopped(self) -> bool:
        """Whether nothing may be offered: a red flag is open or the safety questions wait."""
        return bool(self.flags) or self.screening_due

    @property
    def may_progress(self) -> bool:
        """Whether a harder step may be offered at all: nothing is locked and no call is pressing."""
        return not self.stopped and not self.pressing

    def condition(self, plan: ConditionPlan) -> Condition:
        """The content's condition of a plan."""
        return self.content.condition(plan.condition)

    def phase(self, plan: ConditionPlan) -> Phase:
        """The content's phase a plan is in."""
        return self.condition(plan).phase(plan.phase)


def window_days(events: Iterable[PlanEvent], at: datetime) -> tuple[tuple[date, date], ...]:
    """The diary days Today rests on as (first, last), both included, oldest first and not overlapping.

    The last 60 days, and each plan's first 14 with the 28 before it, which tell a restart from a change (of a
    stress-fracture plan the first year). The last day is one later than the day of `at`, for patients who
    have travelled.
    """
    last = diary_day(at) + timedelta(days=1)
    spans = [(last - timedelta(days=WINDOW_DAYS), last)]
    for event in events:
        if isinstance(event, ConditionStarted) and event.at <= at:
            days = INJURY_DAYS if event.condition == INJURY else START_DAYS
            spans.append((event.day - timedelta(days=28), event.day + timedelta(days=days)))
    return merged(spans)


def evidence_at(records: Records, content: TodayContent, at: datetime, zone: tzinfo) -> Evidence:
    """What is known `at` an instant by a patient who is in `zone`; later records are not looked at."""
    at = at.astimezone(zone)
    content = content.with_exercises(own_exercises(records.plan))
    told = _in_window(records.until(at), at)
    known = _steering(told, content).of_the_plan()
    plans = _known_plans(known, content, at)
    day = diary_day(at)
    written = written_days(known, day)
    flare_guide = content.diary.flare
    calm = calm_entries(known.entries, known.needlings, flare_guide.needling_h)
    worst, felt = (
        highest_by_day([entry for entry in entries if (day - entry.day).days < WINDOW_DAYS], "pain_worst")
        for entries in (calm, known.entries)
    )
    return Evidence(
        at=at,
        zone=zone,
        day=day,
        last_day=max(
            [day, *(entry.day for entry in known.entries), *(session.day for session in known.sessions)]
        ),
        records=known,
        told=told.entries,
        trained=told.sessions,
        content=content,
        plans=plans,
        flags=open_flags(known.plan, content, tuple(plans)),
        screening_due=screening_due(
            known.plan, plans, written, [day - timedelta(days=WINDOW_DAYS), day], content.safety.screen
        ),
        ask_first=ask_first(known.plan, plans, content),
        worst=worst,
        spells=flares(worst, flare_guide, felt),
        lights={
            name: _lights(plan, _with_painful_practice(plan, known, told.sessions, content), content, day)
            for name, plan in plans.items()
        },
    )


def _known_plans(known: Records, content: TodayContent, at: datetime) -> dict[str, ConditionPlan]:
    """The plans whose condition and phase the content still has."""
    return {
        name: plan
        for name, plan in plans_at(known.plan, at).items()
        if name in content.condition_ids and _has_phase(content.condition(name), plan.phase)
    }


def later(evidence: Evidence, at: datetime) -> Evidence:
    """What will be known at a later instant if nothing is recorded in between.

    Plans of clinicians run out, items come back from an easier spell, and the safety questions may be due.
    Lights, flags and flares stay as they are, and so do `pressing` alerts: ask for those again where they
    matter.
    """
    day = diary_day(at)
    plans = {
        name: plan for name, plan in plans_at(evidence.records.plan, at).items() if name in evidence.plans
    }
    return replace(
        evidence,
        at=at,
        day=day,
        last_day=max(day, evidence.last_day),
        plans=plans,
        screening_due=screening_due(
            evidence.records.plan,
            plans,
            written_days(evidence.records, day),
            [day - timedelta(days=WINDOW_DAYS), day],
            evidence.content.safety.screen,
        ),
    )


def written_days(records: Records, day: date) -> list[date]:
    """The days of the last 60 with an entry or a scored session; older ones may not have been loaded."""
    found = {entry.day for entry in records.entries}
    found |= {session.day for session in records.sessions if session.pain_exercise is not None}
    return sorted(written_day for written_day in found if (day - written_day).days <= WINDOW_DAYS)


def _lights(plan: ConditionPlan, known: Records, content: TodayContent, day: date) -> tuple[Judged, ...]:
    condition = content.condition(plan.condition)
    days = [
        session_day
        for session_day in session_days(plan.condition, known, content)
        if (session_day.day >= plan.start_day or not session_day.any_item)
        and ((day - session_day.day).days <= WINDOW_DAYS or plan.condition == INJURY)
    ]
    usual = content.diary.profile(condition.pain_profile)
    return tuple(
        judged_day
        for profile, profile_days in days_by_profile(plan.condition, days, usual, known.plan)
        for judged_day in judged(
            profile_days,
            known.entries,
            known.needlings,
            profile=profile,
            guide=content.diary.traffic_light,
            asked_at_start=plan.pain_first_step,
            first_step_is_key=condition.primary_field == FIRST_STEP,
        )
    )


def _with_painful_practice(
    plan: ConditionPlan, known: Records, trained: Sequence[Session], content: TodayContent
) -> Records:
    """The records a plan's lights rest on: free practice only where it hurt too much.

    It earns no green light, but an exercise that hurt above the amber limit rests, whoever asked for it: the
    limit of the clinician's plan where that is lower. So does one after which tingling lasted too long. In a
    foot with a stress fracture any pain is too much (content: hard_rules).
    """
    usual = content.diary.profile(content.condition(plan.condition).pain_profile)

    def too_much(session: Session) -> bool:
        profile = _profile_at(plan.condition, session.at, usual, known.plan)
        limit = 0 if plan.condition == INJURY else profile.amber_max
        tingling = profile.tingling_red_above_min
        return bool(
            (session.pain_for(plan.condition) or 0) > limit
            or session.numb_spread
            or (tingling is not None and (session.tingling_min or 0) > tingling)
            or any(done.stopped_by_pain for done in session.exercises)
        )

    painful = [session for session in trained if session.practice and too_much(session)]
    if not painful:
        return known
    return replace(known, sessions=tuple(sorted((*known.sessions, *painful), key=attrgetter("at"))))


def _in_window(records: Records, at: datetime) -> Records:
    spans = window_days(records.plan, at)

    def inside(day: date) -> bool:
        return any(first <= day <= last for first, last in spans)

    return replace(
        records,
        entries=tuple(entry for entry in records.entries if inside(entry.day)),
        sessions=tuple(session for session in records.sessions if inside(session.day)),
    )


def _steering(records: Records, content: TodayContent) -> Records:
    """Without the entries written too long after their day: remembered pain steers nothing."""
    most = content.diary.count_within_days
    return replace(records, entries=tuple(entry for entry in records.entries if entry.days_late <= most))


def _has_phase(condition: Condition, phase: str) -> bool:
    return any(own_phase.id == phase for own_phase in condition.phases)


def days_by_profile(
    condition: str, days: Sequence[SessionDay], profile: PainProfile, events: Sequence[PlanEvent]
) -> list[tuple[PainProfile, list[SessionDay]]]:
    """The session days with the limits that held when each was over, in order, neighbours together."""
    if not any(isinstance(event, PrescriptionAccepted) and event.condition == condition for event in events):
        return [(profile, list(days))]
    found: list[tuple[PainProfile, list[SessionDay]]] = []
    for day in days:
        limits = _profile_at(condition, day.at, profile, events)
        if found and found[-1][0] == limits:
            found[-1][1].append(day)
        else:
            found.append((limits, [day]))
    return found


def _profile_at(
    condition: str, at: datetime, profile: PainProfile, events: Sequence[PlanEvent]
) -> PainProfile:
    plan = plans_at(events, at).get(condition)
    limits = plan.prescription.limits if plan is not None and plan.prescription is not None else None
    if limits is None:
        return profile
    return replace(
        profile,
        green_max=min(limits.green_max, profile.green_max),
        amber_max=min(limits.amber_max, profile.amber_max),
    )
