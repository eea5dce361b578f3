"""Spoken guidance: the words on the screen, said by a voice of the device, and the last three seconds."""

from typing import Final

from homecare.domain.records.settings import VoiceSpeed
from homecare.host.page.voice import PageVoice
from homecare.ui.state.care import CareState

RATES: Final[dict[VoiceSpeed, float]] = {"slow": 0.8, "normal": 1.0, "fast": 1.2}
"""Speed of the voice, 1 as the device has it."""
SPEECH: Final = {"en": "en-GB"}
"""The variety of a language to prefer, where the app's own is written in one."""
COUNTED: Final = (3, 2, 1)
"""The last seconds that are said."""
COUNTED_FROM_S: Final = 6
"""Shorter steps are over before their words are."""


class Spoken:
    """The voice of one window, as the patient set it up; it says nothing unless they switched it on."""

    def __init__(self, care: CareState) -> None:
        self._care = care
        self._voice = PageVoice(care.host.ask)

    @property
    def on(self) -> bool:
        """Whether the patient wants it."""
        return self._care.settings.voice == "on"

    @property
    def language(self) -> str:
        """The language to speak, as the device names it."""
        language = self._care.settings.language
        return SPEECH.get(language, language)

    async def voices(self) -> list[str]:
        """The names of the device's own voices for the patient's language."""
        return await self._voice.voices(self.language)

    async def say(self, words: str, *, over: bool = True) -> bool:
        """Say these words in place of others, or after them; False where nothing can be heard."""
        settings = self._care.settings
        rate = RATES[settings.voice_speed]
        return await self._voice.say(words, self.language, rate=rate, over=over, voice=settings.voice_name)

    async def hush(self) -> None:
        """Say nothing more of what was begun."""
        await self._voice.hush()

    async def vibrate(self, pattern_ms: tuple[int, ...]) -> bool:
        """Vibrate, milliseconds on and off in turn; False where the page cannot."""
        return await self._voice.vibrate(pattern_ms)
