"""What a patient does from the first day on, the same in every engine and form."""

from collections.abc import Callable
from pathlib import Path

from tests.engines.window import Window

CONDITION = "Plantar fasciitis (plantar heel pain)"
ESCAPE, TAB, ENTER, SPACE = "\ue00c", "\ue004", "\ue007", " "


def a_patients_days(window: Window, *, backup_is_one: Callable[[Path], bool]) -> None:
    """From an empty app to a plan, a diary, a session and a backup, with a reload on the way."""
    _set_up(window)
    _pain(window)
    _diary_with_foot_map(window)
    _session(window)
    _export(window, backup_is_one)


def _set_up(window: Window) -> None:
    window.open(sees="Welcome")
    window.tap("button", "Set up")
    window.wait_for("What hurts?")
    window.tap("checkbox", CONDITION, part=True)
    window.tap("button", "Next")
    window.wait_for("Where exactly?")
    window.tap("radio", "Left")
    window.tap("button", "Pain 4 of 10")
    window.tap("button", "Next")
    for page in ("About you", "Your health", "Your leg and foot"):
        window.wait_for(page)
        window.tap("button", "None of these apply to me")
    window.wait_for("Is it safe to start?")
    window.tap("button", "None of these is true for me")
    window.wait_for("How is your pain now?")


def _pain(window: Window) -> None:
    window.tap("button", "Pain 7 of 10")
    window.wait_for("Saved: pain 7 of 10")
    window.reload(sees="Last: 7 of 10")


def _diary_with_foot_map(window: Window) -> None:
    window.tap("tab", "Diary")
    window.wait_for("Add an entry")
    window.tap("button", "Add an entry")
    window.wait_for("Add to the diary")
    window.tap("button", "Pain 5 of 10")
    window.tap("button", "Where it hurts", part=True)
    window.tap("button", "Arch (inside of the sole), left")
    window.wait_for("Take away: Arch (inside of the sole), left")
    window.tap("button", "Note", part=True)
    window.write("Notes", "Long day.")
    window.tap("button", "Save")
    window.wait_for("Tap the chart to read a day.")


def _session(window: Window) -> None:
    window.open("/session", sees="Get ready.")
    window.tap("button", "Pause")
    window.wait_for("Paused.")
    window.tap("button", "Go on")
    window.tap("button", "Skip")
    window.wait_for("Hold.")
    window.press(ESCAPE)
    window.wait_for("End the session here?")
    window.tap("button", "End the session")
    window.tap("button", "Pain 4 of 10")
    window.wait_for("Pain 4 of 10, chosen")
    window.tap("button", "Save")
    window.wait_for("Saved")


def _export(window: Window, backup_is_one: Callable[[Path], bool]) -> None:
    window.open("/share?for=backup", sees="Full backup")
    file = window.downloaded(lambda: window.tap("button", "Save the backup"))
    assert backup_is_one(file), f"{file.name} is no backup of this diary"
