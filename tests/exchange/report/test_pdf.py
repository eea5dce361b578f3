"""The clinician's page on paper, read back by another library."""

import io
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from homecare.domain.records.diary import Site
from homecare.domain.records.records import Records
from homecare.domain.report.report import Named, Period, Report
from homecare.exchange.report.pdf import report_pdf
from homecare.wording import report_tables
from homecare.wording.pain import field_name
from homecare.wording.report_safety import pressing_text
from homecare.wording.report_tiles import tile_texts
from tests.domain.care import LIBRARY, SHORT_FOOT, Care, day_of
from tests.domain.report.reports import of, scored
from tests.exchange.report.pages import HOSTILE, demo, page_of

A4 = (595.28, 841.89)


def read(made: Report) -> str:
    pages = PdfReader(io.BytesIO(report_pdf(made))).pages
    assert len(pages) == 1
    size = (float(pages[0].mediabox.width), float(pages[0].mediabox.height))
    assert size == pytest.approx(A4, abs=0.1)
    return " ".join(pages[0].extract_text().split())


@pytest.mark.parametrize(("history", "days"), [(28, 28), (90, 90), (400, 365), (5, 28), (40, 1)])
def test_it_is_one_page_however_long_the_period(history: int, days: int) -> None:
    assert "Patient-reported, not checked." in read(page_of(demo(history), days, share_notes=True))


def test_its_numbers_are_those_of_the_records() -> None:
    made = page_of(demo(90))
    text = read(made)

    assert made.tiles is not None
    assert made.tiles.primary.change.latest is not None
    assert f"{field_name('pain_first_step')}, last 7 days" in text
    for tile in tile_texts(made):
        assert tile.value in text
        assert tile.meaning in text
    for row in made.plan:
        assert row.name in text
        assert f"{row.done} / {row.planned}" in text
    for needling in made.needlings:
        assert report_tables.needling_cells(needling, made.header.period.last)[0].text in text


def test_the_method_prints_the_limits_its_labels_rest_on() -> None:
    made = page_of(demo(90))
    change = made.rules.change
    harder = replace(
        change,
        labels=tuple(
            replace(label, points_min=3) if label.id == "clearly-better" else label for label in change.labels
        ),
    )
    changed = replace(made, rules=replace(made.rules, change=harder))

    assert "Clearly better: −2 points and 30% or more; A little better: −1 points and 15% or more" in read(
        made
    )
    assert "Clearly better: −3 points and 30% or more" in read(changed)


def test_without_entries_it_says_so_on_one_page() -> None:
    text = read(page_of(Records()))

    assert "No diary entries in this period" in text
    assert "No red flags or alerts in this period" in text


def test_a_few_entries_give_no_change_label() -> None:
    assert "Too few entries for a change label" in read(page_of(demo(5)))


def test_notes_are_on_it_only_when_shared() -> None:
    records = demo(60)
    marked = replace(records, entries=(*records.entries[:-1], replace(records.entries[-1], notes="Zebra")))

    assert "Zebra" not in read(page_of(marked))
    assert "Notes not shared" in read(page_of(marked))
    assert "Zebra" in read(page_of(marked, share_notes=True))


def test_a_character_the_font_lacks_is_a_question_mark_and_nothing_breaks() -> None:
    records = demo(60)
    marked = replace(records, entries=(*records.entries[:-1], replace(records.entries[-1], notes=HOSTILE)))
    text = read(page_of(marked, share_notes=True, name="Zoë Αθηνά Юлия 🦶"))

    assert "Zoë Αθηνά Юлия ?" in text
    assert "=1+1" in text
    assert "é" in text


def test_the_same_report_gives_the_same_bytes() -> None:
    records = demo(40)

    assert report_pdf(page_of(records, share_notes=True)) == report_pdf(page_of(records, share_notes=True))


