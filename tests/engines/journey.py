"""What a patient does from the first day on, the same in every engine and form."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from homecare.exchange.backup import backup
from homecare.exchange.backup.backup import Backup
from tests.browser.static.hosting import WebHost
from tests.engines.window import ENTER, ESCAPE, SPACE, START_S, Window

MINUTE = timedelta(minutes=1)


def a_patients_days(window: Window) -> None:
    """From an empty app to a plan, a diary and a session; the backup holds all of them and comes back."""
    _set_up_by_keyboard(window)
    _pain(window)
    _diary_with_foot_map_and_chart(window)
    _session(window)
    file = _exported(window)
    records = _read(file).records
    said = [(entry.pain_first_step, entry.pain_now, entry.pain_exercise) for entry in records.entries]
    assert said == [(4, None, None), (None, 7, None), (None, 5, None), (None, None, 4)]
    full = records.entries[2]
    assert (full.notes, [site.region for site in full.location]) == ("Long day.", ["arch"])
    assert [session.ended_early for session in records.sessions] == [True]
    _restored(window, file)


def a_clinicians_plan(window: Window) -> None:
    """A plan is written, and its link is copied."""
    window.go_to("/clinicians/prescribe", sees="What is the plan for?")
    window.tap("radio", "Plantar fasciitis (plantar heel pain)")
    window.tap("radio", "Left")
    window.tap("radio", "Slow strength: start")
    window.tap("button", "Make the link and the code")
    window.tap("button", "Copy the link")
    window.wait_for("Copied")


def a_start_without_a_network(window: Window, host: WebHost) -> None:
    """The static app starts from the device's own copy, with the diary, and saves."""
    kept = "() => !!navigator.serviceWorker.controller"
    window.wait_until(lambda: bool(window.engine.run(kept)), "a copy to be kept", patience_s=START_S)
    host.stop()
    window.open(sees="Last: 2 of 10")
    window.tap("button", "Pain 3 of 10")
    window.wait_for("Saved: pain 3 of 10")
    window.engine.errors.clear()  # the engine itself reports that it did not reach the host


def _set_up_by_keyboard(window: Window) -> None:
    window.open(sees="Welcome")
    window.press_on("Set up", ENTER)
    window.wait_for("Where does it hurt?")
    window.press_on("Go on without the picture", ENTER)
    window.wait_for("What hurts?")
    window.press_on("Pain under the heel", SPACE)
    window.press_on("Next", ENTER)
    window.wait_for("Where exactly?")
    window.press_on("Left", SPACE)
    window.press_on("Pain 4 of 10", ENTER)
    window.press_on("Next", ENTER)
    for page in ("About you", "Your health", "Your leg and foot"):
        window.wait_for(page)
        window.press_on("None of these apply to me", ENTER)
    window.wait_for("Is it safe to start?")
    window.press_on("None of these is true for me", ENTER)
    window.wait_for("Your plan is ready")
    window.press_on("Go to Today", ENTER)
    window.wait_for("How is your pain now?")


def _pain(window: Window) -> None:
    window.tap("button", "Pain 7 of 10")
    window.wait_for("Saved: pain 7 of 10")
    window.reload(sees="Last: 7 of 10")


def _diary_with_foot_map_and_chart(window: Window) -> None:
    window.tap("tab", "Diary")
    window.wait_for("Add an entry")
    window.tap("button", "Add an entry")
    window.wait_for("Add to the diary")
    window.tap("button", "Pain 5 of 10")
    window.wait_for("Pain 5 of 10, chosen")  # which moves what is below
    window.tap("button", "Where it hurts", part=True)
    window.tap("button", "Arch (inside of the sole), left")
    window.wait_for("Take away: Arch (inside of the sole), left")
    window.tap("button", "Note", part=True)
    window.write("Notes", "Long day.")
    window.tap("button", "Save")
    window.wait_for("Tap the chart to read a day.")


def _session(window: Window) -> None:
    window.go_to("/session", sees="I'm ready")
    window.tap("button", "I'm ready")
    window.wait_for("Get ready.")
    window.tap("button", "Pause")
    window.wait_for("Paused.")
    window.tap("button", "Go on")
    window.tap("button", "Skip")
    window.wait_for("Hold.")
    window.wait_for("repeat 2 of 10")
    window.press(ESCAPE)
    window.wait_for("End the session here?")
    window.tap("button", "End the session")
    window.tap("button", "Pain 4 of 10")
    window.wait_for("Pain 4 of 10, chosen")
    window.tap("button", "Save")
    window.wait_for("Saved")


def _exported(window: Window) -> Path:
    """The backup that was saved."""
    window.go_to("/share?for=backup", sees="Full backup")
    return window.downloaded(lambda: window.tap("button", "Save the backup"))


def _restored(window: Window, file: Path) -> None:
    """A chosen file brings back an entry that was corrected elsewhere."""
    whole = _read(file)
    entry = whole.records.entries[2]
    corrected = replace(entry, pain_now=2, edited_at=entry.edited_at + MINUTE)
    entries = tuple(corrected if other.id == entry.id else other for other in whole.records.entries)
    changed = replace(whole, records=replace(whole.records, entries=entries))
    elsewhere = file.with_name("from-elsewhere.json")
    elsewhere.write_bytes(backup.export(changed))
    window.go_to("/share/restore", sees="Choose a file that you saved")
    window.chosen(lambda: window.tap("button", "Choose a file"), elsewhere)
    window.wait_for("1 to change")
    window.tap("button", "Bring it back")
    window.wait_for("Your backup is back")
    window.tap("button", "To Today")
    window.wait_for("Last: 2 of 10")


def _read(file: Path) -> Backup:
    return backup.read(file.read_bytes())
