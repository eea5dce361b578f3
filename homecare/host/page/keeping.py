"""What a browser does with the diary while nobody looks: whether it keeps it, and whether it reminds."""

from typing import Literal, cast, get_args

from homecare.host.page.asking import TAP_S, Ask, word

Keeping = Literal["for-good", "while-room", "seven-days"]
Reminding = Literal["never", "on-request", "on", "refused"]


class PageShelf:
    """How safely the browser keeps the diary."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    async def keeping(self) -> Keeping:
        """What the browser says; "while-room" if it does not say."""
        return _keeping(await word(self._ask, "keeping"))

    async def ask(self) -> Keeping:
        """Ask the browser never to clear it by itself; some browsers ask the patient, some decide alone."""
        return _keeping(await word(self._ask, "persist", patience_s=TAP_S))


class PageReminders:
    """The browser's notifications, while the app is open."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    async def state(self) -> Reminding:
        """What the browser says; "never" if it does not say."""
        return _reminding(await word(self._ask, "reminding"))

    async def ask(self) -> Reminding:
        """Let the browser ask the patient; call this in response to a tap."""
        return _reminding(await word(self._ask, "allow-reminders", patience_s=TAP_S))

    async def show(self, tag: str, title: str, text: str) -> bool:
        """Show a notification, replacing one with the same tag; False if the browser did not."""
        return await word(self._ask, "remind", {"tag": tag, "title": title, "body": text}) == "shown"


def _keeping(answer: str) -> Keeping:
    return cast(Keeping, answer) if answer in get_args(Keeping) else "while-room"


def _reminding(answer: str) -> Reminding:
    return cast(Reminding, answer) if answer in get_args(Reminding) else "never"
