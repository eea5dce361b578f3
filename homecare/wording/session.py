"""The sentences of a guided session: what to do now, with which leg, and what was done."""

from collections.abc import Iterable
from typing import Final

from homecare.domain.library.exercise import Exercise
from homecare.domain.records.session import ExerciseDone, Session, SkipReason, Slot
from homecare.domain.session.steps import Step, Turn
from homecare.domain.today.answer import DayMark
from homecare.wording import _, ngettext

MINUTE: Final = 60
REASONS: tuple[SkipReason, ...] = ("pain", "time", "tired", "equipment", "unsure", "other")
"""Every reason to leave an exercise out, in the order they are offered."""


def instruction(step: Step, exercise: Exercise) -> str:
    """The one instruction of a step, in large type: a word for the step, then the exercise's own words."""
    cue = exercise.cues[0] if exercise.cues else exercise.steps[0]
    if step.is_work:
        return f"{_work_word(step)} {cue}"
    again = step.rep > 1
    return {
        "ready": _("Get ready."),
        "next": _("Get ready."),
        "change-side": change_of_side(step.turn),
        "change-over": _("Let go. Then once more."),
        "rest": _("Rest. Then once more.") if again else _("Rest. Let everything go loose."),
        "done": _("Done."),
    }[step.kind] + (f" {exercise.steps[0]}" if step.kind in ("ready", "next") else "")


def _work_word(step: Step) -> str:
    if step.kind in ("hold", "still"):
        return _("Hold.")
    if step.kind == "timed":
        return _("Keep going.")
    return _way(step)


def _way(step: Step) -> str:
    """The word for one way of a repetition: out to the end position, or back from it."""
    if step.frame == "end":
        return _("Slowly down.") if step.kind == "down" else _("Go.")
    return _("Back up, both feet.") if step.kind == "up" else _("Slowly back.")


def change_of_side(turn: Turn) -> str:
    """The instruction between two legs."""
    return {
        "left": _("Change side. Left leg next."),
        "right": _("Change side. Right leg next."),
        "both": _("Both legs next."),
    }[turn]


def leg(turn: Turn) -> str:
    """The leg that works."""
    return {"left": _("Left leg"), "right": _("Right leg"), "both": _("Both legs")}[turn]


def place(step: Step) -> str:
    """Where in the exercise a step is: "Right leg · set 2 of 3"; before it starts, how much there is."""
    parts = [leg(step.turn)]
    if step.kind in ("ready", "next"):
        parts += _amount(step)
        return " · ".join(parts)
    if step.sets > 1:
        parts.append(_("set {n} of {all}").format(n=step.set_no, all=step.sets))
    if step.reps > 1 and step.kind in ("hold", "rest", "change-over") and step.sets == 1:
        parts.append(_("repeat {n} of {all}").format(n=step.rep, all=step.reps))
    elif step.reps > 1 and step.kind == "hold":
        parts.append(_("{n} of {all}").format(n=step.rep, all=step.reps))
    return " · ".join(parts)


def _amount(step: Step) -> list[str]:
    if step.sets > 1 and step.reps > 1:
        return [_("{sets} sets of {reps}").format(sets=step.sets, reps=step.reps)]
    if step.sets > 1:
        return [_("{n} sets").format(n=step.sets)]
    return [_("{n} repeats").format(n=step.reps)] if step.reps > 1 else []


def announcement(step: Step, exercise: Exercise) -> str:
    """What a screen reader says at the start of a step; one repetition is one announcement."""
    if step.kind in ("up", "still", "down"):
        return _("Repeat {n} of {all}").format(n=step.rep, all=step.reps)
    said = instruction(step, exercise)
    time = _("{time}.").format(time=exact_length(step.seconds))
    if step.kind in ("ready", "next"):
        return f"{exercise.name}. {place(step)}. {said}"
    return f"{said} {time}" if step.seconds else said


def equipment_needed(exercises: Iterable[Exercise]) -> str:
    """What has to be at hand for these exercises, each thing once; "" when nothing is needed."""
    things = dict.fromkeys(item for exercise in exercises for item in exercise.equipment)
    return _("You need: {things}.").format(things=", ".join(things)) if things else ""


def weight_needed(exercises: Iterable[Exercise]) -> str:
    """What adds weight to these exercises; "" when nothing does."""
    things = dict.fromkeys(weight for exercise in exercises for weight in exercise.equipment_later)
    return _("For more weight: {things}.").format(things=", ".join(things)) if things else ""


def in_position(step: Step, exercise: Exercise, *, known: bool) -> str:
    """What is said before an exercise that waits: its name, its leg, what is needed, and its steps if new."""
    parts = [f"{exercise.name}.", f"{place(step)}.", equipment_needed([exercise])]
    return " ".join(part for part in (*parts, *(() if known else exercise.steps)) if part)


