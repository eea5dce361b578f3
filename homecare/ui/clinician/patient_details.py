"""What explains a patient's pain: exercises done and left out, soreness after needling, places, words."""

import flet as ft

from homecare.content.library import Library
from homecare.domain.records.prescription import own_exercises
from homecare.domain.report.plan import PlanRow
from homecare.domain.report.report import Report
from homecare.domain.report.sessions import Item, Reasons, reasons_by_exercise
from homecare.domain.report.soreness_curve import soreness_curves
from homecare.exchange.drawing.foot import VIEW_MM, foot_drawing, views_of
from homecare.exchange.drawing.soreness import soreness_drawing
from homecare.ui.clinician.patient_head import MOST_LINES, safety_card
from homecare.ui.kit import theme
from homecare.ui.kit.drawing import drawn
from homecare.ui.kit.look import Look
from homecare.ui.report.charts import room_in_card
from homecare.ui.state.care import CareState
from homecare.ui.state.opened_files import OpenPatient
from homecare.wording import _
from homecare.wording.clinic import difference_text, exercise_share, left_out
from homecare.wording.doses import dose_text
from homecare.wording.foreign_text import readable
from homecare.wording.function import function_lines
from homecare.wording.pain import mean_text
from homecare.wording.prescription import report_advice
from homecare.wording.report import footer, method_lines, near, word_lines
from homecare.wording.report_safety import safety_lines
from homecare.wording.report_tables import (
    exercise_called,
    level,
    light_word,
    muscles,
    needling_caption,
    practice_line,
    reaction,
    site_caption,
    site_line,
)

MOST_CURVES = 3
CURVE_MM = (38.0, 25.0)
CURVE_SCALE = 5.0
FOOT_MM = 26.0
FOOT_SCALE = 6.0


def exercises_card(care: CareState, look: Look, patient: OpenPatient, report: Report) -> ft.Control:
    """Each exercise of the plan with what was done of it, and why it was left out."""
    library = care.library.with_exercises(own_exercises(patient.patient.records.plan))
    reasons = dict(reasons_by_exercise(patient.patient.records.sessions, report.header.period))
    rows: list[ft.Control] = []
    for row in report.plan:
        rows.append(_exercise(look, row, reasons.pop((row.condition, row.exercise), None)))
    rows += [_left_out_too(library, look, item, why) for item, why in reasons.items()]
    tried = practice_line(report)
    if tried:
        rows.append(look.note(tried))
    if not rows:
        rows.append(look.body(_("No exercises in this period.")))
    rows += [look.text(readable(line), size=15) for line in report_advice(report)]
    head = look.heading(_("Exercises, last 14 days"), size=17)
    return look.card(head, *rows, gap=6)


