"""A clinician's plan in words."""

from homecare.domain.library.content import TodayContent
from homecare.domain.plan.doubts import Doubt, DoubtCode
from homecare.domain.plan.prescription import PrescriptionNow
from homecare.domain.plan.take_over import Part, RuledOutBeside
from homecare.domain.records.prescription import LightLimits, Orthotic, Prescription
from homecare.domain.report.report import Report
from homecare.wording import _, ngettext
from homecare.wording.dates import short_day
from homecare.wording.doses import dose_text, load_parts, schedule_text, side_text
from homecare.wording.report import day


def from_whom(wanted: Prescription) -> str:
    """Whose plan it is and when it was made."""
    made = day(wanted.issued)
    if wanted.clinic:
        return _("{clinic}, {day}").format(clinic=wanted.clinic, day=made)
    return _("Made {day}").format(day=made)


def until_when(wanted: Prescription) -> str:
    """How long it holds."""
    if wanted.expires is None:
        return _("It holds until something else is decided.")
    return _("It holds up to and including {day}.").format(day=day(wanted.expires))


def limits_text(limits: LightLimits) -> str:
    """The clinician's limits of pain during exercise."""
    return _(
        "Pain during exercise: up to {green} is green, up to {amber} amber, more is red. "
        "Your clinician set these limits."
    ).format(green=limits.green_max, amber=limits.amber_max)


def report_advice(report: Report) -> list[str]:
    """What each clinician's plan that holds says besides its exercises, in one line a plan.

    Its days come first: on paper a long line is cut short.
    """
    lines = []
    for plan in report.header.plans:
        wanted = plan.prescription
        if wanted is None:
            continue
        said = advice_lines(wanted)
        if wanted.review is not None:
            said.insert(0, said.pop())
        if wanted.expires is not None:
            said.insert(0, (_("Last day"), day(wanted.expires)))
        parts = [_("{about}: {said}").format(about=about, said=text) for about, text in said]
        if parts:
            lines.append(_("{name}, prescribed: {said}").format(name=plan.name, said=" · ".join(parts)))
    return lines


def advice_lines(wanted: Prescription, day_number: int | None = None) -> list[tuple[str, str]]:
    """What the plan says besides its exercises, each with what it is about; [] when it says nothing.

    `day_number` counts the days since the plan was taken over from 1: of an insole it then says how long to
    wear it that day. None tells the whole of the wearing-in, as before the plan is taken over.
    """
    lines = [(_("Goal"), goal) for goal in wanted.goals]
    if wanted.activity:
        lines.append((_("Activity"), wanted.activity))
    if wanted.footwear:
        lines.append((_("Shoes"), wanted.footwear))
    if wanted.orthotic is not None:
        lines.append((_("Insole or brace"), orthotic_text(wanted.orthotic, day_number)))
    if wanted.taping:
        lines.append((_("Taping"), wanted.taping))
    if wanted.review is not None:
        lines.append((_("Review"), day(wanted.review)))
    return lines


def orthotic_text(orthotic: Orthotic, day_number: int | None) -> str:
    """An insole with its wearing-in: all of it, or what holds on this day."""
    hours = orthotic.hours_on(day_number or 1)
    if hours is None:
        return orthotic.what
    if day_number is None:
        return _(
            "{what}. Getting used to it: {first} h on the first day, {more} h more each day, up to {most} h."
        ).format(what=orthotic.what, first=orthotic.first_h, more=orthotic.more_h, most=orthotic.up_to_h)
    return ngettext("{what}. Today for up to {n} hour.", "{what}. Today for up to {n} hours.", hours).format(
        what=orthotic.what, n=hours
    )


def change_word(kind: str) -> str:
    """What happens to an exercise, in a word."""
    return {
        "added": _("New"),
        "changed": _("Changed"),
        "kept": _("As before"),
        "removed": _("Left out"),
    }[kind]


def part_text(part: Part) -> str:
    """Dose, load, days and side: "3 sets of 12; 10 kg; every second day; right leg"."""
    load = load_parts(load_kg=part.load_kg, band=part.band)
    said = [dose_text(part.dose), *load, schedule_text(part.schedule), side_text(part.side)]
    return "; ".join([*said, *([part.note] if part.note else [])])


def beside_text(found: RuledOutBeside, content: TodayContent) -> str:
    """What another condition would rule out, for the clinician who writes the plan."""
    condition = content.condition(found.condition)
    form = next((f": {variant.name}" for variant in condition.variants if variant.id == found.variant), "")
    return _("{exercise}: not for a patient who also has this on the same side: {condition}{form}.").format(
        exercise=content.exercise(found.exercise).name, condition=condition.name, form=form
    )


def doubt_text(doubt: Doubt, content: TodayContent) -> str:
    """The question about an unusual dose, with what it comes to."""
    item = doubt.item
    name = item.own.name if item.own is not None else content.exercise(item.exercise).name
    n, most = doubt.value, doubt.most
    said = {
        DoubtCode.TIMES_A_DAY: _("{n} times a day; no plan in the app asks for more than {most}."),
        DoubtCode.REPEATS_A_DAY: _("{n} repeats a day; no plan in the app asks for more than {most}."),
        DoubtCode.MINUTES_A_DAY: _("{n} minutes a day; no plan in the app asks for more than {most}."),
    }[doubt.code].format(n=f"{n:,}", most=most)
    return _("{name}: {said}").format(name=name, said=said)


def holds_text(wanted: Prescription) -> str:
    """What a link or a file with this plan holds, so that the sender knows."""
    n, own = len(wanted.items), len(wanted.own())
    held = [ngettext("{n} exercise", "{n} exercises", n).format(n=n)]
    if own:
        held[0] = _("{exercises}, {n} of them your own").format(exercises=held[0], n=own)
    pictures = sum(bool(item.own is not None and item.own.picture) for item in wanted.items)
    if pictures:
        held.append(ngettext("{n} picture", "{n} pictures", pictures).format(n=pictures))
    besides = list(dict.fromkeys(about.lower() for about, _said in advice_lines(wanted)))
    if any(item.note for item in wanted.items):
        besides.append(_("notes"))
    if wanted.clinic:
        besides.append(_("your clinic's name"))
    said = "; ".join([*held, ", ".join(besides)] if besides else held)
    return _("It holds: {said}. It holds no name of the patient and nothing of the diary.").format(said=said)


def standing_text(now: PrescriptionNow, name: str) -> str:
    """That a clinician's plan holds for the condition called `name`, or that its time is over."""
    whose = now.clinic or _("your clinic")
    if now.expires is None:
        return _("{name}: the plan of {clinic} holds.").format(clinic=whose, name=name)
    day = f"{short_day(now.expires)} {now.expires.year}"
    if not now.lapsed:
        return _("{name}: the plan of {clinic} holds up to and including {day}.").format(
            clinic=whose, name=name, day=day
        )
    over = _(
        "{name}: the plan of {clinic} ended on {day}, and the app's usual plan holds again. Ask your clinic "
        "whether there is a new one."
    ).format(clinic=whose, name=name, day=day)
    return " ".join([over, *_review_after(now.besides)])


def _review_after(wanted: Prescription) -> list[str]:
    """When to come back after a plan's last day: what else the plan said holds no longer."""
    if wanted.review is None or wanted.expires is None or wanted.review <= wanted.expires:
        return []
    return [_("Your review is on {day}.").format(day=day(wanted.review))]
