"""The three tones of a guided session, drawn as sine waves: `python -m tools.pictures.sounds`."""

import wave
from array import array
from math import exp, pi, sin
from pathlib import Path
from typing import Final

RATE_HZ: Final = 22_050
PEAK: Final = 0.5
"""Loudest sample, as a part of what the format can hold: clear, never harsh."""
Note = tuple[float, float]
"""Pitch in hertz and length in seconds."""

TONES: Final[dict[str, tuple[Note, ...]]] = {
    "begin": ((659.3, 0.09), (880.0, 0.22)),
    "change": ((523.3, 0.24),),
    "done": ((523.3, 0.14), (659.3, 0.14), (784.0, 0.42)),
}
"""Two rising notes to begin work, one lower note to let go, three to say that it is done."""


def samples(notes: tuple[Note, ...]) -> "array[int]":
    """The notes one after the other as 16-bit samples; each fades in over 5 ms and rings out."""
    wanted: array[int] = array("h")
    for pitch, length in notes:
        for n in range(int(length * RATE_HZ)):
            at = n / RATE_HZ
            loud = min(1.0, at / 0.005, (length - at) / 0.01) * exp(-3 * at / length)
            tone = sin(2 * pi * pitch * at) + 0.25 * sin(4 * pi * pitch * at)
            wanted.append(round(32_767 * PEAK * loud * tone / 1.25))
    return wanted


def draw(folder: Path) -> None:
    """Write one WAV file per tone into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, notes in TONES.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes(samples(notes).tobytes())


if __name__ == "__main__":
    draw(Path(__file__).parents[2] / "assets" / "sounds")
