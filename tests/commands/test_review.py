"""`homecare review`: one summary per patient, the same numbers as the report, bad files named and skipped."""

import io
import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import pypdf
import pytest

from homecare.commands.review_reading import CHUNK, files_of, read_files
from homecare.domain.records.diary import diary_day
from homecare.domain.report.patient import PatientSummary
from homecare.domain.report.period import Period
from homecare.domain.report.report import report, usual_period
from homecare.exchange.backup.backup import export
from homecare.exchange.fhir.bundle import fhir_bytes
from homecare.exchange.patient.file import read_patient, summary_of
from homecare.exchange.reading.intake import IntakeError
from homecare.exchange.report.review_json import summary_json
from tests.commands.in_process import homecare_bytes
from tests.exchange.link.prescriptions import library
from tests.exchange.spoiling import variants
from tests.exchange.whole import BERLIN, MADE, history, whole


@cache
def exported(days: int = 90, name: str = "", seed: int = 3) -> bytes:
    backup = history(days, seed)
    return export(replace(backup, patient={"name": name} if name else {}))


def glance(data: bytes) -> PatientSummary:
    return summary_of(read_patient(data), library())


def homecare(*words: str) -> subprocess.CompletedProcess[bytes]:
    return homecare_bytes("review", *words)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.json").write_bytes(exported(name="Ada <b>"))
    (tmp_path / "in" / "a.json").write_bytes(exported(20, seed=4))
    (tmp_path / "in" / "c.json").write_bytes(fhir_bytes(history(90, 5).records, library(), MADE, BERLIN))
    return tmp_path / "in"


def test_the_summary_has_the_numbers_of_the_report() -> None:
    found = glance(exported(365))

    records, zone = history(365).records, MADE.tzinfo
    assert zone is not None
    page = report(records, library(), usual_period(diary_day(MADE)), MADE, zone)
    assert page.tiles is not None
    assert page.pain is not None
    assert found.tiles == page.tiles
    assert found.red_days == page.safety.red_days
    assert found.line == tuple(point.primary for point in page.pain.points)
    assert found.plans == page.header.plans
    assert found.last_needling == max(diary_day(needling.at) for needling in records.needlings)
    assert {alert.id for alert in found.alerts} <= {alert.alert for alert in page.safety.alerts}


def test_of_an_export_of_some_days_no_day_before_the_plan_began_is_a_missing_day() -> None:
    whole_file = read_patient(exported(60))
    begun = min(event.day for event in whole_file.records.plan)
    some_days = Period(first=begun - timedelta(days=50), last=begun + timedelta(days=6))

    found = summary_of(replace(whole_file, period=some_days), library())

    assert found.tiles.diary.days == 7
    assert found.tiles.diary.recorded <= 7


def test_a_bundle_of_the_same_patient_says_the_same() -> None:
    bundle = glance(fhir_bytes(history(90).records, library(), MADE, BERLIN))
    backup = glance(exported())

    assert bundle.line == backup.line
    assert bundle.tiles.primary == backup.tiles.primary


def test_a_folder_is_read_whatever_its_formats_and_who_needs_a_call_stands_first(
    folder: Path,
) -> None:
    done = homecare(str(folder), "--format", "json")

    found = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert [Path(patient["file"]).name for patient in found] == ["a.json", "b.json", "c.json"]
    assert found[1]["name"] == "Ada <b>"
    assert found[1]["label"] == "clearly-better"
    assert len(found[1]["line"]) == 28


def test_a_bad_file_is_named_with_its_reason_and_the_others_are_read(folder: Path) -> None:
    (folder / "aa.json").write_bytes(exported()[:5000])

    done = homecare(str(folder), "--format", "json")

    assert done.returncode == 2
    assert len(json.loads(done.stdout)) == 3
    assert done.stderr.decode().startswith("homecare: ")
    assert "aa.json: The file is cut short" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_text_says_better_or_worse_by_how_much_and_what_was_done(folder: Path) -> None:
    text = homecare(str(folder / "b.json")).stdout.decode()

    assert text.startswith("Ada <b>")
    assert "First-step pain" in text
    assert ". Clearly better: −" in text
    assert "sessions (" in text
    assert "last needling 21 Nov 2026" in text