def _exercise(look: Look, row: PlanRow, why: Reasons | None) -> ft.Control:
    done = exercise_share(row.done, row.planned)
    state = [dose_text(row.dose), level(row.level)]
    if row.light is not None:
        state.append(_("last light {light}").format(light=light_word(row.light)))
    lines: list[ft.Control] = [
        ft.Row(
            [look.text(row.name, size=15, expand=True), look.text(done, size=15, weight=ft.FontWeight.W_600)],
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        look.text(", ".join(state), size=14, color=look.muted),
    ]
    if why:
        lines.append(look.text(left_out(why), size=14))
    return ft.MergeSemantics(content=ft.Column(lines, spacing=0, tight=True))


def _left_out_too(library: Library, look: Look, item: Item, why: Reasons) -> ft.Control:
    name = library.exercise(item[1]).name if item[1] in library.exercise_ids else exercise_called(item[1])
    return look.text(f"{name}: {left_out(why)}", size=14)


def function_card(look: Look, report: Report) -> list[ft.Control]:
    """What the patient can do, and where it and the pain say different things; nothing without a plan."""
    lines = function_lines(report.function, report.header.period.last)
    if not lines:
        return []
    rows: list[ft.Control] = [
        look.text(line.text, size=15, weight=ft.FontWeight.W_700 if line.strong else None) for line in lines
    ]
    return [look.card(look.heading(_("What the patient can do"), size=17), *rows, gap=6)]


def soreness_card(care: CareState, look: Look, patient: OpenPatient, report: Report) -> list[ft.Control]:
    """The curves of the latest needling sessions of the period; nothing without any."""
    guide, records = care.library.aftercare, patient.patient.records
    curves = soreness_curves(records.needlings, records.entries, guide, patient.patient.made)
    shown = [curve for curve in curves if curve.day in report.header.period][:MOST_CURVES]
    if not shown:
        return []
    scale = CURVE_SCALE * max(1.0, look.factor * 0.7)
    if not look.wide:
        scale = min(scale, (room_in_card(look) - theme.GAP) / 2 / CURVE_MM[0] * max(1.0, look.factor))
    pictures: list[ft.Control] = [drawn(look, soreness_drawing(curve, *CURVE_MM), scale) for curve in shown]
    return [
        look.card(
            look.heading(_("Soreness after needling"), size=17),
            ft.Row(pictures, wrap=True, spacing=12, run_spacing=8),
            look.text(
                _("Shaded: the first 48 hours. Bars: the highest normal score at 24, 48 and 72 hours."),
                size=14,
                color=look.muted,
            ),
            gap=6,
        )
    ]


def words_cards(care: CareState, look: Look, report: Report) -> list[ft.Control]:
    """Places, needling sessions, the patient's own words, the whole safety box, and the method."""
    cards = [_places(look, report), _needlings(look, report), _words(look, report)]
    found: list[ft.Control] = [card for card in cards if card is not None]
    if look.wide:
        spread: list[ft.Control] = [ft.Container(card, expand=True) for card in found]
        row = ft.Row(spread, spacing=theme.GAP, vertical_alignment=ft.CrossAxisAlignment.START)
        found = [row] if spread else []
    if len(safety_lines(report)) > MOST_LINES:
        found.append(safety_card(look, report))
    said = (footer(), difference_text(care.library.diary.change), *method_lines(report.rules))
    method: list[ft.Control] = [look.text(line, size=14, color=look.muted) for line in said]
    return [*found, ft.Column(method, spacing=2, tight=True)]


def _places(look: Look, report: Report) -> ft.Control | None:
    if report.sites is None:
        return None
    names: list[ft.Control] = [look.text(site_line(site), size=15) for site in report.sites.sites]
    parts: list[ft.Control] = [look.heading(_("Where it hurts"), size=17)]
    views = len(views_of(report.sites))
    if views:
        across = views * VIEW_MM * FOOT_MM / 22
        parts.append(drawn(look, foot_drawing(report.sites, across, FOOT_MM), min(FOOT_SCALE, 330 / across)))
    parts += names or [look.text(_("No place marked"), size=15)]
    parts.append(look.text(site_caption(report), size=14, color=look.muted))
    return look.card(*parts, gap=6)


def _needlings(look: Look, report: Report) -> ft.Control | None:
    if not report.needlings:
        return None
    rows: list[ft.Control] = [look.heading(_("Needling"), size=17)]
    for row in report.needlings:
        said = _("{day}, {muscles}: {reaction}; pain {before} before, {after} after").format(
            day=near(row.day, report.header.period.last),
            muscles=muscles(row),
            reaction=reaction(row),
            before=mean_text(row.before),
            after=mean_text(row.after),
        )
        rows.append(look.text(said, size=15))
    rows.append(look.text(needling_caption(report), size=14, color=look.muted))
    return look.card(*rows, gap=6)


def _words(look: Look, report: Report) -> ft.Control | None:
    if report.extent != "full":
        return None
    lines = [
        look.text(readable(line.text), size=15, weight=ft.FontWeight.W_700 if line.strong else None)
        for line in word_lines(report)
    ]
    return look.card(look.heading(_("Patient's own words"), size=17), *lines, gap=6)
