"""Red flags: when the safety questions are due, what an answer locks, and who may unlock it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from homecare.domain.library.condition import DayCheck, Urgency
from homecare.domain.library.content import TodayContent
from homecare.domain.library.safety import RedFlagScreen, SafetyGuide
from homecare.domain.records.plan import (
    ConditionPlan,
    ConditionStarted,
    PhaseEntered,
    PlanEvent,
    RedFlagCleared,
    Screened,
    SelfChecked,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """The plan is locked by a red flag: how urgent, what the content says, and the flags answered yes."""

    urgency: Urgency
    say: str
    flags: tuple[str, ...]
    since: datetime
    screening_due: bool = False


RISING: tuple[Urgency, ...] = ("soon", "urgent", "emergency")
PAUSING: tuple[Urgency, ...] = ("urgent", "emergency")
"""Urgencies that pause or lock the whole plan (content/safety.toml, urgency_actions)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFlag:
    """A red flag that was raised and not cleared; `condition` is None for one of the common flags."""

    id: str
    urgency: Urgency
    condition: str | None
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCheckNow:
    """A question on one day of a condition's plan whose day has come; `yes` is None until it is answered."""

    condition: str
    check: DayCheck
    yes: bool | None = None


def day_checks_now(
    events: Iterable[PlanEvent], plans: Mapping[str, ConditionPlan], content: TodayContent, day: date
) -> tuple[DayCheckNow, ...]:
    """The questions of the active plans whose day has come by `day`, each with its latest answer.

    A plan that was started afresh asks again: only answers given since its start count.
    """
    answers = sorted(
        (event for event in events if isinstance(event, SelfChecked)), key=lambda event: event.at
    )
    return tuple(
        DayCheckNow(
            condition=plan.condition,
            check=check,
            yes=next(
                (
                    answer.yes
                    for answer in reversed(answers)
                    if (answer.condition, answer.check) == (plan.condition, check.id)
                    and answer.at >= plan.started_at
                ),
                None,
            ),
        )
        for plan in plans.values()
        for check in content.condition(plan.condition).day_checks
        if day >= plan.start_day + timedelta(days=check.day - 1)
    )


def open_flags(
    events: Iterable[PlanEvent], content: TodayContent, active: Collection[str] = ()
) -> tuple[OpenFlag, ...]:
    """The red flags that were raised and nobody cleared, in the order they were answered.

    A yes to a safety question raises one, and so does the answer to a question on one day of a plan that the
    content names. A later screen without a yes clears nothing. A "soon" flag is cleared when the patient or a
    clinician says it was checked; an urgent or emergency flag only with a clinician's name. A flag that rests
    on a day's question alone goes when that question gets the other answer.
    """
    waiting: dict[str, OpenFlag] = {}
    by_day_check: set[str] = set()
    for event in sorted(events, key=lambda plan_event: plan_event.at):
        if isinstance(event, Screened):
            for flag in event.yes:
                waiting.setdefault(flag, _flag(flag, event.at, content, active))
            by_day_check -= set(event.yes)
        elif isinstance(event, SelfChecked) and (check := _day_check(event, content)) is not None:
            if event.yes == (check.raises_if == "yes"):
                if check.red_flag not in waiting:
                    waiting[check.red_flag] = _flag(check.red_flag, event.at, content, (event.condition,))
                    by_day_check.add(check.red_flag)
            elif check.red_flag in by_day_check:
                by_day_check.discard(check.red_flag)
                waiting.pop(check.red_flag, None)
        elif isinstance(event, RedFlagCleared):
            for flag in event.flags:
                if flag in waiting and (event.by.strip() or waiting[flag].urgency == "soon"):
                    del waiting[flag]
    return tuple(waiting.values())


def highest_urgency(flags: Sequence[OpenFlag]) -> Urgency | None:
    """The highest urgency of these flags, None when there are none."""
    return max((flag.urgency for flag in flags), key=RISING.index, default=None)


def locked_by(flags: Sequence[OpenFlag], safety: SafetyGuide, *, screening_due: bool) -> Locked | None:
    """The lock these flags put on the plan, as urgent as the most urgent of them; None without flags."""
    urgency = highest_urgency(flags)
    if urgency is None:
        return None
    return Locked(
        urgency=urgency,
        say=safety.action(urgency).patient_text,
        flags=tuple(flag.id for flag in flags),
        since=min(flag.since for flag in flags if flag.urgency == urgency),
        screening_due=screening_due,
    )


def screening_due(
    events: Iterable[PlanEvent],
    plans: Mapping[str, ConditionPlan],
    written_days: Iterable[date],
    seen: Sequence[date],
    screen: RedFlagScreen,
) -> bool:
    """Whether the safety questions wait for an answer.

    They are asked before the first session of a plan, when a plan or phase starts (an answer of the same
    diary day counts), and after 14 days without an entry. Without a plan there is nothing to lock.
    `written_days` are the diary days with an entry or a scored session, from the first to the last day of
    `seen`; earlier days are unknown.
    """
    if not plans:
        return False
    known = sorted(events, key=lambda event: event.at)
    screened = max((event.day for event in known if isinstance(event, Screened)), default=None)
    if screened is None:
        return True
    starts = (
        event.day
        for event in known
        if isinstance(event, ConditionStarted | PhaseEntered) and event.condition in plans
    )
    if max(starts, default=screened) > screened:
        return True
    first, day = max(screened, seen[0]), max(screened, seen[-1])
    days = [first, *sorted({written_day for written_day in written_days if first < written_day < day}), day]
    return any((later - earlier).days >= screen.after_days_without_entry for earlier, later in pairwise(days))


def _day_check(answer: SelfChecked, content: TodayContent) -> DayCheck | None:
    """The day's question that was answered; None for a self-check of a phase."""
    if answer.condition not in content.condition_ids:
        return None
    checks = content.condition(answer.condition).day_checks
    return next((check for check in checks if check.id == answer.check), None)


def _flag(flag: str, since: datetime, content: TodayContent, active: Collection[str]) -> OpenFlag:
    for common in content.safety.screen.common_flags:
        if common.id == flag:
            return OpenFlag(id=flag, urgency=common.urgency, condition=None, since=since)
    for condition in (
        *active,
        *(condition_id for condition_id in content.condition_ids if condition_id not in active),
    ):
        for own in content.condition(condition).red_flags:
            if own.id == flag:
                return OpenFlag(id=flag, urgency=own.urgency, condition=condition, since=since)
    return OpenFlag(id=flag, urgency="urgent", condition=None, since=since)
