"""The command line as scripts rely on it: what it prints, its exit status, and what is on disk."""

import json
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from homecare.storage.migrations import CURRENT
from homecare.storage.store import Store

ROOT = Path(__file__).parents[2]


def homecare(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "homecare", *words, "--data", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_logged_score_is_on_disk_when_its_id_is_printed(tmp_path: Path) -> None:
    done = homecare(tmp_path / "data", "log", "--pain", "3", "--note", "after the stairs")

    entry = Store.open(tmp_path / "data").entry(done.stdout.strip())
    assert entry is not None
    assert (done.returncode, entry.pain_now, entry.notes, entry.late) == (0, 3, "after the stairs", False)


def test_a_time_without_zone_is_local_time(tmp_path: Path) -> None:
    before = f"{datetime.now().astimezone() - timedelta(days=2):%Y-%m-%d}"
    done = homecare(tmp_path / "data", "log", "--pain", "0", "--at", f"{before}T08:30")

    entry = Store.open(tmp_path / "data").entry(done.stdout.strip())
    assert entry is not None
    local = datetime.fromisoformat(f"{before}T08:30").astimezone()
    assert (entry.at, entry.pain_now, entry.late) == (local, 0, True)


BAD = {
    "pain above ten": ("log", "--pain", "11"),
    "half a point": ("log", "--pain", "3.5"),
    "no number": ("log", "--pain", "much"),
    "a digit of another script": ("log", "--pain", "٣"),
    "no score at all": ("log",),
    "a time to come": ("log", "--pain", "3", "--at", "2999-01-01"),
    "no time": ("log", "--pain", "3", "--at", "noon"),
    "an over-long note": ("log", "--pain", "3", "--note", "x" * 4001),
    "an unknown command": ("frob",),
    "an unknown format": ("today", "--format", "xml"),
    "no days": ("demo", "--days", "0"),
    "a day that is none": ("demo", "--days", "3", "--until", "2026-02-30"),
    "a port that is none": ("serve", "--no-browser", "--port", "99999"),
}


@pytest.mark.parametrize("words", BAD.values(), ids=BAD.keys())
def test_bad_input_is_answered_in_one_line_and_changes_nothing(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    homecare(tmp_path, "log", "--pain", "2")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    done = homecare(tmp_path, *words)

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("homecare: ")
    assert done.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_folder_of_a_later_version_is_refused_untouched(tmp_path: Path) -> None:
    homecare(tmp_path, "log", "--pain", "2")
    head = tmp_path / "homecare.json"
    later = head.read_text().replace(f'"schema": {CURRENT.version}', '"schema": 99')
    assert later != head.read_text()
    head.write_text(later)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    done = homecare(tmp_path, "log", "--pain", "4")

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "later version" in done.stderr
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")

    done = homecare(tmp_path / "data", "log", "--pain", "4")

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "is a file" in done.stderr


def test_the_same_arguments_make_the_same_demo(tmp_path: Path) -> None:
    for name in ("one", "two"):
        homecare(tmp_path / name, "demo", "--days", "20", "--seed", "7", "--until", "2026-03-01")
    one, two = (Store.open(tmp_path / name) for name in ("one", "two"))

    assert one.all_entries() == two.all_entries()
    assert one.all_sessions() == two.all_sessions()
    assert one.needlings() == two.needlings()
    assert one.plan_events() == two.plan_events()


def test_a_demo_has_missing_days_skipped_and_cut_short_exercises_and_two_needlings(tmp_path: Path) -> None:
    homecare(tmp_path, "demo", "--days", "40", "--until", "2026-03-01")
    store = Store.open(tmp_path)
    outcomes = {done.outcome for session in store.all_sessions() for done in session.exercises}

    assert outcomes == {"done", "cut-short", "skipped"}
    assert len(store.needlings()) == 2
    assert 20 < len({entry.day for entry in store.all_entries()}) < 40


def test_a_demo_never_touches_a_folder_that_holds_records(tmp_path: Path) -> None:
    homecare(tmp_path, "log", "--pain", "2")

    done = homecare(tmp_path, "demo", "--days", "5")

    assert done.returncode == 2
    assert "already holds records" in done.stderr
    assert len(Store.open(tmp_path).all_entries()) == 1


def test_today_says_the_same_as_text_and_as_json(tmp_path: Path) -> None:
    homecare(tmp_path, "demo", "--days", "40", "--until", "2026-03-01")
    words = ("today", "--at", "2026-03-01T18:30:00+00:00")
    told = homecare(tmp_path, *words)
    shown = json.loads(homecare(tmp_path, *words, "--format", "json").stdout)

    assert told.returncode == 0
    assert shown["items"]
    for item in shown["items"]:
        assert item["light"] in ("green", "amber", "red", "grey")
        assert item["advice"] in ("hold", "progress", "ease-off")
        assert f"{item['name']}: {item['reason']}" in told.stdout
    assert shown["routine"]["slot"] == "evening"
    assert shown["aftercare"]["hours_since"] >= 24


def test_today_rests_on_entries_that_are_on_disk(tmp_path: Path) -> None:
    homecare(tmp_path, "demo", "--days", "40", "--until", "2026-03-01")
    words = ("today", "--at", "2026-03-01T18:30:00+00:00", "--format", "json")
    shown = json.loads(homecare(tmp_path, *words).stdout)
    known = {entry.id for entry in Store.open(tmp_path).all_entries()}

    assert {one for item in shown["items"] for one in item["entries"]} <= known


@pytest.mark.parametrize("command", ["serve", "demo", "log", "today"])
def test_every_command_answers_help(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "homecare", command, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0
    assert "--data" in done.stdout
