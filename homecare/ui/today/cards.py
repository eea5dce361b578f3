"""The small cards of Today: pain in one tap, flares, a clinician's plan, reminders, the week."""

import flet as ft

from homecare.domain.plan.prescription import PrescriptionNow
from homecare.ui.diary import acts
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.pain_keys import pain_keys
from homecare.ui.kit.undo_bar import show_undo
from homecare.ui.plan.acts import end_all, start_again
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, dates
from homecare.wording.prescription import standing_text


@ft.component
def PainCard() -> ft.Control:
    """Eleven keys; a tap is saved at once and can be taken back."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    _saving, busy = use_latest(False)

    async def rate(nprs: int) -> None:
        if busy.now:
            return
        busy.put(True)
        before = acts.just_rated(care)
        entry = await acts.rate_pain(care, nprs)
        busy.put(False)
        if entry is not None:
            said = _("Saved: pain {n} of 10").format(n=nprs)
            if before is not None and before.pain_now != nprs:
                said = _("Saved: pain {n} of 10 instead of {old}").format(n=nprs, old=before.pain_now)
            show_undo(page, look, said, lambda: acts.delete_entry(care, entry))

    rated = [one for one in care.records.entries if one.pain_now is not None and one.day == care.today.day]
    parts: list[ft.Control] = [look.heading(_("How is your pain now?")), pain_keys(look, on_pick=rate)]
    if rated:
        last = rated[-1]
        said = _("Last: {n} of 10 at {time}").format(n=last.pain_now, time=dates.clock(last.at))
        parts.append(ft.Semantics(live_region=True, content=look.note(said)))
    parts.append(
        look.link(_("Add more to the diary"), lambda: page.navigate("/diary/new"), icon=ft.Icons.EDIT_NOTE)
    )
    return look.card(*parts)


def flare_card(care: CareState, look: Look) -> list[ft.Control]:
    """The card of a flare that is going on; nothing otherwise."""
    flare = care.today.flare
    if flare is None:
        return []
    guide = care.library.diary.flare
    parts: list[ft.Control] = [
        look.heading(_("A flare")),
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
    """A quiet line beneath the routine for each clinician's plan that holds."""
    return [
        look.note(_sentence(care, prescription))
        for prescription in care.today.prescriptions
        if not prescription.lapsed
    ]


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
        for one in shown:
            parts += [look.heading(one.title), look.body(one.text)]
        parts.append(look.secondary(_("Fill in today's diary"), lambda: page.navigate("/diary/new")))
    elif care.today.nudge:
        parts.append(look.body(care.today.nudge))
    elif care.today.routine is None and care.today.next_routine_at is not None:
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
                    "There is no entry from the last four weeks. Starting again keeps your diary, stays in "
                    "the same phase, and makes this week the one to compare with."
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
