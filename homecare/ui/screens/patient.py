"""One patient on one page: better or worse, by how much, and what went with it."""

from collections.abc import Callable
from functools import partial

import flet as ft

from homecare.ui import theme
from homecare.ui.clinic import USUAL_DAYS, OpenPatient
from homecare.ui.look import Look, LookCtx
from homecare.ui.parts.patient_charts import SHARE, charts_card
from homecare.ui.parts.patient_details import exercises_card, soreness_card, words_cards
from homecare.ui.parts.patient_head import MOST_LINES, numbers_card, safety_card
from homecare.ui.patient_reading import report_on
from homecare.ui.screen import screen
from homecare.ui.screens.clinicians import WIDEST
from homecare.ui.screens.not_found import NotFound
from homecare.ui.state import use_care
from homecare.wording import _
from homecare.wording.clinic import made_text
from homecare.wording.report import plan_lines

START: int | None = USUAL_DAYS
PERIODS: tuple[int | None, ...] = (USUAL_DAYS, 90, None)


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
def OnePage(one: OpenPatient) -> ft.View:
    """Head, charts and what explains them; on a wide window side by side, without scrolling."""
    care = use_care()
    look = ft.use_context(LookCtx)
    days, set_days = ft.use_state(START)
    shown = ft.use_memo(partial(report_on, one.patient, care.library, days), [days, one.id])
    safety = safety_card(look, shown, most=MOST_LINES)
    main = [numbers_card(look, shown), charts_card(look, shown)]
    aside = [exercises_card(care, look, one, shown), *soreness_card(care, look, one, shown)]
    about = look.note(" · ".join(plan_lines(shown)))
    body: list[ft.Control] = [about, _periods(look, days, set_days), safety, *main, *aside]
    if look.wide:
        columns = [_column(main, SHARE), _column([safety, *aside], 1 - SHARE)]
        body = [ft.Row(columns, spacing=theme.GAP, vertical_alignment=ft.CrossAxisAlignment.START)]
    body += words_cards(care, look, shown)
    return screen(
        look,
        title=one.name,
        subtitle=" · ".join([*(plan_lines(shown) if look.wide else []), made_text(shown)]),
        body=body,
        back="/clinicians",
        actions=[_periods(look, days, set_days)] if look.wide else None,
        widest=WIDEST,
    )


def _column(cards: list[ft.Control], share: float) -> ft.Control:
    """Cards below each other, as wide as their share of the row."""
    return ft.Column(
        cards,
        spacing=theme.GAP,
        tight=True,
        expand=round(100 * share),
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _periods(look: Look, days: int | None, on_days: Callable[[int | None], None]) -> ft.Control:
    names = {str(one): _("All") if one is None else _("{n} days").format(n=one) for one in PERIODS}

    def chosen(e: ft.Event[ft.SegmentedButton]) -> None:
        on_days(next(one for one in PERIODS if str(one) in e.control.selected))

    return ft.SegmentedButton(
        segments=[
            ft.Segment(value=value, label=ft.Text(name, size=15 * look.factor, no_wrap=True))
            for value, name in names.items()
        ],
        selected=[str(days)],
        show_selected_icon=False,
        direction=ft.Axis.VERTICAL if look.factor > 1.4 and not look.wide else ft.Axis.HORIZONTAL,
        on_change=chosen,
    )
