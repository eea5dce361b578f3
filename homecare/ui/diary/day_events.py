"""What else happened on a day: sessions with what was done, and needling."""

from datetime import date

import flet as ft

from homecare.domain.records.diary import diary_day
from homecare.domain.records.needling import Needling
from homecare.domain.records.session import Session, highest_pain
from homecare.ui.kit.look import ICON, Look
from homecare.ui.state.care import CareState
from homecare.wording import _, dates
from homecare.wording.aftercare import muscles_text
from homecare.wording.session import done_line, slot_title


def session_card(care: CareState, look: Look, session: Session) -> ft.Control:
    """A session: when, what was done of each exercise, and the worst pain during it."""
    page = ft.context.page
    minutes = max(1, round((session.ended_at - session.at).total_seconds() / 60))
    title = _("Free practice") if session.practice else slot_title(session.slot)
    rows: list[ft.Control] = [
        look.heading(_("{time} {session}").format(time=dates.clock(session.at), session=title)),
        look.note(dates.minutes(minutes)),
    ]
    for exercise in session.exercises:
        known = exercise.exercise in care.library.exercise_ids
        name = care.library.exercise(exercise.exercise).name if known else exercise.exercise
        said = [done_line(exercise)]
        if exercise.pain is not None:
            said.append(_("Pain during it: {n} of 10").format(n=exercise.pain))
        rows.append(
            ft.Column(
                [look.body(name), *[look.text(line, size=15, color=look.muted) for line in said]],
                spacing=0,
                tight=True,
            )
        )
    if session.pain_exercise is not None:
        worst = (
            _("Worst pain during it: {n} of 10")
            if highest_pain(session.exercises) is not None
            else _("Pain during it: {n} of 10")
        )
        rows.append(look.body(worst.format(n=session.pain_exercise)))
    route = f"/diary/session/{session.day}/{session.id}"
    rows.append(ft.Row([look.link(_("Correct or delete"), lambda: page.navigate(route))]))
    return look.card(*rows, gap=8, key=f"session-{session.id}")


def needling_card(care: CareState, look: Look, needling: Needling) -> ft.Control:
    """A needling session: when and which muscles, with the way to its record."""
    page = ft.context.page
    return look.card(
        ft.Row(
            [
                ft.Icon(ft.Icons.HEALING, color=ft.Colors.PRIMARY, size=ICON * look.icon_factor),
                look.heading(_("{time} Needling").format(time=dates.clock(needling.at))),
            ],
            spacing=8,
            wrap=True,
        ),
        look.body(muscles_text(needling.muscles, care.library.aftercare)),
        ft.Row(
            [look.link(_("Open this session"), lambda: page.navigate(f"/aftercare/needling/{needling.id}"))]
        ),
        gap=8,
        key=f"needling-{needling.id}",
    )


def needlings_on(care: CareState, day: date) -> list[Needling]:
    """The needling sessions of a diary day that were not cancelled."""
    return [
        needling
        for needling in care.records.needlings
        if not needling.cancelled and diary_day(needling.at) == day
    ]
