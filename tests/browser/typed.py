"""Type into a field as a person does: tap it, wait for the cursor, then key by key."""

from tests.browser.screen import Screen

_DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def typed(screen: Screen, label: str, text: str) -> None:
    """Replace what the field with this label holds.

    Keys that arrive before the app has taken the tapped field over are lost, so its cursor is waited for;
    and the field is left, so that the last key has reached the app before anything else is tapped.
    """
    field = screen.find("textbox", label)
    screen.page.evaluate(_DRAWN)
    field.click(force=True)
    screen.wait_until(
        lambda: bool(field.evaluate("one => one === document.activeElement")), f"the cursor in {label!r}"
    )
    for _ in range(3):
        screen.page.evaluate(_DRAWN)
    field.press("Control+a")
    screen.page.keyboard.type(text, delay=30)
    screen.wait_until(lambda: field.input_value() == text, f"{label!r} to hold {text!r}")
    screen.press("Tab")
    for _ in range(10):
        screen.page.evaluate(_DRAWN)
