"""One patient on one page: better or worse, by how much, and what went with it."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import flet as ft

from homecare.domain.records.diary import diary_day
from homecare.exchange.patient.file import report_on
from homecare.ui.clinician.acts import set_visit
from homecare.ui.clinician.clinicians import WIDEST
from homecare.ui.clinician.keep_page import keep_page
from homecare.ui.clinician.patient_details import (
    exercises_card,
    function_card,
    soreness_card,
    words_cards,
)
from homecare.ui.clinician.patient_head import MOST_LINES, numbers_card, safety_card
from homecare.ui.clinician.patient_reading import called
from homecare.ui.kit import theme
from homecare.ui.kit.fields import pick_day
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.period_choice import period_choice
from homecare.ui.kit.screen import NotFound, screen
from homecare.ui.report.charts import SHARE, charts_card
from homecare.ui.state.care import CareState, use_care
from homecare.ui.state.opened_files import USUAL_DAYS, OpenPatient
from homecare.wording import _
from homecare.wording.clinic import made_text
from homecare.wording.report import near, plan_lines

PLAN_ICON = ft.Icons.ASSIGNMENT_OUTLINED
START: int | None = USUAL_DAYS
PERIODS: tuple[int | None, ...] = (USUAL_DAYS, 90, None)
FURTHEST_BACK = timedelta(days=20 * 366)


@ft.component
def PatientPage() -> ft.Control:
    """The page of the patient that the address names by number."""
    care = use_care()
    said = str(ft.use_route_params().get("n", ""))
    patients = care.clinic.patients
    if not said.isdecimal() or int(said) >= len(patients):
        return NotFound()
    return OnePage(patients[int(said)])


@ft.component
def OnePage(patient: OpenPatient) -> ft.View:
    """Head, charts and what explains them; on a wide window side by side, without scrolling."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    days, set_days = ft.use_state(START)
    by_visit, set_by_visit = ft.use_state(False)
    since = patient.since if by_visit else None
    reading = partial(report_on, patient.patient, care.library, days, since)
    shown = ft.use_memo(reading, [days, since, patient.id])

    def of_days(chosen: int | None) -> None:
        set_by_visit(False)
        set_days(chosen)

    def set_day(visit: date) -> None:
        set_visit(care, patient, visit)
        set_by_visit(True)

    period = period_choice(look, PERIODS, days, of_days, none=since is not None)
    since_visit, set_visit_day = _visit(care, look, patient, lambda: set_by_visit(True), set_day)
    safety = safety_card(look, shown, most=MOST_LINES)
    main = [*numbers_card(look, shown), charts_card(look, shown)]
    aside = [
        *function_card(look, shown),
        exercises_card(care, look, patient, shown),
        *soreness_card(care, look, patient, shown),
    ]
    about = look.note(" · ".join(plan_lines(shown)))
    write = look.primary(_("Write a plan"), lambda: page.navigate(f"{page.route}/plan"), icon=PLAN_ICON)
    body: list[ft.Control] = [
        about,
        ft.Row([write], wrap=True),
        period,
        ft.Row([*since_visit, set_visit_day], wrap=True, run_spacing=0),
        safety,
        *main,
        *aside,
    ]
    if look.wide:
        columns = [_column(main, SHARE), _column([safety, *aside], 1 - SHARE)]
        body = [ft.Row(columns, spacing=theme.GAP, vertical_alignment=ft.CrossAxisAlignment.START)]
    body += words_cards(care, look, shown)
    if look.wide:  # the head has room for one more button only
        body.append(ft.Row([set_visit_day]))
    body.append(keep_page(care, look, patient, shown))
    return screen(
        look,
        title=called(patient),
        subtitle=" · ".join([*(plan_lines(shown) if look.wide else []), made_text(shown)]),
        body=body,
        back="/clinicians",
        actions=[period, *since_visit, write] if look.wide else None,
        widest=WIDEST,
    )


def _visit(
    care: CareState,
    look: Look,
    patient: OpenPatient,
    on_since: Callable[[], None],
    on_day: Callable[[date], None],
) -> tuple[list[ft.Control], ft.Control]:
    """The days since the last visit in one tap, once that day is known; and the way to set it."""
    visit, made = patient.since, diary_day(patient.patient.made)

    def choose() -> None:
        first = made - FURTHEST_BACK
        pick_day(visit or made, first=first, last=made, zone=care.host.zone, on_day=on_day)

    change = look.link(_("Set the day of the last visit"), choose, icon=ft.Icons.EVENT_AVAILABLE_OUTLINED)
    if visit is None:
        return [], change
    return [look.link(_("Since the visit of {day}").format(day=near(visit, made)), on_since)], change


def _column(cards: list[ft.Control], share: float) -> ft.Control:
    """Cards below each other, as wide as their share of the row."""
    return ft.Column(
        cards,
        spacing=theme.GAP,
        tight=True,
        expand=round(100 * share),
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
