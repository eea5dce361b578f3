"""Diary, Share, PDF, HTML, FHIR, `today` and `review` say the same of a diary, and miss nothing pressing."""

import asyncio
import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import flet as ft
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homecare.commands import today as command
from homecare.domain.records.settings import Settings
from homecare.domain.report.patient import patient_summary
from homecare.exchange.fhir.bundle import fhir_bytes
from homecare.exchange.patient.file import PatientFile
from homecare.exchange.report.html import report_html
from homecare.exchange.report.pdf import report_pdf
from homecare.exchange.report.review_html import summary_row
from homecare.exchange.report.review_json import summary_object
from homecare.exchange.report.review_pdf import review_pdf
from homecare.handover.formats import Asked
from homecare.storage.store import Store
from homecare.ui.clinician.patient import OnePage
from homecare.ui.clinician.patient_row import patient_row
from homecare.ui.diary.pain_history import pain_history
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.share.acts import Wish
from homecare.ui.share.share_preview import preview_of
from homecare.ui.state.care import CareCtx, CareState
from homecare.ui.state.opened_files import OpenPatient
from homecare.ui.today.today import Today
from homecare.wording.pain import patient_means_text, points_text
from homecare.wording.placeholders import fill
from homecare.wording.report_safety import safety_lines
from homecare.wording.report_tiles import tile_texts
from homecare.wording.review import summary_lines
from tests.domain.care import LIBRARY, LONDON, Care, day_of, when
from tests.fixed_host import FixedHost
from tests.ui.harness import Window

DAYS = 28
COMMON = LIBRARY.safety.screen.common_flags[0].id
SCORES = st.lists(st.none() | st.integers(0, 10), min_size=DAYS, max_size=DAYS)
WORST = st.lists(st.none() | st.integers(0, 10), min_size=DAYS, max_size=DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The same diary in every place: as text, or as what another program reads in it."""

    care: CareState
    pdf: str
    html: str
    fhir: dict[str, Any]
    flags: str
    today: str
    review: str
    pages: str
    table: str
    summary: dict[str, Any]
    patient: OpenPatient


def places(care: Care, folder: Path) -> Places:
    store = Store.open(folder)
    records = care.records
    for entry in records.entries:
        store.add_entry(entry)
    store.add_plan_events(*records.plan)
    at = when(DAYS, 22)
    state = CareState(host=FixedHost(folder, at=at, zone=LONDON), store=store, library=LIBRARY)
    asked = Asked(store=store, library=LIBRARY, at=at, zone=LONDON)
    made = preview_of(state, Wish(days=DAYS)).report
    seen = patient_summary(asked.records, LIBRARY, at, LONDON)
    fhir = json.loads(fhir_bytes(asked.records, LIBRARY, at, LONDON))
    flags = [item["resource"] for item in fhir["entry"] if item["resource"]["resourceType"] == "Flag"]
    file = PatientFile(patient=asked.named, records=asked.records, made=at)
    return Places(
        care=state,
        pdf=pdf_text(report_pdf(made)),
        html=squeezed(text_of(report_html(made).decode())),
        fhir=fhir,
        flags=squeezed(" ".join(flag["code"]["text"] for flag in flags)),
        today=squeezed(command.as_text(state.today, LIBRARY, Settings())),
        review=squeezed("\n".join(summary_lines(seen, "one.json"))),
        pages=pdf_text(review_pdf([(seen, "one.json")])),
        table=squeezed(text_of(summary_row(seen, "one.json"))),
        summary=summary_object(seen, "one.json"),
        patient=OpenPatient(id="one", file="one", patient=file, overview=made),
    )


@ft.component
def in_the_list(patient: OpenPatient) -> ft.Control:
    """A line of the clinician's list."""
    return patient_row(ft.use_context(LookCtx), patient, 0)


async def screens(seen: Places) -> tuple[str, str, str]:
    """What Today, the clinician's page of the patient and the patient's line in the list say."""
    return (
        await shown(seen.care, Today),
        await shown(seen.care, partial(OnePage, seen.patient)),
        await shown(seen.care, partial(in_the_list, seen.patient)),
    )


async def shown(care: CareState, component: Callable[[], Any]) -> str:
    """What a screen says, from top to bottom."""
    window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), component)))
    await window.settle()
    said = squeezed(" ".join(window.texts()))
    window.close()
    return said


