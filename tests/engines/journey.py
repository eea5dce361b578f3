"""What a patient does from the first day on, the same in every engine and form."""

from tests.engines.window import Window


def pain_is_saved_and_outlasts_a_reload(window: Window) -> None:
    window.open(sees="Welcome")
    window.tap("button", "Pain 7 of 10")
    window.wait_for("Saved: pain 7 of 10")
    window.reload(sees="Last: 7 of 10")