def test_unread_files_are_named_on_every_page_and_a_pipe_hangs_nothing(folder: Path, tmp_path: Path) -> None:
    (folder / "cut.json").write_bytes(exported()[:5000])
    os.mkfifo(folder / "pipe.json")

    for kind in ("text", "html", "pdf"):
        out = tmp_path / f"all.{kind}"
        done = homecare(str(folder), "--format", kind, "--output", str(out))
        assert (done.returncode, done.stdout) == (2, b"")
        said = out.read_bytes().decode(errors="replace")
        if kind == "pdf":
            said = " ".join(page.extract_text() for page in pypdf.PdfReader(out).pages)
        assert "2 files could not be read" in said
        assert "cut.json: The file is cut short" in said
        assert "pipe.json cannot be read (it is a pipe that nothing is written to)" in said


@pytest.mark.parametrize("kind", ["json", "ndjson"])
def test_a_patients_file_from_standard_input_goes_together_with_the_other_ones(
    folder: Path, tmp_path: Path, kind: str
) -> None:
    named = ["-", str(folder / "b.json"), *map(str, folder.glob("*.json")), "-"] * 3  # more than one chunk
    out = tmp_path / "out"

    done = homecare_bytes(
        "review", *named, "--format", kind, "--output", str(out), given=exported(name="Ada <b>")
    )

    assert (done.returncode, done.stderr) == (0, b"")
    if kind == "json":
        assert len(json.loads(out.read_bytes())) == 3
    else:
        assert len((out / "Patient.ndjson").read_bytes().splitlines()) == 3


def test_two_patients_of_one_name_are_told_apart_by_birth_date_age_and_number(tmp_path: Path) -> None:
    for number, born in ((1, "1950-05-01"), (2, "1990-12-31")):
        patient = {"name": "Ada", "clinic_id": f"A {number}", "birth_date": born}
        (tmp_path / f"{number}.json").write_bytes(export(replace(history(30, number), patient=patient)))

    said = homecare(str(tmp_path)).stdout.decode()

    assert "Ada · born 1950-05-01 (76 years) · A 1 (" in said
    assert "Ada · born 1990-12-31 (35 years) · A 2 (" in said


def test_one_file_gives_the_one_page_report(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    done = homecare(str(folder / "b.json"), "--page", "--format", "pdf", "--output", str(out))

    assert (done.returncode, done.stderr) == (0, b"")
    pages = pypdf.PdfReader(out).pages
    assert len(pages) == 1
    assert "Exercise sessions done / planned" in pages[0].extract_text()
    assert homecare(str(folder / "b.json"), "--page", "--format", "html").stdout.count(b"<article>") == 1
    for refused in ((str(folder), "--page", "--format", "pdf"), (str(folder / "b.json"), "--page")):
        done = homecare(*refused)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)


def test_html_is_one_safe_page_with_a_row_for_each_patient(folder: Path) -> None:
    page = homecare(str(folder), "--format", "html").stdout.decode()

    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</html>\n")
    assert page.count("<tr>") == 1 + 3
    assert "Ada &lt;b&gt;" in page
    assert "<script" not in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")


