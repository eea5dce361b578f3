"""Aftercare in words: hours since, muscles with their side, how a reminder stands, reactions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from homecare.domain.aftercare.reminders import ReminderDue
from homecare.domain.aftercare.stretch import AfterStretch
from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.library.reminders import ReminderRule
from homecare.domain.records.needling import NeedledMuscle
from homecare.wording import _, dates, ngettext

HOUR_MIN: Final = 60


def hours_since(hours: int) -> str:
    """How long ago the session ended: "26 hours since needling"; "Less than an hour since needling"."""
    if hours == 0:
        return _("Less than an hour since needling")
    return ngettext("{n} hour since needling", "{n} hours since needling", hours).format(n=hours)


def sided(side: str, muscle: str) -> str:
    """A muscle with its side: "right big calf muscle"."""
    return {
        "left": _("left {muscle}"),
        "right": _("right {muscle}"),
        "both": _("left and right {muscle}"),
    }[side].format(muscle=muscle)


def muscles_text(muscles: Sequence[NeedledMuscle], guide: AftercareGuide) -> str:
    """The needled muscles in plain words: "Right big calf muscle, right arch muscle"."""
    said = ", ".join(sided(muscle.side, guide.plain_name(muscle.muscle)) for muscle in muscles)
    return said[:1].upper() + said[1:]


def stretch_title(stretches: Sequence[AfterStretch], guide: AftercareGuide) -> str:
    """What a button for the stretch says: "Stretch right big calf muscle"; several: "2 gentle stretches"."""
    if len(stretches) != 1:
        return ngettext("{n} gentle stretch", "{n} gentle stretches", len(stretches)).format(n=len(stretches))
    only = stretches[0]
    muscle = sided(only.side, guide.muscle(only.muscles[0]).plain_name)
    words = _("Stretch {muscle}") if only.held else _("Move {muscle}")
    return words.format(muscle=muscle)


def next_text(reminder: ReminderDue, now: datetime) -> str:
    """The next reminder in a line: "Next, tomorrow at 10:30: How sore are you now?"."""
    return _("Next, {when}: {title}").format(when=dates.when(reminder.at, now), title=reminder.title)


def status_text(reminder: ReminderDue, now: datetime) -> str:
    """How a reminder stands: "Due now", "Tomorrow at 08:00", "Done", "Missed while you were away"."""
    when = dates.when(reminder.at, now)
    words = {
        "waiting": when[:1].upper() + when[1:],
        "due": _("Due now"),
        "done": _("Answered") if reminder.kind == "question" else _("Done"),
        "snoozed": _("Put off until {when}").format(when=when),
        "missed": _("Missed while you were away ({when})").format(when=when),
        "on-screen-only": _("Shown here only, not sent ({when})").format(when=when),
    }
    return words[reminder.status]


def usual_time(rule: ReminderRule) -> str:
    """When a reminder after needling usually comes: "24 hours after", "19:00, 2 days after"."""
    if rule.local_time is not None:
        days = ngettext("{n} day after", "{n} days after", rule.day_offset or 0).format(n=rule.day_offset)
        return _("{time}, {days}").format(time=f"{rule.local_time:%H:%M}", days=days)
    minutes = rule.offset_min or 0
    if minutes % HOUR_MIN:
        if minutes < HOUR_MIN:
            return ngettext("{n} minute after", "{n} minutes after", minutes).format(n=minutes)
        hours = f"{minutes / HOUR_MIN:g}"
        return _("{n} hours after").format(n=hours)
    return ngettext("{n} hour after", "{n} hours after", minutes // HOUR_MIN).format(n=minutes // HOUR_MIN)


def later_text(minutes: int) -> str:
    """How much later than usual a reminder comes."""
    if not minutes:
        return _("At the usual time")
    if minutes < HOUR_MIN:
        return ngettext("{n} minute later", "{n} minutes later", minutes).format(n=minutes)
    return ngettext("{n} hour later", "{n} hours later", minutes // HOUR_MIN).format(n=minutes // HOUR_MIN)


def reaction_text(reaction: str) -> str:
    """How the patient reacted in the clinic."""
    return {
        "none": _("Nothing special"),
        "felt-faint": _("Felt faint"),
        "fainted": _("Fainted"),
        "bleeding": _("Bleeding"),
        "strong-pain": _("Strong pain"),
        "other": _("Something else"),
    }[reaction]


def urgency_title(urgency: str) -> str:
    """The heading of the warning signs that need help this soon."""
    return {
        "emergency": _("Emergency"),
        "urgent": _("Get help today"),
        "call-today": _("Call your clinic"),
    }[urgency]


def stopped_sentence() -> str:
    """For patients who were told to stop: nothing that a window of aftercare names is to be done now."""
    return _("You were told to stop, so leave out walks, stretches, warm packs and exercises for now.")
