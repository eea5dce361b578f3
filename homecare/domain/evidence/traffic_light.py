"""The traffic light of a session day: pain during exercise, and the morning after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil
from typing import Literal

from homecare.domain.diary.by_day import (
    DayValue,
    highest_by_day,
    ids_of,
    median_of,
    recorded,
    soon_after_needling,
)
from homecare.domain.library.lights import PainProfile, TrafficLightGuide
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.needling import Needling
from homecare.domain.session.by_day import SessionDay

Light = Literal["green", "amber", "red", "grey"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLight:
    """The traffic light of one plan item on one session day (content/diary.toml, traffic_light).

    `rise` is next-morning pain minus the usual morning in whole points, None while unknown. A light that
    is not `final` rests on pain during exercise alone and never counts for progress. `confounded` marks a
    morning inside 72 hours of needling. `entries` and `sessions` are the ids it rests on.
    """

    day: date
    light: Light
    final: bool
    pain_exercise: int | None = None
    rise: int | None = None
    usual_morning: float | None = None
    usual_morning_provisional: bool = False
    confounded: bool = False
    entries: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualMorning:
    """Morning pain the next morning is compared with; `provisional` while too few mornings are known."""

    value: float
    provisional: bool
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mornings:
    """Morning pain by diary day: `usual` for the usual morning, `after` for the morning after a session."""

    usual: Mapping[date, DayValue]
    after: Mapping[date, DayValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A session day with its light; `too_much_during` when it is red not for the next morning's pain alone.

    `others` is the day as it counts for the items that pain did not stop, where pain stopped some: `light` is
    then that of those it did stop, never greener.
    """

    done: SessionDay
    light: SessionLight
    too_much_during: bool = False
    others: "Judged | None" = None

    def for_item(self, item: str) -> "Judged":
        """The day as it counts for one plan item."""
        return self if self.others is None or item in self.done.pained else self.others


def mornings_of(entries: Sequence[DiaryEntry], *, first_step_is_key: bool) -> Mornings:
    """Morning pain of each day.

    The usual morning takes first-step pain, else pain the morning after. The morning after takes its own
    answer; where first-step pain is the plan's key item it is asked once and counts for both. Of two answers
    the higher counts: a lower one, given for another foot, must not hide the first steps.
    """
    first_step = highest_by_day(entries, "pain_first_step")
    after = highest_by_day(entries, "pain_next_morning")
    return Mornings(
        usual=dict(sorted({**after, **first_step}.items())),
        after=_higher(first_step, after) if first_step_is_key else after,
    )


def _higher(first_step: Mapping[date, DayValue], after: Mapping[date, DayValue]) -> dict[date, DayValue]:
    found = {**first_step, **after}
    for day in first_step.keys() & after.keys():
        found[day] = max(after[day], first_step[day], key=lambda morning: morning.value)
    return found


def usual_morning(
    day: date, mornings: Mapping[date, DayValue], asked_at_start: int | None, guide: TrafficLightGuide
) -> UsualMorning | None:
    """Median morning pain of the 7 diary days before the session `day`, needing 3 values.

    With fewer, the last known value before that day, else the first-step pain asked at the plan's start;
    both are provisional. None when nothing at all is known.
    """
    known = recorded(mornings, day - timedelta(days=1), guide.usual_morning_days)
    middle = median_of(known)
    if middle is not None and len(known) >= guide.usual_morning_min_values:
        return UsualMorning(value=middle, provisional=False, entries=ids_of(known))
    before = [value for when, value in mornings.items() if when < day]
    if before:
        last = max(before, key=lambda done: done.day)
        return UsualMorning(value=float(last.value), provisional=True, entries=last.entries)
    if asked_at_start is not None:
        return UsualMorning(value=float(asked_at_start), provisional=True)
    return None


def rise_of(next_morning: int, usual: float) -> int:
    """Next-morning pain above the usual morning in whole points, halves rounded down, never below 0."""
    return max(0, ceil(next_morning - usual - 0.5))


