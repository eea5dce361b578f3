"""Aftercare reminders at one instant: which apply, when each is sent, and how each stands.

Everything follows from the records and the instant, so a reminder that was answered is never due again.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final, Literal

from homecare.domain.aftercare.sending import Sending, sendings
from homecare.domain.aftercare.soreness import soreness_answers, soreness_scores
from homecare.domain.aftercare.stretch import AfterStretch, MayStretch, any_stretch, stretches_after
from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.library.exercise import Exercise
from homecare.domain.library.reminders import ReminderId, ReminderRule
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.local_time import after_quiet_hours, quiet_hours_of
from homecare.domain.records.needling import Needling, ReminderMark
from homecare.domain.records.plan import ConditionPlan
from homecare.domain.records.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderDue:
    """A reminder with its time; `at` is when it is sent, or was due where it is only shown on screen."""

    id: str
    kind: Literal["exercise", "diary", "advice", "action", "question"]
    at: datetime
    title: str
    text: str
    status: Literal["waiting", "due", "done", "snoozed", "missed", "on-screen-only"]
    with_reminders: tuple[str, ...] = ()
    exercise: str | None = None
    side: str | None = None
    customary: bool = False


ExerciseOf = Callable[[str], Exercise]
"""Gives an exercise by its id."""
Status = Literal["waiting", "due", "done", "snoozed", "missed", "on-screen-only"]

WALK: Final = ReminderId.WALK


def aftercare_reminders(
    needling: Needling,
    records: Records,
    guide: AftercareGuide,
    plans: Mapping[str, ConditionPlan],
    *,
    at: datetime,
    zone: tzinfo,
    exercise_of: ExerciseOf | None = None,
    left_out: Collection[str] = (),
    may_stretch: MayStretch = any_stretch,
) -> tuple[ReminderDue, ...]:
    """Every reminder of this needling session that applies, in the order they are sent.

    `left_out` are the ids of reminders that must not be sent; `may_stretch` says which exercises may be done.
    `homecare.domain.safety.after_needling` works out both.

    `zone` is where the patient is now. A reminder's own `at` is when it is sent (or would have been due, for
    one that is only shown on screen); `exercise_of` gives the stretches their names. None of them
    for a cancelled session.
    """
    known = records.until(at)
    stretches = stretches_after(needling, guide, plans, may_stretch)
    rules = [
        rule
        for rule in guide.reminders
        if rule.id not in left_out
        and not any(condition in plans for condition in rule.not_with)
        and _applies(rule, needling, known, guide, at=at)
    ]
    timed = sendings(needling, rules, guide, records.settings, zone)
    found = []
    for sending in timed:
        mark = _mark(needling, sending.rule.id, at)
        if mark is not None and mark.status == "snoozed":
            sending = _snoozed(sending, mark, records, zone)  # noqa: PLW2901 - the same reminder at a later time
        answered = _answered(sending.rule, needling, known, guide, at)
        status = "done" if answered else _status(sending, mark, at)
        found.append(_shown(sending, status, guide, stretches, exercise_of))
    return tuple(
        sorted(found, key=lambda reminder: (reminder.at.astimezone(UTC), reminder.kind == "question"))
    )


def _applies(
    rule: ReminderRule,
    needling: Needling,
    records: Records,
    guide: AftercareGuide,
    *,
    at: datetime,
) -> bool:
    """Whether the reminder's condition holds by now (content/aftercare.toml, reminders.requires)."""
    actions = {
        check: answer.action
        for check, answer in soreness_answers(needling, records.entries, guide, at).items()
    }
    match rule.requires:
        case "stretch_allowed":
            return needling.stretch_allowed
        case "heat_allowed":
            return needling.heat_allowed and records.settings.heat_allowed
        case "soreness_24h_allows_restart_and_no_warning_sign":
            return actions.get("24h") == "allow_restart" and not needling.warning_signs
        case "soreness_48h_not_over_or_missing":
            return actions.get("48h") != "close_aftercare"
    return True


