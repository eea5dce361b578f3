"""The card of the pain chart: the change in words and number, the chart, and the same as a table."""

import flet as ft

from homecare.domain.evidence.pain_change import PainChange
from homecare.domain.library.change import WORSE
from homecare.domain.report.pain import PainChart
from homecare.ui.diary.pain_history import PainHistory
from homecare.ui.kit import theme
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.report.pain_chart import PainChartView, pain_legend, room_of
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _
from homecare.wording.pain import field_name, patient_means_text, points_text, reading

MOST_ROWS = 130


@ft.component
def ChartCard(history: PainHistory) -> ft.Control:
    """One card: is it better, by how much, and how it went."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    as_table, set_as_table = ft.use_state(False)
    chart = history.chart
    parts = _head(care, look, history)
    if not any(point.scored for point in chart.points):
        return look.card(*parts, look.body(_("No pain score in this period.")))
    if as_table:
        parts.append(_table(look, chart))
    else:
        parts.append(
            PainChartView(chart, room_of(look), lambda day: page.navigate(f"/diary/day/{day}"), key="chart")
        )
        parts.append(pain_legend(look, chart))
    switch = look.link(
        _("Show as a chart") if as_table else _("Show as a table"),
        lambda: set_as_table(not as_table),
        icon=ft.Icons.SHOW_CHART if as_table else ft.Icons.TABLE_ROWS_OUTLINED,
    )
    return look.card(*parts, ft.Row([switch], alignment=ft.MainAxisAlignment.START))


def _head(care: CareState, look: Look, history: PainHistory) -> list[ft.Control]:
    found = history.change
    name = field_name(history.chart.field)
    title: list[ft.Control] = [ft.Container(look.heading(name), expand=True)]
    if found.started is None or history.chart.field != found.field:
        return [ft.Row(title)]
    if found.change.points is not None:
        title.append(_points(look, found))
    lines: list[ft.Control] = [ft.Row(title, vertical_alignment=ft.CrossAxisAlignment.START)]
    if found.patient_text:
        lines.append(look.body(found.patient_text))
    lines.append(look.note(patient_means_text(found, care.library.diary.baseline.min_values)))
    return lines


def _points(look: Look, found: PainChange) -> ft.Control:
    """The number, in the theme's colour when pain fell; the sign and the words carry the meaning."""
    value = points_text(found.change)
    rose = found.change.label in WORSE
    ink = theme.ink("amber", look.dark) if rose else ft.Colors.PRIMARY
    return ft.Text(
        value,
        size=24 * look.factor,
        weight=ft.FontWeight.W_700,
        color=ink,
        semantics_label=_("Change: {points} points").format(points=value),
    )


def _table(look: Look, chart: PainChart) -> ft.Control:
    """Newest first, one row per day or week; more than fit a screen reader's patience are left out."""
    rows: list[ft.Control] = [look.text(reading(point, chart)) for point in chart.points[::-1][:MOST_ROWS]]
    if len(chart.points) > MOST_ROWS:
        rows.append(look.note(_("Older ones are in the export.")))
    return ft.Column(rows, spacing=6, tight=True)