def pdf_text(page: bytes) -> str:
    return squeezed(" ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(page)).pages))


@settings(max_examples=6)
@given(first=SCORES, worst=WORST)
def test_one_series_one_first_week_and_one_difference(
    first: list[int | None], worst: list[int | None]
) -> None:
    care = diary(first, worst)
    with TemporaryDirectory() as folder:
        seen = places(care, Path(folder))
        history = pain_history(seen.care, DAYS)
        report = preview_of(seen.care, Wish(days=DAYS)).report

    scores = {day_of(n): score for n, score in enumerate(first, start=1) if score is not None}
    assert scores_in(seen.fhir) == scores
    if report.pain is not None:
        assert history.chart == report.pain, "Diary and report draw the same"
        if scores:
            drawn = {point.first: point.primary for point in history.chart.points}
            assert drawn == {day: scores.get(day) for day in drawn}

    then, now = mean(scores, day_of(1)), mean(scores, day_of(DAYS - 6))
    thin = sum(score is not None or other is not None for score, other in zip(first, worst, strict=True)) < 7
    assert seen.summary["first_week"] == pytest.approx(then)
    assert seen.summary["latest_week"] == pytest.approx(now)
    if then is None or now is None or thin or report.tiles is None:
        return
    shown = (rounded(then), rounded(now))
    moved = signed(shown[1] - shown[0])
    said = f"First-step pain: {shown[0]} in the first week, now {shown[1]}"
    assert points_text(history.change.change) == moved
    assert f"{shown[0]} in your first week, {shown[1]} in the last 7 days" in patient_means_text(
        history.change, 4
    )
    tile = tile_texts(report)[0]
    assert (tile.value, f"{moved} points" in tile.meaning) == (str(shown[1]), True)
    for place in (seen.pdf, seen.html):
        assert squeezed(tile.meaning) in place
        assert squeezed(f"First week: {shown[0]}") in place
    for place in (seen.today, seen.review):
        assert squeezed(said) in place
        assert squeezed(tile.meaning) in place


@settings(max_examples=6)
@given(first=SCORES, worst=WORST, flag=st.sampled_from(["", COMMON, "pf-night"]))
def test_nothing_pressing_is_missing_or_cut_off_anywhere(
    first: list[int | None], worst: list[int | None], flag: str
) -> None:
    care = diary(first, worst, flag)
    with TemporaryDirectory() as folder:
        seen = places(care, Path(folder))
        report = preview_of(seen.care, Wish(days=DAYS)).report
        screen, clinician, listed = asyncio.run(screens(seen))

    pressing = seen.care.today.pressing
    assert report.safety.pressing == pressing
    assert (seen.care.today.flare is not None) == any(found.kind == "flare" for found in pressing)
    assert bool(flag) == any(found.kind == "red-flag" for found in pressing)
    lines = safety_lines(report)
    for number, found in enumerate(pressing):
        told = squeezed(fill(found.told, Settings()))
        assert lines[number].strong
        assert told in squeezed(lines[number].text), "it stands first"
        day = f"{found.since.day} {found.since:%b}"
        assert day in lines[number].text
        for place in (seen.today, screen):
            assert told in place
        whole = squeezed(lines[number].text)
        for place in (seen.pdf, seen.html, clinician, seen.review, seen.pages, seen.table, listed):
            assert whole in place
        assert whole in seen.flags
        assert seen.summary["pressing"][number]["text"] == lines[number].text
    assert len(seen.summary["pressing"]) == len(pressing)


def diary(first: list[int | None], worst: list[int | None], flag: str = "") -> Care:
    care = Care(first_step=5)
    for day, (score, other) in enumerate(zip(first, worst, strict=True), start=1):
        if score is not None:
            care.entry(day, 7.5, pain_first_step=score)
        if other is not None:
            care.entry(day, 20, pain_worst=other)
    if flag:
        care.screen(20, flag)
    return care


def scores_in(bundle: dict[str, Any]) -> dict[date, int]:
    """The highest first-step score of each day in a bundle, read without any code of ours."""
    found: dict[date, int] = {}
    for item in bundle["entry"]:
        resource = item["resource"]
        if resource["resourceType"] != "Observation":
            continue
        if all(coding["code"] != "pain_first_step" for coding in resource["code"]["coding"]):
            continue
        day = datetime.fromisoformat(resource["effectiveDateTime"]).date()
        found[day] = max(int(resource["valueQuantity"]["value"]), found.get(day, 0))
    return found


def mean(scores: dict[date, int], start: date) -> Fraction | None:
    week = [scores[day] for n in range(7) if (day := start + timedelta(days=n)) in scores]
    return Fraction(sum(week), len(week)) if len(week) >= 4 else None


def rounded(value: Fraction) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal("0.1"), ROUND_HALF_UP)


def signed(value: Decimal) -> str:
    return f"{'−' if value < 0 else '+' if value > 0 else ''}{abs(value)}"


def squeezed(text: str) -> str:
    """Without white space: a line may be broken anywhere."""
    return re.sub(r"\s+", "", text)


def text_of(page: str) -> str:
    """What a page says, read by the standard library."""
    said: list[str] = []

    class Reader(HTMLParser):
        def handle_data(self, data: str) -> None:
            said.append(data)

    Reader().feed(page)
    return " ".join(said)