def crowded() -> Report:
    """A patient with more of everything than a page can hold."""
    care = Care()
    places = ("heel-under", "arch", "toes", "calf", "heel-back", "inner-shin", "outer-ankle", "top-of-foot")
    for day in range(1, 29):
        sites = tuple(Site(region=place, side=side) for place in places for side in ("L", "R"))
        care.entry(day, 8, pain_first_step=day // 3, sleep_woken=True, stiffness_min=40, location=sites)
        care.entry(day, 21, pain_worst=9, notes="W" * 400, medication=f"Medicine number {day} " * 8)
        care.session(day, 8, "short-foot-seated", "calf-stretch-straight")
    for number in range(8):
        care.needle(
            2 + 3 * number, 10, "soleus", "gastrocnemius", "tibialis-posterior", reaction_in_clinic="other"
        )
    care.screen(20, *(flag.id for flag in LIBRARY.safety.screen.common_flags[:10]))
    return of(care, share_notes=True)


def test_more_than_fits_is_left_out_and_said_and_nothing_lies_on_anything_else() -> None:
    made = crowded()
    page = PdfReader(io.BytesIO(report_pdf(made))).pages[0]
    places: dict[str, float] = {}

    def note(text: str, _cm: Any, tm: Any, _font: Any, _size: Any) -> None:
        places.setdefault(text.strip(), tm[5])

    page.extract_text(visitor_text=note)
    text = read(made)

    assert "earlier sessions are not shown." in text
    assert "more lines" in text
    notes = min(at for words, at in places.items() if "WWW" in words)
    footer = next(at for words, at in places.items() if words.startswith("Patient-reported"))
    signed = next(at for words, at in places.items() if words.startswith("Reviewed by"))
    assert notes > footer + 8 > footer > signed > 20


def test_no_line_of_the_safety_box_is_dropped_for_want_of_room() -> None:
    text = read(crowded())

    assert "Red lights on 28 days" in text
    assert "Woken by pain on 28 of 28 nights answered" in text
    assert "Morning stiffness of 30 min or more" in text


def test_everything_pressing_is_whole_however_much_of_it_there_is() -> None:
    care = Care()
    for day in range(1, 29):
        care.entry(day, 8, pain_first_step=day // 3, sleep_woken=True, stiffness_min=40)
        care.entry(day, 21, pain_worst=9)
        care.session(day, 8, "short-foot-seated")
    flags = [*LIBRARY.safety.screen.common_flags, *LIBRARY.condition("plantar-fasciitis").red_flags]
    for number, flag in enumerate(flags):
        care.screen(2 + number, flag.id)
    made = of(care, patient=Named(name="Anna Berg", clinic_id="4711"))
    pages = PdfReader(io.BytesIO(report_pdf(made))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    heights: list[float] = []
    for page in pages:
        page.extract_text(
            visitor_text=lambda said, _cm, tm, _font, _size: heights.append(tm[5]) if said.strip() else None
        )

    assert len(made.safety.pressing) > 20
    for pressing in made.safety.pressing:
        assert pressing_text(pressing, made.header.period.last) in text
    assert all(row.name in text for row in made.plan)
    assert text.count("Reviewed by") == 1
    assert min(heights) > 20
    for page in pages[1:]:  # pages may part
        assert page.extract_text().startswith("Anna Berg · 4711, continued")


def test_it_needs_no_picture_library_and_says_nothing_on_the_terminal() -> None:
    code = (
        "import sys; sys.modules['PIL'] = None\n"
        "from tests.exchange.report.pages import demo, page_of\n"
        "from homecare.exchange.report.pdf import report_pdf\n"
        "assert report_pdf(page_of(demo(30))).startswith(b'%PDF')\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "always", "-c", code], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_it_is_tagged_and_for_an_archive_and_the_same_report_is_the_same_file() -> None:
    made = page_of(demo(60), share_notes=True)
    data = report_pdf(made)
    reader = PdfReader(io.BytesIO(data))
    root: Any = reader.trailer["/Root"]
    tags = [tag.get_object() for tag in root["/StructTreeRoot"]["/K"][0].get_object()["/K"]]
    kinds = [str(tag["/S"]) for tag in tags]
    described = [str(tag["/Alt"]) for tag in tags if "/Alt" in tag]

    assert data == report_pdf(made)
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert kinds[0] == "/H1"
    assert kinds.count("/H2") >= 5
    assert kinds.count("/Figure") == len(described) >= 3
    assert any(said.startswith("First-step pain, 0 to 10: ") for said in described)

    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>" in metadata
    assert "Foot and ankle diary report" in metadata
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert "/ID" in reader.trailer
    assert "/Info" not in reader.trailer
    for font in reader.pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        assert "/ToUnicode" in font.get_object()
        assert "/FontFile2" in font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]


def test_everything_on_the_page_is_tagged_or_marked_as_decoration() -> None:
    page = PdfReader(io.BytesIO(report_pdf(page_of(demo(60), share_notes=True)))).pages[0]
    inside, shown = 0, 0
    for words, operator in page.get_contents().operations:  # type: ignore[union-attr]
        inside += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
        if operator in (b"Tj", b"TJ", b"S", b"f", b"B"):
            shown += 1
            assert inside == 1, (operator, words)
    assert shown > 100


def test_a_long_name_leaves_date_of_birth_and_clinic_number_whole() -> None:
    patient = Named(name="Maximiliana Wolfeschlegelsteinhausenbergerdorff " * 2, clinic_id="B-2041")
    patient = replace(patient, birth_date=date(1990, 7, 1))
    text = read(of(scored(1, *[4] * 28), patient=patient))

    assert "born 1990-07-01" in text
    assert "B-2041" in text


def test_who_stopped_recording_is_said_in_the_safety_box() -> None:
    care = scored(1, *[4] * 12)

    assert "Stopped recording: last entry 13 Mar" in read(of(care))


def test_lights_are_not_said_of_days_they_are_not_known_for() -> None:
    care = scored(1, *[4] * 100)
    care.session(95, 9, SHORT_FOOT)
    text = read(of(care, Period(first=day_of(1), last=day_of(100)), day=100))

    assert "Red light on 1 day since 10 Apr: 4 Jun" in text