def light_of(pain_exercise: int | None, rise: int | None, profile: PainProfile, *, worse: bool) -> Light:
    """The colour for a pain during exercise and a rise (both None while unknown).

    `worse` is the profile's own sign that it was too much: swelling clearly bigger, tingling that lasts. It
    needs no score: the content says red for the sign itself.
    """
    if worse:
        return "red"
    if pain_exercise is None:
        return "grey"
    if pain_exercise > profile.amber_max:
        return "red"
    if rise is not None and rise >= profile.rise_red_min:
        return "red"
    if pain_exercise > profile.green_max or (rise is not None and rise > profile.rise_green_max):
        return "amber"
    return "green"


def judged(
    days: Sequence[SessionDay],
    entries: Sequence[DiaryEntry],
    needlings: Sequence[Needling],
    *,
    profile: PainProfile,
    guide: TrafficLightGuide,
    asked_at_start: int | None,
    first_step_is_key: bool,
) -> tuple[Judged, ...]:
    """Each session day with its light, oldest first. Soreness after needling is never looked at."""
    mornings = mornings_of(entries, first_step_is_key=first_step_is_key)
    signs_by_day = _signs_by_day(entries, profile)
    found = []
    for done in days:
        light = _light(
            done,
            after=mornings.after.get(done.day + timedelta(days=1)),
            usual=usual_morning(done.day, mornings.usual, asked_at_start, guide),
            needlings=needlings,
            profile=profile,
            guide=guide,
        )
        during = light_of(done.pain, None, profile, worse=_worse(done, profile))
        signs = signs_by_day.get(done.day + timedelta(days=1), ())
        if signs:
            light = replace(light, light="red", entries=tuple(dict.fromkeys((*light.entries, *signs))))
        day = Judged(done=done, light=light, too_much_during=during == "red" or bool(signs))
        found.append(_stopped_by_pain(day, profile) if done.pained else day)
    return tuple(found)


def _stopped_by_pain(day: Judged, profile: PainProfile) -> Judged:
    """The day for the items that pain stopped (content/safety.toml, skipped_rule).

    Red when the score is above the amber limit or missing, otherwise at least amber.
    """
    pain = day.done.pain
    too_much = pain is None or pain > profile.amber_max
    light: Light = "red" if too_much or day.light.light == "red" else "amber"
    return Judged(
        done=day.done,
        light=replace(day.light, light=light),
        too_much_during=too_much or day.too_much_during,
        others=day,
    )


def _worse(done: SessionDay, profile: PainProfile) -> bool:
    """The profile's own signs in the session: tingling longer than it allows, numbness that spread.

    Swelling was asked at the end of a session before it was asked the next morning: such an answer holds.
    """
    limit = profile.tingling_red_above_min
    lasting = limit is not None and done.tingling_min is not None and done.tingling_min > limit
    signs = any(getattr(done, sign) for sign in (*profile.session_signs, *profile.morning_signs))
    return lasting or signs


def _signs_by_day(entries: Sequence[DiaryEntry], profile: PainProfile) -> dict[date, tuple[str, ...]]:
    """The days whose diary says yes to a sign that is asked the morning after, with those entries' ids."""
    days: dict[date, tuple[str, ...]] = {}
    for entry in entries:
        if any(getattr(entry, sign) for sign in profile.morning_signs):
            days[entry.day] = (*days.get(entry.day, ()), entry.id)
    return days


def _light(
    done: SessionDay,
    *,
    after: DayValue | None,
    usual: UsualMorning | None,
    needlings: Sequence[Needling],
    profile: PainProfile,
    guide: TrafficLightGuide,
) -> SessionLight:
    rise = rise_of(after.value, usual.value) if after is not None and usual is not None else None
    moments = [done.at] if after is None else [done.at, after.at]
    rests_on = (*done.entries, *(after.entries if after else ()), *(usual.entries if usual else ()))
    return SessionLight(
        day=done.day,
        light=light_of(done.pain, rise, profile, worse=_worse(done, profile)),
        final=done.pain is not None and rise is not None,
        pain_exercise=done.pain,
        rise=rise,
        usual_morning=usual.value if usual else None,
        usual_morning_provisional=usual is not None and usual.provisional,
        confounded=any(soon_after_needling(at, needlings, guide.needling_h) for at in moments),
        entries=tuple(dict.fromkeys(rests_on)),
        sessions=done.sessions,
    )


def only_sore(judged: Judged) -> bool:
    """Whether only a morning inside 72 hours of needling made this light: it may be soreness alone."""
    return judged.light.confounded and not judged.too_much_during