def spoken(step: Step, exercise: Exercise) -> str:
    """What the voice says at the start of a step: the announcement, and which set comes next."""
    said = announcement(step, exercise)
    if step.kind not in ("rest", "change-over") or step.sets == 1 or step.rep > 1:
        return said
    if step.set_no == step.sets:
        return f"{said} {_('Last set.')}"
    return f"{said} {_('Then set {n} of {all}.').format(n=step.set_no, all=step.sets)}"


def voice_sample() -> str:
    """What a voice says to be judged by."""
    return f"{_('Hold.')} {exact_length(10)}. 3, 2, 1. {change_of_side('left')}"


def skip_reason(reason: SkipReason) -> str:
    """A reason to leave an exercise out, as the patient would say it."""
    return {
        "pain": _("It hurts"),
        "time": _("No time"),
        "tired": _("Too tired"),
        "equipment": _("No equipment"),
        "unsure": _("Not sure how"),
        "other": _("Another reason"),
    }[reason]


def countdown(seconds: int) -> str:
    """What is left, as a clock shows it: "45", from a minute on "1:54"."""
    return str(seconds) if seconds < MINUTE else f"{seconds // MINUTE}:{seconds % MINUTE:02}"


def exact_length(seconds: int) -> str:
    """A time to the second, in words: "1 minute 54 seconds"."""
    minutes, rest = divmod(seconds, MINUTE)
    parts = [ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)] if minutes else []
    if rest or not minutes:
        parts.append(ngettext("{n} second", "{n} seconds", rest).format(n=rest))
    return " ".join(parts)


def length(seconds: int) -> str:
    """A time in minutes, or in seconds below one minute."""
    if seconds < MINUTE:
        return ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)
    minutes = round(seconds / MINUTE)
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)


def done_line(done: ExerciseDone) -> str:
    """What was done of an exercise, in one line."""
    if done.outcome == "skipped":
        return _("Left out: {why}").format(why=skip_reason(done.reason)) if done.reason else _("Left out")
    parts = []
    if done.outcome == "cut-short":
        parts.append(
            _("{n} of {all} sets").format(n=done.sets_done, all=done.sets_planned)
            if done.sets_planned > 1 or done.reps_planned is None
            else _("{n} of {all} repeats").format(n=done.reps_done or 0, all=done.reps_planned)
        )
    else:
        parts.append(ngettext("{n} set", "{n} sets", done.sets_done).format(n=done.sets_done))
        if done.reps_done and done.reps_done > done.sets_done:
            each = done.reps_done // done.sets_done
            parts.append(ngettext("{n} repeat", "{n} repeats", each).format(n=each))
    if done.side in ("left", "right"):
        parts.append(_("left leg") if done.side == "left" else _("right leg"))
    if done.seconds:
        parts.append(length(done.seconds))
    if done.outcome == "cut-short" and done.reason:
        parts.append(skip_reason(done.reason).lower())
    return " · ".join(parts)


def slot_name(slot: Slot) -> str:
    """A part of the day."""
    return {
        "morning": _("Morning"),
        "midday": _("Midday"),
        "afternoon": _("Afternoon"),
        "evening": _("Evening"),
    }[slot]


def parts_done(done: int, parts: int) -> str:
    """How many parts of today are done: "2 of 3 today"."""
    return _("{done} of {all} today").format(done=done, all=parts)


def day_mark(mark: DayMark) -> str:
    """What a day's dot says to someone who cannot see it; a day that was missed is not scolded."""
    return {
        DayMark.DONE: _("done"),
        DayMark.PART: _("partly done"),
        DayMark.MISSED: _("no exercises"),
        DayMark.REST: _("nothing planned"),
        DayMark.OPEN: _("not yet"),
    }[mark]


def ending(session: Session) -> str:
    """One true sentence for the end of a session; where it hurt, it praises nothing."""
    exercises = session.exercises
    done = sum(exercise.outcome == "done" for exercise in exercises)
    if any(exercise.reason == "pain" for exercise in exercises):
        return _("You stopped where it hurt. That was right.")
    if session.practice:
        return _("You tried it. It is in your diary.")
    if done == len(exercises):
        return _("You did the whole routine, as planned.")
    if all(exercise.outcome == "skipped" for exercise in exercises):
        return _("You left these out today. Saying why helps.")
    if done:
        return _("You did {done} of {all} exercises in full. All of it counts.").format(
            done=done, all=len(exercises)
        )
    return _("You did a part of it. That counts.")


def slot_title(slot: str) -> str:
    """What the routine of a part of the day is called."""
    return {
        "morning": _("Morning routine"),
        "midday": _("Midday routine"),
        "afternoon": _("Afternoon routine"),
        "evening": _("Evening routine"),
    }[slot]