def _answered(
    rule: ReminderRule, needling: Needling, records: Records, guide: AftercareGuide, at: datetime
) -> bool:
    """Whether the diary already holds what the reminder asks for."""
    if rule.soreness_check is not None:
        return rule.soreness_check in soreness_scores(needling, records.entries, guide, at)
    if rule.log_field == "diary_entry" and rule.day_offset is not None:
        day = needling.at.date() + timedelta(days=rule.day_offset)
        entries = [entry for entry in records.entries if entry.day == day]
        sessions = any(session.day == day for session in records.sessions)
        return diary_complete(entries, exercised=sessions)
    return False


def diary_complete(entries: list[DiaryEntry], *, exercised: bool) -> bool:
    """Whether the entries of a day answer everything the diary requires (content/diary.toml, fields).

    That is pain now, the worst pain, and the exercises; a recorded session answers the exercises.
    """
    return (
        any(entry.pain_now is not None for entry in entries)
        and any(entry.pain_worst is not None for entry in entries)
        and (exercised or any(entry.exercises_done is not None for entry in entries))
    )


def _mark(needling: Needling, reminder: str, at: datetime) -> ReminderMark | None:
    """The latest mark the patient had made on the reminder by `at`."""
    made = [
        mark
        for mark in needling.marks
        if mark.reminder == reminder and mark.at.astimezone(UTC) <= at.astimezone(UTC)
    ]
    done = [mark for mark in made if mark.status == "done"]
    return max(done or made, key=lambda mark: mark.at.astimezone(UTC), default=None)


def _snoozed(sending: Sending, mark: ReminderMark, records: Records, zone: tzinfo) -> Sending:
    """The reminder when it was put off to, moved out of quiet hours; not sent when that is too late."""
    if mark.until is None or sending.send is None:
        return sending
    until = max(mark.until.astimezone(UTC), sending.send.astimezone(UTC))
    send = after_quiet_hours(until, quiet_hours_of(records.settings), zone)
    return Sending(
        rule=sending.rule,
        due=sending.due,
        send=None if sending.too_late(send) else send,
        moved=sending.moved,
        message=(sending.rule.id,),
    )


def _status(sending: Sending, mark: ReminderMark | None, at: datetime) -> Status:
    if mark is not None and mark.status == "done":
        return "done"
    if sending.send is None or (mark is not None and mark.status == "dismissed"):
        return "on-screen-only"
    if at.astimezone(UTC) < sending.send.astimezone(UTC):
        return "snoozed" if mark is not None else "waiting"
    return "missed" if sending.too_late(at) else "due"


def _shown(
    sending: Sending,
    status: Status,
    guide: AftercareGuide,
    stretches: tuple[AfterStretch, ...],
    exercise_of: ExerciseOf | None,
) -> ReminderDue:
    rule = sending.rule
    stretch = stretches[0] if rule.uses_stretch and stretches else None
    words = guide.reminder(WALK) if rule.uses_stretch and stretch is None else rule
    text = _stretch_text(rule.text, stretches, guide, exercise_of) if stretch else words.text
    return ReminderDue(
        id=rule.id,
        kind=rule.kind,
        at=sending.send or sending.due,
        title=words.title,
        text=text,
        status=status,
        with_reminders=tuple(rule_id for rule_id in sending.message if rule_id != rule.id),
        exercise=stretch.exercise if stretch else None,
        side=stretch.side if stretch else None,
        customary=rule.customary,
    )


def _stretch_text(
    text: str, stretches: tuple[AfterStretch, ...], guide: AftercareGuide, exercise_of: ExerciseOf | None
) -> str:
    """The content's words once per stretch; for a movement without a hold only their first sentence."""
    lines = []
    for stretch in stretches:
        words = text if stretch.held else text.partition(". ")[0] + "."
        muscles = ", ".join(guide.muscle(muscle).plain_name for muscle in stretch.muscles)
        name = exercise_of(stretch.exercise).name if exercise_of else stretch.exercise.replace("-", " ")
        lines.append(words.replace("{muscle}", muscles).replace("{stretch_name}", name))
    return "\n".join(lines)
