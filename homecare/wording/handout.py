"""The printed exercises in words."""

from homecare.domain.records.settings import Settings
from homecare.domain.report.handout import Handout, HandoutItem
from homecare.wording import _, doses, ngettext
from homecare.wording.diary import side
from homecare.wording.placeholders import fill
from homecare.wording.report import day


def title() -> str:
    """What the sheets are called."""
    return _("Your exercises")


def made_for(found: Handout) -> str:
    """Whose they are, which plans, and the day they were printed."""
    plans = ", ".join(dict.fromkeys(item.plan for item in found.items))
    printed = _("Plan of {day}").format(day=day(found.made.date()))
    return " · ".join(filter(None, [found.patient.name.strip(), plans, printed]))


def item_title(item: HandoutItem) -> str:
    """The exercise and its side."""
    return _("{exercise} ({side})").format(exercise=item.exercise.name, side=side(item.side))


def dose_lines(item: HandoutItem) -> list[str]:
    """How much, how often, with what load, and what a clinician's plan says of it."""
    lines = [doses.dose_text(item.dose), doses.schedule_text(item.schedule)]
    loads = doses.load_parts(item.load, item.load_kg, item.band)
    lines += [_("Load: {load}").format(load=load) for load in loads]
    return [*lines, _("Your clinic says: {note}").format(note=item.note)] if item.note else lines


def not_if(item: HandoutItem) -> str:
    """When to leave it out; "" where the content says nothing."""
    reasons = "; ".join(reason.rstrip(".") for reason in item.exercise.contraindications)
    return _("When not to do it: {reasons}.").format(reasons=reasons) if reasons else ""


def first_lines(found: Handout, settings: Settings) -> list[str]:
    """What must be read before any exercise."""
    lines = [fill(pressing.told, settings) for pressing in found.first]
    if found.waits:
        lines.append(_("No exercises are printed. Open homecare: Today says what has to come first."))
    elif not found.items:
        lines.append(_("There is no plan with exercises yet."))
    elif found.left_out:
        said = ngettext(
            "Left out, because you should not do it for now: {names}.",
            "Left out, because you should not do them for now: {names}.",
            len(found.left_out),
        )
        lines.append(said.format(names=", ".join(found.left_out)))
    return lines


def foot(found: Handout, settings: Settings) -> str:
    """Whom to call."""
    return fill(found.notice, settings)
