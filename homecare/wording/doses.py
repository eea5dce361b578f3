"""A dose in words: sets, repetitions, holds, pace, rest, and on which days."""

from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.library.phase import LoadRow, Phase, RunWalkStep
from homecare.domain.records.prescription import Band
from homecare.wording import _, ngettext

MINUTE_S = 60


def dose_text(dose: Dose) -> str:
    """One bout: "3 sets of 12, each 3 s up, 2 s hold, 3 s down; rest 2 min"."""
    parts: list[str] = []
    if dose.duration_s is not None:
        length = length_text(dose.duration_s)
        parts.append(
            length if dose.sets == 1 else _("{sets} × {length}").format(sets=dose.sets, length=length)
        )
    else:
        reps = dose.reps or 1
        times = ngettext("{n} time", "{n} times", reps).format(n=reps)
        parts.append(times if dose.sets == 1 else _("{sets} sets of {n}").format(sets=dose.sets, n=reps))
    if dose.hold_s:
        parts.append(_("hold {length}").format(length=length_text(dose.hold_s)))
    if dose.tempo is not None:
        parts.append(_pace(dose))
    if dose.rest_s:
        parts.append(_("rest {length}").format(length=length_text(dose.rest_s)))
    return ", ".join(parts)


def _pace(dose: Dose) -> str:
    tempo = dose.tempo
    if tempo is None:
        return ""
    said = []
    if tempo.up_s:
        said.append(_("{n} s up").format(n=tempo.up_s))
    if tempo.hold_s:
        said.append(_("{n} s still").format(n=tempo.hold_s))
    if tempo.down_s:
        said.append(_("{n} s down").format(n=tempo.down_s))
    return " – ".join(said)


def length_text(seconds: int) -> str:
    """A length of time: "20 s", "2 min", "1 min 30 s"."""
    minutes, rest = divmod(seconds, MINUTE_S)
    if not minutes:
        return _("{n} s").format(n=rest)
    if not rest:
        return _("{n} min").format(n=minutes)
    return _("{m} min {s} s").format(m=minutes, s=rest)


def schedule_text(schedule: Schedule) -> str:
    """On which days, and how often on such a day: "every day, 3 times a day"."""
    days = {
        "daily": _("every day"),
        "every_n_days": _("every second day")
        if schedule.n == 2
        else _("every {n} days").format(n=schedule.n),
        "per_week": ngettext("{n} day a week", "{n} days a week", schedule.n).format(n=schedule.n),
    }[schedule.pattern]
    if schedule.times_per_day == 1:
        return days
    times = ngettext("{n} time a day", "{n} times a day", schedule.times_per_day)
    return _("{days}, {times}").format(days=days, times=times.format(n=schedule.times_per_day))


def weeks_text(phase: Phase) -> str:
    """How long a phase takes: "About 2 to 4 weeks"."""
    if not phase.weeks_max:
        return _("From {least} weeks on").format(least=phase.weeks_min)
    if phase.weeks_min == phase.weeks_max:
        return ngettext("About {n} week", "About {n} weeks", phase.weeks_max).format(n=phase.weeks_max)
    return _("About {least} to {most} weeks").format(least=phase.weeks_min, most=phase.weeks_max)


def run_walk_text(step: RunWalkStep) -> str:
    """One step of a return to running: "Step 1: 6 × run 1 min, walk 2 min, 3 days a week, ..."."""
    if step.walk_min:
        text = _("Step {n}: {times} × run {run} min, walk {walk} min, {days} days a week")
    elif step.repeats == 1:
        text = _("Step {n}: run {run} min without a break, {days} days a week")
    else:
        text = _("Step {n}: {times} × run {run} min without a break, {days} days a week")
    said = text.format(
        n=step.step,
        times=step.repeats,
        run=step.run_min,
        walk=step.walk_min,
        days=step.sessions_per_week,
    )
    rest = step.min_rest_days_between
    if not rest:
        return said
    between = ngettext("{n} day of rest between", "{n} days of rest between", rest).format(n=rest)
    return f"{said}, {between}"


def load_text(row: LoadRow) -> str:
    """One row of a loading table: "Week 2–3: 3 sets of 12, with a load you can lift 12 times"."""
    weeks = f"{row.week_from}" if row.week_from == row.week_to else f"{row.week_from}–{row.week_to}"
    return _("Week {weeks}: {sets} sets of {reps}, with a load you can lift {rm} times").format(
        weeks=weeks, sets=row.sets, reps=row.reps, rm=row.rm
    )


def load_parts(load: str = "", load_kg: float | None = None, band: Band | None = None) -> list[str]:
    """The load in words, as the content or else a clinician's plan says it; [] for none."""
    if load_kg is not None:
        return [_("{n} kg").format(n=f"{load_kg:g}")]
    if band is not None:
        return [_("{colour} band").format(colour=band_word(band))]
    return [load] if load else []


def band_word(band: Band) -> str:
    """The colour of an elastic band."""
    return {
        "tan": _("tan"),
        "yellow": _("yellow"),
        "red": _("red"),
        "green": _("green"),
        "blue": _("blue"),
        "black": _("black"),
        "silver": _("silver"),
        "gold": _("gold"),
    }[band]


def side_text(side: str) -> str:
    """Which leg: "right leg", "both legs"."""
    return {
        "left": _("left leg"),
        "right": _("right leg"),
        "both": _("both legs"),
        "affected": _("the sore leg"),
    }[side]


def basis_text(dose_basis: str) -> str:
    """How far the source backs the dose."""
    return {
        "as-published": _("This is the amount from the study."),
        "adapted": _("A study supports the exercise. At least one number was changed for use at home."),
        "consensus": _("Usual practice. No single study gives this amount."),
    }[dose_basis]


def confidence_text(confidence: str) -> str:
    """How well the citation was checked."""
    return {
        "verified": _("Source checked."),
        "citation-verified": _("Citation checked; the exact number is from memory or was adapted."),
        "certain-from-memory": _("Well-known source, details still to be checked."),
        "from-memory": _("Well-known source, details still to be checked."),
        "consensus": _("Usual clinical practice."),
    }.get(confidence, confidence)
