"""Aftercare following dry needling at one instant: where the patient is, what comes, what is held back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

from homecare.domain.aftercare.reminders import ExerciseOf, ReminderDue, aftercare_reminders
from homecare.domain.aftercare.soreness import SorenessAnswer, elapsed, soreness_answers
from homecare.domain.aftercare.stretch import AfterStretch, MayStretch, any_stretch, stretches_after
from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.library.diary import AlertId
from homecare.domain.library.exercise import Exercise
from homecare.domain.records.needling import Needling
from homecare.domain.records.plan import AlertConfirmed, ConditionPlan
from homecare.domain.records.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class AftercareNow:
    """The aftercare window after the latest needling: where on the timeline it is, and what comes.

    `stretches` are those that suit the needled muscles and may be done. `stopped`: the patient was told to
    stop, so nothing that moves the leg is suggested.
    """

    needling: str
    ended_at: datetime
    hours_since: int
    window: str
    reminders: tuple[ReminderDue, ...] = ()
    soreness_says: str | None = None
    soreness_action: str | None = None
    stretches: tuple[AfterStretch, ...] = ()
    stopped: bool = False


HOLDING_ACTIONS: Final = ("hold_strength_24h", "show_warning_signs")
"""Answers at 24 hours that hold strength items a day longer: more than usual, and higher still."""
ALERT: Final = AlertId.NEEDLING


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthHold:
    """Strength items for this muscle (its id) on this side ("left" or "right") wait until `until`."""

    needling: str
    muscle: str
    side: str
    until: datetime

    def holds(self, exercise: Exercise, side: str) -> bool:
        """Whether it holds this exercise back on this side; "both" is held when either side is."""
        works = exercise.may_work(self.muscle)
        return exercise.kind == "strength" and works and side in (self.side, "both")


def latest_needling(records: Records, at: datetime) -> Needling | None:
    """The latest needling session up to `at` that was not cancelled."""
    past = [
        needling
        for needling in records.needlings
        if not needling.cancelled and elapsed(needling.at, at) >= timedelta(0)
    ]
    return max(past, key=lambda needling: needling.at.astimezone(UTC), default=None)


def aftercare_now(
    records: Records,
    guide: AftercareGuide,
    plans: Mapping[str, ConditionPlan],
    at: datetime,
    zone: tzinfo,
    *,
    exercise_of: ExerciseOf | None = None,
    left_out: Collection[str] = (),
    may_stretch: MayStretch = any_stretch,
) -> AftercareNow | None:
    """Where aftercare stands `at` this instant for a patient who is in `zone` now; None outside its window.

    The window lasts as long as the content's timeline (72 hours), and longer while a question is open or
    the patient was asked to call the clinic and has not said so. `exercise_of` gives an exercise by its
    id, for the names of stretches. `left_out` and `may_stretch` are those of `aftercare_reminders`.
    """
    needling = latest_needling(records, at)
    if needling is None:
        return None
    reminders = aftercare_reminders(
        needling,
        records,
        guide,
        plans,
        at=at,
        zone=zone,
        exercise_of=exercise_of,
        left_out=left_out,
        may_stretch=may_stretch,
    )
    stretching = all(rule.id not in left_out for rule in guide.reminders if rule.uses_stretch)
    answers = list(soreness_answers(needling, records.entries, guide, at).values())
    answer = answers[-1] if answers else None
    minutes = int(elapsed(needling.at, at) / timedelta(minutes=1))
    window = guide.window_at(minutes)
    if window is None and not _open(reminders) and not _call_open(answer, records, at):
        return None
    return AftercareNow(
        needling=needling.id,
        ended_at=needling.at,
        hours_since=minutes // 60,
        window=(window or guide.timeline[-1]).id,
        reminders=reminders,
        soreness_says=answer.says if answer else None,
        soreness_action=answer.action if answer else None,
        stretches=stretches_after(needling, guide, plans, may_stretch) if stretching else (),
    )


def strength_holds(
    records: Records, guide: AftercareGuide, at: datetime, *, hours: int
) -> tuple[StrengthHold, ...]:
    """The muscles whose strength items are held back `at` this instant, and until when.

    `hours` from the end of the session, as long again when the soreness at 24 hours was 5 or more
    (content/safety.toml, needling_rule; content/aftercare.toml, soreness_rules).
    """
    hold = timedelta(hours=hours)
    holds: list[StrengthHold] = []
    for needling in records.needlings:
        passed = elapsed(needling.at, at)
        if needling.cancelled or not timedelta(0) <= passed < 2 * hold:
            continue
        answer = soreness_answers(needling, records.entries, guide, at).get("24h")
        longer = answer is not None and answer.action in HOLDING_ACTIONS
        length = hold * (2 if longer else 1)
        if passed >= length:
            continue
        until = (needling.at.astimezone(UTC) + length).astimezone(needling.at.tzinfo)
        holds.extend(
            StrengthHold(needling=needling.id, muscle=muscle.muscle, side=muscle.side, until=until)
            for muscle in needling.muscles
        )
    return tuple(holds)


def _open(reminders: tuple[ReminderDue, ...]) -> bool:
    return any(
        reminder.kind == "question" and reminder.status in ("waiting", "due", "snoozed")
        for reminder in reminders
    )


def _call_open(answer: SorenessAnswer | None, records: Records, at: datetime) -> bool:
    """Whether the patient was asked to call the clinic and has not said yet that they did or will."""
    if answer is None or answer.action != "call_clinic":
        return False
    return not any(
        isinstance(event, AlertConfirmed)
        and event.alert == ALERT
        and elapsed(answer.at, event.at) >= timedelta(0) <= elapsed(event.at, at)
        for event in records.plan
    )