def test_pdf_names_every_patient_and_is_the_same_each_time(folder: Path, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        done = homecare(str(folder), "--format", "pdf", "--output", str(tmp_path / name))
        assert (done.returncode, done.stdout) == (0, b"")

    data = (tmp_path / "one.pdf").read_bytes()
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    assert data == (tmp_path / "two.pdf").read_bytes()
    assert "Ada <b>" in text
    assert "a.json" in text
    assert "−3.9 points" in text


def test_nothing_to_read_and_nowhere_to_write_are_one_line(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "empty").mkdir()
    for words in (
        (str(tmp_path / "empty"),),
        (str(tmp_path / "missing.json"),),
        (str(folder), "--output", str(tmp_path / "no" / "such" / "folder.txt")),
        (),
    ):
        done = homecare(*words)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(b"homecare: ")
        assert done.stderr.count(b"\n") == 1


def names(files: Sequence[Path]) -> list[str]:
    return [str(file) for file in files]


@pytest.mark.parametrize("option", ["--notes", "--no-snomed"])
def test_an_option_of_the_bulk_layout_alone_is_not_silently_ignored(option: str, folder: Path) -> None:
    done = homecare(str(folder), option)

    assert (done.returncode, done.stdout) == (2, b"")
    assert f"{option} goes with --format ndjson only".encode() in done.stderr


def test_several_processes_give_the_same_in_the_same_order(tmp_path: Path) -> None:
    files = [tmp_path / f"{number:03}.json" for number in range(3 * CHUNK + 5)]
    for number, path in enumerate(files):
        path.write_bytes(b"{" if number % 20 == 7 else exported(10, f"Patient {number}"))

    shared = list(read_files(names(files), "text", len(files)))

    alone = [file for path in names(files) for file in read_files([path], "text", 1)]
    assert shared == alone
    assert [bool(read.fault) for read in shared] == [number % 20 == 7 for number in range(len(files))]


def test_files_of_folders_inside_folders_are_found_once_and_in_order(tmp_path: Path) -> None:
    for name in ("b/2.json", "b/1.json", "a/3.json", "a/notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    assert [Path(file).name for file in files_of([str(tmp_path)])] == ["3.json", "1.json", "2.json"]


@pytest.mark.slow
def test_three_hundred_spoilt_files_are_summed_up_or_refused_in_one_sentence() -> None:
    for told, data in variants(export(whole()), 300, seed=5):
        try:
            found = glance(data)
        except IntakeError as refused:
            assert "\n" not in str(refused), told
            assert len(str(refused)) < 400, told
        else:
            assert len(found.line) == 28, told


def test_several_files_of_one_patient_are_one_summary(folder: Path) -> None:
    """Copies, an older backup, the same as FHIR, saved in another encoding."""
    (folder / "b (1).json").write_bytes(exported(name="Ada <b>"))
    older = replace(history(90).records, entries=history(90).records.entries[:40])
    (folder / "b old.json").write_bytes(export(replace(history(90), records=older)))
    (folder / "b fhir.json").write_bytes(fhir_bytes(history(90).records, library(), MADE, BERLIN))
    (folder / "b utf16.json").write_bytes(exported().decode().encode("utf-16"))

    done = homecare(str(folder), "--format", "json")

    assert (done.returncode, done.stderr) == (0, b"")
    found = json.loads(done.stdout)
    assert len(found) == 3
    ada = next(patient for patient in found if patient["name"] == "Ada <b>")
    assert ada["file"].count(".json") == 5
    assert ada["line"] == json.loads(summary_json(glance(exported()), ""))["line"]


def test_files_that_meet_in_a_third_one_are_of_one_patient(tmp_path: Path) -> None:
    """Two exports of different weeks without a plan share nothing; a whole one holds both."""
    backup = history(60)
    bare = replace(backup, records=replace(backup.records, plan=(), sessions=(), needlings=()))
    half = len(bare.records.entries) // 2
    parts = (bare.records.entries[:half], bare.records.entries[half:], bare.records.entries)
    for number, entries in enumerate(parts):
        (tmp_path / f"{number}.json").write_bytes(
            export(replace(bare, records=replace(bare.records, entries=entries)))
        )

    assert len(json.loads(homecare(str(tmp_path), "--format", "json").stdout)) == 1


def test_days_that_an_export_does_not_hold_are_not_missed_days(tmp_path: Path) -> None:
    """A week's export counts a week: three weeks before it were not left blank."""
    backup = history(90)
    last = diary_day(MADE)
    week = Period(first=last - timedelta(days=6), last=last)
    entries = tuple(entry for entry in backup.records.entries if entry.day in week)
    sessions = tuple(session for session in backup.records.sessions if session.day in week)
    part = replace(backup, period=week, records=replace(backup.records, entries=entries, sessions=sessions))

    found = glance(export(part))

    assert found.period == week
    assert len(found.line) == 7
    whole_week = report(backup.records, library(), week, MADE, BERLIN)
    assert whole_week.tiles is not None
    assert replace(found.tiles, primary=whole_week.tiles.primary) == whole_week.tiles
