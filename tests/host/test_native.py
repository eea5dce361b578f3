"""What a native build adds: the system's own folder for the app, and its notifications."""

import asyncio
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from homecare.host.native import FOLDER, NativeReminders, native_host

ROOT = Path(__file__).parents[2]


class Phone:
    """Notifications of a phone whose owner says yes or no."""

    def __init__(self, *, willing: bool) -> None:
        self.willing = willing
        self.allowed = False
        self.shown: dict[int, tuple[str | None, str | None]] = {}

    async def are_notifications_enabled(self) -> bool:
        return self.allowed

    async def request_permissions(self) -> bool:
        self.allowed = self.willing
        return self.allowed

    async def show(self, id: int, title: str | None = None, body: str | None = None) -> None:  # noqa: A002
        self.shown[id] = (title, body)


def nothing_there() -> Phone:
    raise ImportError("flet_notifications")


def test_a_phone_is_asked_before_it_reminds() -> None:
    reminders = NativeReminders(lambda: phone)
    phone = Phone(willing=True)

    assert asyncio.run(reminders.state()) == "on-request"
    assert asyncio.run(reminders.ask()) == "on"
    assert asyncio.run(reminders.state()) == "on"


def test_a_no_is_a_no() -> None:
    phone = Phone(willing=False)

    assert asyncio.run(NativeReminders(lambda: phone).ask()) == "refused"


def test_a_reminder_takes_the_place_of_the_one_before() -> None:
    phone = Phone(willing=True)
    reminders = NativeReminders(lambda: phone)
    asyncio.run(reminders.show("diary", "Diary", "How was today?"))
    asyncio.run(reminders.show("diary", "Diary", "How was your day?"))
    asyncio.run(reminders.show("stretch", "Stretch", "Two minutes"))

    assert sorted(phone.shown.values()) == [("Diary", "How was your day?"), ("Stretch", "Two minutes")]


def test_a_system_without_notifications_never_reminds() -> None:
    reminders = NativeReminders(nothing_there)

    assert asyncio.run(reminders.state()) == "never"
    assert asyncio.run(reminders.show("diary", "Diary", "How was today?")) is False


def test_the_diary_lies_in_the_folder_of_the_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path / "own"))

    assert native_host().data_dir == tmp_path / "own"


def test_what_flet_build_is_told_is_there() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["flet"]

    assert (ROOT / told["app"]["path"] / f"{told['app']['module']}.py").is_file()
    assert (ROOT / "assets" / "icon.png").is_file()
    assert told["bundle_id"] == f"{told['org']}.homecare"  # the builder names Linux's icons by it
    assert all((ROOT / name).exists() or name.startswith(".") for name in told["app"]["exclude"])


def test_a_phone_s_build_needs_nothing_that_only_a_server_needs() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    left_out = [
        requirement
        for requirement in map(Requirement, wanted)
        if not (there(requirement, "android") or there(requirement, "ios"))
    ]
    names = [requirement.name.replace("-", "_") for requirement in left_out]
    program = f"import sys; sys.modules.update(dict.fromkeys({names})); import homecare.start.native"
    started = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert names == ["flet_web", "uvicorn", "websockets"]
    assert all(there(requirement, "linux") for requirement in left_out)
    assert started.stderr == ""
    assert started.returncode == 0


def there(requirement: Requirement, platform: str) -> bool:
    """Whether a build for `platform` brings this package along."""
    return requirement.marker is None or requirement.marker.evaluate({"sys_platform": platform})
