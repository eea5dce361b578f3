"""The command line as scripts rely on it: what it prints, its exit status, and what is on disk."""

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from homecare.__main__ import main
from homecare.storage.migrations import CURRENT
from homecare.storage.store import Store
from tests.commands.in_process import homecare_bytes, homecare_text

ROOT = Path(__file__).parents[2]


def homecare(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return homecare_text(*words, "--data", str(folder))


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
    first, two = (Store.open(tmp_path / name) for name in ("one", "two"))

    assert first.all_entries() == two.all_entries()
    assert first.all_sessions() == two.all_sessions()
    assert first.needlings() == two.needlings()
    assert first.plan_events() == two.plan_events()


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

    assert {entry for item in shown["items"] for entry in item["entries"]} <= known


@pytest.mark.parametrize("command", ["serve", "demo", "log", "today"])
def test_every_command_answers_help(command: str) -> None:
    done = homecare_text(command, "--help")

    assert done.returncode == 0
    assert "--data" in done.stdout


REFUSED = {
    "an export of no folder": ("export", "--format", "csv"),
    "Today of no folder": ("today",),
    "a bad score": ("log", "--pain", "11"),
    "a bad backup": ("restore", "no-such-file.json"),
    "too many days": ("demo", "--days", "9999999"),
    "a plan that is none": ("prescribe", "no-such-plan.toml"),
    "a port that is none": ("serve", "--no-browser", "--port", "99999999"),
    "a place for the app that is taken": ("pwa", "--output", str(Path(__file__))),
}


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED.keys())
def test_a_refused_command_makes_no_folder(words: tuple[str, ...], tmp_path: Path) -> None:
    done = homecare(tmp_path / "typo" / "data", *words)

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [("log", "--pain", "3"), ("export", "--format", "csv", "--output", "")])
def test_an_empty_name_of_a_folder_or_file_means_no_place_at_all(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    homecare(data, "log", "--pain", "2")
    monkeypatch.chdir(tmp_path)

    done = homecare_text(*words, "--data", str(data) if "--output" in words else "")

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "is empty" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A demo of a month whose file was cut, with no good copy left."""
    folder = tmp_path / "data"
    homecare(folder, "demo", "--days", "30", "--until", "2026-03-28")
    for older in (folder / "diary").glob("2026-03.json.*"):
        older.unlink()
    month = folder / "diary" / "2026-03.json"
    month.write_bytes(month.read_bytes()[:4000])
    return folder


COMMANDS = (("export", "--format", "csv"), ("export", "--format", "json"), ("today",), ("log", "--pain", "3"))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_says_which_file_was_damaged_until_it_is_confirmed(
    words: tuple[str, ...], damaged: Path
) -> None:
    homecare(damaged, "export", "--format", "csv")
    for _again in range(2):
        done = homecare(damaged, *words)

        assert done.returncode == 0
        assert done.stderr.count("\n") == 1
        assert done.stderr.startswith("homecare: diary/2026-03.json was damaged")
        assert "diary/2026-03.json.damaged-1" in done.stderr
    Store.open(damaged).confirm_recovered()
    assert homecare(damaged, *words).stderr == ""


def test_a_backup_carries_what_is_missing_and_a_restore_keeps_it(damaged: Path, tmp_path: Path) -> None:
    backup = homecare(damaged, "export", "--format", "json").stdout
    (tmp_path / "backup.json").write_text(backup)

    restored = homecare(tmp_path / "other", "restore", str(tmp_path / "backup.json"))

    assert json.loads(backup)["gaps"] == [
        {
            "file": "diary/2026-03.json",
            "outcome": "set-aside",
            "kept_as": "diary/2026-03.json.damaged-1",
        }
    ]
    assert restored.returncode == 0
    assert restored.stderr.startswith("homecare: diary/2026-03.json was damaged")
    again = json.loads(homecare(tmp_path / "other", "export", "--format", "json").stdout)
    assert again["gaps"] == json.loads(backup)["gaps"]


def test_an_export_of_some_days_says_which(tmp_path: Path) -> None:
    homecare(tmp_path / "data", "demo", "--days", "30", "--until", "2026-03-28")
    period = ("--from", "2026-03-10", "--to", "2026-03-20")

    part = json.loads(homecare(tmp_path / "data", "export", "--format", "json", *period).stdout)
    bundle = json.loads(homecare(tmp_path / "data", "export", "--format", "fhir", *period).stdout)
    whole = json.loads(homecare(tmp_path / "data", "export", "--format", "json").stdout)

    assert part["period"] == {"from": "2026-03-10", "to": "2026-03-20"}
    assert bundle["meta"]["tag"][0]["code"] == "2026-03-10/2026-03-20"
    assert "period" not in whole


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_a_console_of_any_encoding_gets_plain_letters(encoding: str, tmp_path: Path) -> None:
    data = ("--data", str(tmp_path / "data"))
    homecare_text("demo", "--days", "30", *data)
    homecare_text("log", "--pain", "3", "--note", "naïve 🦶 李", *data)
    backup = homecare_text("export", "--format", "json", *data).stdout
    (tmp_path / "backup.json").write_text(backup, encoding="utf-8")
    for words in (
        ("today",),
        ("today", "--format", "json"),
        ("export", "--format", "csv"),
        ("review", str(tmp_path / "backup.json")),
        ("prescribe", str(ROOT / "tests/commands/samples/plan.toml")),
        ("log", "--pain", "−3"),
        ("--help",),
    ):
        done = homecare_bytes(*words, *(() if "--help" in words else data), encoding=encoding)
        assert done.returncode == (2 if "−3" in words else 0), done.stderr
        if "json" in words:
            json.loads(done.stdout)


def test_a_process_without_utf8_ends_as_any_other(tmp_path: Path) -> None:
    homecare(tmp_path / "data", "demo", "--days", "30")
    done = subprocess.run(
        [sys.executable, "-m", "homecare", "today"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "HOMECARE_DATA": str(tmp_path / "data")},
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Today, ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_score_that_is_kept_but_whose_id_finds_no_room_is_told_as_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.MonkeyPatch.context() as patch, Path("/dev/full").open("w") as full:
        patch.setattr(sys, "stdout", full)
        status = main(["log", "--pain", "3", "--data", str(tmp_path)])

    assert (status, len(Store.open(tmp_path).all_entries())) == (1, 1)
    told = "homecare: It is done, but what it says could not be written (No space left on device).\n"
    assert capsys.readouterr().err == told


def test_a_reader_that_has_had_enough_is_no_fault(tmp_path: Path) -> None:
    homecare(tmp_path / "data", "demo", "--days", "400")
    with subprocess.Popen(
        [sys.executable, "-m", "homecare", "export", "--format", "csv", "--data", str(tmp_path / "data")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        reading.stdout.close()
        assert reading.stderr.read() == b""


SAVED_AS = ("utf-8-sig", "utf-16", "utf-16-be-bom")


@pytest.mark.parametrize("encoding", SAVED_AS)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_files_are_read_as_windows_leaves_them(encoding: str, ends: str, tmp_path: Path) -> None:
    def saved(name: str, text: str) -> str:
        text = text.replace("\n", ends)
        data = b"\xfe\xff" + text.encode("utf-16-be") if encoding.endswith("bom") else text.encode(encoding)
        (tmp_path / name).write_bytes(data)
        return str(tmp_path / name)

    homecare(tmp_path / "data", "log", "--pain", "3", "--note", "Grüße")
    password = saved("password.txt", "Grüße und mehr\n")
    homecare(
        *(tmp_path / "data", "export", "--format", "json", "--output", str(tmp_path / "sealed.json")),
        *("--password-file", password),
    )
    backup = saved("backup.json", homecare(tmp_path / "data", "export", "--format", "json").stdout)
    bundle = saved("bundle.json", homecare(tmp_path / "data", "export", "--format", "fhir").stdout)
    plan = saved("plan.toml", (ROOT / "tests/commands/samples/plan.toml").read_text())
    (tmp_path / "plain.txt").write_text("Grüße und mehr")

    unsealed = homecare(
        *(tmp_path / "unsealed", "restore", str(tmp_path / "sealed.json")),
        *("--password-file", str(tmp_path / "plain.txt")),
    )
    assert (unsealed.returncode, unsealed.stderr) == (0, "")
    for words in (("restore", backup), ("review", backup), ("review", bundle), ("prescribe", plan)):
        done = homecare(tmp_path / "other", *words)
        faults = [line for line in done.stderr.splitlines() if line.startswith("homecare:")]
        assert (done.returncode, faults) == (0, [])


def test_what_a_file_says_never_steers_a_terminal_or_a_spreadsheet(tmp_path: Path) -> None:
    hostile = "\x1b[31mred\x1b[0m\x07\x9b2J\u202eevil\x0bslides"
    homecare(tmp_path / "data", "log", "--pain", "3", "--note", hostile)
    backup = json.loads(homecare(tmp_path / "data", "export", "--format", "json").stdout)
    backup["patient"] = {"name": hostile}
    backup["entries"][0]["notes"] = hostile
    (tmp_path / "\x1b[31m.json").write_text(json.dumps(backup))
    homecare(tmp_path / "other", "restore", str(tmp_path / "\x1b[31m.json"))

    said = [homecare(tmp_path, "review", str(tmp_path)).stdout]
    said += [
        homecare(tmp_path / "other", "export", "--format", kind).stdout for kind in ("csv", "ics", "html")
    ]
    said += [homecare(tmp_path / "other", "export", "--notes", "--format", kind).stdout for kind in ("fhir",)]
    said += [homecare(tmp_path, "review", "\x1b[31m-missing.json").stderr]

    for text in said:
        assert not any(letter in text for letter in "\x1b\x07\x9b\u202e\x0b")
        assert "u001b" not in text
