"""A reminder that becomes due while the app is open is shown once outside its window."""

import asyncio
from datetime import datetime
from pathlib import Path

from homecare.ui.settings.reminding import Reminding
from homecare.ui.state.care import CareState, choose
from homecare.ui.state.device import Reminding as Leave
from tests.fixed_host import BERLIN
from tests.ui.session.guided_care import care_with_plan, host_of


class Noted:
    """A device that writes down what it is asked to show; asleep, it shows nothing."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []
        self.asleep = False

    async def state(self) -> Leave:
        return "on"

    async def ask(self) -> Leave:
        return "on"

    async def show(self, tag: str, title: str, text: str) -> bool:
        if not self.asleep:
            self.shown.append((title, text))
        return not self.asleep


def at(care: CareState, hour: int, minute: int) -> None:
    host_of(care).move_to(datetime(2026, 3, 2, hour, minute, tzinfo=BERLIN))
    care.refresh()


def shown(reminding: Reminding, care: CareState) -> None:
    asyncio.run(reminding.show_due(care.today, care.settings))


def test_diary_and_exercises_are_called_for_once_when_their_time_comes(tmp_path: Path) -> None:
    care, device = care_with_plan(tmp_path), Noted()
    at(care, 19, 29)
    reminding = Reminding(device, care.now())
    for minute in (29, 30, 31, 35):
        at(care, 19, minute)
        shown(reminding, care)

    assert device.shown == [
        (
            "Your evening exercises; Your diary for today",
            "Your exercises are ready when you are.\nHow was your pain today? One tap is enough.",
        )
    ]


def test_what_was_due_before_the_app_was_opened_is_not_shown_outside_it(tmp_path: Path) -> None:
    care, device = care_with_plan(tmp_path), Noted()
    at(care, 22, 0)
    reminding = Reminding(device, care.now())
    shown(reminding, care)

    assert device.shown == []


def test_what_became_due_while_the_computer_slept_is_shown_once_when_it_wakes(tmp_path: Path) -> None:
    care, device = care_with_plan(tmp_path), Noted()
    at(care, 19, 29)
    reminding = Reminding(device, care.now())
    for minute, device.asleep in ((31, True), (32, True), (33, False), (34, False)):
        at(care, 19, minute)
        shown(reminding, care)

    assert [title for title, _ in device.shown] == ["Your evening exercises; Your diary for today"]


def test_a_reminder_that_is_switched_off_is_not_shown_and_one_tap_brings_it_back(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    device = Noted()
    at(care, 19, 0)
    reminding = Reminding(device, care.now())
    asyncio.run(choose(care, reminders_off=("diary", "exercise-evening")))
    at(care, 19, 31)
    shown(reminding, care)
    before = list(device.shown)
    asyncio.run(choose(care, reminders_off=("exercise-evening",)))
    shown(reminding, care)

    assert before == []
    assert [title for title, _text in device.shown] == ["Your diary for today"]
