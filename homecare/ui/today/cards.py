"""The small cards of Today: flares, a clinician's plan, reminders, the week."""

import flet as ft

from homecare.domain.plan.prescription import PrescriptionNow
from homecare.ui.kit.look import Look
from homecare.ui.plan.acts import end_all, start_again
from homecare.ui.plan.plan_offer import advice_rows
from homecare.ui.state.care import CareState
from homecare.wording import _, dates
from homecare.wording.prescription import advice_lines, standing_text


def flare_card(care: CareState, look: Look) -> list[ft.Control]:
    """The card of a flare that is going on; nothing otherwise."""
    flare = care.today.flare
    if flare is None:
        return []
    guide = care.library.diary.flare
    parts: list[ft.Control] = [
        look.heading(_("Your pain is up for now (a flare)")),
        look.body(guide.say),
        look.note(
            _("Since {day}. The week before, your worst pain was {mean} on average.").format(
                day=dates.day_name(flare.since), mean=f"{flare.mean_before:.1f}"
            )
        ),
    ]
    return [look.card(*parts, tone="amber")]


def lapsed_cards(care: CareState, look: Look) -> list[ft.Control]:
    """A card for each clinician's plan that ran out lately; nothing without one."""
    return [
        look.card(look.body(_sentence(care, prescription)), tone="info")
        for prescription in care.today.prescriptions
        if prescription.lapsed
    ]


def standing_notes(care: CareState, look: Look) -> list[ft.Control]:
    """Beneath the routine, for each clinician's plan that holds: a quiet line, or a card with its advice."""
    found: list[ft.Control] = []
    for prescription in care.today.prescriptions:
        if prescription.lapsed:
            continue
        said = look.note(_sentence(care, prescription))
        lines = advice_rows(look, advice_lines(prescription.besides, prescription.day_number))
        found.append(look.card(look.heading(_("From your clinic")), *lines, said) if lines else said)
    return found


def _sentence(care: CareState, now: PrescriptionNow) -> str:
    return standing_text(now, care.library.condition(now.condition).name)


def reminder_card(care: CareState, look: Look) -> list[ft.Control]:
    """Reminders that are due or were missed while away; nothing when there are none."""
    shown = [
        reminder
        for reminder in care.today.reminders
        if reminder.status in ("due", "missed") and reminder.kind == "diary"
    ]
    parts: list[ft.Control] = []
    if shown:
        page = ft.context.page
        for reminder in shown:
            parts += [look.heading(reminder.title), look.body(reminder.text)]
        parts.append(look.secondary(_("Fill in today's diary"), lambda: page.navigate("/diary/new")))
    elif care.today.nudge:
        parts.append(look.body(care.today.nudge))
    elif care.today.routine is None and care.today.next_routine_at is not None and not care.today.items:
        parts.append(
            look.note(
                _("Your next exercises: {when}").format(
                    when=dates.when(care.today.next_routine_at, care.now())
                )
            )
        )
    return [look.card(*parts)] if parts else []


def restart_card(care: CareState, look: Look) -> list[ft.Control]:
    """The question whether to start again; nothing while the diary is kept."""
    if not care.today.restart_due:
        return []
    page = ft.context.page
    return [
        look.card(
            look.heading(_("Start your plan again?")),
            look.body(
                _(
                    "You wrote nothing for four weeks. If you start again, your diary and your phase stay, "
                    "and later weeks are compared with this one."
                )
            ),
            ft.Row(
                [
                    look.secondary(_("Start again"), lambda: page.run_task(start_again, care)),
                    look.link(_("I have stopped"), lambda: page.run_task(end_all, care)),
                ],
                wrap=True,
            ),
            tone="info",
        )
    ]
