"""The voice and the vibration of the device that a window is shown on."""

from collections.abc import Sequence

from homecare.host.page.asking import Ask, word


class PageVoice:
    """Speaks with the device's own voices; what is said is never sent to a speech service."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    async def say(
        self, text: str, lang: str, *, rate: float = 1.0, over: bool = True, voice: str = ""
    ) -> bool:
        """Say `text` in `lang` ("en-GB") and return once it has begun; False if nothing can be heard.

        With `over` it takes the place of what is being said, otherwise it waits for its end. `rate` is the
        speed, 1.0 the usual, `voice` the name of one of `voices`, "" for the device's choice. Safari is
        silent until the page was tapped after `voices` or `say` was called.
        """
        details = {"text": text, "lang": lang, "rate": rate, "over": over, "voice": voice}
        return await word(self._ask, "say", details) == "said"

    async def hush(self) -> None:
        """Stop speaking, and forget what waits to be said."""
        await word(self._ask, "hush")

    async def voices(self, lang: str) -> list[str]:
        """The names of this device's own voices for the language of `lang`; [] if it has none."""
        return (await word(self._ask, "voices", {"lang": lang})).splitlines()

    async def vibrate(self, pattern_ms: Sequence[int]) -> bool:
        """Vibrate: milliseconds on, off, on and so forth; False where that is not possible (iPhones)."""
        return await word(self._ask, "vibrate", {"pattern": list(pattern_ms)}) == "vibrates"
