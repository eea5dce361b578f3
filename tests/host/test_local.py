"""The patient's own computer: a private folder and a clock that notices travel."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest

from homecare.host.host import Host, HostError
from homecare.host.local import LocalHost
from tests.fixed_host import FixedHost


def test_the_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    host = LocalHost(tmp_path / "one" / "two")
    assert not (tmp_path / "one").exists()  # the command may yet refuse what was typed

    host.make_folder()

    assert stat.S_IMODE(host.data_dir.stat().st_mode) == 0o700


def test_the_folder_comes_from_the_argument_then_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOMECARE_DATA", str(tmp_path / "environment"))

    assert LocalHost(tmp_path / "argument").data_dir == tmp_path / "argument"
    assert LocalHost().data_dir == tmp_path / "environment"


def test_an_unnamed_folder_is_the_platforms_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOMECARE_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))

    assert tmp_path in LocalHost().data_dir.parents


def test_a_file_in_the_way_is_named_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a letter")

    with pytest.raises(HostError, match=r"taken.*--data\.$"):
        LocalHost(tmp_path / "taken")
    with pytest.raises(HostError, match=r"--data\.$"):
        LocalHost(tmp_path / "taken" / "below").make_folder()
    assert (tmp_path / "taken").read_text() == "a letter"


def test_the_time_is_local_and_in_whole_seconds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    now = LocalHost(tmp_path).now()

    assert now.utcoffset() == timedelta(hours=5, minutes=30)
    assert now.microsecond == 0


def test_travel_is_noticed_at_the_next_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    host = LocalHost(tmp_path)
    monkeypatch.setenv("TZ", "America/New_York")

    assert host.now().tzinfo == host.zone
    assert str(host.zone) == "America/New_York"


def test_a_test_decides_the_time_of_a_fixed_host(tmp_path: Path) -> None:
    host = FixedHost(tmp_path)
    checked: Host = host
    before = checked.now()
    host.advance(timedelta(hours=1))

    assert checked.now() - before == timedelta(hours=1)
