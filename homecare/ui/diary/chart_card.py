"""The chart of pain with its change in words and number, its legend, and the same as a table."""

import flet as ft

from homecare.domain.diary.change import Change
from homecare.ui.diary.chart_legend import chart_legend
from homecare.ui.diary.pain_chart import PainPicture, pain_chart_of
from homecare.ui.diary.pain_history import PainHistory
from homecare.ui.kit import theme
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, pain_chart

MOST_ROWS = 130


@ft.component
def ChartCard(history: PainHistory) -> ft.Control:
    """One card: is it better, by how much, and how it went."""
    care = use_care()
    look = ft.use_context(LookCtx)
    as_table, set_as_table = ft.use_state(False)
    picture = history.picture
    shown: list[ft.Control]
    if not picture.series.has_values:
        shown = [look.body(_("No pain score in this period."))]
    elif as_table:
        shown = [_table(look, picture)]
    else:
        shown = [pain_chart_of(look, picture), chart_legend(care, look, picture)]
    switch = look.link(
        _("Show as a chart") if as_table else _("Show as a table"),
        lambda: set_as_table(not as_table),
        icon=ft.Icons.SHOW_CHART if as_table else ft.Icons.TABLE_ROWS_OUTLINED,
    )
    parts = [*_head(care, look, history), *shown]
    if picture.series.has_values:
        parts.append(ft.Row([switch], alignment=ft.MainAxisAlignment.START))
    return look.card(*parts)


def _head(care: CareState, look: Look, history: PainHistory) -> list[ft.Control]:
    title: list[ft.Control] = [ft.Container(look.heading(history.picture.name), expand=True)]
    since = history.change
    if since is None:
        return [ft.Row(title)]
    if since.points is not None:
        title.append(_points(look, since))
    lines: list[ft.Control] = [ft.Row(title, vertical_alignment=ft.CrossAxisAlignment.START)]
    if since.label is not None:
        lines.append(look.body(care.library.diary.change.label(since.label).patient_text))
    lines.append(look.note(pain_chart.then_and_now(since, care.library.diary.baseline.min_values)))
    return lines


def _points(look: Look, since: Change) -> ft.Control:
    """The number, in the theme's colour when pain fell; the sign and the words carry the meaning."""
    points = since.points or 0.0
    value = pain_chart.points(points)
    rose = since.label in ("little-worse", "clearly-worse")
    ink = theme.ink("amber", look.dark) if rose else ft.Colors.PRIMARY
    return ft.Text(
        value,
        size=24 * look.factor,
        weight=ft.FontWeight.W_700,
        color=ink,
        semantics_label=_("Change: {points} points").format(points=value),
    )


def _table(look: Look, picture: PainPicture) -> ft.Control:
    """Newest first, one row per day or week; more than fit a screen reader's patience are left out."""
    second = picture.second.points if picture.second is not None else ()
    rows: list[ft.Control] = []
    weekly = picture.series.weekly
    names = [picture.name, *([_("its highest day")] if weekly else [])]
    if second:
        names.append(picture.second_name)
    rows.append(look.note(_("Each line: {columns}.").format(columns=", ".join(names))))
    points = list(enumerate(picture.series.points))[::-1]
    for place, point in points[:MOST_ROWS]:
        values = [pain_chart.score(point)]
        if weekly:
            values.append("–" if point.highest is None else str(point.highest))
        if second:
            values.append(pain_chart.score(second[place]))
        rows.append(_table_row(look, pain_chart.span(point), " · ".join(values)))
    if len(points) > MOST_ROWS:
        rows.append(look.note(_("Older ones are in the export.")))
    return ft.Column(rows, spacing=2, tight=True)


def _table_row(look: Look, name: str, values: str) -> ft.Control:
    return ft.MergeSemantics(
        content=ft.Row(
            [look.text(name, expand=True), look.text(values, weight=ft.FontWeight.W_600)],
            spacing=8,
        )
    )
